"""The sentences of next year: what is taken over, what moved, what broke."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "years.begin": ("Mulai evaluasi tahun berikutnya", "Begin next year's evaluation"),
    "years.begin-lead": (
        "Evaluasi baru dibuat dari {title}. Jawaban, keputusan, dan berkas bukti tidak ikut; jawaban tahun lalu tampil "
        "di samping setiap pertanyaan sebagai pembanding.",
        "A new evaluation is made from {title}. Answers, decisions and evidence files do not come along; last year's "
        "answers stand beside each question for comparison.",
    ),
    "years.take": ("Yang diambil dari tahun lalu", "What is taken over"),
    "take.services": ("Daftar layanan", "List of services"),
    "take.settings": ("Alamat situs dan pengaturan", "Addresses of the sites and settings"),
    "take.factors": ("Faktor dan sumbernya", "Factors and their sources"),
    "take.strategies": (
        "Strategi dan simpulannya (beserta faktornya)",
        "Strategies and conclusions (with their factors)",
    ),
    "take.actions": (
        "Tindakan dan anggarannya (beserta strateginya); tanggal, realisasi, dan status dikosongkan",
        "Actions and budgets (with their strategies); dates, spending and status are emptied",
    ),
    "years.factors-note": (
        "Bukti dari tahun lalu tidak ikut. Faktor yang hanya bertumpu padanya menjadi “dinyatakan” sampai didukung "
        "lagi.",
        "Last year's evidence does not come along. A factor that rested on it alone is “stated” until it is shown "
        "anew.",
    ),
    "years.instruments": ("Instrumen", "Instruments"),
    "years.instruments-hint": (
        "Bila instrumennya berganti, garis tren terputus dan perbandingan menunjukkan putusnya.",
        "Where an instrument changes, the trend line breaks, and the comparison shows the break.",
    ),
    "years.used-before": ("dipakai tahun lalu", "used last year"),
    "years.make": ("Buat evaluasi baru", "Make the new evaluation"),
    "years.needs-instrument": ("Pilih sekurang-kurangnya satu instrumen.", "Choose at least one instrument."),
    "years.taken-from": ("diambil dari {title}", "taken from {title}"),
    "years.loop": (
        "Evaluasi itu tidak dapat menjadi pendahulu evaluasi ini.",
        "That evaluation cannot be the one before this.",
    ),
    "years.title": ("Dari tahun ke tahun", "Year by year"),
    "years.lead": (
        "Yang berubah dihitung hanya bila kedua tahun dinilai dengan versi instrumen yang sama.",
        "Something counts as moved only where both years were judged by the same version of an instrument.",
    ),
    "years.none": (
        "Belum ada evaluasi sebelum ini. Mulailah evaluasi tahun berikutnya dari halaman evaluasi tahun ini, atau "
        "sebutkan pendahulunya.",
        "There is no evaluation before this one yet. Begin next year's from this year's page, or name the one before.",
    ),
    "years.join": ("Evaluasi sebelum ini", "The evaluation before this one"),
    "years.join-button": ("Tautkan", "Link"),
    "years.choose": ("Tahun yang dibandingkan", "Years to compare"),
    "years.compare": ("Bandingkan", "Compare"),
    "years.without": (
        "Belum dinilai, jadi tidak ikut dibandingkan: {names}.",
        "Not evaluated yet, and so not compared: {names}.",
    ),
    "years.criteria": ("Kriteria", "Criteria"),
    "years.criteria-none": (
        "Belum ada kriteria yang dapat disimpulkan pada tahun-tahun ini.",
        "No criterion could be judged in these years yet.",
    ),
    "years.criterion": ("kriteria", "criterion"),
    "years.indicator": ("indikator", "indicator"),
    "years.kind": ("jenis", "kind"),
    "years.instrument": ("instrumen", "instrument"),
    "years.code": ("kode", "code"),
    "years.name": ("nama", "name"),
    "years.unit": ("unit", "unit"),
    "years.change": ("Perubahan", "Change"),
    "years.coverage": ("cakupan {share}", "coverage {share}"),
    "years.moved": ("Indikator yang berubah", "Indicators that moved"),
    "years.moved-none": ("Tidak ada indikator yang naik atau turun.", "No indicator went up or down."),
    "years.question": ("Pertanyaan", "Question"),
    "years.trace": ("jejak {label}", "trace {label}"),
    "years.phase": ("Fase", "Phase"),
    "years.year": ("Tahun", "Year"),
    "years.services": ("Layanan", "Services"),
    "years.services-total": ("Semua", "All"),
    "years.services-public": ("Publik", "Public"),
    "years.services-good": ("Akses baik", "Good access"),
    "years.services-lacking": ("Akses kurang", "Lacking access"),
    "years.breaks": ("Yang tidak dapat disambung", "What cannot be continued"),
    "years.breaks-none": (
        "Instrumen dan versinya sama pada semua tahun.",
        "Instruments and their versions are the same in all years.",
    ),
    "years.new-instrument": ("baru dipakai, versi {new}", "newly used, version {new}"),
    "years.gone-instrument": ("tidak dipakai lagi (versi {old})", "no longer used (version {old})"),
    "years.version": ("versi {old} menjadi versi {new}", "version {old} became version {new}"),
    "years.mapping": ("Pemetaan indikator", "How indicators map"),
    "years.mapped-new": ("Indikator baru", "New indicator"),
    "years.mapped-old": ("Indikator lama dan tingkatnya", "Earlier indicators and their levels"),
    "years.level": ("Tingkat sekarang", "Level now"),
    "years.not-comparable": ("tidak sebanding", "not comparable"),
    "years.actions": ("Tindakan dan yang berubah sesudahnya", "Actions, and what moved afterwards"),
    "years.actions-note": (
        "Perubahan yang datang sesudah suatu tindakan belum tentu terjadi karena tindakan itu.",
        "What moved after an action did not necessarily move because of it.",
    ),
    "years.actions-none": ("Tahun-tahun sebelumnya tidak mencatat tindakan.", "Earlier years record no actions."),
    "years.factors": ("Faktor yang dipakai", "Factors used"),
    "years.aimed": ("Indikator yang dituju", "Indicator aimed at"),
    "years.touched": ("Indikator di balik faktornya yang berubah", "Indicators behind its factors that moved"),
    "years.nothing-touched": ("tidak ada", "none"),
    "moved.better": ("membaik", "better"),
    "moved.worse": ("memburuk", "worse"),
    "moved.same": ("tetap", "the same"),
    "moved.unknown": ("tidak diketahui", "not known"),
    "unmoved.not-an-indicator": ("bukan indikator dari instrumen yang dipakai", "no indicator of an instrument in use"),
    "unmoved.not-determined": ("salah satu tahun tidak dapat dipastikan", "one of the two years was not determined"),
    "unmoved.instrument-changed": ("instrumennya berubah", "the instrument changed"),
    "years.money": ("Anggaran dan realisasi", "Planned and spent"),
    "years.money-note": (
        "Jumlah hanya dari baris yang mencantumkan angkanya; banyaknya baris itu tertulis di bawahnya. Serapan "
        "dihitung "
        ""
        "dari baris yang mencantumkan keduanya.",
        "Sums are over rows that state the amount; how many those are stands below. The share spent is over rows that "
        "state both.",
    ),
    "years.planned": ("Anggaran", "Planned"),
    "years.spent": ("Realisasi", "Spent"),
    "years.share": ("Serapan", "Share spent"),
    "years.rows": ("{n} dari {total} tindakan", "{n} of {total} actions"),
    "years.download": ("Unduh perbandingan", "Download the comparison"),
    "years.file-html": ("Halaman (.html)", "Page (.html)"),
    "years.file-pdf": ("PDF", "PDF"),
    "years.file-xlsx": ("Tabel (.xlsx)", "Table (.xlsx)"),
    "years.last-year": ("Tahun lalu ({label})", "Last year ({label})"),
    "years.last-outcome": ("Hasil", "Outcome"),
    "years.old-version": (
        "Instrumennya waktu itu versi {version}; hasilnya tidak dapat dibandingkan langsung.",
        "The instrument was version {version} then; results do not compare directly.",
    ),
    "years.follows": ("Kelanjutan dari", "Follows"),
}
