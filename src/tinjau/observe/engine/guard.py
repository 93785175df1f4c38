"""What a page may cost before it is parsed: lexbor is quadratic in nesting depth and in the attributes of one tag.

Both are bounded here by linear looks at the bytes; a page over a bound is cut there, and says so.
"""

import re

MAX_BYTES = 4 << 20  # of one page; project choice: no page of the corpora reaches a tenth
MAX_DEPTH = 400  # open elements at one place; Chromium stops nesting at 512
_QUIET = 24 << 10  # bytes under which neither trap costs a tenth of a second
_STEP = 4096
_MANY_OPEN = 1500  # unclosed tags, void ones included, that no ordinary page reaches
_LONG_TAG = 8 << 10  # bytes without an end of a tag that are looked at
_MANY_ATTRIBUTES = 1000
_WIDE, _MARK = (b"\xff\xfe", b"\xfe\xff"), b"\xef\xbb\xbf"  # what begins a page in UTF-16, and one in UTF-8
_PARTS = (b" ", b"=", b"\n", b"\t", b"/")  # what parts attributes
# Both expressions are linear: no alternatives, one quantifier at the end.
_OPENS = re.compile(rb"<[a-zA-Z]")
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_VOID = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li option dt dd tr td th".split()
)


def bounded(body: bytes) -> tuple[bytes, str]:
    """The part of `body` that is safe to parse, and why it was cut ("" where it was not). Linear in its input.

    Pages in UTF-16 come back in UTF-8: the looks below read bytes, and would see no tag in them.
    """
    reason = ""
    if len(body) > MAX_BYTES:
        body, reason = body[:MAX_BYTES], f"the page is longer than {MAX_BYTES >> 20} MiB"
    if body.startswith(_WIDE):
        body = _MARK + body.decode("utf-16", "replace").encode("utf-8", "replace")
    if len(body) <= _QUIET:
        return body, reason
    at = _long_tag(body)
    if at >= 0:
        body, reason = body[:at], f"one tag has more than {_MANY_ATTRIBUTES} attributes"
    if _looks_deep(body):
        at = _too_deep(body)
        if at >= 0:
            body, reason = body[:at], f"elements are nested more than {MAX_DEPTH} deep"
    return body, reason


def _long_tag(body: bytes) -> int:
    """Where a tag with too many attributes begins, or -1. Looked for only where no tag ends for a long while.

    A `<` inside a tag opens nothing: it is part of an attribute's name.
    """
    end = 0
    for start in range(0, len(body), _LONG_TAG):
        if start < end or body.find(b">", start, start + _LONG_TAG) >= 0:
            continue
        end = body.find(b">", start)
        end = len(body) if end < 0 else end
        before = body.rfind(b">", 0, start) + 1
        opening = _OPENS.search(body, before, end)
        if opening is not None:
            at = opening.start()
            if sum(body.count(each, at, end) for each in _PARTS) > 2 * _MANY_ATTRIBUTES:
                return at
    return -1


def _looks_deep(body: bytes) -> bool:
    """Whether more tags stand open at some place than on any ordinary page: a cheap look, wrong on the safe side."""
    unclosed = most = 0
    for start in range(0, len(body), _STEP):
        piece = body[start : start + _STEP]
        unclosed += piece.count(b"<") - 2 * piece.count(b"</")
        most = max(most, unclosed)
    return most > _MANY_OPEN


def _too_deep(body: bytes) -> int:
    """Where nesting passes the bound, or -1. Void elements and those that close themselves are not counted.

    `<path/>` closes itself inside an svg alone: elsewhere it is an open element, and nests.
    """
    depth = drawings = 0
    foreign = b"foreignobject" in body.lower()
    for match in _TAG.finditer(body):
        name = match.group(2).lower()
        if match.group(1):
            depth = max(0, depth - 1)
            drawings -= drawings > 0 and name == b"svg"
            continue
        drawings += name == b"svg"
        if name in _VOID or (drawings and not foreign and _shuts_itself(body, match.end())):
            continue
        depth += 1
        if depth > MAX_DEPTH:
            return match.start()
    return -1


def _shuts_itself(body: bytes, at: int) -> bool:
    end = body.find(b">", at, at + _LONG_TAG)
    return end > 0 and body[end - 1 : end] == b"/"
