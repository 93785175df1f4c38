"""One archived page shown as text."""

SENTENCES: dict[str, tuple[str, str]] = {
    "record.title": ("Halaman arsip sebagai teks", "An archived page as text"),
    "record.address": ("Alamat", "Address"),
    "record.captured": ("Direkam", "Captured"),
    "record.status": ("Status HTTP", "HTTP status"),
    "record.id": ("Nomor catatan arsip", "Record"),
    "record.digest": ("Nilai hash isi", "Digest of the payload"),
    "record.note": (
        "Hanya teksnya yang ditampilkan; gambar, gaya, dan skrip tidak disertakan.",
        "Only its text is shown; pictures, styles and scripts are left out.",
    ),
    "record.cut": (
        "Hanya bagian awal teksnya yang ditampilkan karena halaman ini sangat panjang.",
        "Only the beginning of its text is shown, because the page is very long.",
    ),
    "record.found": ("Kutipan ditandai di bawah ini.", "The excerpt is marked below."),
    "record.not-found": (
        "Kutipan tidak ditemukan kata demi kata pada teks ini; mungkin berasal dari atribut atau gabungan beberapa "
        "bagian.",
        "The excerpt does not stand word for word in this text; it may come from an attribute or from several places.",
    ),
}
