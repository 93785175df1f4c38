"""Stages 1 and 2: criteria, evidence, services and phase."""

SENTENCES: dict[str, tuple[str, str]] = {
    "criteria.lead": (
        "Tiap kriteria memuat penilaian, siapa yang memberikannya, dan bukti yang dapat dibuka kembali. "
        "Hal yang belum diketahui ditulis demikian dan tidak dianggap gagal.",
        "Every criterion shows its verdict, who gave it, and evidence that can be opened again. "
        "What is not known is said to be so and is not taken for a failure.",
    ),
    "criteria.nothing": ("Belum ada kriteria yang dinilai.", "No criterion has been assessed."),
    "criteria.not-assessed": ("Belum dinilai.", "Not assessed."),
    "criteria.by": ("Penilaian diberikan oleh {name}.", "Verdict given by {name}."),
    "criteria.by-rule": ("Penilaian mengikuti aturan instrumen.", "Verdict by the instrument's rule."),
    "criteria.score": ("Skor {score}.", "Score {score}."),
    "criteria.proposed": ("Mesin mengusulkan: {verdict}.", "The machine proposed: {verdict}."),
    "criteria.coverage": ("Cakupan {share:%}.", "Coverage {share:%}."),
    "criteria.outcomes": ("Hasil pertanyaan: {parts}.", "Questions: {parts}."),
    "criteria.mend": ("Cara memperbaiki:", "How to mend it:"),
    "criteria.rule-note": (
        "Hasil tanpa keterangan lain diputuskan oleh aturan instrumen dari bukti di sampingnya.",
        "An outcome with no other remark was decided by the instrument's rule from the evidence beside it.",
    ),
    "criteria.proposed-by-rule": (
        "Penilaian diusulkan oleh aturan instrumen dan belum dipastikan penilai.",
        "Verdict proposed by the instrument's rule; no person has confirmed it.",
    ),
    "criteria.proposal-note": (
        "Hasil tanpa keterangan lain diusulkan oleh aturan instrumen dari bukti di sampingnya dan belum dipastikan "
        "penilai.",
        "An outcome with no other remark is proposed by the instrument's rule from the evidence beside it; no person "
        "has confirmed it.",
    ),
    "criteria.value": ("Nilai: {value}", "Value: {value}"),
    "criteria.machine": ("Mesin mengusulkan: {outcome}", "The machine proposed: {outcome}"),
    "criteria.passed": ("{n} pertanyaan terpenuhi", "{n} {n:question|questions} passed"),
    "criteria.silent": (
        "{n} pertanyaan belum diuji atau tidak berlaku",
        "{n} {n:question|questions} untested or not applicable",
    ),
    "evidence.owner": ("hanya untuk pemilik situs", "for the site's owner only"),
    "evidence.none": ("tanpa bukti", "no evidence"),
    "evidence.record": ("catatan arsip", "record"),
    "evidence.answer": ("jawaban penilai", "a person's answer"),
    "evidence.answer-to": ("jawaban atas: {subject}", "answer to: {subject}"),
    "evidence.at": ("Rujukan: {place}.", "Reference: {place}."),
    "evidence.more": ("dan {n} lagi", "and {n} more"),
    "evidence.used-by": ("dasar bagi {factors}", "supports {factors}"),
    "word.unnamed": ("tanpa nama", "unnamed"),
    "word.unknown-date": ("tanggal yang tidak tercatat", "a date that was not recorded"),
    "services.lead": (
        "Sasaran dan mutu akses ditetapkan oleh penilai; fase dan alamat berasal dari rekaman situs, bila ada.",
        "Audience and access are decided by people; phase and address come from the captured site, where there is one.",
    ),
    "services.none": ("Kajian ini belum memuat daftar layanan.", "This study has no service inventory yet."),
    "services.total": ("Layanan", "Services"),
    "services.public": ("Untuk masyarakat", "For the public"),
    "services.good": ("Akses baik", "Good access"),
    "services.lacking": ("Akses kurang", "Access lacking"),
    "services.unknown": ("Akses belum dinilai", "Access not assessed"),
    "services.not-found": ("tidak ditemukan pada rekaman", "not found in the capture"),
    "services.no-capture": ("situs tidak direkam", "site not captured"),
    "services.confidence": ("keyakinan pencocokan {share}", "confidence of the match {share}"),
    "services.met": ("terpenuhi", "met"),
    "services.met-note": (
        "Angka di tepi: berapa yang terpenuhi dari yang dapat dipastikan. Pasangan yang belum dinilai tidak dihitung.",
        "Numbers at the sides: how many are met of those that could be told. Pairs that nobody judged are not counted.",
    ),
    "services.matrix-note": (
        "Tanda garis putus-putus berarti belum dinilai untuk pasangan itu.",
        "A dashed sign means that the pair was not assessed.",
    ),
    "phase.none": (
        "Tidak ada instrumen yang menentukan fase dalam kajian ini.",
        "No instrument of this study determines a phase.",
    ),
    "phase.is": ("Fase sekarang: | (ke-{ordinal}).", "Present phase: | (number {ordinal})."),
    "phase.not-shown": ("Belum terlihat fase mana pun.", "No phase is shown yet."),
    "phase.of-site": ("Dihitung dari kemampuan situs.", "Read from what the site can do."),
    "phase.of-services": (
        "Dihitung dari bagian layanan publik yang mencapainya.",
        "Read from the share of public services that reach it.",
    ),
    "phase.step-reached": ("tercapai", "reached"),
    "phase.step-here": ("fase sekarang", "present phase"),
    "phase.count-missing": ("{n} belum terpenuhi", "{n} not met"),
    "phase.count-untested": ("{n} belum diuji", "{n} untested"),
    "phase.count-none": ("semua terpenuhi", "all met"),
    "phase.step-beyond": ("sesudahnya", "later"),
    "phase.missing": ("Belum terpenuhi untuk fase {phase} ({n})", "Missing for the phase {phase} ({n})"),
    "phase.untested": ("Belum diuji untuk fase {phase} ({n})", "Untested for the phase {phase} ({n})"),
    "phase.mend": ("Yang perlu dilakukan:", "What to do:"),
    "phase.ask": ("Tanyakan kepada:", "Ask:"),
    "phase.one-of": ("cukup salah satu dari kelompoknya", "any one of its group is enough"),
    "phase.top": ("Ini fase tertinggi pada tangga instrumen.", "This is the highest phase of the instrument's ladder."),
    "phase.no-next": ("Fase berikutnya belum dapat ditunjukkan.", "No next phase can be shown yet."),
    "phase.insensitive": (
        "Hasilnya sama untuk setiap ambang yang dicoba.",
        "The result is the same for every share that was tried.",
    ),
    "phase.sensitivity": (
        "Ambang bagian layanan yang dipakai adalah {share}; tabelnya menunjukkan fase bila ambangnya lain.",
        "The share of services asked for is {share}; the table shows the phase under other shares.",
    ),
}
