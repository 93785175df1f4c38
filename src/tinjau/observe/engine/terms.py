"""The vocabularies: terms by concept and language, read from `observe/terms/<language>.yaml` and
`<language>.<theme>.yaml`.
"""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LANGUAGES = ("id", "en", "it", "fr", "es")


class Term(NamedTuple):
    """One phrase. `counter` marks a counter-example: what contains the concept's words and means something else."""

    concept: str
    text: str
    languages: int  # a bit for each of LANGUAGES
    counter: bool


@cache
def terms() -> tuple[Term, ...]:
    """All terms of all languages in a fixed order, each phrase of a concept once."""
    found: dict[tuple[str, str, bool], Term] = {}
    for bit, language in enumerate(LANGUAGES):
        for concept, text, counter in _of(language):
            known = found.get((concept, text, counter))
            languages = (known.languages if known else 0) | 1 << bit
            found[concept, text, counter] = Term(concept, text, languages, counter)
    return tuple(found.values())


@cache
def concepts() -> frozenset[str]:
    """The names that detectors may ask for."""
    return frozenset(term.concept for term in terms())


def _of(language: str) -> Iterator[tuple[str, str, bool]]:
    folder = resources.files("tinjau.observe").joinpath("terms")
    names = (each.name for each in folder.iterdir() if each.name.startswith(f"{language}."))
    for file in sorted(names, key=lambda each: (each.count("."), each)):
        text = folder.joinpath(file).read_text(encoding="utf-8")
        for concept, entry in yaml.load(text, Loader=_Loader).items():  # noqa: S506 - one of the safe loaders
            for counter, name in ((False, "terms"), (True, "except")):
                for phrase in entry.get(name, ()):
                    yield concept, str(phrase).strip().lower(), counter
