"""A pack as a page that people read: what it asks, why, what settles it, where it comes from."""

from collections.abc import Iterator, Mapping

from tinjau.model import Criterion, Indicator, Instrument, Settled, Text, VerdictRule
from tinjau.packs.particulars import of_indicator, of_instrument

_QUANTIFIERS = {
    "any": "at least one of these facts is seen",
    "all": "every one of these facts is seen",
    "none": "none of these facts is seen",
    "share_at_least": "the share that the fact states is at least {threshold:g}",
    "newest_within": "the newest is at most {threshold:g} days older than the capture",
    "count_at_least": "at least {threshold:g} are counted",
}
_MODES = {
    "automatic": "settled by what was captured",
    "semiAuto": "proposed by what was captured, decided by people",
    "manual": "answered by people",
}


def catalogue(instrument: Instrument) -> str:
    """The pack as Markdown, in English with every text in Indonesian beside it; the same pack gives the same page."""
    return "\n".join(_lines(instrument)).rstrip() + "\n"


def _lines(instrument: Instrument) -> Iterator[str]:
    yield f"# {instrument.title.en}"
    yield ""
    yield from _both(instrument.title, instrument.title, skip_english=True)
    in_force = {True: "yes", False: "no", None: "does not apply"}[instrument.in_force]
    yield "| id | version | verified | in force | criteria | indicators |"
    yield "| --- | --- | --- | --- | --- | --- |"
    counts = f"{len(instrument.criteria)} | {len(instrument.indicators)}"
    yield f"| `{instrument.id}` | {instrument.version} | {instrument.verified} | {in_force} | {counts} |"
    yield ""
    yield f"Source: {instrument.source}"
    yield ""
    yield from _both(instrument.about, instrument.about)
    if instrument.verdicts:
        yield from _verdict_rule(instrument.verdicts)
    if instrument.ladder:
        yield from _phases(instrument)
    yield from of_instrument(instrument)
    for criterion in instrument.criteria:
        yield from _criterion(instrument, criterion)


def _verdict_rule(rule: VerdictRule) -> Iterator[str]:
    yield "## How a verdict is proposed"
    yield ""
    yield (
        f"Of the indicators that were determined, the share that passed: *positive* from {rule.positive_from:.0%} "
        f"unless a core question is not met, *negative* up to {rule.negative_to:.0%} unless one is, *mixed* between. "
        f"No verdict while fewer than {rule.minimum_coverage:.0%} of the indicators are determined. A person's verdict "
        f"stands over it. "
        f"Source of this rule: {rule.source}."
    )
    yield ""


def _phases(instrument: Instrument) -> Iterator[str]:
    ladder = instrument.ladder
    if ladder is None:
        return
    yield "## Phases"
    yield ""
    for gate in ladder.gates:
        yield f"{gate.ordinal}. **{gate.title.en}** (*{gate.title.id}*, `{gate.phase}`). {gate.about.en}"
        if gate.require:
            yield f"   Needs: {', '.join(f'`{each}`' for each in gate.require)}."
        for group in gate.any_of:
            yield f"   Needs one of: {', '.join(f'`{each}`' for each in group)}."
    yield ""
    yield (
        f"Where the stage of public services is known (`{ladder.service_indicator}`), a phase counts as reached when "
        f"at least {ladder.share:.0%} of them reach it. Source of this share: {ladder.share_source}."
    )
    yield ""


def _criterion(instrument: Instrument, criterion: Criterion) -> Iterator[str]:
    level = "###" if criterion.parent else "##"
    weight = "" if criterion.weight is None else f" · weight {criterion.weight:g}"
    yield f"{level} {criterion.title.en} (`{criterion.id}`{weight})"
    yield ""
    yield from _both(criterion.title, criterion.title, skip_english=True)
    yield from _both(criterion.about, criterion.about)
    if criterion.source:
        yield f"Source: {criterion.source} · verified: {criterion.verified}"
        yield ""
    for indicator in instrument.indicators:
        if indicator.criterion == criterion.id:
            yield from _indicator(indicator)


def _indicator(indicator: Indicator) -> Iterator[str]:
    weight = "" if indicator.weight is None else f" · weight {indicator.weight:g}"
    yield f"#### `{indicator.id}`{weight}"
    yield ""
    yield from _both(indicator.question, indicator.question)
    for name, text in (("Why", indicator.why), ("To mend it", indicator.mend), ("Whom to ask", indicator.ask)):
        if text.en:
            yield f"- {name}: {text.en} *{text.id}*"
    yield f"- Mode: {_MODES[indicator.mode.value]}; unit: {indicator.unit}; answers: {', '.join(indicator.values)}"
    if indicator.extra.get("core") is True:
        yield "- A core question of its criterion"
    for settled in indicator.settled:
        yield f"- Settled by {_settled(settled)}"
    yield from _of_services(indicator)
    yield from of_indicator(indicator.extra)
    yield f"- Source: {indicator.source} · verified: {indicator.verified}"
    yield ""


def _of_services(indicator: Indicator) -> Iterator[str]:
    column, rule = indicator.extra.get("inventory"), indicator.extra.get("per_service")
    if isinstance(column, Mapping):
        yield f"- Answered by the inventory's column `{column['field']}`, where it says something"
    if isinstance(rule, Mapping):
        who = " and ".join(rule.get("audience") or ["all"])
        yield f"- For the criterion: {rule['title']['en']} *{rule['title']['id']}*"
        yield f"- Counted over {who} services whose answer is known: {rule['share']:.0%}. Source: {rule['source']}"


def _settled(settled: Settled) -> str:
    names = ", ".join(f"`{each}`" for each in settled.detectors)
    rule = _QUANTIFIERS.get(settled.quantifier, settled.quantifier)
    return f"{names}: {rule if settled.threshold is None else rule.format(threshold=settled.threshold)}"


def _both(english: Text, indonesian: Text, *, skip_english: bool = False) -> Iterator[str]:
    if english.en and not skip_english:
        yield english.en
        yield ""
    if indonesian.id:
        yield f"*{indonesian.id}*"
        yield ""
