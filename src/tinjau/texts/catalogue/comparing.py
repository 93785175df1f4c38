"""Assessments side by side: years of one government, or several governments."""

SENTENCES: dict[str, tuple[str, str]] = {
    "compare.kicker": ("Perbandingan hasil evaluasi", "Comparison of assessments"),
    "compare.title": ("Beberapa pemerintah berdampingan", "Several governments side by side"),
    "compare.years": (
        "Halaman ini membandingkan {n} evaluasi pemerintah yang sama.",
        "This page compares {n} assessments of the same government.",
    ),
    "compare.governments": (
        "Halaman ini menyandingkan {n} pemerintah; urutannya bukan peringkat.",
        "This page sets {n} governments side by side; their order is no ranking.",
    ),
    "compare.criteria": ("Perubahan kriteria: {parts}.", "Changes of criteria: {parts}."),
    "compare.count-up": ("{n} naik", "{n} up"),
    "compare.count-down": ("{n} turun", "{n} down"),
    "compare.count-same": ("{n} tetap", "{n} the same"),
    "compare.count-broken": ("{n} tidak dapat dibandingkan", "{n} not comparable"),
    "compare.count-appeared": ("{n} baru dinilai", "{n} new"),
    "compare.count-vanished": ("{n} tidak dinilai lagi", "{n} no longer judged"),
    "compare.count-unknown": ("{n} tidak diketahui", "{n} not known"),
    "compare.phases": ("Fase menurut evaluasi: {parts}.", "Phase by assessment: {parts}."),
    "compare.whole": (
        "Semua dinilai dengan versi instrumen yang sama.",
        "All were judged by the same versions of the instruments.",
    ),
    "compare.broken": (
        "Sebagian dinilai dengan instrumen atau versi yang berbeda; di sana garisnya terputus.",
        "Some were judged by other instruments or versions; the line is broken there.",
    ),
    "compare.breaks": ("Yang tidak dapat dibandingkan", "What cannot be compared"),
    "compare.breaks-note": (
        "Perubahan di bawah ini berasal dari instrumen yang berganti, bukan dari layanan.",
        "Differences here come from a changed instrument, not from the services.",
    ),
    "compare.picture": ("Penilaian tiap kriteria dari evaluasi ke evaluasi", "Verdicts from assessment to assessment"),
    "compare.picture-years": (
        "Garis naik dengan panah berarti membaik, garis turun berarti memburuk; tanpa garis berarti tidak dapat "
        "dibandingkan.",
        "A rising line with an arrow means better, a falling one worse; no line means not comparable.",
    ),
    "compare.picture-governments": (
        "Tiap kolom satu pemerintah, dinilai dengan pertanyaan yang sama.",
        "Each column is one government, judged by the same questions.",
    ),
    "compare.coverage": ("cakupan {share}", "coverage {share}"),
    "compare.table-criteria": ("Penilaian kriteria berdampingan", "Verdicts side by side"),
    "compare.table-moved": ("Pertanyaan yang hasilnya berubah", "Questions whose outcome changed"),
    "compare.table-method": ("Dasar tiap evaluasi", "What each assessment rests on"),
    "compare.nothing-moved": ("Tidak ada pertanyaan yang naik atau turun.", "No question went up or down."),
    "compare.moved-lead": (
        "{n} pertanyaan naik atau turun di antara evaluasi dengan versi instrumen yang sama.",
        "{n} {n:question|questions} went up or down between assessments by the same version of the instrument.",
    ),
    "compare.footer": ("Dibuat dengan tinjau {version}.", "Made with tinjau {version}."),
    "section.moved": ("Yang berubah", "What moved"),
    "change.up": ("naik", "up"),
    "change.down": ("turun", "down"),
    "change.same": ("tetap", "same"),
    "change.broken": ("instrumen berubah", "instrument changed"),
    "change.appeared": ("baru", "new"),
    "change.vanished": ("tidak dinilai lagi", "no longer judged"),
    "change.unknown": ("tidak diketahui", "not known"),
    "column.change": ("Perubahan", "Change"),
    "column.assessment": ("Evaluasi", "Assessment"),
    "column.captured": ("Direkam", "Captured"),
    "column.digest": ("Sidik arsip", "Archive digest"),
    "column.instruments": ("Instrumen", "Instruments"),
}
