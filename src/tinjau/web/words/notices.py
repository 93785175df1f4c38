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
    "due.no-mail": (
        "Pemberitahuan hanya tampil di aplikasi ini; surel tidak dikirim.",
        "Notices are shown in this application only; no mail is sent.",
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
