"""How far several assessors gave the same answers to the same questions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tinjau.model import Answer, Instrument
from tinjau.scoring.answering import CALCULATION, DECIDED, Key, Said
from tinjau.stats import LEVELS, Level, Rating, alpha_interval, krippendorff_alpha, percent_agreement

_WIDEST = 20
"""Questions on which assessors differ that are listed (project choice)."""

_Rows = Mapping[Key, Mapping[str, str]]


def agreement_of(
    instruments: Sequence[Instrument], answers: Iterable[Answer], said: Mapping[Key, Said]
) -> Mapping[str, object] | None:
    """Agreement of the assessors of these instruments; None with fewer than two of them.

    `percent` is the share of pairs of answers to one question that are equal, averaged over questions. `alpha` is
    Krippendorff's with a bootstrap interval, for nominal data over everything, and for each instrument at the level
    that its pack states; it is null where nothing varies or pairs are too few.
    """
    used = {each.id: each for each in instruments if not _asks_respondents(each)}
    mine = [each for each in answers if each.instrument in used and not _decided(each)]
    assessors = sorted({each.assessor for each in mine})
    if len(assessors) < 2:
        return None
    rows: dict[Key, dict[str, str]] = {}
    for each in mine:
        key = (each.instrument, each.indicator, each.unit)
        if key in said:
            rows.setdefault(key, {})[each.assessor] = each.value.strip().casefold()
    by_instrument = [
        {
            "instrument": name,
            **_measured({key: row for key, row in rows.items() if key[0] == name}, stated_level(instrument)),
        }
        for name, instrument in used.items()
        if any(key[0] == name for key in rows)
    ]
    return {
        "assessors": assessors,
        **_measured(rows, "nominal"),
        "by_instrument": by_instrument,
        "differing": _differing(rows, said),
    }


def _asks_respondents(instrument: Instrument) -> bool:
    """A survey's respondents are no assessors: they are asked to differ."""
    calculation = instrument.data.get(CALCULATION)
    return isinstance(calculation, Mapping) and calculation.get("assessors") == "respondents"


def stated_level(instrument: Instrument) -> Level:
    """The level of measurement that the pack states for its answers; nominal where it states none."""
    calculation = instrument.data.get(CALCULATION)
    stated = calculation.get("agreement", "nominal") if isinstance(calculation, Mapping) else "nominal"
    return next((each for each in LEVELS if each == stated), "nominal")


def _decided(answer: Answer) -> bool:
    return answer.assessor.partition(":")[0].strip().casefold() == DECIDED


def _measured(rows: _Rows, level: Level) -> dict[str, Any]:
    assessors = sorted({name for row in rows.values() for name in row})
    written = [[rows[key].get(name) for name in assessors] for key in sorted(rows)]
    table: Sequence[Sequence[Rating]] = written
    if level != "nominal":
        numbers = [[None if value is None else number_of(value) for value in row] for row in written]
        whole = _given(numbers) == _given(written)
        table, level = (numbers, level) if whole else (written, "nominal")
    interval = alpha_interval(table, level)
    return {
        "level": level,
        "questions": sum(sum(value is not None for value in row) >= 2 for row in written),
        "percent": percent_agreement(written),
        "alpha": krippendorff_alpha(table, level),
        "interval": [interval.low, interval.high] if interval else None,
    }


def _given(table: Sequence[Sequence[Rating]]) -> int:
    return sum(value is not None for row in table for value in row)


def number_of(text: str) -> float | None:
    """An answer as a number, with a decimal point or comma; None where it is none."""
    plain = text.replace(",", ".")
    return float(plain) if plain.replace(".", "", 1).isdecimal() and plain.isascii() else None


def _differing(rows: _Rows, said: Mapping[Key, Said]) -> list[dict[str, Any]]:
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
