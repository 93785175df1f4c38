"""The league table of governments: what each one's assessment says, and between which ranks it surely lies.

Nothing is added up: criteria that have no official scale get no composite. A rank interval holds for every weighting of
phase and criteria and for whatever the unknown parts may turn out to be (`stats.rank_intervals`). An instrument whose
formula ends in an official index is one dimension, that index (docs/decisions/0008).

The league needs little of an assessment: `facts_of` takes it out once, and `rank` sets any number of them side by side.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tinjau.model import Instrument
from tinjau.stats.rank_intervals import rank_intervals

_VERDICTS = {"negative": 0.0, "mixed": 1.0, "positive": 2.0}  # an order, not a scale: only compared, never added
PHASE = "phase"

Bounds = tuple[float | None, float | None]
"""The lowest and highest that a dimension may turn out to be; None where it is open on that side."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the league knows of one government: nothing of the others is in it, so it can be kept.

    `complete` is false where a criterion or the phase could not be judged. `dimensions` are what ranks are made of.
    """

    name: str
    code: str
    phase: str | None
    ordinal: int | None
    coverage: float | None
    criteria: Mapping[str, str | float | None]
    complete: bool
    dimensions: Mapping[str, Bounds]
    pages: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """One government in the league. `complete` is false where a criterion or the phase could not be judged."""

    id: str
    name: str
    code: str
    phase: str | None
    ordinal: int | None
    coverage: float | None
    criteria: Mapping[str, str | float | None]
    complete: bool
    rank: tuple[int, int]
    pages: int = 0
    reason: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


def official_indices(instruments: Iterable[Instrument]) -> dict[str, str]:
    """Instrument id to the id of its official index: one with bands of its own, in a formula that is not tinjau's."""
    found: dict[str, str] = {}
    for each in instruments:
        formula = each.data.get("calculation")
        if not isinstance(formula, Mapping) or formula.get("source") == "tinjau":
            continue
        for node in formula.get("nodes") or ():
            if "band" in (node.get("finish") or {}) and "id" in node and "alternative_to" not in node:
                found[each.id] = str(node["id"])
    return found


def facts_of(document: Mapping[str, Any], indices: Mapping[str, str] | None = None) -> Facts:
    """What the league needs of an assessment.json; `indices` as `official_indices` gives them."""
    # An instrument that judges no criterion (a phase model's headings) has nothing to be incomplete in.
    judged = [each for each in document["criteria"] if _is_judged(each, document)]
    phase, capture = document["phase"], document["capture"] or {}
    criteria = {each["id"]: each["verdict"]["value"] if each["score"] is None else each["score"] for each in judged}
    coverages = [each["coverage"] for each in judged]
    complete = bool(judged) and all(value is not None for value in criteria.values())
    # Instruments that name no phase make it no dimension: an open one would hide every sure victory.
    dimensions: dict[str, Bounds] = {} if phase is None else {PHASE: _phase_bounds(phase)}
    for each in judged:
        official = (indices or {}).get(each["instrument"])
        if official is None or official == each["id"]:
            dimensions[_key(each)] = _criterion_bounds(each, official=official is not None)
    return Facts(
        name=document["government"]["name"],
        code=document["government"].get("code", ""),
        phase=phase["id"] if phase else None,
        ordinal=phase["ordinal"] if phase else None,
        coverage=round(sum(coverages) / len(coverages), 4) if coverages else None,
        criteria=criteria,
        complete=complete and (phase is None or phase["id"] is not None),
        dimensions=dimensions,
        pages=capture.get("pages", 0),
        reason=capture.get("note", ""),
    )


def rank(rows: Iterable[tuple[str, Facts]]) -> tuple[Standing, ...]:
    """The league of (id, facts) pairs: complete governments by best and worst rank, incomplete ones after.

    Governments that cannot be told apart share an interval and stand in the order of their ids.
    """
    known = sorted(rows, key=lambda pair: pair[0])
    names = sorted({name for _, each in known for name in each.dimensions})
    bounds = [_row(each, names) for _, each in known]
    intervals = rank_intervals([low for low, _ in bounds], [high for _, high in bounds])
    found = [_standing(name, each, place) for (name, each), place in zip(known, intervals, strict=True)]
    return tuple(sorted(found, key=lambda each: (not each.complete, each.rank, each.id)))


def standings(
    assessments: Iterable[tuple[str, Mapping[str, Any]]], indices: Mapping[str, str] | None = None
) -> tuple[Standing, ...]:
    """The league of (id, assessment.json) pairs, as `rank` orders it."""
    return rank((name, facts_of(document, indices)) for name, document in assessments)


def league_document(found: Sequence[Standing]) -> dict[str, Any]:
    """The league as `fleet league --json` prints it."""
    return {
        "governments": [
            {
                "id": each.id,
                "name": each.name,
                "code": each.code,
                "phase": each.phase,
                "coverage": each.coverage,
                "criteria": dict(each.criteria),
                "complete": each.complete,
                "rank": list(each.rank),
                "pages": each.pages,
                "reason": each.reason,
            }
            for each in found
        ],
        "rank_rule": {
            "id": "Peringkat terbaik dan terburuk yang mungkin, untuk setiap bobot kriteria dan apa pun isi "
            "bagian yang belum diketahui; seri berbagi peringkat; tidak ada nilai gabungan.",
            "en": "Best and worst possible rank, for every weighting of the criteria and whatever the unknown parts "
            "turn out to be; ties share; there is no composite score.",
        },
    }


def _key(criterion: Mapping[str, Any]) -> str:
    return f"{criterion['instrument']}/{criterion['id']}"


def _row(each: Facts, names: Sequence[str]) -> tuple[list[float], list[float]]:
    """Lowest and highest value in each dimension; what a government lacks is open."""
    bounds = [each.dimensions.get(name, (None, None)) for name in names]
    lows = [float("-inf") if low is None else low for low, _ in bounds]
    return lows, [float("inf") if high is None else high for _, high in bounds]


def _criterion_bounds(criterion: Mapping[str, Any], *, official: bool) -> Bounds:
    verdict, score = criterion["verdict"]["value"], criterion["score"]
    if verdict is not None and not official:
        return _VERDICTS[verdict], _VERDICTS[verdict]
    # An official index is what the regulation's own formula gives; it says itself how much must be known for it.
    if score is not None and (official or criterion["coverage"] == 1):
        # Rounded because the last digit of a float differs between engines (measured).
        return round(score, 9), round(score, 9)
    return None, None


def _phase_bounds(phase: Mapping[str, Any]) -> Bounds:
    low = float(phase["ordinal"] or 0)
    # A capability that is known to be missing keeps the phase above out of reach; one that is untested does not.
    capped = phase["next"] is None or bool(phase["next"]["missing"])
    return low, low if capped else None


def _standing(name: str, each: Facts, place: tuple[int, int]) -> Standing:
    return Standing(
        id=name,
        name=each.name,
        code=each.code,
        phase=each.phase,
        ordinal=each.ordinal,
        coverage=each.coverage,
        criteria=each.criteria,
        complete=each.complete,
        rank=place,
        pages=each.pages,
        reason=each.reason,
    )


def _is_judged(criterion: Mapping[str, Any], document: Mapping[str, Any]) -> bool:
    """Whether the criterion is one that gets a verdict or a score: the rungs of a phase model get neither."""
    if criterion["verdict"]["value"] is not None or document["phase"] is None:
        return True
    return criterion["id"] not in document["phase"]["reached"]
