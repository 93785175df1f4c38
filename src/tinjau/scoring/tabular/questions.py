"""What an instrument asks, at which level, and what may be answered."""

from collections.abc import Iterable, Mapping

from tinjau.model import Indicator, Instrument
from tinjau.scoring.tabular.fields import Fields
from tinjau.scoring.tabular.plan import Attribute, DerivedCell, Question
from tinjau.scoring.tabular.values import Blank, Cell

_YES: tuple[str, ...] = ("yes", "ya", "y", "1", "true", "benar", "ada")
_NO: tuple[str, ...] = ("no", "tidak", "n", "0", "false", "salah", "tidak ada")
_NOT_RELEVANT: tuple[str, ...] = ("nr", "tr", "n/a", "not relevant", "tidak relevan", "tidak berlaku")
WORDS: Mapping[str, tuple[tuple[str, ...], Cell]] = {
    "yes": (_YES, 1.0),
    "no": (_NO, 0.0),
    "nr": (_NOT_RELEVANT, Blank.NOT_RELEVANT),
}
"""How people write yes, no and not relevant in either language; project choice."""


def read_units(calculation: Fields) -> dict[str, tuple[str, ...]]:
    """The levels of units, widest first, each with its columns; one level `government` with the column `unit` if none
    is declared. Every level's columns must start with those of the wider one."""
    inner = calculation.inner("units")
    if not inner.data:
        return {"government": ("unit",)}
    units = {str(name): inner.words(str(name)) for name in inner.data}
    longest = max(units.values(), key=len)
    for name, columns in units.items():
        if not columns or longest[: len(columns)] != columns:
            raise inner.wrong(name, f"the columns of {name} are not the first of {', '.join(longest)}")
    if len({len(columns) for columns in units.values()}) != len(units):
        raise inner.wrong("", "two levels have the same columns")
    return dict(sorted(units.items(), key=lambda pair: len(pair[1])))


def read_questions(
    instrument: Instrument, calculation: Fields, units: Mapping[str, tuple[str, ...]]
) -> dict[str, Question]:
    """Every indicator of the instrument and every further input of its calculation, by id."""
    narrowest = list(units)[-1]
    found = {}
    for indicator in instrument.indicators:
        place = Fields(indicator.extra, instrument.id, f"indicators.{indicator.id}")
        level = place.text("level") or (indicator.unit if indicator.unit in units else narrowest)
        found[indicator.id] = _question(indicator.id, level, place, _values(indicator), units)
    for name in calculation.inner("inputs").data:
        place = calculation.inner("inputs").inner(str(name))
        place.only(("level", "scale", "values", "points", "title", "about", "source", "verified", "ask"))
        found[str(name)] = _question(str(name), place.text("level") or narrowest, place, place.words("values"), units)
    return found


def _values(indicator: Indicator) -> tuple[str, ...]:
    return () if "scale" in indicator.extra or "points" in indicator.extra else indicator.values


def _question(
    name: str, level: str, place: Fields, values: Iterable[str], units: Mapping[str, tuple[str, ...]]
) -> Question:
    if level not in units:
        raise place.wrong("level", f"{level!r} is not a level of this instrument", f"Choose from {', '.join(units)}")
    labels = _labels(place)
    scale = place.inner("scale")
    if scale.data:
        scale.only(("min", "max", "whole", "labels", "source", "verified"))
        low, high, whole = scale.number("min"), scale.number("max"), bool(scale.data.get("whole", True))
        if low >= high:
            raise scale.wrong("max", "the scale ends before it begins")
        allowed = f"a {'whole ' if whole else ''}number from {low:g} to {high:g}"
        named: dict[str, Cell] = {word: float(value) for word, value in labels.items() if _is_number(value)}
        return Question(name, level, named, low, high, whole, numeric=True, allowed=allowed)
    words: dict[str, Cell] = {}
    points = place.numbers("points")
    for word, number in points.items():
        words[word.casefold()] = number
    for value in values:
        if value in WORDS:
            spellings, cell = WORDS[value]
            words.update(dict.fromkeys(spellings, cell))
        elif value not in points:
            raise place.wrong("values", f"{value!r} has no points", "Give `points:` or `scale:`")
    for label, value in labels.items():
        if value.casefold() in words:
            words.setdefault(label, words[value.casefold()])
    if not words:
        raise place.wrong("values", "nothing may be answered", "Give `values:`, `points:` or `scale:`")
    return Question(name, level, words=words, allowed=", ".join([*points, *values]))


def _labels(place: Fields) -> dict[str, str]:
    """What the options of a question are called in either language: each label with the value it stands for."""
    found: dict[str, str] = {}
    for option in place.each("options"):
        option.only(("value", "text"))
        text = option.bilingual("text")
        for label in (text.id, text.en):
            if label:
                found.setdefault(label.casefold(), option.text("value"))
    return found


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def read_attributes(calculation: Fields, units: Mapping[str, tuple[str, ...]]) -> dict[str, Attribute]:
    """The properties of units that steer the calculation, by name."""
    found = {}
    for name in calculation.inner("attributes").data:
        place = calculation.inner("attributes").inner(str(name))
        place.only(("level", "values", "default", "title", "options"))
        level = place.text("level") or list(units)[-1]
        if level not in units:
            raise place.wrong("level", f"{level!r} is not a level of this instrument")
        values = tuple(each.casefold() for each in place.words("values"))
        default = yes_no_default(place)
        if default and default not in values:
            raise place.wrong("default", f"{default!r} is not one of its values")
        labels = {label: value.casefold() for label, value in {**_COMMON_LABELS, **_labels(place)}.items()}
        known = {label: value for label, value in labels.items() if value in values}
        found[str(name)] = Attribute(str(name), level, values, default, known)
    return found


_COMMON_LABELS = dict.fromkeys(_YES, "yes") | dict.fromkeys(_NO, "no")


def yes_no_default(place: Fields) -> str:
    """The default word of an attribute; empty where none is declared."""
    words = place.words("default")
    return words[0].casefold() if words else ""


def read_derived(calculation: Fields, questions: Mapping[str, Question]) -> dict[str, DerivedCell]:
    """The derived cells, by id; they may refer to questions and to derived cells above them."""
    found: dict[str, DerivedCell] = {}
    for place in calculation.each("cells"):
        place.only(("id", "any_of", "all_of", "map", "to", "title"))
        name = place.text("id")
        hows = [how for how in ("any_of", "all_of", "map") if how in place.data]
        if not name or len(hows) != 1:
            raise place.wrong("", "a cell needs an id and one of any_of, all_of, map")
        of = place.words(hows[0])
        for each in of:
            if each not in questions and each not in found:
                raise place.wrong(hows[0], f"{each!r} is no question and no cell above this one")
        table = {float(key): value for key, value in place.numbers("to").items()}
        if hows[0] == "map" and (len(of) != 1 or not table):
            raise place.wrong("to", "a map needs one question and a table")
        if hows[0] == "map" and of[0] in questions:
            source = questions[of[0]]
            answers = (
                {float(n) for n in range(int(source.low), int(source.high) + 1)}
                if source.numeric
                else {cell for cell in source.words.values() if not isinstance(cell, Blank)}
            )
            if (source.numeric and not source.whole) or answers - set(table):
                raise place.wrong("to", f"the table leaves answers to {of[0]} out")
        found[name] = DerivedCell(name, hows[0], of, table)
    return found
