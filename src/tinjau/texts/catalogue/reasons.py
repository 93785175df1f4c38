"""Why something could not be told, was not seen or was lost: English as the program says it, and Indonesian.

The program makes these sentences in English, close to where the fact is; people read them in their language. Holes:
`{text}` is anything, `{url:/}` has no blanks, `{n:#}` is a count or a place, `{code:=}` are digits that stay as they
are, `{text:~}` was written by a person, and `{why:*}` is a reason in itself.
"""

from tinjau.texts.catalogue.checked import CHECKED
from tinjau.texts.catalogue.refusals import REFUSED

Pair = tuple[str, str]

OBSERVED: tuple[Pair, ...] = (
    # What a link promises, and what stands behind it (observe/engine/topic.py).
    ("“{text}” leads to a page that does not exist ({url:/})", "“{text}” mengarah ke halaman yang tidak ada ({url})"),
    (
        "“{text}” leads to another host that was not captured ({url:/})",
        "“{text}” mengarah ke host lain yang tidak direkam ({url})",
    ),
    (
        "The page that “{text}” leads to was not captured ({url:/})",
        "Halaman yang dituju “{text}” tidak direkam ({url})",
    ),
    (
        "A script fills “{text}”; what it fetches was not captured ({url:/})",
        "Isi “{text}” dimuat oleh skrip; yang dimuatnya tidak direkam ({url})",
    ),
    ("“{text}” leads to a page without content ({url:/})", "“{text}” mengarah ke halaman tanpa isi ({url})"),
    # Documents (observe/pdf, observe/engine/papers.py).
    ("The document was not read: {why:*}", "Dokumen tidak dibaca: {why}"),
    ("“{text}” was not read: {why:*}", "“{text}” tidak dibaca: {why}"),
    ("The document is protected with a password", "Dokumen dilindungi kata sandi"),
    ("The file is a web page, not a PDF", "Berkas itu halaman web, bukan PDF"),
    ("The file is no PDF", "Berkas itu bukan PDF"),
    ("The document is damaged", "Dokumen rusak"),
    ("The document is larger than {n:#} MiB", "Dokumen lebih besar dari {n} MiB"),
    ("The document takes too long to read", "Dokumen terlalu lama dibaca"),
    ("The document takes too much memory to read", "Dokumen memerlukan terlalu banyak memori untuk dibaca"),
    ("The document broke the program that reads it", "Dokumen membuat program pembacanya berhenti"),
    ("Documents cannot be read on this machine", "Dokumen tidak dapat dibaca di komputer ini"),
    ("The capture holds only a part of the document", "Rekaman hanya memuat sebagian dokumen"),
    ("The documents of this site take too long to read", "Dokumen situs ini terlalu lama dibaca"),
    (
        "The archive holds no budget, report, plan or other document of this kind as a PDF",
        "Arsip tidak memuat anggaran, laporan, rencana, atau dokumen sejenis dalam bentuk PDF",
    ),
    (
        "{part:#} of {whole:#} documents read are pictures of pages without text; {n:#} declare their structure",
        "{part} dari {whole} dokumen yang dibaca berupa gambar halaman tanpa teks; {n} menyatakan strukturnya",
    ),
    ("The page behind “{text}” was not captured", "Halaman di balik “{text}” tidak direkam"),
    # Pages of services, search, forms, accounts, dates (observe/site).
    (
        "The service stands on another host that was not captured",
        "Layanan berada di host lain yang tidak direkam",
    ),
    ("The page of the service does not exist", "Halaman layanan tidak ada"),
    ("The page of the service was not captured", "Halaman layanan tidak direkam"),
    ("The page of the service has no content", "Halaman layanan tidak berisi"),
    (
        "The search box on {url:/} sends nothing (no form around it)",
        "Kotak pencarian di {url} tidak mengirim apa pun (tidak berada di dalam formulir)",
    ),
    ("The search box on {url:/} sends nothing ({text})", "Kotak pencarian di {url} tidak mengirim apa pun ({text})"),
    (
        "The page that the search box is sent to does not exist",
        "Halaman tujuan kotak pencarian tidak ada",
    ),
    ("The forms that are linked are missing", "Formulir yang ditautkan tidak ditemukan"),
    (
        "No account bears the institution's name; they may be private ones",
        "Tidak ada akun yang memuat nama lembaga; bisa jadi akun pribadi",
    ),
    ("The site states no version of its software", "Situs tidak menyebut versi perangkat lunaknya"),
    ("Years: {text}", "Tahun: {text}"),
    ("{n:#} days before the capture", "{n} hari sebelum perekaman"),
    ("{part:#} of {whole:#} pages", "{part} dari {whole} halaman"),
    ("sources disagree on {n:#}", "sumber tanggal berbeda pada {n} halaman"),
    (
        "There is nothing on the site that this applies to",
        "Tidak ada bagian situs yang terkena pertanyaan ini",
    ),
    # Links between pages and to other sites (observe/engine/paths.py, observe/site/dead_external_links.py).
    ("No page of a service was captured", "Tidak ada halaman layanan yang terekam"),
    (
        "No captured link leads from the front page to a service",
        "Tidak ada tautan terekam dari halaman utama ke suatu layanan",
    ),
    (
        "No captured link leads from the front page to it",
        "Tidak ada tautan terekam dari halaman utama ke layanan ini",
    ),
    ("The site has more links than are followed", "Tautan situs lebih banyak daripada yang ditelusuri"),
    (
        "{near:#} of {whole:#} services lie within {clicks:#} clicks of the front page; "
        "the median is {middle}, the farthest {far:#}",
        "{near} dari {whole} layanan dapat dicapai dalam {clicks} klik dari halaman utama; "
        "mediannya {middle}, yang terjauh {far}",
    ),
    (
        "What {known:#} of {whole:#} links to other sites lead to is known",
        "Dari {whole} tautan ke situs lain, tujuan {known} tautan diketahui",
    ),
    # What the server answered (observe/response).
    ("The capture was not made over https", "Perekaman tidak dilakukan melalui HTTPS"),
    ("The server answers {code:=}", "Server menjawab dengan status {code}"),
    ("Named in robots.txt", "Disebut dalam robots.txt"),
    ("The server has no sitemap.xml", "Server tidak memiliki sitemap.xml"),
    (
        "The archive holds no answer to a request for robots.txt",
        "Arsip tidak memuat jawaban atas permintaan robots.txt",
    ),
    (
        "The archive holds no answer to a request for a sitemap",
        "Arsip tidak memuat jawaban atas permintaan peta situs",
    ),
    # Where the capture has gaps (observe/engine/knowing.py, guard.py, observing.py).
    (
        "The site refused the capture (status {code:=})",
        "Situs menolak perekaman (status {code})",
    ),
    (
        "The archive holds no page of the site that could be read",
        "Arsip tidak memuat halaman situs yang dapat dibaca",
    ),
    ("The front page was not captured (status {code:=})", "Halaman utama tidak terekam (status {code})"),
    ("The front page is not in the archive", "Halaman utama tidak ada di arsip"),
    ("The front page could not be read whole: {why:*}", "Halaman utama tidak dapat dibaca seluruhnya: {why}"),
    (
        "The front page is built by scripts; what they would show was not captured",
        "Halaman utama disusun oleh skrip; yang akan ditampilkannya tidak direkam",
    ),
    (
        "Only {part:#} of the {whole:#} pages that the front page links to were captured",
        "Hanya {part} dari {whole} halaman yang ditautkan halaman utama yang terekam",
    ),
    (
        "Only {part:#} of the {whole:#} pages that the menu links to were captured",
        "Hanya {part} dari {whole} halaman yang ditautkan menu yang terekam",
    ),
    ("the page is longer than {n:#} MiB", "halaman lebih panjang daripada {n} MiB"),
    ("one tag has more than {n:#} attributes", "satu tag memiliki lebih dari {n} atribut"),
    ("elements are nested more than {n:#} deep", "elemen bersarang lebih dari {n} tingkat"),
    ("the page has more than {n:#} characters of text", "halaman memuat lebih dari {n} karakter teks"),
    ("the page has more than {n:#} links", "halaman memuat lebih dari {n} tautan"),
    ("the page has more than {n:#} nodes", "halaman memuat lebih dari {n} simpul"),
    ("the record is truncated ({code:/})", "catatan arsipnya terpotong ({code})"),
    ("the page could not be parsed ({code:/})", "halaman tidak dapat diuraikan ({code})"),
    ("The detector failed ({text})", "Detektor gagal bekerja ({text})"),
    ("The capture does not show it", "Tidak terlihat dari rekaman"),
    # What a browser sees (capture/browser/facts.py).
    (
        "a style sheet of the page is not in the archive, so its layout here is not the site's",
        "lembar gaya halaman tidak ada di arsip, jadi tata letaknya di sini bukan tata letak situs",
    ),
    (
        "a script of the page is not in the archive, so errors here may be the archive's",
        "skrip halaman tidak ada di arsip, jadi kesalahan di sini bisa jadi berasal dari arsip",
    ),
    (
        "the page has too little text, or scripts that write it are not in the archive",
        "teks halaman terlalu sedikit, atau skrip yang menuliskannya tidak ada di arsip",
    ),
    ("too little text", "teks terlalu sedikit"),
)

