"""How alike texts in two languages are within one collection, and whether a text speaks of something: hints for people.

Words that stand in most texts of the collection weigh little (inverse document frequency, Spärck Jones, Journal of
Documentation 28(1), 1972), so that "layanan" or "e-government" never makes two strategies alike.
"""

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tinjau.model import LANGS, Lang, Text
from tinjau.strategy.methods.wording import stems

_WORD = re.compile(r"[^\W_]+")
_LONG = 5  # letters from which the beginning of a word stands for it (project choice)


def has_signal(text: Text, signal: str) -> bool:
    """Whether each word of the signal begins some word of the text, or its stem, in either language.

    A short word must be the whole word or stem: "visi" (vision) is not in "visit".
    """
    both = f"{text.id} {text.en}"
    written = {*_WORD.findall(both.casefold()), *stems(both)}
    return all(
        part in written or (len(part) >= _LONG and any(each.startswith(part) for each in written))
        for part in _WORD.findall(signal.casefold())
    )


@dataclass(frozen=True, slots=True)
class Likeness:
    """Similarity between texts of one collection; words that are common in the collection weigh little."""

    weights: Mapping[Lang, Mapping[str, float]]
    unseen: float

    def between(self, first: Text, second: Text) -> float:
        """0 (no content word shared) to 1 (the same content words), in the language in which they are most alike."""
        return max(self._in(first, second, lang) for lang in LANGS)

    def _in(self, first: Text, second: Text, lang: Lang) -> float:
        one, two = _stems(first, lang), _stems(second, lang)
        if one and one == two:
            return 1.0
        total = self._sum(one, lang) + self._sum(two, lang)
        return 2 * self._sum(one & two, lang) / total if total > 0 else 0.0

    def _sum(self, words: Iterable[str], lang: Lang) -> float:
        return math.fsum(self.weights[lang].get(each, self.unseen) for each in words)


def likeness(texts: Iterable[Text]) -> Likeness:
    """The likeness measure of a collection of n texts: a stem in d of them weighs
    log((n + 1) / (d + 1/2)), never below 0.

    The half keeps the words of a small collection from weighing nothing (project choice).
    """
    collection = list(texts)
    above = len(collection) + 1
    weights: dict[Lang, dict[str, float]] = {}
    for lang in LANGS:
        holding = Counter(each for text in collection for each in _stems(text, lang))
        weights[lang] = {word: max(0.0, math.log(above / (number + 0.5))) for word, number in holding.items()}
    return Likeness(weights, math.log(above / 0.5))


def _stems(text: Text, lang: Lang) -> frozenset[str]:
    return _stem_set(text.id if lang == "id" else text.en)


@functools.lru_cache(maxsize=4096)
def _stem_set(sentence: str) -> frozenset[str]:
    return frozenset(stems(sentence))
