"""factors.yaml and strategies.yaml: stage 3 as people wrote it."""

from collections.abc import Sized
from dataclasses import dataclass
from typing import Any

from tinjau.model import Conclusion, Factor, FactorStatus, InputError, Lang, Source, Strategy, Text, Use
from tinjau.study.fields import Fields, entries, kind_of, refuse_twice
from tinjau.study.names import FACTOR_ID, STRATEGY_ID
from tinjau.study.settings import read_sources

ACTORS = ("government", "staff", "citizens", "business", "leadership", "outside")
_FACTOR_KEYS = ("id", "text", "themes", "actor", "support", "status")
_STRATEGY_KEYS = ("id", "text", "uses", "themes", "origin")
_USE_BY = ("paper", "author", "person")


@dataclass(frozen=True, slots=True)
class Tows:
    """What strategies.yaml says."""

    strategies: tuple[Strategy, ...]
    conclusions: tuple[Conclusion, ...]


MAX_FACTORS = 500  # project choice: factors, or strategies, of one study; more is a list that nobody can weigh


def read_factors(data: Any, file: str, language: Lang) -> tuple[tuple[Factor, ...], tuple[Source, ...]]:
    """The factors in their own order, and the sources that stand in the same file."""
    sources: tuple[Source, ...] = ()
    if isinstance(data, dict) and set(data) <= {"factors", "sources"}:
        sources = read_sources(data.get("sources"), file, language)
        data = data.get("factors")
    found: list[Factor] = []
    seen: dict[str, str] = {}
    for place, entry in entries(data, file, "factor"):
        fields = Fields(entry, file, place, _FACTOR_KEYS, language)
        name = fields.identifier("id")
        if not FACTOR_ID.fullmatch(name):
            raise fields.fault(
                "id", f"'{name}' is not a factor's id", "Begin with S, W, O or T and a number, such as W3"
            )
        refuse_twice(seen, name, file, place)
        actor = fields.string("actor").lower()
        if actor and actor not in ACTORS:
            raise fields.fault("actor", f"'{actor[:60]}' is not an actor", f"Write one of: {', '.join(ACTORS)}")
        found.append(
            Factor(
                id=name,
                text=_needed_text(fields),
                themes=tuple(each.lower() for each in fields.strings("themes")),
                actor=actor,
                support=fields.strings("support"),
                status=fields.choice("status", FactorStatus, FactorStatus.STATED),
                where=f"{file}, {name}",
            )
        )
    _refuse_too_many(found, file, "factors")
    return tuple(found), sources


def read_tows(data: Any, file: str, language: Lang) -> Tows:
    """Strategies and conclusions in their own order; a mapping from id to strategy has no conclusions."""
    if isinstance(data, dict) and not set(data) <= {"strategies", "conclusions"}:
        data = {
            "strategies": {key: value for key, value in data.items() if key != "conclusions"},
            "conclusions": data.get("conclusions"),
        }
    fields = Fields(data if data is not None else {}, file, "", ("strategies", "conclusions"), language)
    return Tows(
        _strategies(fields.raw("strategies"), file, language), _conclusions(fields.raw("conclusions"), file, language)
    )


def _strategies(data: Any, file: str, language: Lang) -> tuple[Strategy, ...]:
    found: list[Strategy] = []
    seen: dict[str, str] = {}
    for place, entry in entries(data, file, "strategy"):
        fields = Fields(entry, file, place, _STRATEGY_KEYS, language)
        name = fields.identifier("id")
        if not STRATEGY_ID.fullmatch(name):
            raise fields.fault(
                "id", f"'{name}' is not a strategy's id", "Begin with SO, WO, ST or WT and a number, such as WO2"
            )
        refuse_twice(seen, name, file, place)
        origin = fields.string("origin", "person").lower()
        if origin not in {"paper", "person"}:
            raise fields.fault("origin", f"'{origin[:60]}' is not an origin", "Write paper or person")
        found.append(
            Strategy(
                id=name,
                text=_needed_text(fields),
                uses=_uses(fields),
                origin=origin,
                themes=tuple(each.lower() for each in fields.strings("themes")),
                where=f"{file}, {name}",
            )
        )
    _refuse_too_many(found, file, "strategies")
    return tuple(found)


def _refuse_too_many(found: Sized, file: str, what: str) -> None:
    if len(found) > MAX_FACTORS:
        raise InputError(file, "", f"more than {MAX_FACTORS} {what}", "Keep those that a workshop can weigh")


def _uses(fields: Fields) -> tuple[Use, ...]:
    data = fields.raw("uses")
    if data is None:
        return ()
    found: list[Use] = []
    for number, item in enumerate(data if isinstance(data, list) else [data], start=1):
        if isinstance(item, dict):
            own = Fields(item, fields.file, f"{fields.place}, uses {number}", ("factor", "by"))
            by = own.string("by", "person").lower()
            if by not in _USE_BY:
                raise own.fault("by", f"'{by[:60]}' is not known", f"Write one of: {', '.join(_USE_BY)}")
            use = Use(own.identifier("factor"), by)
        elif isinstance(item, str):
            use = Use(item.strip(), "person")
        else:
            raise fields.fault("uses", f"a factor's id is expected, not {kind_of(item)}", "Write uses: [S1, O2]")
        if any(each.factor == use.factor for each in found):
            raise fields.fault("uses", f"the factor '{use.factor}' stands twice", "Name each factor once")
        found.append(use)
    return tuple(found)


def _conclusions(data: Any, file: str, language: Lang) -> tuple[Conclusion, ...]:
    found: list[Conclusion] = []
    seen: dict[str, str] = {}
    for number, (place, entry) in enumerate(entries(data, file, "conclusion"), start=1):
        fields = Fields(entry, file, place, ("id", "from", "text", "why"), language)
        name = fields.string("id") or str(number)
        refuse_twice(seen, name, file, place)
        found.append(Conclusion(name, fields.strings("from"), _needed_text(fields), fields.string("why")))
    return tuple(found)


def _needed_text(fields: Fields) -> Text:
    text = fields.text("text")
    if not text.id and not text.en:
        raise fields.fault("text", "this is missing", "Write text: in one or both languages (id:, en:)")
    return text