JUDGED: tuple[Pair, ...] = (
    # scoring/quantifiers.py, deciding.py, criteria.py, reading.py
    ("part of the archive could not be read: {why:*}", "sebagian arsip tidak dapat dibaca: {why}"),
    ("only part of what settles this was observed", "yang diamati baru sebagian dari yang menentukan hal ini"),
    ("not observed: {text}", "tidak diamati: {text}"),
    ("the share is not stated", "besarnya bagian tidak disebut"),
    ("the day of the capture is not known", "tanggal perekaman tidak diketahui"),
    ("no date could be read", "tidak ada tanggal yang dapat dibaca"),
    ("{part:#} of {whole:#} services are not known", "{part} dari {whole} layanan belum diketahui"),
    ("rejected by a person: {text:~}", "ditolak penilai: {text}"),
    ("rejected by a person", "ditolak penilai"),
    ("rejected by {name}: {text:~}", "ditolak oleh {name}: {text}"),
    ("rejected by {name}", "ditolak oleh {name}"),
    ("assessors differ ({text:~})", "penilai berbeda pendapat ({text})"),
    ("the site refused the capture", "situs menolak perekaman"),
    ("the site could not be reached", "situs tidak dapat dihubungi"),
    ("the site's front page was not captured", "halaman utama situs tidak terekam"),
    ("no page could be read", "tidak ada halaman yang dapat dibaca"),
    ("nothing could be observed", "tidak ada yang dapat diamati"),
    # Why two assessments cannot be compared (scoring/comparing.py).
    ("neither used this instrument", "keduanya tidak memakai instrumen ini"),
    ("the instrument was not used before", "instrumen ini sebelumnya tidak dipakai"),
    ("the instrument is no longer used", "instrumen ini tidak dipakai lagi"),
    ("the instrument's version went from {old:/} to {new:/}", "versi instrumen berubah dari {old} menjadi {new}"),
    ("one of the two was not determined", "salah satu dari keduanya belum dipastikan"),
    ("one of the two names no phase", "salah satu dari keduanya tidak menyebut fase"),
    ("one of the two phases is not shown", "salah satu fasenya belum terlihat"),
    (
        "the share of services that must reach a phase differs",
        "bagian layanan yang harus mencapai suatu fase berbeda",
    ),
)

