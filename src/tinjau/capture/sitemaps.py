"""Sitemaps, read with caps: no DOCTYPE, no entity, no more than the protocol allows."""

import html
import re
from dataclasses import dataclass

MAX_FILES = 50  # sitemaps of one host; project choice
MAX_DEPTH = 2  # an index, and the sitemaps it names: the protocol knows no deeper nesting
MAX_URLS = 50_000  # of one file: sitemaps.org, protocol
MAX_BYTES = 50 * 1024 * 1024  # uncompressed: sitemaps.org, protocol
MAX_HELD = 4 * 1024 * 1024  # bytes of one file that are held; a file of 50,000 usual addresses fits

# Linear: no quantifier can give back what it took.
_LOC = re.compile(rb"<(?:[A-Za-z0-9_-]{1,40}:)?loc\s*+>\s*+(?:<!\[CDATA\[)?+([^<\]]*+)", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:[A-Za-z0-9_-]{1,40}:)?(sitemapindex|urlset)[\s>]", re.IGNORECASE)
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MAX_LOC = 2_000


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The addresses of a sitemap or of an index of sitemaps; `fault` says why it was refused or cut."""

    is_index: bool
    urls: tuple[str, ...]
    fault: str = ""


def read_sitemap(body: bytes, *, whole: bool = True) -> Sitemap:
    """The addresses in a decoded sitemap: XML, an index, or one address a line. `whole` is False for a cut body."""
    if _FORBIDDEN.search(body):
        return Sitemap(is_index=False, urls=(), fault="a DOCTYPE or entity is refused")
    fault = "" if whole else "the file is larger than what is read of a sitemap"
    root = _ROOT.search(body[:4_096])
    if root is None:
        return _plain(body, fault)
    urls: dict[str, None] = {}
    for hit in _LOC.finditer(body):
        if len(urls) >= MAX_URLS:
            fault = f"more than {MAX_URLS} addresses"
            break
        raw = hit.group(1).strip()
        if raw and len(raw) <= _MAX_LOC:
            urls[html.unescape(raw.decode("utf-8", "replace"))] = None
    return Sitemap(root.group(1).lower() == b"sitemapindex", tuple(urls), fault)


def _plain(body: bytes, fault: str) -> Sitemap:
    start = body[:512].lstrip().lower()
    if start.startswith((b"<", b"\x1f\x8b")) or b"\0" in start:
        return Sitemap(is_index=False, urls=(), fault="not a sitemap")
    lines = (line.strip() for line in body.split(b"\n")[:MAX_URLS])
    urls = {
        line.decode("utf-8", "replace"): None
        for line in lines
        if len(line) <= _MAX_LOC and line.lower().startswith((b"http://", b"https://"))
    }
    return Sitemap(is_index=False, urls=tuple(urls), fault=fault)
