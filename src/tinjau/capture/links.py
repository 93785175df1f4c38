"""What a page points to: one linear pass over its tags, without building a tree.

Parsers that build one are quadratic in nesting or in attributes of one element, and a million links or levels cost them
minutes; links need only the tags. Rules follow the WHATWG tokenizer: comments, quoted attributes, and the contents of
script, style, textarea and title are passed over.
"""

import html
import re
from dataclasses import dataclass

_INTERESTING = re.compile(
    rb"<(?:(!--)|(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])"
    rb"|(a|area|base|meta|frame|link)(?=[\s/>]))",
    re.IGNORECASE,
)
_RAW_TEXT = frozenset({b"script", b"style", b"textarea", b"title", b"xmp", b"iframe", b"noembed", b"noframes"})
# Possessive quantifiers (Python 3.11): whatever they took they never give back, so each match is linear.
_ATTRIBUTE = re.compile(rb"[\s/]*+([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"'][^\s>]*+)))?+")
_END = re.compile(rb"[\s/]*+>")
_MAX_ATTRIBUTES = 200  # of one tag that are looked at; project choice
_MAX_REFERENCE = 8_000  # bytes of one reference; longer ones are reported cut
_REFRESH = re.compile(r"\s*+[\d.]*+\s*+[;,]?+\s*+(?:url\s*+=\s*+)?+(.*+)", re.IGNORECASE | re.DOTALL)
_LINK_RELS = frozenset({"canonical", "next", "prev", "alternate", "search", "sitemap", "home", "index", "contents"})
_FEEDS = ("rss", "atom")
_MOST_FEEDS = 2  # of a page: the site's own come first, then one of comments for every article


@dataclass(frozen=True, slots=True)
class Links:
    """References in the order of the page, each once; `refresh` are those that the page sends its reader to at once.

    `base` is what <base> says, empty where it says nothing; `cut` tells that there were more than were kept.
    """

    references: tuple[str, ...]
    refresh: tuple[str, ...]
    base: str
    cut: bool


def find_links(body: bytes, charset: str, most: int) -> Links:
    """The links of an HTML page: at most `most` of them. `charset` is as declared; lies about it do no harm."""
    body, encoding = _ascii_compatible(body, charset)
    found: dict[str, None] = {}
    refresh: list[str] = []
    base = ""
    at = 0
    cut = False
    feeds = 0
    while (hit := _INTERESTING.search(body, at)) is not None:
        at = hit.end()
        name = (hit.group(2) or hit.group(3) or b"").lower()
        if not name:
            at = _after(body, b"-->", at)
            continue
        attributes, at = _attributes(body, at)
        if name == b"iframe" and b"src" in attributes:
            found[_text(attributes[b"src"], encoding)] = None
        if name in _RAW_TEXT:
            at = _after_raw(body, name, at)
            continue
        if name == b"base":
            base = base or _text(attributes.get(b"href", b""), encoding)
        elif name == b"meta":
            target = _refresh_of(attributes, encoding)
            if target and len(refresh) < most:
                refresh.append(target)
        else:
            reference = _reference_of(name, attributes, encoding)
            is_feed = name == b"link" and _is_feed(attributes)
            feeds += is_feed
            if reference and not (is_feed and feeds > _MOST_FEEDS):
                found[reference] = None
        if len(found) >= most:
            cut = True
            break
    return Links(tuple(found), tuple(refresh), base, cut)


def _is_feed(attributes: dict[bytes, bytes]) -> bool:
    return any(mark in attributes.get(b"type", b"").lower() for mark in (b"rss", b"atom"))


def _reference_of(name: bytes, attributes: dict[bytes, bytes], encoding: str) -> str:
    if name == b"frame":
        return _text(attributes.get(b"src", b""), encoding)
    if name == b"link":
        rels = set(_text(attributes.get(b"rel", b""), encoding).lower().split())
        if not rels & _LINK_RELS:
            return ""
        kind = _text(attributes.get(b"type", b""), encoding).lower()
        if "alternate" in rels and kind and not any(each in kind for each in _FEEDS) and "html" not in kind:
            return ""
    return _text(attributes.get(b"href", b""), encoding)


def _refresh_of(attributes: dict[bytes, bytes], encoding: str) -> str:
    if attributes.get(b"http-equiv", b"").strip().lower() != b"refresh":
        return ""
    hit = _REFRESH.match(_text(attributes.get(b"content", b""), encoding))
    return hit.group(1).strip().strip("\"'") if hit else ""


def _attributes(body: bytes, at: int) -> tuple[dict[bytes, bytes], int]:
    found: dict[bytes, bytes] = {}
    for _ in range(_MAX_ATTRIBUTES):
        hit = _ATTRIBUTE.match(body, at)
        if hit is None:
            break
        at = hit.end()
        key = hit.group(1).lower()
        if key not in found:
            found[key] = (hit.group(2) or hit.group(3) or hit.group(4) or b"")[: _MAX_REFERENCE + 1]
        if body[at : at + 1] == b"=":  # an open quotation: go on after this tag, as far as it can be seen
            break
    end = _END.match(body, at)
    return found, end.end() if end else _after(body, b">", at)


def _after(body: bytes, mark: bytes, at: int) -> int:
    place = body.find(mark, at)
    return len(body) if place < 0 else place + len(mark)


def _after_raw(body: bytes, name: bytes, at: int) -> int:
    end = re.compile(rb"</" + name + rb"(?=[\s/>])", re.IGNORECASE).search(body, at)
    return len(body) if end is None else end.end()


def _text(raw: bytes, encoding: str) -> str:
    text = raw[:_MAX_REFERENCE].decode(encoding, "replace").strip()
    if len(raw) > _MAX_REFERENCE:
        return text
    return html.unescape(text) if "&" in text and len(text) < 4_000 else text


def _ascii_compatible(body: bytes, charset: str) -> tuple[bytes, str]:
    """The body in an encoding in which `<` is one byte, and a name for it that Python knows."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if body.startswith(mark):
            body = body[len(mark) :]
            return (
                (body, name) if name == "utf-8" else (body.decode(name, "replace").encode("utf-8", "replace"), "utf-8")
            )
    start = body[:1024]
    if start.count(b"\0") * 3 > len(start):  # UTF-16 without a mark; what is declared may say which
        name = "utf-16-le" if start[1:2] == b"\0" else "utf-16-be"
        return body.decode(name, "replace").encode("utf-8", "replace"), "utf-8"
    return body, _PYTHON_NAMES.get(charset.strip().lower(), "utf-8")


_PYTHON_NAMES = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "windows-1252": "cp1252",
    "iso-8859-15": "iso8859-15", "windows-1250": "cp1250", "windows-1251": "cp1251", "iso-8859-2": "iso8859-2",
    "gbk": "gbk", "gb2312": "gbk", "gb18030": "gb18030", "big5": "big5", "shift_jis": "shift_jis", "euc-jp": "euc_jp",
    "euc-kr": "euc_kr", "koi8-r": "koi8-r",
}  # fmt: skip
