"""Templates of the strategy library and factors of a context from the plain mappings of their YAML files."""

from collections.abc import Iterable, Mapping
from typing import Any

from tinjau.model import Call, Citation, ContextFactor, FactorKind, FirstStep, StrategyTemplate, Text


def read_templates(templates: Iterable[StrategyTemplate | Mapping[str, Any]]) -> tuple[StrategyTemplate, ...]:
    """Each template as a value; one that is a value already stays. Raises KeyError where a required key is missing."""
    return tuple(each if isinstance(each, StrategyTemplate) else _template(each) for each in templates)


def read_context(
    context: Iterable[ContextFactor | Mapping[str, Any]] | Mapping[str, Any], country: str = ""
) -> tuple[ContextFactor, ...]:
    """Each context factor as a value, from values, mappings, or a file's mapping with the list under `factors`."""
    entries: Iterable[Any] = context
    if isinstance(context, Mapping):
        country = str(context.get("country", country))
        entries = context.get("factors") or ()
    return tuple(each if isinstance(each, ContextFactor) else _factor(each, country) for each in entries)


def _template(data: Mapping[str, Any]) -> StrategyTemplate:
    step = data["first_step"]
    return StrategyTemplate(
        id=str(data["id"]),
        title=_text(data["title"]),
        text=_text(data["text"]),
        themes=_strings(data["themes"]),
        calls=tuple(_call(each) for each in data["calls"]),
        needs=tuple(_text(each) for each in data.get("needs", ())),
        moves=_strings(data.get("moves")),
        cost=str(data["cost"]),
        first_step=FirstStep(_text(step["do"]), _text(step["ask"])),
        citation=tuple(_citation(each) for each in data["citation"]),
    )


def _factor(data: Mapping[str, Any], country: str) -> ContextFactor:
    return ContextFactor(
        id=str(data["id"]),
        kind=FactorKind(str(data["kind"])),
        text=_text(data["text"]),
        themes=_strings(data["themes"]),
        citation=tuple(_citation(each) for each in data["citation"]),
        actor=str(data.get("actor", "outside")),
        country=country,
    )


def _call(data: Mapping[str, Any]) -> Call:
    return Call(
        kinds=tuple(FactorKind(each) for each in _strings(data.get("kinds"))),
        themes=_strings(data.get("themes")),
        actors=_strings(data.get("actors")),
        signals=_strings(data.get("signals")),
        findings=_strings(data.get("findings")),
        indicators=_strings(data.get("indicators")),
    )


def _citation(data: Mapping[str, Any]) -> Citation:
    return Citation(
        source=str(data["source"]),
        says=str(data.get("says", "")),
        verified=str(data.get("verified", "false")).lower(),
        date=str(data.get("date", "")),
    )


def _text(data: Mapping[str, Any]) -> Text:
    return Text(str(data["id"]), str(data["en"]))


def _strings(data: Any) -> tuple[str, ...]:
    return tuple(str(each) for each in data or ())
