"""The sentences of due dates, notices and comments."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "due.title": ("Tenggat", "Due dates"),
    "due.none": ("Belum ada tenggat.", "No due dates yet."),
    "due.add": ("Tambah tenggat", "Add a due date"),
    "due.what": ("Yang harus selesai", "What is to be done"),
    "due.what-en": ("Dalam bahasa Inggris (boleh kosong)", "In English (may be empty)"),
    "due.date": ("Tanggal", "Date"),
    "due.time": ("Pukul ({zone})", "Time ({zone})"),
    "due.whom": ("Untuk peran (kosong: semua anggota)", "For the roles (none: all members)"),
    "due.everyone": ("semua anggota", "all members"),
    "due.remove": ("Batalkan", "Take back"),
    "due.past": ("sudah lewat", "past"),
    "due.needs": (
        "Tulis apa yang harus selesai, dan tanggal seperti 2026-12-31.",
        "Write what is to be done, and a date such as 2026-12-31.",
    ),
    "due.many": (
        "Evaluasi ini sudah memuat terlalu banyak tenggat.",
        "This evaluation has too many due dates already.",
    ),
    "due.planned": (
        "Tenggat ini mengikuti jadwal tahapannya dan berubah di sana.",
        "This due date follows the schedule of its stage and is changed there.",
    ),
    "due.file": ("Unduh untuk kalender (.ics)", "Download for a calendar (.ics)"),
    "due.own": ("Tenggat saya", "My due dates"),
    "due.own-none": ("Tidak ada tenggat untuk Anda.", "No due date concerns you."),
    "due.all": ("Semua tenggat saya dan kalender", "All my due dates and the calendar"),
    "due.feed": ("Alamat kalender", "Calendar address"),
    "due.feed-lead": (
        "Program kalender dapat berlangganan tenggat Anda lewat sebuah alamat rahasia. Siapa pun yang memegang alamat "
        "itu dapat membacanya; jangan dibagikan.",
        "A calendar program can subscribe to your due dates by a secret address. Whoever holds it can read them; do "
        "not pass it on.",
    ),
    "due.feed-shown": (
        "Alamat ini hanya ditampilkan sekali. Salin ke program kalender Anda.",
        "This address is shown once. Copy it into your calendar program.",
    ),
    "due.feed-open": ("Ada alamat yang berlaku, dibuat", "An address is in force, made"),
    "due.feed-make": ("Buat alamat baru", "Make a new address"),
    "due.feed-close": ("Tutup alamat", "Close the address"),
    "mail.title": ("Pemberitahuan lewat surel", "Notices by mail"),
    "mail.lead": (
        "Surel hanya dikirim kepada orang yang memintanya. Isinya judul, tanggal, dan nama; tidak pernah jawaban, "
        "nilai, atau catatan.",
        "Mail is sent only to those who ask for it. It holds titles, dates and names; never answers, scores or notes.",
    ),
    "mail.none-here": (
        "Server ini tidak mengirim surel. Tenggat Anda dapat dibuka di program kalender (.ics).",
        "This server sends no mail. Your due dates can be opened in a calendar program (.ics).",
    ),
    "mail.address": ("Alamat surel", "Mail address"),
    "mail.address-new": ("Alamat surel Anda", "Your mail address"),
    "mail.address-hint": (
        "Satu surel dikirim ke alamat ini. Tautan di dalamnya memastikan bahwa alamat itu milik Anda.",
        "One message is sent to this address. The link in it proves that the address is yours.",
    ),
    "mail.address-set": ("Simpan alamat", "Keep the address"),
    "mail.address-remove": ("Hapus alamat", "Remove the address"),
    "mail.address-bad": (
        "Tulis satu alamat surel, misalnya nama@contoh.go.id.",
        "Write one mail address, such as name@example.go.id.",
    ),
    "mail.asked-often": (
        "Surel konfirmasi sudah terlalu sering diminta. Coba lagi satu jam lagi.",
        "Confirmations were asked for too often. Try again in an hour.",
    ),
    "mail.state-confirmed": ("{address} sudah dikonfirmasi.", "{address} is confirmed."),
    "mail.state-open": (
        "{address} belum dikonfirmasi. Surel konfirmasi dikirim ke sana; buka tautannya dalam 24 jam. Sebelum itu "
        "tidak ada pemberitahuan yang dikirim.",
        "{address} is not confirmed yet. A confirmation is sent there; open its link within 24 hours. No notice is "
        "sent before.",
    ),
    "mail.state-refused": (
        "Server surel menolak {address}. Tidak ada lagi yang dikirim ke sana. Periksa alamatnya, lalu simpan lagi.",
        "The mail server refused {address}. Nothing more is sent there. Check the address and keep it again.",
    ),
    "mail.when": ("Kapan surel dikirim", "When mail is sent"),
    "mail.what": (
        "Yang diberitahukan: tenggat (tujuh hari dan sehari sebelumnya, dan sesudah lewat), komentar pada hal yang "
        "Anda tulis atau ikut bahas, dan pekerjaan yang diserahkan atau dikembalikan kepada Anda.",
        "What is told: due dates (seven days and one day before, and once they are over), comments on what you wrote "
        "or talk about, and work that is handed or returned to you.",
    ),
    "mailmode.none": ("Jangan kirim surel", "Send no mail"),
    "mailmode.each": ("Langsung, setiap kali ada yang baru", "At once, whenever there is something new"),
    "mailmode.daily": (
        "Satu rangkuman setiap pagi, kalau ada yang baru",
        "One digest each morning, if there is something new",
    ),
    "mail.lang": ("Bahasa surel", "Language of the mail"),
    "mail.keep": ("Simpan pilihan", "Keep the choice"),
    "mail.kept": ("Pilihan tersimpan.", "The choice is kept."),
    "mail.last": ("Pengiriman terakhir", "What was sent last"),
    "mail.last-sent": ("Surel terakhir terkirim", "Last message sent"),
    "mail.last-fault": ("Masalah terakhir", "Last problem"),
    "mail.never": ("belum pernah", "never yet"),
    "mailfault.refused": ("server surel menolak alamat ini", "the mail server refused the address"),
    "mailfault.policy": ("server surel menolak pesannya", "the mail server refused the message"),
    "mailfault.sender": ("server surel menolak pengirimnya", "the mail server refused the sender"),
    "mailfault.later": ("server surel meminta pengiriman diulang nanti", "the mail server asked to try again later"),
    "mailfault.unreachable": ("server surel tidak dapat dihubungi", "the mail server could not be reached"),
    "mailfault.unsure": (
        "tidak diketahui apakah surel itu sampai; tidak dikirim ulang",
        "not known whether the message arrived; it is not sent again",
    ),
    "mailfault.gone": ("pengiriman terhenti berkali-kali", "the sending stopped several times"),
    "mailfault.fault": ("kesalahan pada tinjau sendiri", "a fault of tinjau's own"),
    "mail.confirm-title": ("Konfirmasi alamat surel", "Confirm the mail address"),
    "mail.confirm-ask": (
        "Pemberitahuan untuk akun {name} akan dikirim ke {address}.",
        "Notices for the account {name} will be sent to {address}.",
    ),
    "mail.confirm-do": ("Ya, ini alamat saya", "Yes, this is my address"),
    "mail.confirm-not": ("Bukan, kembali", "No, go back"),
    "mail.confirmed": (
        "Alamat surel sudah dikonfirmasi. Pilih di bawah kapan surel dikirim.",
        "The mail address is confirmed. Choose below when mail is sent.",
    ),
    "mail.link-over": (
        "Tautan ini tidak berlaku lagi, atau milik akun lain.",
        "This link is not in force any more, or belongs to another account.",
    ),
    "mail.stop-title": ("Berhenti menerima surel", "Stop the mail"),
    "mail.stop-ask": (
        "Pemberitahuan tinjau tidak akan dikirim lagi ke alamat surel Anda.",
        "No more notices of tinjau will be sent to your mail address.",
    ),
    "mail.stop-do": ("Ya, berhenti", "Yes, stop"),
    "mail.stopped": (
        "Surel pemberitahuan sudah dihentikan. Anda dapat memintanya lagi di halaman akun Anda.",
        "The notices by mail have ended. You can ask for them again on the page of your account.",
    ),
    "mail.hello": ("Yth. {name},", "Dear {name},"),
    "mail.tasks": ("GILIRAN ANDA", "YOUR TURN"),
    "mail.dues": ("TENGGAT", "DUE DATES"),
    "mail.talk": ("KOMENTAR", "COMMENTS"),
    "mail.one-task": ("giliran Anda, {place}", "your turn, {place}"),
    "mail.one-due": ("tenggat, {place}", "due date, {place}"),
    "mail.one-talk": ("komentar, {place}", "comment, {place}"),
    "mail.many": ("{n} pemberitahuan, {day}", "{n} notices, {day}"),
    "mail.more": ("Selain itu masih ada {n} pemberitahuan. Lihat di:", "There are {n} more notices. See them at:"),
    "mail.why": (
        "Surel otomatis ini dikirim karena Anda memintanya di:",
        "This automatic message is sent because you asked for it at:",
    ),
    "mail.stop": ("Berhenti menerimanya:", "Stop receiving it:"),
    "mail.confirm-subject": ("konfirmasi alamat surel", "confirm your mail address"),
    "mail.confirm-lead": (
        "Akun {name} di tinjau meminta agar pemberitahuan dikirim ke alamat ini. Bila itu Anda, masuklah dan buka "
        "tautan ini dalam 24 jam:",
        "The account {name} in tinjau asks for notices to be sent to this address. If that is you, sign in and open "
        "this link within 24 hours:",
    ),
    "mail.confirm-not-you": (
        "Bila bukan Anda, abaikan surel ini: tidak ada pemberitahuan yang akan dikirim.",
        "If it is not you, do nothing: no notices will be sent.",
    ),
    "mail.due": ("{title}: paling lambat {when}", "{title}: due {when}"),
    "mail.overdue": ("{title}: tenggatnya sudah lewat, {when}", "{title}: overdue, it was due {when}"),
    "mail.said": ("{who} berkomentar tentang {thing}, {when}", "{who} commented on {thing}, {when}"),
    "mail.resolved": (
        "{who} menyatakan selesai pembahasan tentang {thing}, {when}",
        "{who} resolved the discussion of {thing}, {when}",
    ),
    "mail.reopened": (
        "{who} membuka kembali pembahasan tentang {thing}, {when}",
        "{who} reopened the discussion of {thing}, {when}",
    ),
    "mail.thing-question": ("sebuah pertanyaan", "a question"),
    "mail.thing-answer": ("pertanyaan “{question}”", "the question “{question}”"),
    "mail.thing-factor": ("sebuah faktor SWOT", "a SWOT factor"),
    "mail.thing-strategy": ("sebuah strategi", "a strategy"),
    "mail.submitted": (
        "{who} menyerahkan evaluasi ini untuk Anda verifikasi, {when}",
        "{who} handed this evaluation to you for verification, {when}",
    ),
    "mail.returned": (
        "{who} mengembalikan evaluasi ini untuk dilengkapi, {when}",
        "{who} returned this evaluation to be completed, {when}",
    ),
    "mail.verified": (
        "{who} menerima evaluasi ini, {when}; laporannya menunggu Anda",
        "{who} accepted this evaluation, {when}; its report waits for you",
    ),
    "mail.stage-returned": (
        "Satu tahap dikembalikan untuk dilengkapi, {when}",
        "A stage was returned to be completed, {when}",
    ),
    "mail.draft-shared": (
        "Rancangan temuan dibagikan untuk Anda tanggapi, {when}",
        "A draft of the findings was shared for your reply, {when}",
    ),
    "mail.scoring-open": ("{who} meminta Anda menilai: {title}, {when}", "{who} asks you to score: {title}, {when}"),
    "mail.scoring-closed": (
        "Penilaian ditutup dan menunggu keputusan atas yang berbeda: {title}, {when}",
        "A scoring is closed, and what differs waits for a decision: {title}, {when}",
    ),
    "mail.assigned": (
        "{who} menugaskan Anda mengevaluasi pemerintah ini, {when}",
        "{who} assigned this government to you for evaluation, {when}",
    ),
    "thread.title": ("Komentar", "Comments"),
    "thread.count": ("{n} komentar", "{n} comments"),
    "thread.resolved": ("selesai", "resolved"),
    "thread.did-resolve": ("menyatakan selesai", "resolved it"),
    "thread.did-reopen": ("membuka kembali", "reopened it"),
    "thread.write": ("Tulis komentar", "Write a comment"),
    "thread.visible": (
        "Terlihat oleh semua yang dapat membuka evaluasi ini, dan tersimpan di riwayat.",
        "Seen by all who can open this evaluation, and kept in the history.",
    ),
    "thread.send": ("Kirim komentar", "Send the comment"),
    "thread.resolve": ("Nyatakan selesai", "Resolve"),
    "thread.reopen": ("Buka kembali", "Reopen"),
    "thread.empty": ("Tulis komentarnya dahulu.", "Write the comment first."),
    "thread.full": ("Utas ini sudah penuh.", "This thread is full."),
    "note.title": ("Catatan pribadi", "Private note"),
    "note.lead": (
        "Hanya Anda yang dapat membacanya. Tidak masuk laporan, riwayat, atau ekspor.",
        "Only you can read it. It is part of no report, history or export.",
    ),
    "note.keep": ("Simpan catatan", "Keep the note"),
    "note.kept": ("Catatan pribadi tersimpan.", "The private note is kept."),
    "note.full": ("Catatan pribadi Anda di sini sudah terlalu banyak.", "You have too many private notes here."),
}
