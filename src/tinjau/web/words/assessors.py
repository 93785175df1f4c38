"""The sentences of several assessors: blind scores, agreement, reconciliation."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "role.assessor": ("Penilai: menilai pada lembarnya sendiri", "Assessor: scores on an own sheet"),
    "word.nr": ("tidak relevan", "not relevant"),
    "assess.title": ("Putaran penilaian", "Assessment rounds"),
    "assess.lead": (
        "Beberapa penilai menjawab pertanyaan yang sama tanpa melihat jawaban satu sama lain. Setelah putaran ditutup, "
        "terlihat seberapa jauh mereka sependapat, lalu perbedaannya diselesaikan dengan alasan.",
        "Several assessors answer the same questions without seeing one another's answers. Once the round is closed, "
        "it "
        "shows how far they agree, and differences are settled with reasons.",
    ),
    "assess.none": ("Belum ada putaran penilaian.", "No assessment round yet."),
    "assess.new": ("Siapkan putaran", "Set up a round"),
    "assess.change": ("Ubah putaran", "Change the round"),
    "assess.name": ("Nama putaran", "Name of the round"),
    "assess.note": ("Petunjuk bagi penilai (boleh kosong)", "Instructions for assessors (may be empty)"),
    "assess.due": ("Batas waktu (boleh kosong)", "Due date (may be empty)"),
    "assess.due-title": ("Penilaian: {title}", "Assessment: {title}"),
    "assess.due-on": ("Batas waktu", "Due"),
    "assess.naming": (
        "Yang tampil di samping jawaban setelah putaran ditutup",
        "What stands beside an answer afterwards",
    ),
    "naming.code": ("kode, misalnya N1; nama tidak ditampilkan", "a code such as N1; no name is shown"),
    "naming.name": ("nama penilai", "the assessor's name"),
    "assess.questions": ("Yang dinilai", "What is assessed"),
    "assess.whole": ("Semua pertanyaan kriteria ini", "Every question of this criterion"),
    "assess.verdict": ("Kesimpulan kriteria (positif, campuran, negatif)", "Verdict (positive, mixed, negative)"),
    "assess.verdict-on": ("Kesimpulan untuk kriteria {criterion}", "Verdict on the criterion {criterion}"),
    "assess.one-by-one": ("Pilih satu per satu ({n})", "Choose one by one ({n})"),
    "assess.units": ("Layanan yang dinilai", "Services that are assessed"),
    "assess.units-hint": (
        "Berlaku untuk pertanyaan yang diajukan per layanan. Bila tidak ada yang dipilih, semua layanan publik "
        "dinilai.",
        "For questions that are asked of each service. With none chosen, every service that is not internal is "
        "assessed.",
    ),
    "assess.assessors": ("Penilai", "Assessors"),
    "assess.assessors-hint": (
        "Selama putaran terbuka, penilai hanya dapat membuka lembarnya sendiri, bukan bagian lain evaluasi ini; "
        "koordinator tetap dapat membuka semuanya, tetapi tidak melihat nilai siapa pun.",
        "While the round is open, an assessor can open nothing of this evaluation but the own sheet; the coordinator "
        "can still open everything else, but sees nobody's scores.",
    ),
    "assess.reconcilers": (
        "Yang memutuskan perbedaan, selain koordinator (boleh kosong)",
        "Who settles differences besides the coordinator (may be empty)",
    ),
    "assess.save": ("Simpan rancangan", "Keep the draft"),
    "assess.needs-title": ("Isi nama putaran.", "Fill in the name of the round."),
    "assess.bad-due": ("Tulis batas waktu sebagai tanggal.", "Write the due date as a date."),
    "assess.needs-questions": (
        "Pilih sekurang-kurangnya satu pertanyaan. Pertanyaan per layanan memerlukan daftar layanan.",
        "Choose at least one question. Questions on services need the list of services.",
    ),
    "assess.too-many": (
        "{n} pertanyaan terlalu banyak untuk satu putaran; paling banyak {most}. Pilih lebih sedikit kriteria atau "
        "layanan.",
        "{n} questions are too many for one round; at most {most}. Choose fewer criteria or services.",
    ),
    "assess.needs-assessors": (
        "Pilih sekurang-kurangnya satu penilai dan paling banyak {most}.",
        "Choose at least one assessor, and at most {most}.",
    ),
    "assess.too-many-rounds": (
        "Satu evaluasi memuat paling banyak {most} putaran.",
        "An evaluation holds at most {most} rounds.",
    ),
    "assess.moved": (
        "Status putaran ini sudah berubah. Muat ulang halamannya.",
        "The round has moved on already. Load the page again.",
    ),
    "assess.cycle-closed": (
        "Evaluasi ini sedang tidak menerima jawaban, misalnya karena menunggu verifikasi. Minta verifikator "
        "mengembalikannya dahulu.",
        "The evaluation takes no answers now, for instance because it waits for verification. Ask the verifier to "
        "return it first.",
    ),
    "assess.from-round": ("dari putaran penilaian {n}", "from assessment round {n}"),
    "scoring.draft": ("rancangan", "draft"),
    "scoring.open": ("sedang dinilai", "being scored"),
    "scoring.closed": ("ditutup", "closed"),
    "assess.questions-count": ("{n} pertanyaan", "{n} questions"),
    "assess.open": ("Buka putaran", "Open the round"),
    "assess.open-hint": (
        "Setelah dibuka, pertanyaan dan penilainya tidak dapat diubah lagi.",
        "Once it is open, its questions and assessors cannot be changed any more.",
    ),
    "assess.progress": ("Kemajuan", "Progress"),
    "assess.progress-hint": (
        "Yang terlihat hanya jumlah jawaban. Isinya terbuka setelah putaran ditutup.",
        "Only counts are shown. What was answered opens when the round is closed.",
    ),
    "assess.done-of": ("{done} dari {total}", "{done} of {total}"),
    "assess.finished": ("selesai menilai", "done"),
    "assess.not-finished": ("masih menilai", "still scoring"),
    "assess.gone": ("akunnya sudah tidak ada", "the account is gone"),
    "assess.close": ("Tutup putaran", "Close the round"),
    "assess.close-hint": (
        "Penutupan tidak dapat dibatalkan, karena setelah itu jawaban semua penilai terbuka. Pertanyaan yang belum "
        "dijawab tetap kosong.",
        "Closing cannot be undone, since everyone's answers are open afterwards. What is not answered stays empty.",
    ),
    "assess.close-reason": ("Catatan penutupan (boleh kosong)", "Note on closing (may be empty)"),
    "assess.your-sheet": ("Lembar Anda", "Your sheet"),
    "assess.agreement": ("Seberapa jauh penilai sependapat", "How far the assessors agree"),
    "assess.one-opinion": (
        "Satu pendapat: tidak ada pertanyaan yang dijawab dua penilai, sehingga kesepakatan tidak dapat dihitung.",
        "One opinion: no question was answered by two assessors, so that nothing can be said of agreement.",
    ),
    "assess.counts": (
        "{answered} dari {asked} pertanyaan dijawab, {together} di antaranya oleh dua penilai atau lebih.",
        "{answered} of {asked} questions were answered, {together} of them by two assessors or more.",
    ),
    "assess.instrument": ("Instrumen", "Instrument"),
    "assess.level": ("Skala", "Scale"),
    "level.nominal": ("nominal", "nominal"),
    "level.ordinal": ("ordinal", "ordinal"),
    "level.interval": ("interval", "interval"),
    "level.ratio": ("rasio", "ratio"),
    "assess.equal": ("Pasangan jawaban yang sama", "Equal pairs"),
    "assess.alpha": ("Alfa Krippendorff", "Krippendorff's alpha"),
    "assess.ac1": ("AC1 Gwet", "Gwet's AC1"),
    "assess.ac2": ("AC2 Gwet", "Gwet's AC2"),
    "assess.between": ("{low} sampai {high}", "{low} to {high}"),
    "assess.undefined": ("tidak terdefinisi", "undefined"),
    "assess.all-questions": ("Semua pertanyaan", "All questions"),
    "assess.agreement-note": (
        "Di bawah setiap angka tertulis rentang 95 persen (bootstrap) bila sekurang-kurangnya lima pertanyaan dijawab "
        "bersama. Alfa 1 berarti sependapat sepenuhnya, 0 berarti "
        "tidak lebih baik daripada kebetulan; alfa tidak terdefinisi bila semua jawaban sama. AC1 dan AC2 tidak turun "
        "hanya karena satu jawaban lazim. Angka dihitung dari jawaban penilai, bukan dari putusan sesudahnya.",
        "Below each number stands its 95 percent interval (bootstrap), where at least five questions were answered by "
        "two or more. Alpha 1 is complete agreement, 0 no better than "
        "chance; it is undefined where all answers are alike. AC1 and AC2 do not fall merely because one answer is "
        "common. Numbers come from the assessors' answers, never from what was decided afterwards.",
    ),
    "assess.differences": ("Pertanyaan yang jawabannya berbeda", "Questions on which answers differ"),
    "assess.differences-count": (
        "{n} pertanyaan berbeda: {decided} sudah diputuskan, {open} belum. Yang paling jauh berbeda tertulis pertama.",
        "{n} questions differ: {decided} are settled, {open} are not. The widest spread stands first.",
    ),
    "assess.no-differences": ("Tidak ada jawaban yang berbeda.", "No answers differ."),
    "assess.spread": ("Sebaran", "Spread"),
    "assess.spread-note": (
        "Sebaran 0 berarti sama, 1 berarti sejauh mungkin. Untuk tingkat: jarak antara jawaban tertinggi dan terendah "
        "dibagi lebar skala; untuk kata: bagian pasangan jawaban yang berbeda.",
        "A spread of 0 is the same, 1 as far apart as can be. For levels: the distance of the highest and the lowest "
        "answer over the width of the scale; for words: the share of pairs that differ.",
    ),
    "assess.picture": ("Sebaran jawaban", "Where the answers lie"),
    "assess.picture-note": (
        "Satu titik untuk setiap jawaban; paling banyak {n} pertanyaan dengan pilihan jawaban yang sama.",
        "A dot for each answer; at most {n} questions with the same choice of answers.",
    ),
    "assess.question": ("Pertanyaan", "Question"),
    "assess.answers": ("Jawaban", "Answers"),
    "assess.decision": ("Putusan", "Decision"),
    "assess.settled": ("diputuskan", "settled"),
    "assess.to-settle": ("belum diputuskan", "to be settled"),
    "assess.everyone": ("Semua jawaban", "Everyone's answers"),
    "assess.outside": ("di luar putaran ini", "not of this round"),
    "assess.decided-value": ("Jawaban yang berlaku", "The answer that stands"),
    "assess.reason": ("Alasan putusan", "Reason for the decision"),
    "assess.decide": ("Putuskan", "Decide"),
    "assess.decide-again": ("Ubah putusan", "Change the decision"),
    "assess.reopen": ("Buka lagi", "Reopen"),
    "assess.reopen-reason": ("Alasan membuka lagi", "Reason for reopening"),
    "assess.reopen-hint": (
        "Putusan dicabut dan pertanyaan ini kembali belum diputuskan. Putusan lama tetap ada dalam riwayat.",
        "The decision is taken back and the question is open again. The old decision stays in the history.",
    ),
    "assess.needs-reason": ("Tulis alasannya.", "Write the reason."),
    "assess.needs-value": ("Pilih jawaban yang berlaku.", "Choose the answer that stands."),
    "assess.stands": ("Putusan yang berlaku: {value}", "The decision that stands: {value}"),
    "assess.decided-by": ("oleh {name}", "by {name}"),
    "assess.conflict": (
        "Orang lain memutuskan pertanyaan ini sejak halaman dibuka. Putusan Anda di bawah belum disimpan; bila Anda "
        "menyimpannya lagi, putusan Anda yang berlaku dan putusan lama tetap ada dalam riwayat.",
        "Someone else settled this question since the page was opened. Your decision, below, is not kept yet; if you "
        "keep it again, it will stand, and the other stays in the history.",
    ),
    "assess.conflict-reopened": (
        "Orang lain membuka lagi pertanyaan ini sejak halaman dibuka.",
        "Someone else reopened this question since the page was opened.",
    ),
    "assess.next-difference": ("Perbedaan berikutnya ({n} lagi)", "Next difference ({n} left)"),
    "assess.back-to-round": ("Kembali ke putaran", "Back to the round"),
    "assess.kept": (
        "Semua jawaban tetap tersimpan. Putusan masuk ke kajian sebagai jawaban yang berlaku; nilai lagi evaluasi ini "
        "agar hasilnya mengikuti.",
        "Every answer is kept. The decision enters the study as the answer that stands; evaluate again so that results "
        "follow.",
    ),
    "assess.sheet-lead": (
        "Anda menilai sebagai {label}. Jawaban Anda tidak terlihat oleh siapa pun sampai putaran ditutup, dan Anda "
        "tidak "
        "melihat jawaban penilai lain.",
        "You score as {label}. Nobody sees your answers until the round is closed, and you see no other assessor's.",
    ),
    "assess.sheet-closed": (
        "Putaran ini sudah ditutup. Inilah jawaban Anda sebagaimana tersimpan.",
        "The round is closed. These are your answers as they were kept.",
    ),
    "assess.instructions": ("Petunjuk", "Instructions"),
    "assess.say-finished": ("Saya selesai menilai", "I am done"),
    "assess.say-unfinished": ("Saya belum selesai", "I am not done yet"),
    "assess.finished-hint": (
        "Koordinator melihat bahwa Anda selesai. Sampai putaran ditutup, jawaban masih dapat diubah.",
        "The coordinator sees that you are done. Answers can still be changed until the round is closed.",
    ),
    "assess.offline": ("Mengisi tanpa jaringan", "Fill in offline"),
    "assess.offline-hint": (
        "Unduh lembar Anda sebagai buku kerja Excel, isi kolom kuning, lalu unggah kembali. Anda melihat perubahannya "
        "sebelum disimpan.",
        "Download your sheet as an Excel workbook, fill in the yellow columns and upload it. You see what changes "
        "before it is kept.",
    ),
    "assess.download": ("Unduh lembar saya (.xlsx)", "Download my sheet (.xlsx)"),
    "assess.upload": ("Buku kerja yang sudah diisi", "The filled workbook"),
    "assess.show-changes": ("Lihat perubahannya", "Show the changes"),
    "assess.changes": ("Perubahan pada jawaban Anda", "Changes to your answers"),
    "assess.unchanged": (
        "Buku kerja ini sama dengan yang sudah tersimpan.",
        "The workbook is the same as what stands.",
    ),
    "assess.keep-changes": ("Simpan semua perubahan", "Keep all changes"),
    "assess.texts-change": ("bukti atau catatan berubah", "evidence or note changes"),
    "assess.sheet-moved": (
        "Jawaban Anda berubah setelah pratinjau dibuat. Unggah buku kerjanya sekali lagi.",
        "Your answers changed after this preview was made. Upload the workbook again.",
    ),
    "assess.too-late": (
        "Putaran ini sudah ditutup. Jawaban yang baru saja dikirim tidak disimpan.",
        "The round is closed. The answer that was just sent was not kept.",
    ),
    "assess.apart": (
        "Anda sedang menjadi penilai dalam evaluasi ini. Selama putaran terbuka, Anda hanya dapat membuka lembar "
        "penilaian Anda sendiri; lembar itu ada di “Tugas saya”.",
        "You are an assessor in this evaluation. While the round is open you can open nothing but your own sheet; it "
        "stands under “My tasks”.",
    ),
    "assess.sheet-name": ("Penilaian", "Scores"),
    "assess.column-number": ("No.", "No."),
    "assess.column-criterion": ("Kriteria", "Criterion"),
    "assess.column-unit": ("Layanan", "Service"),
    "assess.column-question": ("Pertanyaan", "Question"),
    "assess.column-answer": ("Jawaban", "Answer"),
    "assess.column-evidence": ("Bukti", "Evidence"),
    "assess.column-note": ("Catatan", "Note"),
    "assess.task": ("Nilai pada lembar Anda: {n} pertanyaan belum dijawab", "Score on your sheet: {n} questions left"),
    "assess.task-done": ("Semua pertanyaan terjawab", "Every question is answered"),
    "assess.waiting": ("Penilaian yang menunggu Anda", "Scoring that waits for you"),
    "assess.seen": ("Yang terlihat oleh mesin", "What the machine saw"),
    "assess.seen-none": (
        "Mesin tidak melihat apa pun untuk pertanyaan ini.",
        "The machine saw nothing for this question.",
    ),
    "assess.files": ("Berkas bukti evaluasi ini", "Evidence files of this evaluation"),
    "assess.levels": ("Arti setiap tingkat", "What each level means"),
    "package.title": ("Paket replikasi tanpa nama", "Replication package without names"),
    "package.lead": (
        "Dengan paket ini orang lain dapat menghitung ulang setiap tabel. Penilai dan pengguna hanya disebut dengan "
        "kode.",
        "With this package others can compute every table again. Assessors and users are named by codes only.",
    ),
    "package.inside": ("Isi paket", "What is in it"),
    "package.has": (
        "pengaturan, daftar layanan, jawaban, faktor, strategi, putusan, dan tindakan kajian; fakta yang diamati di "
        "situs; tabel hasil; instrumen; skrip penghitungan ulang; checksum setiap berkas",
        "the study's settings, services, answers, factors, strategies, decisions and actions; what was observed on the "
        "site; result tables; instruments; a script that computes everything again; checksums",
    ),
    "package.has-not": (
        "nama pengguna dan penilai, kontak layanan, berkas bukti, isi halaman situs, dan riwayat perubahan",
        "names of users and assessors, contacts of services, evidence files, page contents, and the history of changes",
    ),
    "package.in": ("Ada", "In it"),
    "package.out": ("Tidak ada", "Not in it"),
    "package.texts": ("Teks bebas", "Free texts"),
    "package.texts-lead": (
        "Catatan, bukti, dan alasan ditulis bebas dan dapat memuat nama atau hal yang tidak untuk umum. Nama akun yang "
        "dikenal sudah diganti dengan kode, tetapi nama lain tidak dikenali. Bacalah sebelum menyertakannya.",
        "Notes, evidence and reasons are written freely and may hold names or things that are not for the public. "
        "Known account names are replaced by codes already; other names are not recognised. Read them before letting "
        "them "
        "through.",
    ),
    "package.none": ("Tanpa teks bebas", "Without free texts"),
    "package.ticked": ("Hanya teks yang saya centang di bawah", "Only the texts that I tick below"),
    "package.all": (
        "Semua teks; saya sudah membacanya ({n})",
        "All texts; I have read them ({n})",
    ),
    "package.choose": ("Teks yang disertakan", "Texts that are let through"),
    "package.download": ("Unduh paket (.zip)", "Download the package (.zip)"),
    "package.no-texts": ("Tidak ada teks bebas dalam kajian ini.", "There are no free texts in this study."),
    "package.most": (
        "Hanya {most} dari {n} teks yang tampil di sini.",
        "Only {most} of {n} texts are shown here.",
    ),
    "package.evaluate-first": (
        "Hasil terakhir dibuat sebelum paket ini tersedia. Nilai lagi evaluasi ini, lalu kembali ke sini.",
        "The last result was made before this package existed. Evaluate again, then come back.",
    ),
    "package.open-rounds": (
        "Ada putaran penilaian yang masih terbuka ({n}). Jawabannya tidak ada dalam paket.",
        "An assessment round is still open ({n}). Its answers are not in the package.",
    ),
    "free.note": ("catatan", "note"),
    "free.evidence": ("bukti", "evidence"),
    "free.reason": ("alasan", "reason"),
    "free.notes": ("catatan layanan", "note on a service"),
}
