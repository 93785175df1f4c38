"""IFE, EFE, IFAS and EFAS as people write them down: factors, their numbers, and what is printed beside them."""

from dataclasses import dataclass, field, replace

from tinjau.strategy.methods.factor_table import NORMALISATIONS, SEMANTICS, Normalisation, Rated, Semantics
from tinjau.strategy.problem.node import Node
from tinjau.strategy.problem.numbers import Number, parse

_KIND_WORDS = {
    "s": "S", "strength": "S", "strengths": "S", "kekuatan": "S",
    "w": "W", "weakness": "W", "weaknesses": "W", "kelemahan": "W",
    "o": "O", "opportunity": "O", "opportunities": "O", "peluang": "O",
    "t": "T", "threat": "T", "threats": "T", "ancaman": "T",
}  # fmt: skip
_SCORE_KEYS = ("score", "weighted_score", "weighted", "skor", "product", "value", "nilai", "hasil")
_WEIGHT_KEYS = ("weight", "bobot")
_SUBTOTALS = frozenset({"by_category", "subtotal", "subtotals", "sums", "scores", "skor"})


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed for one row: its weight (where the input holds points), rating and weighted score."""

    weight: Number | None = None
    rating: Number | None = None
    score: Number | None = None


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One factor: its numbers as written, their means where several raters gave them, and what is printed."""

    rated: Rated
    text: str
    weight: Number
    rating: Number
    printed: Printed
    weights_by_rater: tuple[float, ...] = ()
    ratings_by_rater: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class FactorTable:
    """A whole table. `declared` is false where the file names no normalisation and the weights told it."""

    key: str
    rows: tuple[FactorRow, ...]
    semantics: Semantics | None
    normalisation: Normalisation
    declared: bool
    low: float
    high: float
    printed_scores: dict[str, Number] = field(default_factory=dict)
    printed_weights: dict[str, Number] = field(default_factory=dict)

    @property
    def rated(self) -> list[Rated]:
        """The factors' numbers."""
        return [row.rated for row in self.rows]


def read_table(node: Node, key: str, root: Node) -> FactorTable:
    """A table of the problem; raises InputError with the cell where something cannot be read."""
    rows = _rows(node)
    if not rows:
        raise node.below("factors", None).fault("there is no factor", "List factors with id, weight and rating")
    written = node.get("semantics", "semantik") or root.get("semantics")
    semantics: Semantics | None = next((s for s in SEMANTICS if written and s == written.choice(SEMANTICS)), None)
    normal = node.get("normalisation", "normalization", "normalisasi") or root.get("normalisation", "normalization")
    chosen: Normalisation = _inferred(rows)
    if normal is not None:
        word = normal.choice(NORMALISATIONS)
        chosen = next(n for n in NORMALISATIONS if n == word)
    low, high = _scale(node, semantics)
    rows = _per_cent_as_shares(rows, chosen)
    printed = node.printed("total", "jumlah", "S", "W", "O", "T")
    return FactorTable(
        key, tuple(rows), semantics, chosen, normal is not None, low, high,
        _totals(printed, _SCORE_KEYS), _totals(printed, _WEIGHT_KEYS, plain=False),
    )  # fmt: skip


def _rows(node: Node) -> list[FactorRow]:
    factors = node.need("factors", "faktor", mend="List the table's rows under 'factors:'")
    rows: list[FactorRow] = []
    seen: dict[str, int] = {}
    for name, entry, kind in _entries(factors):
        seen[name] = seen.get(name, 0) + 1
        unique = name if seen[name] == 1 else f"{name}#{seen[name]}"
        rows.append(_row(unique, entry, kind or _kind_of(name, entry)))
    return rows


def _entries(factors: Node) -> list[tuple[str, Node, str]]:
    """Rows of a list, of a mapping by id, or of a mapping of the four kinds to either."""
    if factors.is_mapping and factors.value and all(str(each).casefold() in _KIND_WORDS for each in factors.value):
        groups = [(_KIND_WORDS[name.casefold()], group) for name, group in factors.items()]
        if all(group.is_list or _holds_rows(group) for _, group in groups):
            return [(name, entry, kind) for kind, group in groups for name, entry in group.named("id", "code", "kode")]
    return [(name, entry, "") for name, entry in factors.named("id", "code", "kode")]


def _holds_rows(group: Node) -> bool:
    return group.is_mapping and all(isinstance(each, dict | list) for each in group.value.values())


def _kind_of(name: str, entry: Node) -> str:
    written = entry.get("category", "kind", "type", "kategori")
    if written is not None:
        word = written.text().casefold()
        if word not in _KIND_WORDS:
            raise written.fault(f"{written.shown} is no kind of factor", "Write S, W, O or T")
        return _KIND_WORDS[word]
    word = "".join(each for each in name.casefold() if each.isalpha())
    if word in _KIND_WORDS:
        return _KIND_WORDS[word]
    first = name[:1].upper()
    return first if first in ("S", "W", "O", "T") else ""


