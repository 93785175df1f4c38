"""Layanan: the catalogue and one card for each service."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from tinjau.demo.site.markup import inline, listing
from tinjau.demo.site.page import Page

_PARTS = (
    ("time", "Jangka waktu penyelesaian"), ("fee", "Biaya"), ("contact", "Kontak"), ("product", "Produk layanan"),
)  # fmt: skip


def service_pages(items: Sequence[Mapping[str, Any]]) -> list[Page]:
    """The catalogue and the cards."""
    return [_catalogue(items), *(_card(each) for each in items)]


def _catalogue(items: Sequence[Mapping[str, Any]]) -> Page:
    entries = [f"[{each['name']}](/layanan/{each['slug']}) — {each['owner']}" for each in items]
    lead = f"<p>Pemerintah kota menyediakan {len(items)} layanan yang keterangannya dapat dibaca di laman ini.</p>"
    return Page("/layanan", "Katalog Layanan", lead + listing(entries))


def _card(item: Mapping[str, Any]) -> Page:
    parts = [f"<p><b>Penyelenggara:</b> {escape(item['owner'])}</p>"]
    if item.get("described_only"):
        parts += [f"<p>{inline(each)}</p>" for each in item["about"]]
    else:
        parts += [
            f"<h2>Untuk siapa</h2><p>{inline(item['for'])}</p>",
            f"<h2>Persyaratan</h2>{listing(item['requirements'])}",
            f"<h2>Prosedur</h2>{listing(item['steps'], 'ol')}",
        ]
        parts += [f"<h2>{name}</h2><p>{inline(item[key])}</p>" for key, name in _PARTS if key in item]
    return Page(f"/layanan/{item['slug']}", item["name"], "\n".join(parts))
