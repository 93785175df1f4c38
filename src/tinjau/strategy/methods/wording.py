"""How alike two sentences are worded, in Indonesian and English: for proposals that a person decides."""

import unicodedata
from collections.abc import Sequence

_EMPTY = frozenset(
    {
        *("dan", "atau", "yang", "di", "ke", "dari", "untuk", "dengan", "pada", "dalam", "oleh", "agar", "serta"),
        *(
            "sebagai",
            "adalah",
            "ini",
            "itu",
            "para",
            "secara",
            "melalui",
            "bagi",
            "terhadap",
            "antara",
            "akan",
            "telah",
        ),
        *("sudah", "masih", "dapat", "bisa", "tidak", "belum", "lebih", "juga"),
        *("the", "a", "an", "and", "or", "of", "to", "in", "on", "for", "with", "by", "from", "as", "is", "are", "be"),
        *("that", "this", "its", "their", "through", "into", "at", "more", "not", "can", "will"),
    }
)
"""Words that carry no subject (project choice)."""
_PREFIXES = (
    "meng", "meny", "mem", "men", "peng", "peny", "pem", "pen", "ber", "ter", "per", "me", "di", "ke", "pe", "se",
)  # fmt: skip
_SWALLOWED = {"men": "t", "pen": "t", "mem": "p", "pem": "p", "meny": "s", "peny": "s"}
"""The sound that an Indonesian prefix swallows before a vowel: tingkat, meningkat; pakai, memakai; susun, menyusun."""
_SUFFIXES = ("kan", "an", "i", "nya", "ing", "ed", "es", "s", "e")
_LEAST = 4
"""Letters that a stem keeps (project choice)."""

ALIKE_FROM = 0.6
"""Similarity from which a merge is proposed (project choice, tried on the seed paper's fourteen strategies)."""


def stems(sentence: str) -> tuple[str, ...]:
    """The words that carry the subject, without case, marks and common affixes, in order."""
    plain = unicodedata.normalize("NFKC", sentence).casefold()
    words = "".join(each if each.isalnum() else " " for each in plain).split()
    return tuple(_stem(word) for word in words if word not in _EMPTY)


def similarity(first: str, second: str) -> float:
    """From 0 to 1: the shared stems' part of both sentences (Dice), each stem counted once."""
    one, two = set(stems(first)), set(stems(second))
    if not one or not two:
        return 0.0
    return 2 * len(one & two) / (len(one) + len(two))


def alike(sentences: Sequence[str], least: float = ALIKE_FROM) -> list[tuple[int, int, float]]:
    """Pairs of indices whose wording is alike, the most alike first."""
    found = [
        (i, j, similarity(sentences[i], sentences[j]))
        for i in range(len(sentences))
        for j in range(i + 1, len(sentences))
    ]
    return sorted((each for each in found if each[2] >= least), key=lambda each: (-each[2], each[0], each[1]))


def _stem(word: str) -> str:
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEAST:
            rest = word[len(prefix) :]
            word = _SWALLOWED.get(prefix, "") + rest if rest[0] in "aeiou" else rest
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST:
            return word[: -len(suffix)]
    return word
