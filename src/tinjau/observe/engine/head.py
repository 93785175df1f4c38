"""What a page says about itself without showing it: title, meta, link, base, scripts and JSON-LD."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import PageFacts

_META = 60
_LONG = 100_000  # bytes of one JSON-LD block that are read
_NODES = 2_000
_WALL = 2_000  # characters of a noscript element in which it asks for JavaScript; project choice
_FILLING = (".DataTable(", ".dataTable(", "$.ajax(", "$.getJSON(", "fetch(", "axios.", "XMLHttpRequest")
_DATES = ("datePublished", "dateModified", "dateCreated", "uploadDate")
_META_DATES = frozenset(
    {"article:published_time", "article:modified_time", "og:updated_time", "dc.date", "dc.date.modified",
     "dcterms.modified", "dcterms.created", "date", "last-modified", "dcterms.date", "datepublished"}
)  # fmt: skip


class HeadReader:
    """Collects the silent elements of one page into its facts."""

    def __init__(self, page: PageFacts) -> None:
        self.page = page
        self.base = page.url

    def element(self, tag: str, attributes: Mapping[str, str | None], node: Any) -> None:
        """Note one silent element."""
        if tag == "meta":
            self._meta(attributes)
        elif tag == "title":
            if not self.page.title:
                self.page.title = " ".join((node.text() or "").split())[:500]
            self.page.marks["title"] = self.page.marks.get("title", 0) + 1
        elif tag == "link":
            self._link(attributes)
        elif tag == "base" and attributes.get("href"):
            self.base = addresses.absolute(self.page.url, attributes["href"] or "") or self.base
        elif tag == "script":
            self._script(attributes, node)
        elif tag == "noscript":
            if "javascript" in (node.text() or "")[:_WALL].lower():
                self.page.marks["noscript_wall"] = 1
        elif tag == "object" and attributes.get("data"):
            self.page.frames.append((addresses.absolute(self.base, attributes["data"] or ""), ""))

    def _meta(self, attributes: Mapping[str, str | None]) -> None:
        name = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv")
        content = attributes.get("content")
        if attributes.get("charset"):
            self.page.metas.setdefault("charset", (attributes["charset"] or "")[:40])
        if not name or content is None or len(self.page.metas) >= _META:
            return
        name = name.strip().lower()[:60]
        self.page.metas.setdefault(name, content[:500])
        if name in _META_DATES:
            self.page.dates.append(("meta", content[:60]))

    def _link(self, attributes: Mapping[str, str | None]) -> None:
        rel, target = attributes.get("rel"), attributes.get("href")
        if rel and target and len(self.page.rels) < _META:
            more = attributes.get("type") or attributes.get("hreflang") or ""
            self.page.rels.append((rel.lower()[:60], addresses.absolute(self.base, target), more[:60]))

    def _script(self, attributes: Mapping[str, str | None], node: Any) -> None:
        source = attributes.get("src")
        if source:
            if len(self.page.scripts) < _META:
                self.page.scripts.append(addresses.absolute(self.base, source) or source[:200])
            return
        text = (node.text() or "")[:_LONG]
        if (attributes.get("type") or "").strip().lower() == "application/ld+json":
            self._json_ld(text)
        elif any(mark in text for mark in _FILLING):
            self.page.marks["filled"] = self.page.marks.get("filled", 0) + 1

    def _json_ld(self, text: str) -> None:
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            self.page.marks["json_ld_broken"] = self.page.marks.get("json_ld_broken", 0) + 1
            return
        for node in _objects(data):
            kind = node.get("@type")
            for each in kind if isinstance(kind, list) else [kind]:
                if isinstance(each, str) and len(self.page.data) < _META:
                    self.page.data.append(each[:60])
            for name in _DATES:
                value = node.get(name)
                if isinstance(value, str) and len(self.page.dates) < 200:
                    self.page.dates.append(("json-ld", value[:60]))


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value, in order, without recursion and bounded."""
    waiting, seen = [data], 0
    while waiting and seen < _NODES:
        seen += 1
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(each for each in value.values() if isinstance(each, dict | list))
        elif isinstance(value, list):
            waiting.extend(each for each in value if isinstance(each, dict | list))
