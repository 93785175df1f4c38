"""One scan of a page's texts for every term of every language.

Hyperscan where it is installed; google-re2 elsewhere, one look per text. Both are linear in the text.
"""

import contextlib
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import Any, Protocol

import re2

from tinjau.observe.engine.terms import Term, terms

try:
    import hyperscan
except ImportError:  # not an x86 Linux machine
    hyperscan = None  # type: ignore[assignment]

_MOST_HITS = 20_000
_TERMS = terms()  # data of the module, read once with it
_ACCENTED = "àáâäãåçèéêëìíîïñòóôöõùúûüýÿÀÁÂÄÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕÙÚÛÜÝ’ʼ‘´\u00a0–—‐‑"
_LETTERS = "aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUUY" + "'" * 4 + " ----"
_PLAIN = str.maketrans(_ACCENTED, _LETTERS)


def fold(text: str) -> str:
    """The text without accents, in ASCII; other letters become "?". As long as it was."""
    return text if text.isascii() else text.translate(_PLAIN).encode("ascii", "replace").decode("ascii")


def pattern(term: str) -> str:
    """The regular expression of a folded term: whole words, any blanks or hyphens between them."""
    words = fold(term).replace("-", " ").split()
    pieces = [
        "".join(map(_escaped, word.removesuffix("*"))) + (r"[a-z]*" if word.endswith("*") else "") for word in words
    ]
    body = r"[\s\-]+".join(pieces)
    left = r"\b" if term[0].isalnum() else ""
    right = r"\b" if term[-1].isalnum() else ""
    return f"{left}{body}{right}"


def _escaped(each: str) -> str:
    return "\\" + each if each in r"\.^$|?*+()[]{}/&!" else each


class Scanner(Protocol):
    """Finds which terms stand in which of several texts."""

    def scan(self, texts: Sequence[str]) -> list[tuple[int, int]]:
        """Pairs (text, term), once for each place a term ends, at most 20,000; in the order of the texts."""


@cache
def scanner(portable: bool = False) -> Scanner:  # noqa: FBT001, FBT002 - a switch for tests
    """The fastest scanner of this machine, or the portable one."""
    return PortableScanner(_TERMS) if portable or hyperscan is None else FastScanner(_TERMS)


class FastScanner:
    """Hyperscan over all texts joined: literals, whose word ends are checked here (17,000 literals take 0.3 s)."""

    def __init__(self, known: Sequence[Term]) -> None:
        meanings: dict[str, list[int]] = {}
        for index, term in enumerate(known):
            meanings.setdefault(_literal(term.text), []).append(index)
        self._meanings = list(meanings.values())
        self._lengths = [len(each) for each in meanings]
        self._word_end = [each[-1].isalnum() for each in meanings]
        self._database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        self._database.compile(
            expressions=[each.encode() for each in meanings], ids=list(range(len(meanings))), elements=len(meanings),
            flags=[hyperscan.HS_FLAG_CASELESS] * len(meanings), literal=True,
        )  # fmt: skip
        self._scratch = hyperscan.Scratch(self._database)

    def scan(self, texts: Sequence[str]) -> list[tuple[int, int]]:
        """See `Scanner`."""
        ends: list[tuple[int, int]] = []

        def seen(literal: int, _begin: int, end: int, _flags: int, _context: Any) -> bool | None:
            ends.append((end, literal))
            return len(ends) >= _MOST_HITS or None

        whole = _literal("\n".join(texts))
        with contextlib.suppress(hyperscan.ScanTerminated):
            self._database.scan(whole.encode("ascii", "replace"), match_event_handler=seen, scratch=self._scratch)
        starts = [0, *accumulate(len(text) + 1 for text in texts)]
        lengths, word_end, last = self._lengths, self._word_end, len(whole)
        found: list[tuple[int, int]] = []
        for end, literal in ends:
            start = end - lengths[literal]
            if start and whole[start - 1].isalnum() and whole[start].isalnum():
                continue
            if end < last and word_end[literal] and whole[end].isalnum():
                continue
            text = bisect_right(starts, end - 1) - 1
            found += [(text, term) for term in self._meanings[literal]]
        return found


def _literal(text: str) -> str:
    """Folded, and with blanks for hyphens: one spelling of a compound for terms and texts."""
    return fold(text).lower().replace("-", " ")


class PortableScanner:
    """google-re2: one set of all terms, matched against each text. Several places of a term in a text count once."""

    def __init__(self, known: Sequence[Term]) -> None:
        options = re2.Options()
        options.case_sensitive = False
        options.log_errors = False
        options.max_mem = 256 << 20
        self._set = re2.Set.SearchSet(options)
        for term in known:
            self._set.Add(pattern(term.text))
        self._set.Compile()

    def scan(self, texts: Sequence[str]) -> list[tuple[int, int]]:
        """See `Scanner`."""
        found: list[tuple[int, int]] = []
        for index, text in enumerate(texts):
            found += [(index, term) for term in sorted(self._set.Match(fold(text)) or ())]
            if len(found) >= _MOST_HITS:
                break
        return found


scanner()  # compiled with the module, as every expression is: 0.3 s once, not in the middle of the first page
