"""What raters said, ready to be counted: one value a rater and subject, of the last closed round."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tinjau.model import InputError, Judgement, Study
from tinjau.strategy.methods.ahp import priorities
from tinjau.strategy.methods.surrogate_weights import point_weights, roc_weights
from tinjau.strategy.planning.actions import decimal

Floats = NDArray[np.float64]
Table = Mapping[str, Mapping[str, float]]  # by rater, then subject
PAIR = "/"


@dataclass(frozen=True, slots=True)
class Weighed:
    """Weights of each rater over `subjects` that add up to 1, by the method that was used.

    `subjects` are those that anybody judged so, by name; `incomplete` raters left some of them out and do not count.
    """

    subjects: tuple[str, ...]
    by_rater: Table
    method: str
    incomplete: tuple[str, ...]
    consistency: Mapping[str, float | None]


def closed(study: Study) -> tuple[Judgement, ...]:
    """The judgements that may be shown: those of the round that options.yaml calls `open_round` stay hidden."""
    hidden = str(study.options.get("open_round", ""))
    return tuple(each for each in study.judgements if not hidden or each.round != hidden)


def last_round(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Each rater's last word on each subject: the highest round, numbers before names."""
    found: dict[tuple[str, str, str], Judgement] = {}
    for each in judgements:
        key = (each.assessor, each.kind, each.subject)
        if key not in found or round_order(each.round) >= round_order(found[key].round):
            found[key] = each
    return tuple(found.values())


def round_order(name: str) -> tuple[int, float, str]:
    """Rounds in order: none, then numbers, then names."""
    if not name:
        return (0, 0.0, "")
    number = decimal(name)
    return (1, number, "") if number is not None else (2, 0.0, name)


def numbers(judgements: Iterable[Judgement], kind: str, subjects: Iterable[str]) -> dict[str, dict[str, float]]:
    """By rater and subject, the numbers of one kind on the given subjects; what is no number is left to lint."""
    wanted = set(subjects)
    found: dict[str, dict[str, float]] = {}
    for each in judgements:
        value = judged_number(each.value)
        if each.kind == kind and each.subject in wanted and value is not None:
            found.setdefault(each.assessor, {})[each.subject] = value
    return found


def judged_number(written: str) -> float | None:
    """A number as raters write it, negative ones too, with a decimal point or comma; None where it is none."""
    text = written.strip().replace("\N{MINUS SIGN}", "-")
    value = decimal(text.removeprefix("-").removeprefix("+"))
    return None if value is None else -value if text.startswith("-") else value


def weighed(judgements: Sequence[Judgement], subjects: Sequence[str]) -> Weighed | None:
    """Each rater's weights: from points, else ranks (centroids), else pairs; None without any.

    A rater who left out what others judged does not count: a gap is never filled.
    """
    for kind, method in (("weight", "points"), ("rank", "rank-order-centroid")):
        said = numbers(judgements, kind, subjects)
        judged = tuple(sorted({subject for values in said.values() for subject in values}))
        whole = {rater: values for rater, values in said.items() if set(values) == set(judged)}
        if whole:
            make = point_weights if kind == "weight" else roc_weights
            weights = {rater: _made(make, rater, values, kind) for rater, values in whole.items()}
            return Weighed(judged, weights, method, tuple(sorted(set(said) - set(whole))), {})
    return _from_pairs(judgements, subjects)


def matrix(table: Table, subjects: Sequence[str]) -> Floats:
    """Raters by subjects; rows in an order of their own values, so that the order of raters changes nothing."""
    rows = sorted([table[rater][subject] for subject in subjects] for rater in table)
    return np.asarray(rows, dtype=float)


def _made(make: object, rater: str, values: Mapping[str, float], kind: str) -> Mapping[str, float]:
    try:
        return make(values)  # type: ignore[operator,no-any-return]
    except ValueError as error:
        raise InputError("judgements", f"{rater}, kind {kind}", str(error), "Correct this rater's values") from None


def _from_pairs(judgements: Sequence[Judgement], subjects: Sequence[str]) -> Weighed | None:
    """Pairs as `A/B` of kind weight: how many times A matters as much as B. A rater's pairs must be all of them."""
    known = set(subjects)
    named: dict[str, dict[tuple[str, str], float]] = {}
    for each in judgements:
        one, _, two = each.subject.partition(PAIR)
        value = judged_number(each.value)
        if each.kind == "weight" and {one, two} <= known and one != two and value is not None and value > 0:
            named.setdefault(each.assessor, {})[one, two] = value
    judged = tuple(sorted({name for pairs in named.values() for pair in pairs for name in pair}))
    place = {name: index for index, name in enumerate(judged)}
    said = {rater: {(place[one], place[two]): v for (one, two), v in own.items()} for rater, own in named.items()}
    size = len(judged)
    weights: dict[str, dict[str, float]] = {}
    consistency: dict[str, float | None] = {}
    for rater, pairs in said.items():
        table = np.eye(size)
        for (row, column), value in pairs.items():
            table[row, column], table[column, row] = value, 1 / value
        if size > 1 and (table > 0).all():
            found = priorities(table)
            weights[rater] = dict(zip(judged, found.weights, strict=True))
            consistency[rater] = found.cr
    if not weights:
        return None
    return Weighed(judged, weights, "pairs", tuple(sorted(set(said) - set(weights))), consistency)
