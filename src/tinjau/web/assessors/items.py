"""The questions of a round: chosen from the instruments of the cycle, fixed when the round is saved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tinjau import packs
from tinjau.model import Criterion, Indicator, Instrument, Text
from tinjau.web.models import AssessmentRound, Cycle

MOST_ITEMS = 1_000  # questions of one round, each unit counted; project choice
VERDICTS = ("positive", "mixed", "negative")
WHOLE = "whole"  # how a form says "every question of this criterion"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a round as people see it. `number` is its place in the round, from 1.

    `levels`: what each value means, where the pack says it. `service`: the service's row where it is asked of one.
    """

    number: int
    instrument: Instrument
    criterion: Criterion
    indicator: Indicator | None
    unit: str
    values: tuple[str, ...]
    levels: Mapping[str, Text]
    service: Mapping[str, str] | None

    @property
    def id(self) -> str:
        """The indicator's id; the criterion's where its verdict is asked."""
        return self.indicator.id if self.indicator else self.criterion.id

    @property
    def text(self) -> Text:
        """The question; the criterion's title where its verdict is asked."""
        return self.indicator.question if self.indicator else self.criterion.title

    @property
    def key(self) -> tuple[str, str, str]:
        """Instrument, indicator, unit."""
        return self.instrument.id, self.id, self.unit

    @property
    def place(self) -> str:
        """An id for the page."""
        return f"i{self.number}"


def can_be_judged(instrument: Instrument) -> bool:
    """Whether a criterion of this instrument has a verdict that people may give."""
    return instrument.verdicts is not None


def chosen_items(instruments: Iterable[Instrument], chosen: Iterable[str], services: Sequence[str]) -> list[list[str]]:
    """The questions that a form's ticks name, in the instruments' order.

    A tick is `instrument/criterion/whole`, `instrument/criterion/verdict` or `instrument/criterion/indicator`. A
    question that is asked of each service stands once for each of `services`.
    """
    ticked = set(chosen)
    found: list[list[str]] = []
    for pack in instruments:
        for criterion in pack.criteria:
            head = f"{pack.id}/{criterion.id}"
            if f"{head}/verdict" in ticked and can_be_judged(pack):
                found.append([pack.id, criterion.id, criterion.id, ""])
            for indicator in pack.indicators:
                if indicator.criterion != criterion.id or not {f"{head}/{WHOLE}", f"{head}/i:{indicator.id}"} & ticked:
                    continue
                units = services if indicator.unit == "service" else ("",)
                found += [[pack.id, criterion.id, indicator.id, unit] for unit in units]
    return found


def ticks_of(items: Sequence[Sequence[str]]) -> set[str]:
    """The ticks that stand for these questions in a form."""
    return {
        f"{instrument}/{criterion}/" + ("verdict" if criterion == name else f"i:{name}")
        for instrument, criterion, name, _ in items
    }


def instruments_of(round_: AssessmentRound) -> dict[str, Instrument]:
    """The packs that the round's questions come from."""
    known = set(packs.instrument_ids())
    return {
        name: packs.load_instrument(name) for name in dict.fromkeys(each[0] for each in round_.items) if name in known
    }


def questions_of(round_: AssessmentRound) -> list[Question]:
    """The round's questions in order; one whose pack no longer has it is left out, its number stays its own."""
    instruments = instruments_of(round_)
    services = services_of(round_.cycle)
    indexed = {
        name: ({each.id: each for each in pack.criteria}, {each.id: each for each in pack.indicators})
        for name, pack in instruments.items()
    }
    found = []
    for number, (name, criterion, asked, unit) in enumerate(round_.items, start=1):
        if name not in indexed or criterion not in indexed[name][0]:
            continue
        pack, (criteria, indicators) = instruments[name], indexed[name]
        verdict = asked == criterion and asked not in indicators
        if not verdict and asked not in indicators:
            continue
        indicator = None if verdict else indicators[asked]
        values = VERDICTS if indicator is None else indicator.values
        service = services.get(unit, {"id": unit}) if unit else None
        found.append(
            Question(number, pack, criteria[criterion], indicator, unit, values, levels_of(indicator), service)
        )
    return found


def levels_of(indicator: Indicator | None) -> dict[str, Text]:
    """What each level or option means, where the pack says it."""
    if indicator is None:
        return {}
    found = {}
    for name, key in (("levels", "level"), ("options", "value")):
        for each in indicator.extra.get(name) or ():
            found[str(each[key])] = Text(str(each["text"]["id"]), str(each["text"]["en"]))
    return found


def services_of(cycle: Cycle) -> dict[str, Mapping[str, str]]:
    """The services of the cycle's list by id."""
    return {entry.key: entry.payload for entry in cycle.entries_of("service").exclude(payload=None)}


def asked_services(cycle: Cycle) -> list[Mapping[str, Any]]:
    """The services that questions are asked about: all that are not internal."""
    return [row for row in services_of(cycle).values() if row.get("audience") != "internal"]
