"""How far several assessors gave the same answers to the same questions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tinjau.model import Answer, Instrument
from tinjau.scoring.answering import DECIDED, Key, Said
from tinjau.stats import alpha_interval, krippendorff_alpha

_WIDEST = 20
"""Questions on which assessors differ that are listed (project choice)."""


def agreement_of(
    instruments: Sequence[Instrument], answers: Iterable[Answer], said: Mapping[Key, Said]
) -> Mapping[str, object] | None:
    """Agreement of the assessors of these instruments; None with fewer than two of them.

    `percent` is the share, among pairs of answers to the same question, of pairs that are equal. `alpha` is
    Krippendorff's for nominal data with a bootstrap interval; it is null where nothing varies or pairs are too few.
    """
    used = {each.id for each in instruments}
    mine = [each for each in answers if each.instrument in used and not _decided(each)]
    assessors = sorted({each.assessor for each in mine})
    if len(assessors) < 2:
        return None
    rows: dict[Key, dict[str, str]] = {}
    for each in mine:
        key = (each.instrument, each.indicator, each.unit)
        if key in said:
            rows.setdefault(key, {})[each.assessor] = each.value.strip().casefold()
    table = [[rows[key].get(name) for name in assessors] for key in sorted(rows)]
    same, pairs = _pairs(table)
    interval = alpha_interval(table)
    return {
        "assessors": assessors,
        "questions": sum(sum(value is not None for value in row) >= 2 for row in table),
        "percent": same / pairs if pairs else None,
        "alpha": krippendorff_alpha(table),
        "interval": [interval.low, interval.high] if interval else None,
        "differing": _differing(rows, said),
    }


def _decided(answer: Answer) -> bool:
    return answer.assessor.partition(":")[0].strip().casefold() == DECIDED


def _pairs(table: Sequence[Sequence[str | None]]) -> tuple[int, int]:
    same = pairs = 0
    for row in table:
        values = [value for value in row if value is not None]
        for index, first in enumerate(values):
            for second in values[index + 1 :]:
                pairs += 1
                same += first == second
    return same, pairs


def _differing(rows: Mapping[Key, Mapping[str, str]], said: Mapping[Key, Said]) -> list[dict[str, Any]]:
    found = []
    for key in sorted(rows):
        values = dict(sorted(rows[key].items()))
        if len(set(values.values())) > 1:
            instrument, indicator, unit = key
            found.append(
                {
                    "instrument": instrument,
                    "indicator": indicator,
                    "unit": unit,
                    "values": values,
                    "decided": said[key].word or None,
                    "by": said[key].by if said[key].word else "",
                }
            )
    return found[:_WIDEST]
