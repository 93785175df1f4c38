"""What detectors say beside shares, ages and counts of a site: English as they say it, and Indonesian (see reasons)."""

CHECKED: tuple[tuple[str, str], ...] = (
    (
        "{part:#} of {whole:#} kinds of service are found, of {n:#} the capture cannot tell",
        "{part} dari {whole} jenis layanan ditemukan, {n} jenis tidak dapat dipastikan dari rekaman",
    ),
    (
        "{part:#} of {whole:#} pages of services name a contact",
        "{part} dari {whole} halaman layanan mencantumkan kontak",
    ),
    ("The site names more than {n:#} services", "Situs menyebut lebih dari {n} layanan"),
    (
        "The stage of {n:#} of {whole:#} services is not known: "
        "between {least:#} and {most:#} of them can be completed online",
        "Tahap {n} dari {whole} layanan tidak diketahui: "
        "antara {least} dan {most} layanan dapat diselesaikan secara daring",
    ),
    (
        "{part:#} of {whole:#} services can be completed online",
        "{part} dari {whole} layanan dapat diselesaikan secara daring",
    ),
    ("Hosts: {text}", "Host: {text}"),
    ("The statement does not say of when it is", "Pernyataan itu tidak mencantumkan tanggalnya"),
    (
        "No statement on privacy or accessibility was captured",
        "Tidak ada pernyataan privasi atau aksesibilitas yang terekam",
    ),
    ("The data do not say of when they are", "Data itu tidak mencantumkan tanggal pemutakhirannya"),
    (
        "On {n:#} of {whole:#} pages it is open whether scripts bring the content",
        "Pada {n} dari {whole} halaman tidak dapat dipastikan apakah isinya dimuat oleh skrip",
    ),
    (
        "The archive does not show what was compressed on the way",
        "Arsip tidak menunjukkan apa yang dikirim terkompresi",
    ),
    ("{part:#} of {whole:#} pages come compressed", "{part} dari {whole} halaman dikirim terkompresi"),
    (
        "{part:#} of {whole:#} pages have headers of caching",
        "{part} dari {whole} halaman memiliki kepala penyimpanan sementara (cache)",
    ),
    ("{n:#} redirects before the front page", "{n} pengalihan sebelum halaman utama"),
    ("http leads to https", "http dialihkan ke https"),
    ("The site has {n:#} words of running text", "Situs memuat {n} kata dalam teks berkalimat"),
    (
        "{words} words in a sentence, {share:#} % of them long",
        "{words} kata per kalimat, {share} % di antaranya kata panjang",
    ),
    ("Gulpease {n:#}", "Gulpease {n}"),
    ("The archives hold no page of two days", "Arsip tidak memuat halaman yang sama dari dua hari"),
    ("{part:#} of {whole:#} pages differ between two days", "{part} dari {whole} halaman berbeda di antara dua hari"),
    (
        "{n:#} pages were left out: the others take {size:#} GiB already",
        "{n} halaman tidak dibaca: halaman lainnya sudah memakan {size} GiB",
    ),
)
