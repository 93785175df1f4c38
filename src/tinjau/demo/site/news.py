"""Berita: the articles and their list, which runs over two pages."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from tinjau.demo.site.dates import days_before, spoken
from tinjau.demo.site.markup import blocks, image
from tinjau.demo.site.page import Page

PER_PAGE = 8


def news_pages(items: Sequence[Mapping[str, Any]]) -> list[Page]:
    """One page an article, newest first, and the pages of the list."""
    lists = [items[start : start + PER_PAGE] for start in range(0, len(items), PER_PAGE)]
    pages = [_list_page(number, part, len(lists)) for number, part in enumerate(lists, start=1)]
    return pages + [_article(each) for each in items]


def teasers(items: Sequence[Mapping[str, Any]]) -> str:
    """Titles with their dates, as the front page and the list show them."""
    return "\n".join(
        f'<p><a href="/berita/{each["slug"]}">{escape(each["title"])}</a><br>{_time(each)}</p>' for each in items
    )


def _time(item: Mapping[str, Any]) -> str:
    day = days_before(item["age"])
    return f'<time datetime="{day.isoformat()}">{spoken(day)}</time>'


def _list_page(number: int, items: Sequence[Mapping[str, Any]], total: int) -> Page:
    here = "/berita" if number == 1 else f"/berita/halaman/{number}"
    title = "Berita" if number == 1 else f"Berita, halaman {number}"
    older = f'<a href="/berita/halaman/{number + 1}">Berita sebelumnya</a>' if number < total else ""
    newest = '<a href="/berita">Berita terbaru</a>' if number > 1 else ""
    return Page(here, title, f"{teasers(items)}\n<p>{newest} {older}</p>")


def _article(item: Mapping[str, Any]) -> Page:
    shown = image(item["image"]["src"], item["image"]["alt"]) if "image" in item else ""
    body = f'<article><p>{_time(item)} · {escape(item["by"])}</p>\n{shown}{blocks(item["body"])}</article>'
    return Page(f"/berita/{item['slug']}", item["title"], body)
