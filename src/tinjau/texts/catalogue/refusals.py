"""Why work on a government stopped: what the program says of archives, addresses and disks, and its Indonesian.

Same holes as in `reasons`. The sentences stand where the fault is raised (archive, capture); a fleet keeps them.
"""

Pair = tuple[str, str]

REFUSED: tuple[Pair, ...] = (
    # archive/reader.py, wacz.py, manifest.py
    ("there is no such file", "berkasnya tidak ada"),
    ("the file is empty", "berkasnya kosong"),
    (
        "this is no web archive: no record was found in it",
        "ini bukan arsip web: tidak ada catatan di dalamnya",
    ),
    ("the zip file cannot be read ({text})", "berkas zip tidak dapat dibaca ({text})"),
    ("the zip file holds no web archive under archive/", "berkas zip tidak memuat arsip web di bawah archive/"),
    ("it has more than {n:#} entries", "isinya lebih dari {n} berkas"),
    ("two entries have the same name", "dua berkas di dalamnya bernama sama"),
    ("the entry is encrypted", "berkas di dalamnya terenkripsi"),
    ("it would inflate more than {n:#} times", "isinya akan mengembang lebih dari {n} kali"),
    ("its archives would inflate to more than {n:#} GiB", "arsip di dalamnya akan mengembang melebihi {n} GiB"),
    ("entries overlap", "berkas-berkas di dalamnya bertumpang tindih"),
    ("the manifest is larger than {n:#} MiB", "manifes lebih besar dari {n} MiB"),
    ("the manifest cannot be read ({text})", "manifes tidak dapat dibaca ({text})"),
    # capture/crawl.py, store.py
    ("no address was given", "tidak ada alamat yang diberikan"),
    ("this is no address that can be captured ({why:*})", "alamat ini tidak dapat direkam ({why})"),
    ("Port out of range 0-65535", "nomor porta di luar 0-65535"),
    ("it is the capture of other addresses ({text})", "ini rekaman alamat lain ({text})"),
    ("another capture is writing this archive", "perekaman lain sedang menulis arsip ini"),
    (
        "the file is there already and no capture of ours goes on in it",
        "berkasnya sudah ada dan bukan rekaman yang dapat dilanjutkan",
    ),
    (
        "the archive is shorter than what was committed ({n:#} bytes)",
        "arsip lebih pendek daripada yang sudah disimpan ({n} bita)",
    ),
    ("the frontier cannot be opened", "berkas antrean perekaman tidak dapat dibuka"),
    ("the frontier cannot be read ({text})", "berkas antrean perekaman tidak dapat dibaca ({text})"),
    ("the frontier cannot be written ({text})", "berkas antrean perekaman tidak dapat ditulis ({text})"),
    ("writing failed before", "penulisan sebelumnya gagal"),
    ("call the same command again to go on", "panggil perintah yang sama untuk melanjutkan"),
    ("{why:*}. Nothing committed is lost", "{why}. Yang sudah disimpan tidak hilang"),
    (
        "stopped after {pages:#} pages with {n:#} addresses waiting",
        "berhenti setelah {pages} halaman, masih ada {n} alamat yang menunggu",
    ),
    # What a system answers to a program (strerror), as far as files and connections go.
    ("the disk is full", "ruang disk habis"),
    ("the file would become larger than the system allows", "berkas akan melebihi ukuran yang diizinkan sistem"),
    ("No such file or directory", "berkas atau foldernya tidak ada"),
    ("Permission denied", "izin ditolak"),
    ("Read-only file system", "sistem berkas hanya dapat dibaca"),
    ("Input/output error", "kesalahan baca-tulis"),
    ("Too many open files", "terlalu banyak berkas terbuka"),
    ("Is a directory", "yang ditunjuk adalah folder"),
    ("Stale file handle", "berkas di penyimpanan jaringan sudah berubah"),
)