LOST: tuple[Pair, ...] = (
    # What could not be read of an archive (archive/reader.py, framing.py, bytestream.py; fleet/splitting.py).
    ("{file} at byte {n:#}: {why:*}", "{file} pada bita ke-{n}: {why}"),
    ("at byte {n:#}: {why:*}", "pada bita ke-{n}: {why}"),
    ("and {n:#} more places", "dan {n} tempat lain"),
    ("nothing after it can be read", "sesudahnya tidak ada yang dapat dibaca"),
    ("{n:#} bytes were passed over", "{n} bita dilewati"),
    ("the last record breaks off", "catatan terakhir terputus"),
    ("the last gzip member breaks off", "bagian gzip terakhir terputus"),
    ("a record is shorter than it says", "sebuah catatan lebih pendek daripada yang dinyatakannya"),
    ("a record does not end where it says", "sebuah catatan tidak berakhir di tempat yang dinyatakannya"),
    (
        "a record's bytes are not those its digest was made of",
        "isi sebuah catatan tidak cocok dengan nilai hash-nya",
    ),
    ("a record's header does not end", "kepala sebuah catatan tidak berakhir"),
    ("a record's header is damaged", "kepala sebuah catatan rusak"),
    (
        "a record's header has no usable Content-Length",
        "kepala sebuah catatan tidak memuat Content-Length yang dapat dipakai",
    ),
    ("bytes that are no record", "deretan bita yang bukan catatan arsip"),
    ("bytes that are no gzip member", "deretan bita yang bukan bagian gzip"),
    ("Error {code:/} while decompressing data: {text}", "kesalahan {code} saat mengurai data termampat: {text}"),
    ("the record at byte {n:#} is torn", "catatan pada bita ke-{n} rusak"),
    (
        "the record at byte {n:#} is larger than {most:#} MiB",
        "catatan pada bita ke-{n} lebih besar daripada {most} MiB",
    ),
)

