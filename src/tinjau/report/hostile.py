"""What came from a fetched page, an upload or a table is hostile: made harmless text here, for every format.

`clean` is the one place where text loses what could mislead a reader or break a file; `escape` is the one place where
text becomes HTML; `safe_url` is the one place where an address may become a link.
"""

import html
import re
import unicodedata
from urllib.parse import urlsplit

REPLACEMENT = "�"
MAX_URL = 2000  # project choice: longer addresses are shown, cut, and never linked
_MAX_MARKS = 6  # combining marks in a row; Indonesian and English need one, Vietnamese two (project choice)

# Unseen and harmless: soft hyphen, zero-width space, word joiner, direction marks, byte-order mark.
_DROPPED = dict.fromkeys((0xAD, 0x200B, 0x2060, 0x200E, 0x200F, 0x61C, 0xFEFF))
# Unseen and able to deceive or to break a file: controls, embeddings, overrides and isolates (UAX 9), tag characters,
# interlinear anchors, surrogates, noncharacters.
_DECEIVING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
    + "|["
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029|\u0085")


def clean(text: object) -> str:
    """The text without controls, direction overrides, hidden characters and piles of combining marks.

    What could deceive becomes U+FFFD, so that a reader sees that something stood there. Line ends become `\\n`.
    """
    written = str(text)
    if written.isascii() and written.isprintable():  # nothing to take out of the plain letters of most texts
        return written
    shown = _LINE_ENDS.sub("\n", written).translate(_DROPPED)
    shown = _DECEIVING.sub(REPLACEMENT, shown)
    return shown if shown.isascii() else _few_marks(shown)


def _few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MAX_MARKS:
            kept.append(character)
    return "".join(kept)


def one_line(text: object, limit: int = 0) -> str:
    """Cleaned text on one line, cut with an ellipsis after `limit` characters (0: uncut)."""
    shown = " ".join(clean(text).split())
    return shown if not limit or len(shown) <= limit else shown[: limit - 1].rstrip() + "…"


def escape(text: object) -> str:
    """Cleaned text as HTML that is only text, in content and in quoted attributes."""
    return html.escape(clean(text), quote=True)


def safe_url(address: str) -> str | None:
    """The address where it may be linked: http or https, a host, no credentials, nothing hidden; else None."""
    address = address.strip()
    if not address or len(address) > MAX_URL or clean(address) != address:
        return None
    if any(character.isspace() or character in "\"'<>\\^`{|}" for character in address):
        return None
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        return None
    return address
