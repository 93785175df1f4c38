"""What stands around every page: head, menu, search, breadcrumb, footer."""

from collections.abc import Sequence
from html import escape

from tinjau.demo.site.page import Page

CITY = "Kota Arunika"  # invented: no regency or city of Indonesia bears the name

MENU: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Profil", (
        ("/profil", "Profil Kota"), ("/profil/sejarah", "Sejarah"), ("/profil/visi-misi", "Visi dan Misi"),
        ("/profil/tugas-fungsi", "Tugas dan Fungsi"), ("/profil/struktur-organisasi", "Struktur Organisasi"),
        ("/profil/pejabat", "Pejabat"), ("/perangkat-daerah", "Perangkat Daerah"),
    )),
    ("Informasi", (
        ("/berita", "Berita"), ("/pengumuman", "Pengumuman"), ("/agenda", "Agenda"), ("/faq", "Tanya Jawab"),
    )),
    ("Layanan", (
        ("/layanan", "Katalog Layanan"), ("/panduan", "Panduan"), ("/formulir", "Unduh Formulir"),
        ("/masuk", "Akun Warga"),
    )),
    ("Transparansi", (
        ("/transparansi/anggaran", "Anggaran"), ("/transparansi/kinerja", "Perencanaan dan Kinerja"),
        ("/transparansi/pengadaan", "Pengadaan"), ("/jdih", "JDIH"), ("/data-terbuka", "Data Terbuka"),
        ("/ppid", "PPID"),
    )),
    ("Ekonomi", (
        ("/investasi", "Investasi"), ("/umkm", "UMKM"), ("/pajak-retribusi", "Pajak dan Retribusi"),
        ("/harga-pangan", "Harga Pangan"), ("/wisata", "Wisata"),
    )),
    ("Partisipasi", (
        ("/pengaduan", "Pengaduan"), ("/konsultasi-publik", "Konsultasi Publik"),
        ("/survei-kepuasan", "Survei Kepuasan"), ("/kontak", "Kontak"),
    )),
)  # fmt: skip

STYLE = """
body{margin:0;font:17px/1.6 Georgia,serif;color:#1d2a26;background:#fbfaf6}
header,main,footer{max-width:60rem;margin:0 auto;padding:1rem}
header{border-bottom:4px solid #2f6f4f}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:0;margin:.3rem 0}
a{color:#1b5e3f}img{max-width:100%;height:auto}
table{border-collapse:collapse;display:block;overflow-x:auto}
td,th{border:1px solid #b9c4bd;padding:.4rem .6rem;text-align:left}
label{display:block;margin-top:.8rem}input,textarea,select,button{font:inherit;padding:.4rem;max-width:100%}
.skip{position:absolute;left:-100vw}.skip:focus{left:1rem}.crumbs{font-size:.9rem}
footer{border-top:1px solid #b9c4bd;font-size:.92rem}
"""


def dressed(page: Page, trail: Sequence[tuple[str, str]]) -> bytes:
    """The whole HTML document of a page; `trail` is the way to it, from the front page on."""
    if page.bare:
        return page.body.encode()
    return f"""<!DOCTYPE html>
<html lang="{page.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(page.title)} - {CITY}</title>
<link rel="stylesheet" href="/gaya.css">
</head>
<body>
<a class="skip" href="#isi">Langsung ke isi</a>
<header>
<p><a href="/"><img src="/gambar/lambang.svg" alt="Lambang {CITY}" width="64" height="32">
<b>Pemerintah {CITY}</b></a></p>
<form action="/cari" method="get" role="search">
<label for="cari-atas">Cari di laman ini</label>
<input id="cari-atas" type="search" name="q"> <button type="submit">Cari</button>
</form>
<nav aria-label="Menu utama">
{_menu()}
</nav>
</header>
<main id="isi">
{_crumbs(trail)}
<h1>{escape(page.title)}</h1>
{page.body}
</main>
{_footer()}
</body>
</html>
""".encode()


def _menu() -> str:
    entries = [("Umum", (("/", "Beranda"), ("/en", "English"))), *MENU]
    return "\n".join(f'<ul aria-label="{group}">{"".join(map(_entry, links))}</ul>' for group, links in entries)


def _entry(link: tuple[str, str]) -> str:
    return f'<li><a href="{link[0]}">{link[1]}</a></li>'


def _crumbs(trail: Sequence[tuple[str, str]]) -> str:
    if len(trail) < 2:
        return ""
    steps = [f'<a href="{to}">{escape(name)}</a>' for to, name in trail[:-1]] + [escape(trail[-1][1])]
    return f'<nav class="crumbs" aria-label="Remah roti">{" › ".join(steps)}</nav>'


def _footer() -> str:
    return f"""<footer>
<p><b>Pemerintah {CITY}</b><br>Jalan Balai Kota Nomor 1, {CITY} 99801<br>
Telepon <a href="tel:+629995550100">(0999) 555 0100</a>,
surel <a href="mailto:info@arunika.example">info@arunika.example</a><br>
Jam kerja: Senin sampai Jumat pukul 08.00–15.30</p>
<p><a href="https://www.facebook.com/contoh.kotaarunika">Facebook</a>
<a href="https://www.instagram.com/contoh.kotaarunika">Instagram</a>
<a href="https://www.youtube.com/@contoh.kotaarunika">YouTube</a></p>
<p><a href="/pengaduan">Pengaduan</a> · <a href="/peta-situs">Peta Situs</a> ·
<a href="/kebijakan-privasi">Kebijakan Privasi</a> · <a href="/pegawai/masuk">Masuk Pegawai</a></p>
<p>Laman contoh: kota, orang, dan angka di sini rekaan. © 2025 Pemerintah {CITY}</p>
</footer>"""
