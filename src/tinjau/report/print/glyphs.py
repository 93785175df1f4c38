"""Which characters the fonts of the PDF can show. PDF/A refuses a file with a character that has no glyph."""

import unicodedata
from functools import cache
from importlib.resources import files
from itertools import groupby

_NOT_DRAWN = {0x2716: "×"}
_THERE = "="  # the label of characters that the fonts show
_SCRIPTS = {"CJK": "Han"}  # the others are named as Unicode names them
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
    """The text with a mark for each run of characters that the fonts lack, such as `[Han ×4]` for four of that script.

    Joiners and selectors without a glyph are dropped.
    """
    if text.isascii():
        return text
    known = _shown()
    parts: list[str] = []
    for label, run in groupby(unicodedata.normalize("NFC", text), key=lambda each: _label(each, known)):
        if label == _THERE:
            parts.append("".join(run))
        elif label:
            parts.append(f"[{label} ×{sum(1 for _ in run)}]")
    return "".join(parts)


def drawable(svg: str) -> str:
    """The same for the text of a picture, in which the compiler cannot set all that it sets in a paragraph.

    It places no combining mark on a letter, so such marks are left out; of the other characters that the fonts hold,
    each was tried, and one failed.
    """
    shown = showable(svg).translate(_NOT_DRAWN)
    return (
        shown if shown.isascii() else "".join(each for each in shown if unicodedata.category(each) not in {"Mn", "Me"})
    )


def lacking(text: str) -> int:
    """How many characters of the text the fonts lack."""
    if text.isascii():
        return 0
    known = _shown()
    return sum(_label(each, known) not in {_THERE, ""} for each in unicodedata.normalize("NFC", text))


def _label(character: str, known: frozenset[int]) -> str:
    """What stands for a character: itself, nothing, the name of its script, or its code point where it is no letter."""
    if ord(character) in known or character == "\n":
        return _THERE
    kind = unicodedata.category(character)
    if kind in {"Cf", "Mn", "Me"}:
        return ""
    first = unicodedata.name(character, "").partition(" ")[0]
    if kind.startswith("L") and first:
        return _SCRIPTS.get(first, first.capitalize())
    return f"U+{ord(character):04X}"


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
