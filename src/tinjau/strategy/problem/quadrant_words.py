"""Names and numbers of quadrants as papers print them."""

from tinjau.strategy.methods.position import Quadrant
from tinjau.strategy.problem.node import Node

_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WORDS: tuple[tuple[str, Quadrant], ...] = (
    ("agresif", "aggressive"), ("aggressive", "aggressive"), ("growth", "aggressive"), ("so", "aggressive"),
    ("progresif", "aggressive"), ("turnaround", "turn-around"), ("putarhaluan", "turn-around"),
    ("putararah", "turn-around"), ("ubahstrategi", "turn-around"), ("wo", "turn-around"),
    ("diversifi", "diversification"), ("st", "diversification"), ("defensi", "defensive"),
    ("bertahan", "defensive"), ("survival", "defensive"), ("wt", "defensive"),
)  # fmt: skip


def read_quadrant(node: Node) -> Quadrant | int | None:
    """A quadrant's name, or its number 1 to 4; None for words that name none that we know."""
    words = node.text().casefold().replace("kuadran", " ").replace("quadrant", " ").replace("cell", " ")
    parts = "".join(each if each.isalnum() else " " for each in words).split()
    joined = "".join(parts)
    for word, quadrant in _WORDS:
        if (len(word) > 2 and word in joined) or joined == word:
            return quadrant
    return next((_NUMBERS[part] for part in parts if part in _NUMBERS), None)
