"""The head of an HTTP message as an archive kept it: lenient, bounded."""

from dataclasses import dataclass

_HEAD_LIMIT = 262_144  # bytes; project choice, far above what a browser accepts
_MAX_HEADERS = 1_000  # headers kept


@dataclass(frozen=True, slots=True)
class Head:
    """Status, reason and headers (names in lower case), and how many bytes the head takes."""

    status: int | None
    reason: str
    headers: tuple[tuple[str, str], ...]
    size: int

    def get(self, name: str) -> str:
        """The first header of this lower-case name; empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")


def parse_head(block: bytes) -> Head | None:
    """The head at the start of `block`; None where the block does not start with an HTTP message."""
    if not block.startswith((b"HTTP/", b"ICY ")):
        return None
    size, end = _head_end(block)
    lines = block[:end].decode("latin-1").replace("\r\n", "\n").split("\n")
    parts = lines[0].split(None, 2)
    status = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() and len(parts[1]) <= 3 else None
    reason = parts[2].strip() if len(parts) > 2 else ""
    headers: list[tuple[str, str]] = []
    for line in lines[1 : _MAX_HEADERS + 1]:
        if line[:1] in {" ", "\t"} and headers:
            headers[-1] = (headers[-1][0], f"{headers[-1][1]} {line.strip()}")
            continue
        name, colon, value = line.partition(":")
        if colon and name:
            headers.append((name.strip().lower(), value.strip()))
    return Head(status, reason, tuple(headers), size)


def _head_end(block: bytes) -> tuple[int, int]:
    """How long the head is with and without its empty line."""
    nearest, size = -1, 0
    limit = _HEAD_LIMIT
    for mark in (b"\r\n\r\n", b"\n\n", b"\n\r\n"):
        place = block.find(mark, 0, limit)
        if place >= 0:
            nearest, size, limit = place, len(mark), place + len(mark)
    return (nearest + size, nearest) if nearest >= 0 else (len(block), len(block))


def media_type_of(content_type: str) -> tuple[str, str]:
    """Media type and charset of a Content-Type, both in lower case; empty where it does not say."""
    kind, _, rest = content_type.partition(";")
    charset = ""
    for part in rest.split(";"):
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip("\"'").lower()[:64]
            break
    kind = kind.strip().lower()[:128]
    return (kind if "/" in kind else ""), charset
