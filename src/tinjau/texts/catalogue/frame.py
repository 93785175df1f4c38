"""The frame of a report: first screen, headings of parts, tables and columns, captions of pictures."""

SENTENCES: dict[str, tuple[str, str]] = {
    "frame.kicker": ("Laporan evaluasi layanan e-government", "Evaluation of e-government services"),
    "frame.subtitle": (
        "Seberapa baik layanan daring, pada fase mana, dan apa langkah berikutnya",
        "How good the online services are, which phase they are in, and what to do next",
    ),
    "frame.for": ("Pembaca", "Readers"),
    "frame.readers": (
        "pimpinan daerah, perencana, pengelola layanan, dan pemeriksa",
        "leaders, planners, service owners and auditors",
    ),
    "frame.period": ("Periode", "Period"),
    "frame.site": ("Situs", "Site"),
    "frame.since": ("Layanan daring sejak", "Online since"),
    "frame.status": ("Status", "Status"),
    "frame.lacking": ("Huruf di luar fonta", "Characters outside the fonts"),
    "frame.lacking-means": (
        "huruf tidak ada dalam fonta cetakan ini dan diganti dengan tanda seperti [Han ×4]; halaman HTML dan tabel "
        "memuatnya utuh",
        "are not in the fonts of this print and are marked like [Han ×4]; the HTML page and the tables have them",
    ),
    "frame.draft": ("Draf, belum disahkan", "Draft, not approved yet"),
    "frame.approved": ("Disahkan", "Approved"),
    "frame.footer": (
        "Dibuat dengan tinjau {version} dari rekaman {date}.",
        "Made with tinjau {version} from the capture of {date}.",
    ),
    "frame.footer-answers": (
        "Dibuat dengan tinjau {version} dari jawaban penilai; tidak ada situs yang direkam.",
        "Made with tinjau {version} from people's answers; no site was captured.",
    ),
    "frame.skip": ("Langsung ke isi", "Skip to the content"),
    "frame.contents": ("Daftar isi", "Contents"),
    "frame.result": ("Hasil dalam lima kalimat", "The result in five sentences"),
    "frame.data": ("Data gambar sebagai tabel", "The picture's data as a table"),
    # The five sentences.
    "summary.what-capture": (
        "Laporan ini menilai layanan daring {government} berdasarkan {pages} halaman yang direkam pada {date}.",
        "This report assesses the online services of {government} from {pages} {pages:page|pages} captured on {date}.",
    ),
    "summary.what-answers": (
        "Laporan ini menilai layanan daring {government} berdasarkan {answers} jawaban dalam berkas kajian; situsnya "
        "tidak direkam.",
        "This report assesses the online services of {government} from {answers} {answers:answer|answers} in the "
        "study's files; "
        "its site was not captured.",
    ),
    "summary.what-both": (
        "Laporan ini menilai layanan daring {government} berdasarkan {pages} halaman yang direkam pada {date} dan "
        "{answers} "
        "jawaban dalam berkas kajian.",
        "This report assesses the online services of {government} from {pages} {pages:page|pages} captured on {date} "
        "and {answers} "
        "{answers:answer|answers} in the study's files.",
    ),
    "summary.what-nothing": (
        "Laporan ini disiapkan untuk {government}, tetapi belum ada situs yang direkam dan belum ada jawaban.",
        "This report was prepared for {government}, but no site was captured and nobody has answered yet.",
    ),
    "summary.proposals": (
        "Temuan mesin adalah usulan sampai dipastikan penilai: pada situs yang baru baginya, {precision:%} dari yang "
        "dilaporkannya memang ada, dan {recall:%} dari yang ada ditemukannya.",
        "What the machine found is a proposal until a person confirms it: on sites new to it, {precision:%} of what it "
        "reported was there, and it found {recall:%} of what was there.",
    ),
    "summary.phase": (
        "Layanannya berada pada fase |, fase ke-{ordinal} dari {all}.",
        "Its services are in the phase |, number {ordinal} of {all}.",
    ),
    "summary.phase-none": (
        "Fase tidak dinilai karena kajian ini tidak memakai instrumen yang menentukan fase.",
        "No phase is given, because no instrument of this study determines one.",
    ),
    "summary.phase-not-shown": (
        "Fase belum dapat ditentukan: syarat fase pertama pun belum terlihat.",
        "The phase cannot be determined yet: not even the first phase's requirements are shown.",
    ),
    "summary.see-phase": ("Lihat tangga fase.", "See the phase ladder."),
    "summary.verdicts": ("Dari {all} kriteria, {parts}.", "Of {all} {all:criterion|criteria}, {parts}."),
    "summary.positive": ("{n} dinilai positif", "{n} {n:is|are} positive"),
    "summary.mixed": ("{n} campuran", "{n} mixed"),
    "summary.negative": ("{n} negatif", "{n} negative"),
    "summary.none": ("{n} belum dinilai", "{n} not assessed"),
    "summary.verdicts-none": (
        "Dari {all} kriteria, belum satu pun dapat dinilai.",
        "None of the {all} {all:criterion|criteria} could be assessed yet.",
    ),
    "summary.verdicts-nothing": (
        "Kajian ini tidak memakai instrumen yang menilai kriteria.",
        "No instrument of this study judges criteria.",
    ),
    "summary.scored": (
        "Dari {all} kriteria, {scored} memperoleh skor.",
        "{scored} of {all} {all:criterion|criteria} {scored:has|have} a score.",
    ),
    "summary.known": (
        "Sebanyak {known} dari {all} pertanyaan telah diketahui jawabannya; sisanya belum diuji atau tidak dapat "
        "dipastikan dan tidak dianggap gagal.",
        "The answer is known for {known} of {all} {all:question|questions}; the rest are untested or cannot be told, "
        "and do not count as "
        "failures.",
    ),
    "summary.known-all": (
        "Semua {all} pertanyaan telah diketahui jawabannya.",
        "The answer is known for all {all} {all:question|questions}.",
    ),
    "summary.known-none": (
        "Belum ada pertanyaan instrumen yang diuji.",
        "None of the instruments' questions has been tested.",
    ),
    "summary.next-missing": (
        "Syarat untuk naik ke fase {phase}: {counts}. Langkah pertama:",
        "Requirements for the phase {phase}: {counts}. First step:",
    ),
    "summary.next-untested": (
        "Syarat untuk naik ke fase {phase}: {counts}. Periksa dahulu:",
        "Requirements for the phase {phase}: {counts}. Check first:",
    ),
    "summary.next-plan": (
        "Langkah berikutnya tersusun dalam {n} kesimpulan strategi.",
        "What to do next stands in {n} concluded {n:strategy|strategies}.",
    ),
    "summary.next-begin": (
        "Langkah berikutnya: rekam situsnya, lalu isi pertanyaan yang hanya dapat dijawab oleh penilai.",
        "Next: capture the site, then give the answers that only people can give.",
    ),
    "summary.next-answers": (
        "Langkah berikutnya: jawab pertanyaan yang hanya dapat dijawab oleh penilai, lalu susun strategi.",
        "Next: give the answers that only people can give, then write strategies.",
    ),
    "summary.see-conclusions": ("Lihat kesimpulan strategi.", "See the concluded strategies."),
    "key.phase": ("Fase", "Phase"),
    "key.coverage": ("Cakupan: pertanyaan yang terjawab", "Coverage: questions determined"),
    "key.completeness": ("Kelengkapan rekaman situs", "Completeness of the capture"),
    "key.services": ("Layanan untuk masyarakat", "Services for the public"),
    "key.strategies": ("Strategi", "Strategies"),
    # What to do next.
    "section.next": ("Langkah berikutnya", "What to do next"),
    "section.first-steps": ("Yang dapat dimulai hari Senin", "What can start on Monday"),
    "section.in-short": ("{n} kesimpulan strategi secara ringkas", "{n} concluded {n:strategy|strategies} in short"),
    "section.limits": ("Keterbatasan laporan ini", "Limits of this report"),
    "next.steps-lead": (
        "Diurutkan dari syarat fase berikutnya, lalu pertanyaan yang tidak terpenuhi, lalu yang perlu diperiksa.",
        "In order: requirements of the next phase, then questions that failed, then what needs checking.",
    ),
    "next.because": ("Karena tidak terpenuhi:", "Because this failed:"),
    "next.check": ("Periksa:", "Check:"),
    "next.no-capture": (
        "Situs tidak direkam; semua hasil berasal dari jawaban penilai.",
        "The site was not captured; every result comes from people's answers.",
    ),
    "next.partial-capture": (
        "Tidak tercatat bahwa seluruh situs terekam.",
        "It is not recorded that the whole site was captured.",
    ),
    "next.support": (
        "Dari faktor yang ditulis, {share:%} mempunyai bukti; selebihnya pernyataan.",
        "{share:%} of the factors have evidence; the rest are assertions.",
    ),
    "next.objections": ("Pemeriksaan menemukan {parts}.", "Checking found {parts}."),
    "next.unverified": (
        "Sebanyak {n} instrumen belum seluruhnya dicocokkan dengan sumber aslinya.",
        "{n} {n:instrument was|instruments were} not fully checked against the original source.",
    ),
    "next.no-limits": ("Tidak ada keterbatasan yang tercatat.", "No limits are recorded."),
    "next.see-method": ("Lihat cara laporan ini dibuat.", "See how this report was made."),
    "next.see-objections": ("Lihat catatan pemeriksaan.", "See the objections."),
    # Parts.
    "section.criteria": ("Kriteria", "Criteria"),
    "section.services": ("Layanan", "Services"),
    "section.phase": ("Fase", "Phase"),
    "section.sensitivity": ("Kepekaan terhadap ambang", "How far this depends on the threshold"),
    "section.swot": ("Kekuatan, kelemahan, peluang, dan ancaman", "Strengths, weaknesses, opportunities and threats"),
    "section.tows": ("Matriks strategi (TOWS)", "Strategy matrix (TOWS)"),
    "section.conclusions": ("Kesimpulan strategi", "Concluded strategies"),
    "section.actions": ("Rencana aksi", "Action plan"),
    "section.proposals": ("Usulan berdasarkan aturan", "What the rules propose"),
    "section.decisions": ("Keputusan yang telah diambil", "What people decided"),
    "section.derivation": (
        "Apakah strategi dapat diturunkan dari temuan",
        "Whether the strategies follow from the findings",
    ),
    "section.trace": ("Penelusuran bukti dua arah", "Evidence traced both ways"),
    "section.objections": ("Catatan pemeriksaan", "Objections"),
    "section.method": ("Cara laporan ini dibuat", "How this report was made"),
    "section.glossary": ("Istilah", "Terms"),
    # Columns.
    "column.criterion": ("Kriteria", "Criterion"),
    "column.verdict": ("Penilaian", "Verdict"),
    "column.score": ("Skor", "Score"),
    "column.coverage": ("Cakupan", "Coverage"),
    "column.question": ("Pertanyaan", "Question"),
    "column.requirement": ("Syarat", "Requirement"),
    "column.outcome": ("Hasil", "Outcome"),
    "column.evidence": ("Bukti", "Evidence"),
    "column.service": ("Layanan", "Service"),
    "column.audience": ("Sasaran", "Audience"),
    "column.access": ("Akses", "Access"),
    "column.guide": ("Panduan", "Guide"),
    "column.service-phase": ("Fase", "Phase"),
    "column.found-at": ("Ditemukan di", "Found at"),
    "column.ordinal": ("Urutan", "Order"),
    "column.phase": ("Fase", "Phase"),
    "column.state": ("Keadaan", "State"),
    "column.share": ("Bagian layanan", "Share of services"),
    "column.share-asked": ("Ambang yang dipakai", "Threshold used"),
    "column.proposal": ("Usulan", "Proposal"),
    "column.rule": ("Aturan", "Rule"),
    "column.because": ("Karena", "Because"),
    "column.matches": ("Sepadan dengan", "Matches"),
    "column.subject": ("Butir", "Item"),
    "column.derivation": ("Penurunan", "Derivation"),
    "column.derived-by": ("Melalui", "Through"),
    "column.strategy": ("Strategi", "Strategy"),
    "column.owner": ("Penanggung jawab", "Owner"),
    "column.when": ("Waktu", "When"),
    "column.budget": ("Anggaran", "Budget"),
    "column.spent": ("Terpakai", "Spent"),
    "column.indicator": ("Ukuran keberhasilan", "Measure of success"),
    "column.status": ("Status", "Status"),
    "column.factor": ("Faktor", "Factor"),
    "column.rests-on": ("Bersandar pada", "Rests on"),
    "column.used-in": ("Dipakai dalam", "Used in"),
    "column.factors-resting": ("Faktor yang bersandar padanya", "Factors that rest on it"),
    "column.instrument": ("Instrumen", "Instrument"),
    "column.version": ("Versi", "Version"),
    "column.verified": ("Pemeriksaan sumber", "Verification"),
    "column.source": ("Sumber", "Source"),
    "column.questions": ("Pertanyaan yang dijawab bersama", "Questions with two answers"),
    "column.equal": ("Jawaban sama", "Equal answers"),
    "column.alpha": ("Alfa", "Alpha"),
    # Captions of tables.
    "table.strip": ("Penilaian kriteria: {instrument}", "Verdicts by criterion: {instrument}"),
    "table.gaps": ("Yang belum terpenuhi atau tidak dapat dipastikan", "What failed or cannot be told"),
    "table.passed": ("Yang terpenuhi", "What passed"),
    "table.units": ("Hasil tiap layanan", "Outcome of every service"),
    "table.more-units": (
        "Masih ada {n} baris lagi; lihat assessment.json.",
        "{n} more {n:row|rows} in assessment.json.",
    ),
    "table.services": ("Daftar layanan", "Service inventory"),
    "table.more-services": (
        "Masih ada {n} layanan lagi; lihat assessment.json.",
        "{n} more {n:service|services} in assessment.json.",
    ),
    "table.matrix": ("Layanan menurut kriteria", "Services by criterion"),
    "table.phase": ("Tangga fase", "Phase ladder"),
    "table.gate": ("Syarat fase {phase}", "Requirements of the phase {phase}"),
    "table.sensitivity": ("Fase menurut ambang bagian layanan", "Phase by the share of services asked for"),
    "table.swot": ("Faktor SWOT", "SWOT factors"),
    "table.tows": ("Matriks TOWS", "TOWS matrix"),
    "table.factor-proposals": ("Faktor yang diusulkan aturan", "Factors that the rules propose"),
    "table.strategy-proposals": ("Strategi yang diusulkan aturan", "Strategies that the rules propose"),
    "table.derivation": ("Butir yang {verdict}", "Items: {verdict}"),
    "table.actions": ("Rencana aksi dan anggarannya", "Actions and their budget"),
    "table.factor-to-evidence": ("Dari faktor ke bukti", "From factor to evidence"),
    "table.evidence-to-factor": ("Dari bukti ke faktor", "From evidence to factor"),
    "table.instruments": ("Instrumen yang menilai", "Instruments used"),
    "table.agreement": ("Kesepakatan antarpenilai", "Agreement between assessors"),
    # Pictures.
    "picture.strip": ("Penilaian tiap kriteria: {instrument}", "Verdict of every criterion: {instrument}"),
    "picture.strip-note": (
        "Cakupan adalah bagian pertanyaan yang terjawab; cakupan rendah tidak menurunkan penilaian.",
        "Coverage is the share of questions determined; a low coverage lowers no verdict.",
    ),
    "picture.radar": ("Skor tiap kriteria: {instrument}", "Score of every criterion: {instrument}"),
    "picture.radar-note": (
        "Skala {low} sampai {high}. Garis terputus pada kriteria tanpa skor: itu bukan nol.",
        "Scale {low} to {high}. The line is open at a criterion without a score: that is not a zero.",
    ),
    "picture.radar-none": (
        "Skor {instrument} tidak digambar sebagai jaring karena instrumennya tidak menyatakan skala yang sama bagi "
        "semua pertanyaan; jaring tanpa skala menyesatkan.",
        "The scores of {instrument} are not drawn as a radar, because the instrument states no scale that all its "
        "questions share; a radar without a scale misleads.",
    ),
    "picture.tows": ("Faktor dan strategi dalam matriks TOWS", "Factors and strategies in the TOWS matrix"),
    "picture.tows-note": (
        "Kekuatan dan kelemahan di atas, peluang dan ancaman di kiri; tiap strategi berada di sel yang mempertemukan "
        "keduanya.",
        "Strengths and weaknesses above, opportunities and threats on the left; each strategy stands in the cell where "
        "they meet.",
    ),
    "tows.concluded": ("masuk kesimpulan", "concluded"),
    "tows.open": ("tidak masuk kesimpulan", "not concluded"),
    "tows.loose": ("tanpa faktor", "without a factor"),
    "column.factors-used": ("Faktor yang dipakai", "Factors used"),
    "column.became": ("Kelanjutannya", "What became of it"),
    "picture.spread": ("Sebaran jawaban penilai: {instrument}", "Spread of the assessors' answers: {instrument}"),
    "picture.spread-ratings": ("Sebaran nilai faktor menurut penilai", "Spread of the raters' ratings of factors"),
    "picture.spread-desc": (
        "Satu baris untuk setiap hal yang dinilai berbeda, {n} seluruhnya; angkanya ada dalam tabel.",
        "One row for each thing on which people differ, {n} in all; the table has the numbers.",
    ),
    "picture.spread-note": (
        "Setiap titik satu penilai; titik bertumpuk bila nilainya sama. Segitiga gelap menunjuk median.",
        "Each dot is one person; equal values stand on one another. The dark wedge points at the median.",
    ),
    "picture.spread-words-note": (
        "Setiap titik satu penilai; titik bertumpuk bila jawabannya sama. Jawaban berupa kata tidak mempunyai median.",
        "Each dot is one person; equal answers stand on one another. Answers in words have no median.",
    ),
    "picture.spread-more": ("{n} lainnya tidak digambar.", "{n} more are not drawn."),
    "next.begin": ("Mulai dari: {services}", "Begin with: {services}"),
    "next.begin-more": ("(dan {n} layanan lain)", "(and {n} more {n:service|services})"),
    "strip.score": ("skor {score}", "score {score}"),
    "spread.end": ("n; median", "n; median"),
    "spread.end-words": ("n", "n"),
    "spread.n": ("{n} penilai", "{n} {n:person|people}"),
    "spread.median": ("{n}; {median}", "{n}; {median}"),
    "column.spread-thing": ("Yang dinilai", "What was judged"),
    "column.spread-values": ("Semua jawaban", "All answers"),
    "column.spread-end": ("Banyak penilai; median", "People; median"),
    "column.spread-n": ("Banyak penilai", "People"),
    "picture.ladder": ("Tangga fase", "Phase ladder"),
    "picture.ladder-note": (
        "Anak tangga gelap dengan bendera adalah fase sekarang; garis putus-putus menandai fase yang lebih tinggi "
        "lagi.",
        "The dark step with the flag is the present phase; dashed outlines are the phases after the next.",
    ),
    "picture.trace": ("Jejak dari bukti ke kesimpulan", "Trace from evidence to conclusions"),
    "picture.trace-desc": (
        "{supports} sandaran, {factors} faktor, {strategies} strategi, dan {conclusions} kesimpulan; {resting} garis "
        "dari "
        "sandaran ke faktor dan {using} garis dari faktor ke strategi.",
        "{supports} supports, {factors} factors, {strategies} strategies and {conclusions} conclusions; {resting} "
        "lines from supports "
        "to factors and {using} lines from factors to strategies.",
    ),
    "picture.trace-note": (
        "Kotak dengan garis putus-putus: faktor tanpa sandaran atau tanpa strategi, dan strategi yang tidak menyebut "
        "faktor.",
        "Boxes with a dashed outline: factors without support or without a strategy, and strategies that name no "
        "factor.",
    ),
}
