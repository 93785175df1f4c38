"""What a page may cost before it is parsed: lexbor is quadratic in nesting depth and in the attributes of one tag.

Both are bounded here by linear looks at the bytes; a page over a bound is cut there, and says so.
"""

MAX_BYTES = 4 << 20  # of one page; project choice: no page of the corpora reaches a tenth
MAX_DEPTH = 400  # open elements at one place; Chromium stops nesting at 512
_QUIET = 24 << 10  # bytes under which neither trap costs a tenth of a second
_STEP = 4096
_MANY_OPEN = 1500  # unclosed tags, void ones included, that no ordinary page reaches
_LONG_TAG = 8 << 10  # bytes without an end of a tag that are looked at
_MANY_ATTRIBUTES = 1000
_VOID = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li option dt dd tr td th".split()
)


def bounded(body: bytes) -> tuple[bytes, str]:
    """The part of `body` that is safe to parse, and why it was cut ("" where it was not). Linear in its input."""
    reason = ""
    if len(body) > MAX_BYTES:
        body, reason = body[:MAX_BYTES], f"the page is longer than {MAX_BYTES >> 20} MiB"
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
    """Where a tag with too many attributes begins, or -1. Looked for only where no tag ends for a long while."""
    end = 0
    for start in range(0, len(body), _LONG_TAG):
        if start < end or body.find(b">", start, start + _LONG_TAG) >= 0:
            continue
        end = body.find(b">", start)
        end = len(body) if end < 0 else end
        at = body.rfind(b"<", 0, start + 1)
        while 0 <= at < end:
            following = body.find(b"<", at + 1, end)
            tag = body[at : following if following > 0 else end]
            closed = body.find(b">", at, end) >= 0  # what follows is text
            if not closed and tag[1:2].isalpha() and tag.count(b"=") + tag.count(b" ") > 2 * _MANY_ATTRIBUTES:
                return at
            at = following
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
    at = body.find(b"<")
    while at >= 0:
        following = body.find(b"<", at + 1)
        first = body[at + 1 : at + 2]
        if first == b"/":
            depth = max(0, depth - 1)
            drawings -= drawings > 0 and body[at + 2 : at + 5].lower() == b"svg"
        elif first.isalpha():
            end = at + 1
            while body[end : end + 1].isalnum():
                end += 1
            name = body[at + 1 : end].lower()
            drawings += name == b"svg"
            shut = drawings > 0 and not foreign and body[body.find(b">", end) - 1 : body.find(b">", end)] == b"/"
            if name not in _VOID and not shut:
                depth += 1
                if depth > MAX_DEPTH:
                    return at
        at = following
    return -1
