"""What the command line says while it works. Stages name themselves in English; these are their twins."""

SENTENCES: dict[str, tuple[str, str]] = {
    "progress.capture": ("perekaman: {rest}", "capture: {rest}"),
    "progress.observe": ("pembacaan: {rest}", "observe: {rest}"),
    "progress.report": ("laporan: {rest}", "report: {rest}"),
    "progress.wrote": ("tersimpan: {rest}", "wrote: {rest}"),
    "progress.partly": ("selesai sebagian: {rest}", "partly done: {rest}"),
    "progress.pages": ("{n} halaman dari paling banyak {most}", "{n} pages of at most {most}"),
    "progress.documents": ("{n} dokumen", "{n} documents"),
    "progress.waiting": ("{n} menunggu", "{n} waiting"),
    "progress.failed": ("{n} gagal", "{n} failed"),
    "progress.seconds": (
        "kira-kira {n} detik lagi untuk yang sudah diketahui",
        "about {n} s for what is known so far",
    ),
    "progress.minutes": (
        "kira-kira {n} menit lagi untuk yang sudah diketahui",
        "about {n} min for what is known so far",
    ),
    "progress.verdict": (
        "{instrument} {criterion} {verdict} cakupan {share}",
        "{instrument} {criterion} {verdict} coverage {share}",
    ),
    "progress.phase": ("fase: {phase} ({level})", "phase: {phase} ({level})"),
    "progress.not-shown": ("belum terlihat", "not shown"),
    "level.site": ("menurut situs", "site"),
    "level.services": ("menurut layanan", "services"),
}
