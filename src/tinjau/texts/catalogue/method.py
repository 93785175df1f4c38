"""How a report was made, what a careful reader would object, and the words it uses."""

SENTENCES: dict[str, tuple[str, str]] = {
    "objections.lead": (
        "Pemeriksaan menemukan {parts}. Kesalahan bertentangan dengan data, peringatan melemahkan kajian, dan "
        "catatan perlu dijawab.",
        "A careful reader would raise {parts}. An error contradicts the data, a warning weakens the study, a notice "
        "asks.",
    ),
    "objections.more": ("dan {n} lagi; lihat plan.json", "and {n} more; see plan.json"),
    "objections.none": ("Tidak ada catatan pemeriksaan.", "There are no objections."),
    "objections.error": ("{n} kesalahan", "{n} {n:error|errors}"),
    "objections.warning": ("{n} peringatan", "{n} {n:warning|warnings}"),
    "objections.notice": ("{n} catatan", "{n} {n:notice|notices}"),
    "method.lead": (
        "Siapa pun yang memegang arsip dan jawaban yang sama akan memperoleh laporan yang sama.",
        "Anyone who holds the same archive and answers gets the same report.",
    ),
    "method.steps": (
        "Situs direkam apa adanya, fakta dibaca dari rekaman, lalu instrumen menilai fakta dan jawaban penilai. "
        "Mesin mengusulkan; bila penilai menjawab, jawaban penilai yang berlaku. Faktor dan strategi ditulis oleh "
        "penyusun kajian.",
        "The site is captured as it is, facts are read from the capture, then instruments judge facts and people's "
        "answers. The "
        "machine proposes; where people answered, their answer stands. People write factors and strategies.",
    ),
    "method.trust": (
        "Ketepatan mesin diukur dengan jawaban orang. Pada {sites} situs yang dibaca orang, {precision:%} dari yang "
        "dilaporkan mesin memang ada (presisi), dan {recall:%} dari yang ada ditemukannya (perolehan). Pada "
        "{new_sites} situs rekaan yang baru baginya, angkanya {new_precision:%} dan {new_recall:%}. Temuan yang "
        "bersandar pada detektor dengan kurang dari 20 kasus uji yang saling bebas adalah usulan sampai dipastikan "
        "penilai.",
        "How often the machine is right was measured against people's answers. On {sites} sites that a person read, "
        "{precision:%} of what it reported was there (precision), and it found {recall:%} of what was there (recall). "
        "On {new_sites} invented sites that were new to it, the figures are {new_precision:%} and {new_recall:%}. "
        "A finding that rests on a detector with fewer than 20 independent cases is a proposal until a person "
        "confirms it.",
    ),
    "method.absence": (
        "Sesuatu yang tidak terlihat baru dinyatakan tidak terpenuhi bila halaman tempatnya seharusnya berada "
        "terekam lengkap; "
        "selain itu hasilnya tidak dapat dipastikan.",
        "What was not seen counts as failed only where the pages on which it should stand were captured completely; "
        "otherwise the "
        "outcome is: cannot tell.",
    ),
    "method.archive": ("Arsip", "Archive"),
    "method.no-archive": ("tidak ada situs yang direkam", "no site was captured"),
    "method.digest": ("Nilai hash SHA-256 arsip", "SHA-256 digest of the archive"),
    "method.pages": ("Halaman terekam", "Pages captured"),
    "method.dates": ("Waktu perekaman", "Time of the capture"),
    "method.completeness": ("Kelengkapan rekaman", "Completeness of the capture"),
    "method.hosts": ("Host", "Hosts"),
    "method.answers": ("Jawaban penilai", "People's answers"),
    "method.answers-count": (
        "{n} jawaban dari {people} penilai",
        "{n} {n:answer|answers} of {people} {people:assessor|assessors}",
    ),
    "method.history": ("Riwayat masukan", "History of the inputs"),
    "method.history-line": (
        "{n} catatan oleh {people} orang dalam {roles} peran, {days}",
        "{n} {n:entry|entries} by {people} {people:person|people} in {roles} {roles:role|roles}, {days}",
    ),
    "method.history-people": (
        "{n} catatan oleh {people} orang, {days}",
        "{n} {n:entry|entries} by {people} {people:person|people}, {days}",
    ),
    "method.history-program": ("{n} catatan oleh program, {days}", "{n} {n:entry|entries} by the program, {days}"),
    "method.history-head": ("Hash catatan terakhir:", "Hash of the last entry:"),
    "method.version": ("Versi", "Version"),
    "method.caution": ("Keterbatasan rekaman ini", "Limits of this capture"),
    "method.incomplete": (
        "Perekaman tidak tercatat tuntas; ketiadaan sesuatu di dalamnya belum membuktikan apa pun.",
        "The capture is not recorded as complete; that something is absent from it proves nothing yet.",
    ),
    "method.loss": ("Bagian arsip yang tidak terbaca:", "What could not be read of the archive:"),
    "method.not-in-force": ("tidak berlaku lagi", "no longer in force"),
    "method.no-agreement": (
        "Kesepakatan antarpenilai belum dinilai: diperlukan sedikitnya dua penilai.",
        "Agreement between assessors is not assessed: it needs at least two.",
    ),
    "glossary.median": ("Median", "Median"),
    "glossary.median-means": (
        "nilai tengah bila semua nilai diurutkan; separuh penilai memberi nilai di bawahnya, separuh di atasnya.",
        "the middle value when all are put in order: half of the people are below it, half above.",
    ),
    "glossary.interval": ("Rentang 95%", "95% interval"),
    "glossary.interval-means": (
        "batas yang memuat nilai itu pada 95 dari 100 pengambilan ulang secara acak.",
        "the bounds within which the value lies in 95 of 100 random redrawings.",
    ),
    "glossary.wcag": ("WCAG dan WCAG-EM", "WCAG and WCAG-EM"),
    "glossary.wcag-means": (
        "pedoman W3C agar situs dapat dipakai penyandang disabilitas, dan cara memeriksanya.",
        "W3C's guidelines for sites that people with disabilities can use, and how to evaluate them.",
    ),
    "agreement.all": ("Seluruhnya", "Everything"),
    "agreement.note": (
        "Alfa Krippendorff: 1 berarti sepakat penuh, 0 berarti tidak lebih baik daripada kebetulan; dalam kurung "
        "rentang 95%. Tanda – berarti tidak dapat dihitung.",
        "Krippendorff's alpha: 1 is complete agreement, 0 no better than chance; the 95% interval in brackets. "
        "A dash means that it cannot be computed.",
    ),
    "agreement.differing": (
        "assessment.json memuat {n} pertanyaan yang jawabannya berbeda.",
        "assessment.json lists {n} {n:question|questions} on which assessors differ.",
    ),
    "glossary.capture": ("Rekaman", "Capture"),
    "glossary.capture-means": (
        "salinan halaman situs seperti dikirim server, disimpan dalam arsip web (WARC).",
        "a copy of a site's pages as the server sent them, kept in a web archive (WARC).",
    ),
    "glossary.record": ("Catatan arsip", "Record"),
    "glossary.record-means": (
        "satu jawaban server di dalam arsip, dengan nomor dan nilai hash-nya.",
        "one response of a server within the archive, with its id and digest.",
    ),
    "glossary.detector": ("Detektor", "Detector"),
    "glossary.detector-means": (
        "pembaca satu fakta pada halaman; tidak menilai baik atau buruk.",
        "reads one fact from a page; it does not say whether that is good.",
    ),
    "glossary.observation": ("Pengamatan", "Observation"),
    "glossary.observation-means": ("satu fakta dan tempat fakta itu terbaca.", "one fact and where it was read."),
    "glossary.indicator": ("Indikator", "Indicator"),
    "glossary.indicator-means": (
        "satu pertanyaan instrumen yang dijawab oleh fakta atau oleh penilai.",
        "one question of an instrument, answered by facts or by people.",
    ),
    "glossary.criterion": ("Kriteria", "Criterion"),
    "glossary.criterion-means": (
        "pokok penilaian yang memuat beberapa indikator.",
        "a heading that gathers several indicators.",
    ),
    "glossary.outcome": ("Hasil", "Outcome"),
    "glossary.outcome-means": (
        "terpenuhi, tidak terpenuhi, tidak dapat dipastikan, tidak berlaku, atau belum diuji.",
        "passed, failed, cannot tell, not applicable, or untested.",
    ),
    "glossary.completeness": ("Kelengkapan", "Completeness"),
    "glossary.completeness-means": (
        "bagian situs yang berhasil direkam.",
        "how much of the site was captured.",
    ),
    "glossary.coverage": ("Cakupan", "Coverage"),
    "glossary.coverage-means": (
        "bagian indikator yang hasilnya diketahui.",
        "the share of indicators whose outcome is known.",
    ),
    "glossary.support": ("Dukungan bukti", "Support"),
    "glossary.support-means": ("bagian faktor yang mempunyai bukti.", "the share of factors that have evidence."),
    "glossary.phase": ("Fase", "Phase"),
    "glossary.phase-means": (
        "tahap perkembangan layanan: dari menyajikan informasi sampai layanan yang terpadu.",
        "a stage of development: from publishing information to joined-up services.",
    ),
    "glossary.factor": ("Faktor", "Factor"),
    "glossary.factor-means": (
        "kekuatan, kelemahan, peluang, atau ancaman yang ditulis dalam kajian.",
        "a strength, weakness, opportunity or threat that people wrote into the study.",
    ),
    "glossary.tows": ("TOWS", "TOWS"),
    "glossary.tows-means": (
        "cara Weihrich (1982) memasangkan faktor internal dan faktor eksternal menjadi strategi SO, WO, ST, dan WT.",
        "Weihrich's way (1982) of pairing inner and outer factors into SO, WO, ST and WT strategies.",
    ),
    "glossary.proposal": ("Usulan", "Proposal"),
    "glossary.proposal-means": (
        "butir yang diturunkan oleh aturan dan masih menunggu keputusan.",
        "something that rules derived and that waits for people's decision.",
    ),
    "replication.title": ("Paket replikasi: {government}", "Replication package: {government}"),
    "replication.about": (
        "Berkas ini memuat masukan kajian tanpa nama orang, pengamatan, instrumen, dan semua tabel. Tidak ada isi "
        "halaman di "
        "dalamnya. Skrip berikut menghitung ulang setiap tabel dan menyebut sel yang berbeda:",
        "This file holds the study's inputs without people's names, the observations, the instruments and every table. "
        "There is no page body in it. The script below computes every table again and lists the cells that differ:",
    ),
    "replication.withheld": (
        "Fakta dari situs yang hanya boleh dibaca pemiliknya. Ada dan diperiksa, tetapi tidak diterbitkan.",
        "Facts of the site that only its owner may read. They exist and were checked, but are not published.",
    ),
    "replication.names": (
        "Penilai ditulis A1, A2, dan seterusnya. Keterangan bebas tetap seperti aslinya; baca dahulu sebelum "
        "diterbitkan.",
        "Assessors are A1, A2 and so on. Free remarks stand as people wrote them: read them over before publishing.",
    ),
}
