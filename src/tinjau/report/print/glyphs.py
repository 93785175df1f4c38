"""Which characters the fonts of the PDF can show. PDF/A refuses a file with a character that has no glyph."""

import unicodedata
from functools import cache
from importlib.resources import files

MISSING = "□"
_BREAKABLE = frozenset("/._-=&?:,;@%+~#")
_LONG = 18  # characters without a place to break; a longer word could leave its column (project choice)
_BREAK = "\u200b"


@cache
def _shown() -> frozenset[int]:
    written = (files("tinjau.report.print") / "glyphs.txt").read_text(encoding="utf-8")
    points: set[int] = set()
    for word in (word for line in written.splitlines() if not line.startswith("#") for word in line.split()):
        first, _, last = word.partition("-")
        points |= set(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


def showable(text: str) -> str:
    """The text with a box for each character that the fonts lack; joiners and selectors without a glyph are dropped."""
    if text.isascii():
        return text
    known = _shown()
    return "".join(
        each
        if ord(each) in known or each == "\n"
        else ("" if unicodedata.category(each) in {"Cf", "Mn", "Me"} else MISSING)
        for each in unicodedata.normalize("NFC", text)
    )


def breakable(text: str) -> str:
    """The text with unseen places to break inside very long words (addresses, digests)."""
    return " ".join(word if len(word) <= _LONG else _broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    parts: list[str] = []
    since = 0
    for each in word:
        parts.append(each)
        since += 1
        if each in _BREAKABLE or since >= _LONG:
            parts.append(_BREAK)
            since = 0
    return "".join(parts)
