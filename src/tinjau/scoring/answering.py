"""What people answered, read against the instruments: which words mean what, and what is no answer at all."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tinjau.model import (
    Answer,
    Indicator,
    InputError,
    InputFaults,
    Instrument,
    Outcome,
    Service,
    Verdict,
    name_of_decider,
)

DECIDED = "decided"
"""The reserved assessor: an answer by `decided` or `decided:NAME` is what people agreed on after they differed."""

CALCULATION = "calculation"
"""The key of a pack that gives scores by an official formula (see scoring/tabular)."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "yes": ("yes", "ya", "y", "true", "1"),
    "no": ("no", "tidak", "n", "false", "0"),
    "partly": ("partly", "sebagian", "partial"),
    "na": ("na", "n/a", "nr", "tr", "tidak berlaku", "tidak relevan", "not applicable", "not relevant"),
}
_UNKNOWN = ("unknown", "tidak tahu", "belum tahu", "?", "don't know")
_VERDICTS: Mapping[str, Verdict] = {
    "positive": Verdict.POSITIVE,
    "positif": Verdict.POSITIVE,
    "mixed": Verdict.MIXED,
    "campuran": Verdict.MIXED,
    "negative": Verdict.NEGATIVE,
    "negatif": Verdict.NEGATIVE,
}
_OUTCOMES: Mapping[str, Outcome] = {
    "yes": Outcome.PASSED,
    "no": Outcome.FAILED,
    "partly": Outcome.FAILED,
    "na": Outcome.INAPPLICABLE,
}

Key = tuple[str, str, str]
"""Instrument, indicator or criterion, unit (empty for the whole site)."""


@dataclass(frozen=True, slots=True)
class Said:
    """What people said to one question: the word they agree on (empty where they differ), by whom, in which answers."""

    word: str
    by: str
    answers: tuple[Answer, ...]

    @property
    def differ(self) -> bool:
        """Whether several assessors gave several words and nobody decided."""
        return not self.word


def outcome_of(word: str) -> Outcome:
    """The outcome of an answer's word. Where levels are asked, a level that was given counts as determined."""
    return _OUTCOMES.get(word, Outcome.PASSED)


def verdict_of(word: str) -> Verdict | None:
    """The verdict that a word names, in either language; None where it names none."""
    return _VERDICTS.get(word.strip().casefold())


def has_levels(indicator: Indicator) -> bool:
    """Whether the indicator asks how far something goes, not whether it is so."""
    return not {"yes", "no"} & set(indicator.values) or bool({"scale", "points"} & set(indicator.extra))


def read_answers(
    instruments: Sequence[Instrument], answers: Iterable[Answer], services: Sequence[Service]
) -> Mapping[Key, Said]:
    """What was said to each question of these instruments; answers to other instruments are left alone.

    Words for "not known" leave no trace: an answer that knows nothing is no answer. Raises InputFaults where an
    answer names no question of its instrument, a unit that does not exist, or a word that is none of its values.
    """
    used = {each.id: each for each in instruments}
    ids = frozenset(each.id for each in services)
    faults: list[InputError] = []
    words: dict[Key, list[tuple[str, Answer]]] = defaultdict(list)
    for answer in sorted(answers, key=lambda a: (a.instrument, a.indicator, a.unit, a.assessor, a.value, a.where)):
        instrument = used.get(answer.instrument)
        if instrument is None or answer.value.strip().casefold() in _UNKNOWN:
            continue
        try:
            word = _word(instrument, answer, ids)
        except InputError as fault:
            faults.append(fault)
            continue
        if word:
            words[answer.instrument, answer.indicator, answer.unit].append((word, answer))
    if faults:
        raise InputFaults(sorted(faults, key=_in_order))
    return {key: _agreed(given) for key, given in words.items()}


def _in_order(fault: InputError) -> tuple[str, int, str]:
    digits = "".join(c for c in fault.place.split(",")[0] if c.isdigit())
    return fault.file, int(digits or 0), fault.place


