"""The league table of a fleet: what each government's assessment says, and between which ranks it surely lies.

Nothing is added up: criteria that have no official scale get no composite. A rank interval holds for every weighting of
phase and criteria and for whatever the unknown parts may turn out to be (`stats.rank_intervals`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tinjau.stats.rank_intervals import rank_intervals

_VERDICTS = {"negative": 0.0, "mixed": 1.0, "positive": 2.0}  # an order, not a scale: only compared, never added


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


def standings(assessments: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[Standing, ...]:
    """The league of (id, assessment.json) pairs: complete governments by best and worst rank, incomplete ones after.

    Governments that cannot be told apart share an interval and stand in the order of their ids.
    """
    rows = sorted(assessments, key=lambda pair: pair[0])
    names = sorted({_key(each) for _, document in rows for each in document["criteria"] if _is_judged(each, document)})
    bounds = [_bounds(document, names) for _, document in rows]
    intervals = rank_intervals([low for low, _ in bounds], [high for _, high in bounds])
    found = [_standing(name, document, rank) for (name, document), rank in zip(rows, intervals, strict=True)]
    return tuple(sorted(found, key=lambda each: (not each.complete, each.rank, each.id)))


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


def _bounds(document: Mapping[str, Any], names: Sequence[str]) -> tuple[list[float], list[float]]:
    """Lowest and highest value in each dimension: the phase, then each criterion."""
    known = {_key(each): each for each in document["criteria"]}
    bounds = [_phase_bounds(document["phase"]), *(_criterion_bounds(known.get(name)) for name in names)]
    return [low for low, _ in bounds], [high for _, high in bounds]


def _criterion_bounds(criterion: Mapping[str, Any] | None) -> tuple[float, float]:
    if criterion is None:
        return float("-inf"), float("inf")
    verdict = criterion["verdict"]["value"]
    if verdict is not None:
        return _VERDICTS[verdict], _VERDICTS[verdict]
    if criterion["score"] is not None and criterion["coverage"] == 1:
        # Rounded because the last digit of a float differs between engines (measured).
        return round(criterion["score"], 9), round(criterion["score"], 9)
    return float("-inf"), float("inf")


def _phase_bounds(phase: Mapping[str, Any] | None) -> tuple[float, float]:
    if phase is None:
        return 0.0, float("inf")
    low = float(phase["ordinal"] or 0)
    # A capability that is known to be missing keeps the phase above out of reach; one that is untested does not.
    capped = phase["next"] is None or bool(phase["next"]["missing"])
    return low, low if capped else float("inf")


def _standing(name: str, document: Mapping[str, Any], rank: tuple[int, int]) -> Standing:
    # An instrument that judges no criterion (a phase model's headings) has nothing to be incomplete in.
    judged = [each for each in document["criteria"] if _is_judged(each, document)]
    phase, capture = document["phase"], document["capture"] or {}
    criteria = {each["id"]: each["verdict"]["value"] if each["score"] is None else each["score"] for each in judged}
    coverages = [each["coverage"] for each in judged]
    complete = bool(judged) and all(value is not None for value in criteria.values())
    return Standing(
        id=name,
        name=document["government"]["name"],
        code=document["government"].get("code", ""),
        phase=phase["id"] if phase else None,
        ordinal=phase["ordinal"] if phase else None,
        coverage=round(sum(coverages) / len(coverages), 4) if coverages else None,
        criteria=criteria,
        complete=complete and (phase is None or phase["id"] is not None),
        rank=rank,
        pages=capture.get("pages", 0),
        reason=capture.get("note", ""),
    )


def _is_judged(criterion: Mapping[str, Any], document: Mapping[str, Any]) -> bool:
    """Whether the criterion is one that gets a verdict or a score: the rungs of a phase model get neither."""
    if criterion["verdict"]["value"] is not None or document["phase"] is None:
        return True
    return criterion["id"] not in document["phase"]["reached"]
