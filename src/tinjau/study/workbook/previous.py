"""Last year's levels and the evaluators' recommendations, beside this year's questions and never mixed with them."""

from collections.abc import Mapping, Sequence
from typing import Any

from tinjau.model import InputError, Instrument
from tinjau.scoring.tabular import Row, score_tabular


def follows(instrument: Instrument) -> str:
    """The id of the instrument that this one took over from; empty where the pack names none."""
    data = instrument.data.get("follows")
    return str(data["instrument"]) if isinstance(data, Mapping) else ""


def bridge(instrument: Instrument, earlier: Instrument, rows: Sequence[Row]) -> dict[str, Any]:
    """What an earlier evaluation found, under the indicators of `instrument` that take its subjects up.

    `scores` are the earlier results by the earlier instrument's own rules. Where the two are different instruments,
    `comparable` is false and `why` says so: the mapping is material for the assessor, and a trend breaks there.
    Raises InputError where the pack does not say how it follows the earlier instrument.
    """
    same = earlier.id == instrument.id
    if not same and follows(instrument) != earlier.id:
        problem = f"{instrument.id} does not say how it follows {earlier.id}"
        raise InputError(earlier.id, "", problem, f"Name answers for {follows(instrument) or instrument.id}")
    data: Mapping[str, Any] = instrument.data.get("follows") or {}
    mapping = {each.id: [each.id] for each in instrument.indicators} if same else data["indicators"]
    result = score_tabular(earlier, rows)
    taken = {code for codes in mapping.values() for code in codes}
    return {
        "instrument": earlier.id,
        "version": earlier.version,
        "comparable": same and earlier.version == instrument.version,
        "source": None if same else data["source"],
        "why": None if same else {"id": data["about"]["id"], "en": data["about"]["en"]},
        "scores": [
            {"unit": dict(each.unit), "id": each.id, "score": each.score, "band": each.result.band or None}
            for each in result.scores
            if each.level == result.scores[0].level and each.node.finish.decimals is not None
        ],
        "carried": [_carried(each.id, mapping.get(each.id, ()), rows) for each in instrument.indicators],
        "not_carried": sorted({row.indicator for row in rows} - taken, key=_natural),
    }


def _carried(code: str, sources: Sequence[str], rows: Sequence[Row]) -> dict[str, Any]:
    found = [
        {
            "unit": row.unit if isinstance(row.unit, str) else dict(row.unit),
            "indicator": row.indicator,
            "level": row.value,
            "recommendation": row.note,
            "by": row.assessor,
        }
        for row in rows
        if row.indicator in sources and (row.value or row.note)
    ]
    return {"indicator": code, "from": list(sources), "found": found}


def _natural(code: str) -> tuple[str, int]:
    head = code.rstrip("0123456789")
    tail = code[len(head) :]
    return head, int(tail) if tail else 0
