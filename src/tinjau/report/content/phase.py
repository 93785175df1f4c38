"""Stage 2: the phase, what stands between a government and the next one, and how the answer depends on the share."""

from typing import Literal

from tinjau.model import Gate, NextPhase, PhaseResult
from tinjau.report.anchors import anchor
from tinjau.report.content.edition import WHOLE, Edition
from tinjau.report.content.indicators import outcome_line
from tinjau.report.content.tables import columns, evidence_lines
from tinjau.report.document import Block, Bullets, Disclosure, Figure, Inline, Line, Para, Row, Section, Table, Words
from tinjau.report.pictures.ladder import Step, phase_ladder
from tinjau.texts import joined, number, percent


def phase_section(edition: Edition) -> Section:
    """The ladder as a table, what is missing or untested, each rung's requirements, and the sensitivity."""
    phase = edition.assessment.phase
    if phase is None:
        return Section("phase", edition.say("section.phase"), (Para((edition.say("phase.none"),)),))
    blocks: list[Block] = [Para(_where(edition, phase), "lead")]
    if edition.gates:
        blocks.append(_ladder_table(edition, phase))
    blocks += _ahead(edition, phase)
    blocks += _requirements(edition)
    blocks += _sensitivity(edition, phase)
    lead: Line = (edition.passage(phase.rule),) if phase.rule.get(edition.lang) else ()
    return Section("phase", edition.say("section.phase"), tuple(blocks), lead)


def _where(edition: Edition, phase: PhaseResult) -> Line:
    level = edition.say("phase.of-services" if phase.level == "services" else "phase.of-site")
    if phase.id is None:
        return (edition.say("phase.not-shown"), " ", level)
    before, after = edition.say("phase.is", ordinal=phase.ordinal or 0).split("|")
    title = edition.phase_title(phase.id)
    return (before, Words(title.text, title.lang, strong=True), after, " ", level)


def _state(gate: Gate, phase: PhaseResult) -> Literal["reached", "here", "next", "beyond"]:
    here = phase.ordinal or 0
    if gate.ordinal == here:
        return "here"
    if gate.ordinal < here:
        return "reached"
    return "next" if phase.next is not None and gate.phase == phase.next.id else "beyond"


def _word(edition: Edition, gate: Gate, phase: PhaseResult) -> str:
    state = _state(gate, phase)
    if state == "next" and phase.next is not None:
        return ahead_counted(edition, phase.next)
    return edition.say(f"phase.step-{state}")


def ahead_counted(edition: Edition, ahead: NextPhase) -> str:
    """How many requirements of the next phase are missing and untested, leaving out what is none."""
    counts = [
        edition.say(f"phase.count-{kind}", n=len(ids))
        for kind, ids in (("missing", ahead.missing), ("untested", ahead.untested))
        if ids
    ]
    return joined(counts, edition.lang) or edition.say("phase.count-none")


def ladder_figure(edition: Edition) -> Figure | None:
    """The phase ladder as a picture; None without a ladder or a phase result."""
    phase = edition.assessment.phase
    if phase is None or not edition.gates:
        return None
    steps = [
        Step(edition.passage(gate.title).text, _state(gate, phase), _word(edition, gate, phase))
        for gate in edition.gates
    ]
    description = "; ".join(f"{step.name}: {step.word}" for step in steps)
    drawn = phase_ladder(steps, edition.say("picture.ladder"), description, _ladder_table(edition, phase), "ladder")
    return Figure(drawn, (edition.say("picture.ladder-note"),), role="left")


def _ladder_table(edition: Edition, phase: PhaseResult) -> Table:
    rows = tuple(
        Row(
            (
                (str(gate.ordinal),),
                (edition.passage(gate.title),),
                (_word(edition, gate, phase),),
                (_share(edition, phase, gate),),
            )
        )
        for gate in edition.gates
    )
    heads = columns(edition, "ordinal", "phase", "state", "share", numeric=("share",))
    return Table(edition.say("table.phase"), heads, rows)


def _share(edition: Edition, phase: PhaseResult, gate: Gate) -> str:
    share = phase.reached.get(gate.phase)
    return percent(share, edition.lang) if share is not None else edition.say("verdict.none")


def _ahead(edition: Edition, phase: PhaseResult) -> list[Block]:
    if phase.next is None:
        return [Para((edition.say("phase.top" if phase.id else "phase.no-next"),))]
    title = edition.phase_title(phase.next.id)
    blocks: list[Block] = []
    for kind, ids in (("missing", phase.next.missing), ("untested", phase.next.untested)):
        if ids:
            heading = edition.say(f"phase.{kind}", n=len(ids), phase=title.text.lower())
            listed = Bullets(tuple(_requirement(edition, each, kind) for each in ids))
            blocks.append(Section(f"phase-{kind}", heading, (listed,), level=3))
    return blocks


def _requirement(edition: Edition, indicator: str, kind: str) -> Line:
    question = edition.question(edition.ladder_instrument, indicator)
    described = edition.indicator(edition.ladder_instrument, indicator)
    parts: list[Inline] = [Words(question.text, question.lang, strong=True)]
    wish = described.mend if described and kind == "missing" else described.ask if described else None
    if wish is not None and wish.get(edition.lang):
        parts += ["\n", edition.say("phase.mend" if kind == "missing" else "phase.ask"), " ", edition.passage(wish)]
    return tuple(parts)


def _requirements(edition: Edition) -> list[Block]:
    """What each rung requires, and how that turned out: the site's indicators of the ladder's instrument."""
    instrument = edition.ladder_instrument
    results = {each.id: each for each in edition.indicators if each.instrument == instrument and each.unit in WHOLE}
    blocks: list[Block] = []
    for gate in edition.gates:
        named = [each for each in (*gate.require, *(one for group in gate.any_of for one in group)) if each in results]
        if not named:
            continue
        rows = tuple(
            Row(
                (
                    (edition.question(instrument, each), *_alternative(edition, gate, each)),
                    outcome_line(edition, results[each]),
                    evidence_lines(edition, results[each].evidence)
                    or (Words(edition.say("evidence.none"), quiet=True),),
                ),
                anchor("indicator", instrument, each),
            )
            for each in dict.fromkeys(named)
        )
        title = edition.passage(gate.title)
        caption = edition.say("table.gate", phase=title.text)
        blocks.append(Table(caption, columns(edition, "requirement", "outcome", "evidence", parts=(35, 20, 45)), rows))
    return blocks


def _alternative(edition: Edition, gate: Gate, indicator: str) -> Line:
    if indicator in gate.require:
        return ()
    return ("\n", Words(edition.say("phase.one-of"), quiet=True))


def _sensitivity(edition: Edition, phase: PhaseResult) -> list[Block]:
    if not phase.sensitivity:
        return []
    rows = tuple(
        Row(((_written(edition, share),), (edition.phase_title(reached),)))
        for share, reached in phase.sensitivity.items()
    )
    table: Block = Table(
        edition.say("table.sensitivity"), columns(edition, "share-asked", "phase", parts=(30, 70)), rows
    )
    lead = [edition.say("phase.sensitivity", share=percent(phase.share, edition.lang))]
    if len(set(phase.sensitivity.values())) == 1:
        lead.append(edition.say("phase.insensitive"))
        table = Disclosure((edition.say("table.sensitivity"),), (table,))
    title = edition.say("section.sensitivity")
    return [Section("phase-sensitivity", title, (table,), (" ".join(lead),), level=3)]


def _written(edition: Edition, share: str) -> str:
    try:
        value = float(share)
    except ValueError:
        return share
    return percent(value, edition.lang) if 0 <= value <= 1 else number(value, edition.lang)
