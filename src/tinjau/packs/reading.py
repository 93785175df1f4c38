"""From a pack's mapping to an Instrument. The mapping has passed the schema; nothing is checked twice."""

from collections.abc import Mapping, Sequence
from typing import Any

from tinjau.model import Criterion, Gate, Indicator, Instrument, Ladder, Mode, Settled, Text, VerdictRule

CRITERION_KEYS = ("id", "title", "about", "weight", "parent", "source", "verified", "themes")
INDICATOR_KEYS = (
    "id", "criterion", "question", "why", "mend", "ask", "mode", "source", "verified", "weight", "unit", "settled",
    "values", "themes",
)  # fmt: skip


def instrument_of(data: Mapping[str, Any]) -> Instrument:
    """The instrument that the pack describes; `data` stays beside it, for what only its own calculation reads."""
    return Instrument(
        id=data["id"],
        version=str(data["version"]),
        title=text_of(data["title"]),
        about=text_of(data.get("about")),
        source=str(data["source"]),
        verified=mark_of(data["verified"]),
        in_force=data.get("in_force"),
        criteria=tuple(_criterion(each) for each in data["criteria"]),
        indicators=tuple(_indicator(each) for each in data["indicators"]),
        verdicts=_verdicts(data.get("verdicts")),
        ladder=_ladder(data.get("ladder")),
        data=data,
    )


def text_of(value: Any) -> Text:
    """A text from {id, en}; empty where there is none."""
    if not isinstance(value, Mapping):
        return Text("", "")
    return Text(*(" ".join(str(value.get(lang) or "").split()) for lang in ("id", "en")))


def mark_of(value: Any) -> str:
    """How far a fact was verified, as a word: true, partly or false (YAML reads two of them as truth values)."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _criterion(data: Mapping[str, Any]) -> Criterion:
    return Criterion(
        id=str(data["id"]),
        title=text_of(data["title"]),
        about=text_of(data.get("about")),
        weight=_number(data.get("weight")),
        parent=str(data.get("parent") or ""),
        source=str(data.get("source") or ""),
        verified=mark_of(data.get("verified", False)),
        themes=_words(data.get("themes")),
        extra={key: value for key, value in data.items() if key not in CRITERION_KEYS},
    )


def _indicator(data: Mapping[str, Any]) -> Indicator:
    return Indicator(
        id=str(data["id"]),
        criterion=str(data["criterion"]),
        question=text_of(data["question"]),
        why=text_of(data.get("why")),
        mend=text_of(data.get("mend")),
        ask=text_of(data.get("ask")),
        mode=Mode(data.get("mode", Mode.MANUAL)),
        source=str(data.get("source") or ""),
        verified=mark_of(data.get("verified", False)),
        weight=_number(data.get("weight")),
        unit=str(data.get("unit", "site")),
        settled=tuple(_settled(each) for each in data.get("settled") or ()),
        values=_words(data["values"]) if "values" in data else ("yes", "no"),
        themes=_words(data.get("themes")),
        extra={key: value for key, value in data.items() if key not in INDICATOR_KEYS},
    )


def _settled(data: Mapping[str, Any]) -> Settled:
    return Settled(
        detectors=_words(data["detectors"]),
        quantifier=data.get("quantifier", "any"),
        threshold=_number(data.get("threshold")),
        subject=str(data.get("subject") or ""),
    )


def _verdicts(data: Mapping[str, Any] | None) -> VerdictRule | None:
    if not data:
        return None
    return VerdictRule(
        positive_from=float(data["positive_from"]),
        negative_to=float(data["negative_to"]),
        minimum_coverage=float(data["minimum_coverage"]),
        source=str(data["source"]),
    )


def _ladder(data: Mapping[str, Any] | None) -> Ladder | None:
    if not data:
        return None
    gates = tuple(
        Gate(
            phase=str(each["phase"]),
            ordinal=number,
            title=text_of(each["title"]),
            about=text_of(each.get("about")),
            require=_words(each.get("require")),
            any_of=tuple(_words(group) for group in each.get("any_of") or ()),
        )
        for number, each in enumerate(data["gates"], start=1)
    )
    return Ladder(
        gates=gates,
        share=float(data["share"]),
        share_source=str(data["share_source"]),
        service_indicator=str(data["service_indicator"]),
        sensitivity=tuple(float(each) for each in data.get("sensitivity") or ()),
    )


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _words(value: Any) -> tuple[str, ...]:
    """A list of words (or one word); an unquoted true or false is the word yes or no, as YAML 1.1 would have read."""
    if value is None:
        return ()
    items: Sequence[Any] = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    return tuple({True: "yes", False: "no"}[each] if isinstance(each, bool) else str(each) for each in items)
