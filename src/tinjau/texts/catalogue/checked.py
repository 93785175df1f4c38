"""What detectors say beside shares, ages and counts of a site: English as they say it, and Indonesian (see reasons)."""

CHECKED: tuple[tuple[str, str], ...] = (
    (
        "{part:#} of {whole:#} kinds of service are found, of {n:#} the capture cannot tell",
        "{part} dari {whole} jenis layanan ditemukan, {n} jenis tidak dapat dipastikan dari rekaman",
    ),
)
