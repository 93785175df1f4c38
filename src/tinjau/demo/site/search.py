"""The site's own search: every word of the question must stand in the page."""

from collections.abc import Iterable
from html import escape, unescape

from tinjau.demo.site.page import Page

_LONGEST_QUESTION = 200  # characters; project choice
_MOST_RESULTS = 20


def search_page(question: str, pages: Iterable[Page]) -> Page:
    """The page that answers `question`; without one it only asks."""
    asked = " ".join(question.split())[:_LONGEST_QUESTION]
    form = (
        '<form action="/cari" method="get"><label for="cari-utama">Kata yang dicari</label>'
        f'<input id="cari-utama" type="search" name="q" value="{escape(asked)}"> '
        '<button type="submit">Cari</button></form>'
    )
    return Page("/cari", "Pencarian", form + (_results(asked, pages) if asked else ""))


def plain_text(html: str) -> str:
    """The text of one of our own pages, tags left out."""
    pieces = (part.partition(">")[2] if n else part for n, part in enumerate(html.split("<")))
    return unescape(" ".join(pieces))


def _results(asked: str, pages: Iterable[Page]) -> str:
    words = asked.lower().split()
    texts = ((page, f"{page.title} {plain_text(page.body)}".lower()) for page in pages if page.title)
    found = [page for page, text in texts if all(word in text for word in words)]
    if not found:
        return f"<p>Tidak ada hasil untuk “{escape(asked)}”.</p>"
    entries = "".join(f'<li><a href="{page.path}">{escape(page.title)}</a></li>' for page in found[:_MOST_RESULTS])
    return f"<p>{len(found)} hasil untuk “{escape(asked)}”.</p><ol>{entries}</ol>"
