"""What only some packs have, as lines of a page: calculation, bands, levels, options, evidence to bring, crosswalks.

Each function takes plain data of a pack and yields Markdown, English first and the Indonesian text in italics after it;
nothing where the pack says nothing of the kind. The schema of a pack leaves these parts open (an instrument may bring
its own), so that what has not the expected shape is left out here.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tinjau.model import Instrument


def of_instrument(instrument: Instrument) -> Iterator[str]:
    """How the pack computes, its bands, its clocks, and how it stands to other packs."""
    data = instrument.data
    for key in ("caution", "translation"):
        if key in data:
            yield from (_pair(data[key]), "")
    steps = _mappings(data.get("steps_of_evaluation"))
    yield from _titled("Steps of the evaluation", [f"{n}. {_pair(each)}" for n, each in enumerate(steps, start=1)])
    yield from _calculation(_mapping(data.get("calculation")))
    for each in _mappings(list(_mapping(data.get("capabilities")).values())):
        rows = [f"{one.get('level')}. {_pair(one.get('title'))}: {_pair(one.get('text'))}" for one in _levels(each)]
        yield from _titled(_pair(each.get("title")), [*rows, "", _origin(each)])
    if clock := _mapping(data.get("response_clock")):
        text = f"{clock.get('days')} {clock.get('unit')}, and {clock.get('extension')} more where they are needed"
        yield from _titled("Time to answer", [f"{text}. {_origin(clock)}"])
    clocks = _mappings(data.get("clocks"))
    rows = [f"- {_pair(each.get('title'))}: {each.get('days')} days. {_origin(each)}" for each in clocks]
    yield from _titled("Limits of time", rows)
    yield from _correspondence("The instrument before this one", data.get("follows"), "instrument", "indicators")
    yield from _correspondence("Correspondence", data.get("crosswalk"), "to", "stages")


def of_indicator(extra: Mapping[str, Any]) -> Iterator[str]:
    """An indicator's levels, options, parts, and the evidence to bring."""
    if levels := _levels(extra):
        verified = str(extra.get("level_verified")).lower()
        yield f"- Levels (source: {extra.get('level_source', '')} · verified: {verified}):"
        yield from (f"  {each.get('level')}. {_pair(each.get('text'))}" for each in levels)
    if options := _mappings(extra.get("options")):
        yield "- Answers:"
        yield from (f"  - `{each.get('value')}`: {_pair(each.get('text'))}" for each in options)
    if items := _mappings(extra.get("items")):
        yield "- It covers:"
        yield from (f"  - {_pair(each)}" for each in items)
    if bring := _mappings(extra.get("bring")):
        yield f"- Evidence to bring (source: {extra.get('bring_source', 'tinjau')}):"
        yield from (f"  - {_pair(each)}" for each in bring)
    if external := _mapping(extra.get("external")):
        yield f"- Taken from outside: {_pair(external.get('title'))} (`{external.get('input')}`)"


def _calculation(found: Mapping[str, Any]) -> Iterator[str]:
    lines = [_pair(found[key]) for key in ("about", "level_rule") if key in found]
    lines += [_origin(found)] if "source" in found else []
    if share := found.get("minimum_coverage_source"):
        lines.append(f"Coverage that is asked for: {share}.")
    yield from _titled("How it is computed", [part for line in lines for part in (line, "")][:-1])
    inputs = _mapping(found.get("inputs")).items()
    rows = [
        f"- `{name}`: {_pair(each.get('title'))}.{_scale(each)} {_origin(each)}"
        for name, each in inputs
        if isinstance(each, Mapping)
    ]
    yield from _titled("Figures from outside", rows)
    for name, bands in _mapping(found.get("bands")).items():
        rows = [
            f"| {each.get('from')} | {_pair(each.get('title'))} | {each.get('source', '')} | {_verified(each)} |"
            for each in _mappings(bands)
        ]
        head = ["| from | name | source | verified |", "| ---: | --- | --- | --- |"]
        yield from _titled(f"Bands: {name}", [*head, *rows] if rows else [])


def _correspondence(name: str, value: Any, to: str, parts: str) -> Iterator[str]:
    found = _mapping(value)
    rows = [
        f"| `{ours}` | {', '.join(f'`{each}`' for each in theirs) or 'none'} |"
        for ours, theirs in _mapping(found.get(parts)).items()
        if isinstance(theirs, list)
    ]
    table = ["", f"| here | `{found.get(to)}` |", "| --- | --- |", *rows] if rows else []
    lines = [_pair(found.get("about")), "", _origin(found), *table] if found else []
    yield from _titled(f"{name}: `{found.get(to)}`", lines)


def _titled(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from (f"## {title}", "", *lines, "")


def _levels(found: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return _mappings(found.get("levels"))


def _scale(found: Mapping[str, Any]) -> str:
    scale = _mapping(found.get("scale"))
    return f" Scale {scale.get('min')} to {scale.get('max')}." if scale else ""


def _origin(found: Mapping[str, Any]) -> str:
    return f"Source: {found.get('source', '')} · verified: {_verified(found)}"


def _verified(found: Mapping[str, Any]) -> str:
    return str(found.get("verified", "")).lower()


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    listed = isinstance(value, Sequence) and not isinstance(value, str)
    return [each for each in value if isinstance(each, Mapping)] if listed else []


def _pair(value: Any) -> str:
    text = _mapping(value)
    english, indonesian = text.get("en", ""), text.get("id", "")
    return f"{english} *{indonesian}*" if english and indonesian else f"{english}{indonesian}"