def _row(name: str, entry: Node, kind: str) -> FactorRow:
    if entry.is_list:  # the short form: id: [weight, rating] or [weight, rating, printed score]
        cells = [cell.value for cell in entry.entries()]
        if len(cells) not in (2, 3):
            raise entry.fault("a row in short form has two or three numbers", "Write [weight, rating] or add the score")
        entry = Node(dict(zip(("weight", "rating", "printed"), cells, strict=False)), entry.file, entry.place)
    weight, weights = _number_or_mean(entry.need("weight", "bobot"))
    rating, ratings = _number_or_mean(entry.need("rating", "peringkat", "ratings"))
    text = entry.get("text", "name", "factor", "faktor")
    return FactorRow(
        Rated(name, kind, weight.value, rating.value), text.text() if text else "", weight, rating,
        _printed(entry), weights, ratings,
    )  # fmt: skip


def _number_or_mean(node: Node) -> tuple[Number, tuple[float, ...]]:
    """A number, or the mean of several raters' numbers (which is exact) with what each gave."""
    if not (node.is_list or node.is_mapping):
        return node.number(), ()
    cells = node.entries() if node.is_list else [each for _, each in node.items()]
    values = [cell.number().value for cell in cells if not cell.blank]
    if not values:
        raise node.fault("no rater gave a number", "Give one number, or one a rater")
    complete = len(values) == len(cells)
    return Number(sum(values) / len(values), 0, exact=True), tuple(values) if complete else ()


def _printed(entry: Node) -> Printed:
    written = entry.get("printed", "tercetak")
    if written is None:
        score = entry.get("score", "weighted_score", "skor")
        return Printed(score=score.number() if score else None)
    if not written.is_mapping:
        return Printed(score=written.number())
    weight, rating, score = written.get(*_WEIGHT_KEYS), written.get("rating"), written.get(*_SCORE_KEYS)
    return Printed(*(each.number() if each else None for each in (weight, rating, score)))


def _totals(printed: Node | None, keys: tuple[str, ...], *, plain: bool = True) -> dict[str, Number]:
    """Printed sums by kind and "total": a number is a score; under a kind, or as `weights:`, weights may stand too."""
    found: dict[str, Number] = {}
    if printed is None:
        return found
    if not printed.is_mapping:
        return {"total": printed.number()} if plain else {}
    for name, node in printed.items():
        kind = _KIND_WORDS.get(name.casefold(), "total" if name.casefold() in ("total", "jumlah", "sum") else "")
        if kind and node.is_mapping:
            inner = node.get(*keys)
            if inner is not None:
                found[kind] = inner.number()
        elif plain and name.casefold() in _SUBTOTALS and node.is_mapping:
            found |= _totals(node, keys)
        elif kind and plain and not node.blank:
            found[kind] = node.number()
        elif not plain and name.casefold() in ("weight", "weights", "bobot", "total_weight") and not node.blank:
            found |= _totals(node, keys) if node.is_mapping else {"total": node.number()}
    return found


def _per_cent_as_shares(rows: list[FactorRow], normalisation: Normalisation) -> list[FactorRow]:
    """Weights in per cent become shares; points stay points, which are divided by their own sum.

    Both are numbers above 1. They are per cent where the printed scores agree with weight / 100 more often than with
    weight / sum; where they add up to 100 the two are the same.
    """
    if normalisation == "none" or all(row.rated.weight <= 1 for row in rows):
        return rows
    sums: dict[str, float] = {}
    for row in rows:
        pool = row.rated.kind if normalisation == "per_category" else ""
        sums[pool] = sums.get(pool, 0.0) + row.rated.weight
    if not all(80 <= each <= 120 for each in sums.values()):
        return rows
    shown = [row for row in rows if row.printed.score is not None]
    hundred = other = 0
    for row in shown:
        score = row.printed.score.value if row.printed.score else 0.0
        pool = row.rated.kind if normalisation == "per_category" else ""
        hundred += abs(row.rated.weight * row.rated.rating / 100 - abs(score)) < 0.0051
        other += abs(row.rated.weight * row.rated.rating / sums[pool] - abs(score)) < 0.0051
    return [_as_share(row) for row in rows] if hundred > other else rows


def _as_share(row: FactorRow) -> FactorRow:
    weight = Number(row.weight.value / 100, row.weight.decimals + 2, row.weight.kept, exact=row.weight.exact)
    return replace(row, weight=weight, rated=replace(row.rated, weight=weight.value))


def _scale(node: Node, semantics: Semantics | None) -> tuple[float, float]:
    written = node.get("scale", "skala")
    if written is not None:
        ends = [each.number().value for each in written.entries()]
        if len(ends) != 2 or ends[0] >= ends[1]:
            raise written.fault("a scale has a lowest and a highest rating", "Write scale: [1, 4]")
        return ends[0], ends[1]
    return (1.0, 4.0) if semantics in ("david", "rangkuti", None) else (0.0, float("inf"))


def _inferred(rows: list[FactorRow]) -> Normalisation:
    """Where nothing is declared: by category when every kind's weights add up to 1, else joint."""
    sums: dict[str, float] = {}
    for row in rows:
        sums[row.rated.kind] = sums.get(row.rated.kind, 0.0) + row.rated.weight
    return "per_category" if len(sums) > 1 and all(abs(each - 1) < 0.05 for each in sums.values()) else "joint"


def is_number(node: Node) -> bool:
    """True where a single number is written."""
    return parse(node.value) is not None