def _agreed(given: Sequence[tuple[str, Answer]]) -> Said:
    decided = [each for each in given if _is_decided(each[1].assessor)]
    deciding = decided[-1:] or given
    words = {word for word, _ in deciding}
    names = list(dict.fromkeys(_name(answer.assessor) for _, answer in deciding))
    return Said(words.pop() if len(words) == 1 else "", ", ".join(names), tuple(answer for _, answer in given))


def _is_decided(assessor: str) -> bool:
    return assessor.partition(":")[0].strip().casefold() == DECIDED


def _name(assessor: str) -> str:
    head, _, tail = assessor.partition(":")
    name = (tail.strip() or head) if head.strip().casefold() == DECIDED else (assessor or "person")
    return name_of_decider(name)


def _word(instrument: Instrument, answer: Answer, services: frozenset[str]) -> str:
    value = answer.value.strip().casefold()
    criterion = _by_id(instrument.criteria, answer.indicator)
    indicator = _by_id(instrument.indicators, answer.indicator)
    if indicator is None and CALCULATION in instrument.data:
        return ""  # an input or a given value of its calculation, which checks it itself
    if indicator is not None:
        _check_unit(instrument, indicator, answer, services)
        return _value_word(instrument, indicator, answer, value)
    if criterion is None:
        known = [each.id for each in instrument.indicators] + [each.id for each in instrument.criteria]
        near = difflib.get_close_matches(answer.indicator, known, 1)
        hint = f"Did you mean {near[0]}" if near else f"See `tinjau instruments show {instrument.id}`"
        raise _fault(answer, "indicator", f"{instrument.id} has no question '{answer.indicator[:60]}'", hint)
    if answer.unit:
        raise _fault(answer, "unit", "a verdict is on the whole site", "Leave unit empty, or name an indicator")
    verdict = verdict_of(value)
    if verdict is None:
        problem = f"'{answer.value[:60]}' is no verdict on {answer.indicator}"
        raise _fault(answer, "value", problem, "Write positive, mixed or negative")
    return verdict.value


def _value_word(instrument: Instrument, indicator: Indicator, answer: Answer, value: str) -> str:
    if {"scale", "points"} & set(indicator.extra):
        return answer.value.strip()
    if value in _WORDS["na"]:
        return "na"
    spelt = {spelling: word for word in indicator.values for spelling in _WORDS.get(word, ())}
    spelt |= {word.casefold(): word for word in indicator.values}
    if instrument.ladder:
        titles = [(each.title.id, each.phase) for each in instrument.ladder.gates if each.phase in indicator.values]
        spelt |= {title.casefold(): phase for title, phase in titles}
    if value in spelt:
        return spelt[value]
    allowed = ", ".join(dict.fromkeys((*indicator.values, "na", "unknown")))
    raise _fault(answer, "value", f"'{answer.value[:60]}' is no answer to {indicator.id}", f"Write one of: {allowed}")


def _check_unit(instrument: Instrument, indicator: Indicator, answer: Answer, services: frozenset[str]) -> None:
    if indicator.unit == "service":
        if not answer.unit:
            raise _fault(answer, "unit", f"{indicator.id} is asked of each service", "Name the service's id in unit")
        if answer.unit not in services:
            near = difflib.get_close_matches(answer.unit, sorted(services), 1)
            hint = f"Did you mean {near[0]}" if near else "Use an id of services.csv"
            raise _fault(answer, "unit", f"there is no service '{answer.unit[:60]}'", hint)
    elif answer.unit and answer.unit != "site" and CALCULATION not in instrument.data:
        raise _fault(answer, "unit", f"{indicator.id} is asked of the whole site", "Leave unit empty")


def _by_id(entries: Sequence[Any], wanted: str) -> Any:
    return next((each for each in entries if each.id == wanted), None)


def _fault(answer: Answer, column: str, problem: str, mend: str) -> InputError:
    file, _, place = answer.where.partition(", ")
    where = f"{place}, column {column}" if place else f"column {column}"
    return InputError(file or f"answers to {answer.instrument}", where, problem, mend)


__all__ = [
    "DECIDED", "Key", "Said", "has_levels", "outcome_of", "read_answers", "verdict_of",
]  # fmt: skip