CAPTURED: tuple[Pair, ...] = (
    # How an address ended (capture/states.py, reporting.py), with what was said of it after a colon.
    ("nothing was asked of it", "tidak ada yang diminta darinya"),
    ("net_error(dns)", "nama host tidak ditemukan"),
    ("net_error(refused)", "sambungan ditolak"),
    ("net_error(reset)", "sambungan terputus"),
    ("net_error(tls)", "sambungan aman (TLS) gagal"),
    ("net_error(protocol)", "jawaban tidak menurut HTTP"),
    ("net_error(timeout)", "tidak ada jawaban sampai batas waktu"),
    ("net_error(headers)", "kepala jawaban terlalu besar"),
    ("net_error(redirect_loop)", "pengalihan berputar-putar"),
    ("net_error(unreachable)", "host tidak dapat dijangkau"),
    ("http_error({code:=})", "jawaban berstatus {code}"),
    ("blocked(robots)", "dilarang oleh robots.txt"),
    ("blocked(ssrf)", "alamat di dalam jaringan internal, tidak diminta"),
    ("blocked(scope)", "di luar lingkup perekaman"),
    ("blocked(scheme)", "bukan alamat web"),
    ("suppressed({code:/})", "sengaja tidak direkam ({code})"),
    ("ok_truncated({code:/})", "hanya terekam sebagian ({code})"),
    ("ok", "terekam"),
    # robots.txt (capture/robots.py).
    ("robots.txt could not be reached ({why:*})", "robots.txt tidak dapat dijangkau ({why})"),
    (
        "robots.txt is an HTML page and holds no rules",
        "robots.txt berupa halaman HTML dan tidak memuat aturan",
    ),
    (
        "robots.txt answered 429 (too many requests)",
        "robots.txt dijawab dengan status 429 (terlalu banyak permintaan)",
    ),
    ("robots.txt answered {code:=}: no rules", "robots.txt dijawab dengan status {code}: tidak ada aturan"),
    ("robots.txt answered {code:=}", "robots.txt dijawab dengan status {code}"),
    (
        "robots.txt redirects too often or nowhere",
        "robots.txt terlalu sering dialihkan atau dialihkan tanpa tujuan",
    ),
    ("robots.txt", "robots.txt"),
    # Connections and answers (capture/connecting.py, messages.py, client.py, judging.py, handling.py, urls.py).
    ("{host:/} has no address", "{host} tidak memiliki alamat"),
    ("the name {host:/} was not resolved in time", "nama {host} tidak ditemukan sampai batas waktu"),
    ("the name {host:/} does not resolve ({text})", "nama {host} tidak ditemukan ({text})"),
    (
        "the name {host:/} resolves to something that is no address",
        "nama {host} mengarah ke sesuatu yang bukan alamat",
    ),
    ("{host:/} leads to the {kind:/} address {address:/}", "{host} mengarah ke alamat {kind} {address}"),
    ("{host:/} is a {kind:/} address", "{host} adalah alamat {kind}"),
    ("{host:/} is a name inside a network", "{host} adalah nama di dalam jaringan internal"),
    ("port {code:=} is not one of the web's", "porta {code} bukan porta web"),
    ("no connection to {host:/} in time", "tidak ada sambungan ke {host} sampai batas waktu"),
    ("TLS with {host:/} failed ({text})", "TLS dengan {host} gagal ({text})"),
    ("{host:/} refuses connections on port {code:=}", "{host} menolak sambungan pada porta {code}"),
    ("{host:/} broke the connection off", "{host} memutus sambungan"),
    ("{host:/} cannot be reached ({text})", "{host} tidak dapat dijangkau ({text})"),
    ("no answer in time", "tidak ada jawaban sampai batas waktu"),
    ("no answer at all", "tidak ada jawaban sama sekali"),
    ("the connection broke off before an answer", "sambungan terputus sebelum ada jawaban"),
    (
        "the connection was closed before the head's end",
        "sambungan ditutup sebelum kepala jawaban selesai",
    ),
    ("more than {n:#} interim answers", "lebih dari {n} jawaban sementara"),
    ("the head has more than {n:#} bytes", "kepala jawaban lebih dari {n} bita"),
    ("the answer is not HTTP/1.0 or 1.1", "jawaban bukan HTTP/1.0 atau 1.1"),
    (
        "the status line is not HTTP/1.0 or 1.1 with a status of three digits",
        "baris status bukan HTTP/1.0 atau 1.1 dengan status tiga angka",
    ),
    ("more than {n:#} headers", "lebih dari {n} baris kepala"),
    ("a chunk's size has more than 15 digits", "ukuran sebuah potongan lebih dari 15 angka"),
    ("a chunk's first line does not end", "baris pertama sebuah potongan tidak berakhir"),
    ("two different Content-Lengths", "dua Content-Length yang berbeda"),
    ("the Content-Length is no length: {text}", "Content-Length bukan ukuran panjang: {text}"),
    (
        "both Content-Length and chunks: the chunks count",
        "ada Content-Length dan potongan sekaligus: yang dipakai potongannya",
    ),
    (
        "more bytes came than Content-Length says",
        "bita yang datang lebih banyak daripada menurut Content-Length",
    ),
    ("encoding not understood: {text}", "penyandian tidak dikenal: {text}"),
    ("the chunks break off", "potongannya terputus"),
    ("not {code:/} although declared so", "bukan {code} meskipun dinyatakan demikian"),
    ("not chunked although declared so", "tidak berupa potongan meskipun dinyatakan demikian"),
    ("Retry-After of {n:#} s is longer than is waited", "Retry-After {n} detik melebihi batas tunggu"),
    ("{host:/}: the certificate is not valid ({text})", "{host}: sertifikat tidak sah ({text})"),
    ("the certificate is not valid: {text}", "sertifikat tidak sah: {text}"),
    ("captured all the same", "tetap direkam"),
    ("redirects to {url:/}", "dialihkan ke {url}"),
    ("redirects in a circle, to {url:/}", "dialihkan berputar, ke {url}"),
    ("redirects too often", "terlalu sering dialihkan"),
    ("redirects nowhere: {why:*}", "dialihkan tanpa tujuan: {why}"),
    ("more than {n:#} redirects", "lebih dari {n} pengalihan"),
    (
        "{host:/} redirects to {other:/}, which belongs to the same site and was captured with it",
        "{host} dialihkan ke {other}, yang termasuk situs yang sama dan ikut direkam",
    ),
    (
        "{url:/} redirects to {other:/}, which was not captured: {why:*}",
        "{url} dialihkan ke {other}, yang tidak direkam: {why}",
    ),
    ("the address has {n:#} characters", "alamat sepanjang {n} karakter"),
    ("{scheme:/}: is not followed", "{scheme}: tidak diikuti"),
    ("no scheme: is not followed", "tanpa skema: tidak diikuti"),
    ("not an address", "bukan alamat"),
    ("the address carries a user name", "alamat memuat nama pengguna"),
    ("the address has no usable host or port", "alamat tidak memuat host atau porta yang dapat dipakai"),
    (
        "the host name has characters or a length that no name has",
        "nama host memuat karakter atau panjang yang tidak mungkin bagi sebuah nama",
    ),
    ("a DOCTYPE or entity is refused", "DOCTYPE atau entitas ditolak"),
    (
        "the file is larger than what is read of a sitemap",
        "berkas lebih besar daripada yang dibaca dari peta situs",
    ),
    ("more than {n:#} addresses", "lebih dari {n} alamat"),
    ("more than {n:#} sitemaps: the rest is not read", "lebih dari {n} peta situs: sisanya tidak dibaca"),
    ("not a sitemap", "bukan peta situs"),
)

REASONS: tuple[Pair, ...] = OBSERVED + JUDGED + LOST + CAPTURED + CHECKED + REFUSED
