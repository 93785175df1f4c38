"""Many governments: the ministry's booklet and a government's letter."""

SENTENCES: dict[str, tuple[str, str]] = {
    "league.ranks": ("Rentang peringkat, bagian {part} dari {parts}", "Intervals of rank, part {part} of {parts}"),
    "league.ranks-scale": ("terbaik di kiri", "best on the left"),
    "league.ranks-desc": (
        "Peringkat terbaik dan terburuk yang mungkin bagi {n} pemerintah, pada skala 1 sampai {places}.",
        "The best and the worst rank possible for {n} governments, on a scale of 1 to {places}.",
    ),
    "league.ranks-note": (
        "Balok menunjukkan peringkat yang mungkin; pemerintah yang baloknya bertumpang tindih tidak dapat dibedakan. "
        "Wajik berarti hanya satu peringkat yang mungkin.",
        "A bar shows the ranks that are possible; governments whose bars overlap cannot be told apart. A diamond means "
        "that only one rank is possible.",
    ),
    "league.kicker": (
        "Evaluasi layanan e-government banyak pemerintah",
        "Evaluation of many governments' online services",
    ),
    "league.title": ("Hasil {n} pemerintah", "Results of {n} {n:government|governments}"),
    "league.first": ("Ringkasan", "In short"),
    "league.assessed": (
        "Sebanyak {done} dari {n} pemerintah dapat dinilai lengkap; {rest} lainnya ditulis terpisah karena sebagian "
        "datanya belum diketahui.",
        "{done} of {n} governments could be assessed in full; the other {rest} stand apart because part is not known.",
    ),
    "league.no-sum": (
        "Tidak ada nilai gabungan: ketujuh kriteria tidak mempunyai skala resmi. Peringkat ditulis sebagai rentang "
        "yang berlaku untuk setiap bobot dan apa pun isi bagian yang belum diketahui. Seri berbagi peringkat.",
        "There is no composite: the seven criteria have no official scale. A rank is written as an interval that holds "
        "for every weighting and whatever the unknown parts turn out to be. Ties share a rank.",
    ),
    "league.official": (
        "Peringkat mengikuti indeks resmi instrumennya, tanpa nilai gabungan buatan sendiri. Peringkat ditulis sebagai "
        "rentang selama sebagian data belum diketahui. Seri berbagi peringkat.",
        "Ranks follow the instrument's own official index; no composite is made here. A rank is an interval as long as "
        "part is not known. Ties share a rank.",
    ),
    "league.code": ("Kode", "Code"),
    "league.kind": ("Jenis", "Kind"),
    "league.group-province": ("Kode provinsi", "Province's code"),
    "league.complete": ("Dinilai lengkap", "Assessed in full"),
    "league.rank-best": ("Peringkat terbaik", "Best rank"),
    "league.rank-worst": ("Peringkat terburuk", "Worst rank"),
    "league.phases": ("Sebaran fase", "Spread of phases"),
    "league.phase-count": ("{n} pemerintah", "{n} {n:government|governments}"),
    "league.table": ("Daftar pemerintah yang dinilai lengkap", "Governments assessed in full"),
    "league.apart": ("Pemerintah yang belum dinilai lengkap", "Governments not assessed in full"),
    "league.apart-lead": (
        "Bagian yang belum diketahui tidak menurunkan penilaian. Alasannya tertulis di samping.",
        "What is not known lowers no verdict. The reason stands beside.",
    ),
    "league.by-kind": ("Menurut jenis", "By kind"),
    "league.by-province": ("Menurut provinsi (kode)", "By province (code)"),
    "league.by-size": ("Menurut jumlah halaman situs", "By pages of the site"),
    "league.group": ("Kelompok", "Group"),
    "league.count": ("Jumlah", "Count"),
    "league.rank": ("Peringkat", "Rank"),
    "league.government": ("Pemerintah", "Government"),
    "league.phase": ("Fase", "Phase"),
    "league.coverage": ("Cakupan", "Coverage"),
    "league.pages": ("Halaman", "Pages"),
    "league.reason": ("Alasan", "Reason"),
    "league.unstated": ("tidak disebut", "not stated"),
    "league.province": ("Provinsi", "Province"),
    "league.regency": ("Kabupaten", "Regency"),
    "league.city": ("Kota", "City"),
    "league.pages-small": ("sampai 20 halaman", "up to 20 pages"),
    "league.pages-medium": ("21 sampai 100 halaman", "21 to 100 pages"),
    "league.pages-large": ("lebih dari 100 halaman", "more than 100 pages"),
    "league.footer": ("Dibuat dengan tinjau {version}", "Made with tinjau {version}"),
    "letter.kicker": (
        "Pemberitahuan hasil evaluasi layanan e-government",
        "Notice of an evaluation of online services",
    ),
    "letter.rank-later": (
        "Peringkat baru disusun setelah hasil semua pemerintah ditetapkan dan diumumkan.",
        "Ranks are made only when the results of all governments are settled and published.",
    ),
    "letter.first": ("Hasil untuk pemerintah Anda", "Results for your government"),
    "letter.place": (
        "Di antara {n} pemerintah, pemerintah Anda berada pada peringkat {rank}, untuk bobot kriteria mana pun.",
        "Among {n} governments yours ranks {rank}, whatever weights one gives to the criteria.",
    ),
    "letter.not-complete": (
        "Sebagian belum dapat dinilai, sehingga peringkatnya masih terbuka pada rentang {rank}.",
        "Part could not be assessed, so its rank is still open between {rank}.",
    ),
    "letter.phase": ("Layanan berada pada fase {phase}.", "The services are in phase {phase}."),
    "letter.no-phase": ("Fase belum dapat ditunjukkan.", "No phase could be shown."),
    "letter.criteria": ("Penilaian tiap kriteria", "Verdict on each criterion"),
    "letter.says": ("Penjelasan", "What it rests on"),
    "letter.next": ("Yang diperlukan untuk fase berikutnya", "What the next phase needs"),
    "letter.missing": ("Belum terpenuhi", "Missing"),
    "letter.untested": ("Belum diuji", "Untested"),
    "letter.nothing": ("Tidak ada.", "Nothing."),
    "letter.reply": ("Hak jawab", "Right of reply"),
    "letter.reply-text": (
        "Setiap temuan menyebut alamat dan catatan arsip yang dibaca. Bila ada yang keliru, sampaikan buktinya "
        "kepada penyelenggara evaluasi sebelum hasil diumumkan; jawaban Anda disimpan di samping temuan itu.",
        "Every finding names the address and the record that was read. If one is wrong, send the evidence to whoever "
        "runs the evaluation before anything is published; your answer is kept beside the finding.",
    ),
    "letter.archive": (
        "Rekaman yang dibaca: {digest}, {pages} halaman.",
        "Capture that was read: {digest}, {pages} pages.",
    ),
}
