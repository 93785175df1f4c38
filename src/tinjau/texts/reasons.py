"""Reasons in the reader's language: a sentence is known by its template, and its parts go into the twin.

What no template fits stays as it is, and says so, so that a caller can mark its language. The work is linear in the
text for a fixed table: literal parts are looked for once, in order, with no way back.
"""

import string
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from tinjau.model import Lang
from tinjau.texts.catalogue.reasons import REASONS
from tinjau.texts.figures import integer

_LONGEST = 4_000  # characters; what is longer stays as it is (project choice)
_MOST_PARTS = 3  # parts between semicolons that one sentence may have
_MOST_COLONS = 4  # places where a sentence may go on with another after a colon
_DEEPEST = 4  # reasons in reasons
_ANY, _COUNT, _DIGITS, _SOLID, _REASON, _SAID = "", "#", "=", "/", "*", "~"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence and the language that it is in."""

    text: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class _Template:
    """Literals around holes (always one more than holes), the holes' names and kinds, and the twin's parts."""

    literals: tuple[str, ...]
    holes: tuple[tuple[str, str], ...]
    twin: tuple[tuple[str, str | None], ...]

    def parts(self, text: str) -> dict[str, str] | None:
        """What stands in the holes; None where the sentence is another."""
        first, last = self.literals[0], self.literals[-1]
        if not self.holes:
            return {} if text == first else None
        if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
            return None
        at, end = len(first), len(text) - len(last)
        found = {}
        for number, (name, kind) in enumerate(self.holes, start=1):
            literal = self.literals[number]
            to = end if number == len(self.holes) else text.find(literal, at, end)
            if to < at or not _fits(text[at:to], kind):
                return None
            found[name] = text[at:to]
            at = to + len(literal)
        return found


def reason(text: str, lang: Lang) -> str:
    """The reason in `lang`; whole or in part as it was where it is not known."""
    return "".join(each.text for each in reason_pieces(text, lang))


def known_reason(text: str) -> bool:
    """Whether every part of the reason has a twin in the other language."""
    return all(each.lang == "id" for each in reason_pieces(text, "id"))


def reason_pieces(text: str, lang: Lang) -> tuple[Piece, ...]:
    """The reason in `lang`, cut where its language changes: what is not known stays English."""
    if lang == "en" or not text or len(text) > _LONGEST:
        return (Piece(text, "en"),) if text else ()
    said = _whole(text, _DEEPEST, said=True)  # what a person wrote may hold semicolons of its own
    pieces: list[Piece] = list(said or ())
    parts = [] if said else text.split("; ")
    at = 0
    while at < len(parts):
        if pieces:
            pieces.append(Piece("; ", pieces[-1].lang))
        found, size = _longest(parts, at)
        pieces += found
        at += size
    return tuple(Piece("".join(e.text for e in run), key) for key, run in groupby(pieces, key=lambda each: each.lang))


def _longest(parts: list[str], at: int) -> tuple[list[Piece], int]:
    """The sentence that begins at a part: the fewest parts that are known whole, else what is known of the first."""
    for size in range(1, min(_MOST_PARTS, len(parts) - at) + 1):
        found = _sentence("; ".join(parts[at : at + size]), 0)
        if found is not None and all(each.lang == "id" for each in found):
            return found, size
    return _sentence(parts[at], 0) or [Piece(parts[at], "en")], 1


def _sentence(text: str, depth: int) -> list[Piece] | None:
    """One sentence, or two with a colon between them; None where not even its beginning is known."""
    found = _whole(text, depth)
    if found is not None or depth >= _DEEPEST:
        return found
    at = text.find(": ")
    for _ in range(_MOST_COLONS):
        if at < 0:
            break
        before = _whole(text[:at], depth + 1)
        if before is not None:
            after = text[at + 2 :]
            return [*before, Piece(": ", "id"), *(_sentence(after, depth + 1) or [Piece(after, "en")])]
        at = text.find(": ", at + 2)
    return None


def _whole(text: str, depth: int, *, said: bool = False) -> list[Piece] | None:
    for template in _templates():
        if said and all(kind != _SAID for _, kind in template.holes):
            continue
        parts = template.parts(text)
        if parts is not None:
            return _filled(template, parts, depth)
    return None


def _filled(template: _Template, parts: dict[str, str], depth: int) -> list[Piece]:
    kinds = dict(template.holes)
    pieces = []
    for literal, name in template.twin:
        if literal:
            pieces.append(Piece(literal, "id"))
        if name is None:
            continue
        written = parts[name]
        if kinds[name] == _REASON:
            pieces += (_sentence(written, depth + 1) if depth < _DEEPEST else None) or [Piece(written, "en")]
        else:
            pieces.append(Piece(integer(int(written), "id") if kinds[name] == _COUNT else written, "id"))
    return pieces


def _fits(written: str, kind: str) -> bool:
    if not written:
        return False
    if kind in (_COUNT, _DIGITS):
        return written.isascii() and written.isdecimal() and len(written) <= 18
    return kind != _SOLID or not any(each.isspace() for each in written)


@cache
def _templates() -> tuple[_Template, ...]:
    """The table taken apart; sentences without holes first, then those with the longest beginning."""
    made = [_made(english, indonesian) for english, indonesian in REASONS]
    return tuple(
        sorted(made, key=lambda each: (bool(each.holes), -len(each.literals[0]), -sum(map(len, each.literals))))
    )


def _made(english: str, indonesian: str) -> _Template:
    literals, holes = [""], []
    for literal, name, kind, _ in string.Formatter().parse(english):
        literals[-1] += literal
        if name is not None:
            holes.append((name, kind or _ANY))
            literals.append("")
    twin = tuple((literal, name) for literal, name, _, _ in string.Formatter().parse(indonesian))
    return _Template(tuple(literals), tuple(holes), twin)
