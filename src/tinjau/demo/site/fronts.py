"""The front page, the English summary, the site map, a leftover of an older site, and the answer to a lost address."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from tinjau.demo.site.markup import listing
from tinjau.demo.site.news import teasers
from tinjau.demo.site.page import Page


def front_page(news: Sequence[Mapping[str, Any]], services: Sequence[Mapping[str, Any]]) -> Page:
    """Beranda: greeting, chosen services, the newest four articles."""
    chosen = listing([f"[{each['name']}](/layanan/{each['slug']})" for each in services[:5]])
    body = (
        "<p>Selamat datang di laman resmi Pemerintah Kota Arunika. "
        "Temukan layanan, berita, dan dokumen kota di sini.</p>"
        f'<h2>Layanan yang sering dicari</h2>{chosen}<p><a href="/layanan">Semua layanan</a></p>'
        f'<h2>Berita terbaru</h2>{teasers(news[:4])}<p><a href="/berita">Semua berita</a></p>'
        "<h2>Sampaikan aspirasi</h2><p>Ada jalan rusak atau pelayanan yang mengecewakan? "
        '<a href="/pengaduan">Laporkan di sini</a>.</p>'
        '<p>Pencarian populer: <a href="/cari?q=kartu+keluarga">kartu keluarga</a></p>'
    )
    return Page("/", "Beranda", body)


def english_page() -> Page:
    """A summary in English. It declares itself Indonesian: a planted gap."""
    body = (
        "<p>Arunika is a city of 412,380 people in the valley of the Wening River. "
        "This page summarises what the city's website offers; all other pages are in Indonesian.</p>"
        "<h2>Services</h2><p>Residents can apply and pay online for the use of the community hall. "
        "Identity cards, family cards and birth certificates need a visit to an office.</p>"
        '<p>See the <a href="/layanan">catalogue of services</a> or <a href="/kontak">contact the city</a>.</p>'
    )
    return Page("/en", "Arunika at a Glance", body, lang="id")


def old_page() -> Page:
    """An announcement left over from 2019: no title, no language, no viewport."""
    body = (
        "<html><head></head><body bgcolor=white><table><tr><td><font size=5>Pengumuman Tahun 2019</font></td></tr>"
        "<tr><td>Pendaftaran lomba kebersihan antarkelurahan dibuka sampai 30 September 2019.</td></tr>"
        "<tr><td><a href=/>Kembali ke beranda</a></td></tr></table></body></html>"
    )
    return Page("/arsip/pengumuman-2019", "", body, bare=True)


def site_map(pages: Sequence[Page]) -> Page:
    """Peta situs: every page by its title."""
    entries = [f"[{each.title}]({each.path})" for each in pages if each.title]
    return Page("/peta-situs", "Peta Situs", listing([*entries, "[Pengumuman Tahun 2019](/arsip/pengumuman-2019)"]))


def lost_page(path: str) -> Page:
    """What stands where nothing stands; sent with status 404."""
    body = (
        f"<p>Alamat {escape(path)} tidak ada di laman ini. "
        'Coba <a href="/cari">cari</a> atau lihat <a href="/peta-situs">peta situs</a>.</p>'
    )
    return Page(path, "Halaman tidak ditemukan", body)
