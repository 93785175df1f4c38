"""Two-way trace: from every factor to what it rests on, and from every piece of evidence to what rests on it."""

from tinjau.model import Factor
from tinjau.report.anchors import anchor
from tinjau.report.content.edition import Edition, is_answer
from tinjau.report.content.naming import named
from tinjau.report.content.tables import columns, evidence_line
from tinjau.report.document import Block, Figure, Inline, Line, Para, Ref, Row, Section, Table, Words
from tinjau.report.hostile import one_line
from tinjau.report.pictures.trace import TraceLayer, TraceNode, layered_trace

PICTURED = 60  # project choice: more things in one column than this make a picture that nobody reads


def trace_section(edition: Edition) -> Section:
    """The layered picture, then the two tables."""
    plan = edition.plan
    if not plan.factors and not plan.strategies:
        return Section("trace", edition.say("section.trace"), (Para((edition.say("trace.none"),)),))
    blocks: list[Block] = []
    figure = _picture(edition)
    if figure is not None:
        blocks.append(figure)
    blocks.append(_forward(edition))
    backward = _backward(edition)
    if backward is not None:
        blocks.append(backward)
    return Section("trace", edition.say("section.trace"), tuple(blocks), (edition.say("trace.lead"),))


def _support_line(edition: Edition, support: str) -> Line:
    evidence = edition.evidence.get(support)
    if evidence is not None and not is_answer(support):
        return evidence_line(edition, evidence)
    parts: list[Inline] = [named(edition, support)]
    note = next((each.note for each in edition.study.answers if each.id == support and each.note), "")
    if note:
        parts += ["\n", edition.quote(one_line(note, 400))]
    return tuple(parts)


def _forward(edition: Edition) -> Table:
    rows = tuple(_factor_row(edition, each) for each in edition.plan.factors)
    return Table(
        edition.say("table.factor-to-evidence"),
        columns(edition, "factor", "rests-on", "used-in", parts=(35, 45, 20)),
        rows,
    )


def _factor_row(edition: Edition, factor: Factor) -> Row:
    rests: list[Inline] = []
    for each in factor.support:
        rests += [*(["\n"] if rests else []), Ref(_label(edition, each), anchor("support", each))]
    using = [each.id for each in edition.plan.strategies if any(use.factor == factor.id for use in each.uses)]
    used: list[Inline] = []
    for each in using:
        used += [*([", "] if used else []), Ref(one_line(each), anchor("strategy", each))]
    return Row(
        (
            (Ref(one_line(factor.id), anchor("factor", factor.id)), " ", edition.passage(factor.text)),
            tuple(rests) or (Words(edition.say("trace.nothing"), quiet=True),),
            tuple(used) or (Words(edition.say("trace.no-strategy"), quiet=True),),
        ),
        anchor("trace", factor.id),
    )


def _backward(edition: Edition) -> Table | None:
    supports = dict.fromkeys(each for factor in edition.plan.factors for each in factor.support)
    if not supports:
        return None
    rows = []
    for support in supports:
        resting: list[Inline] = []
        for factor in edition.plan.factors:
            if support in factor.support:
                resting += [
                    *(["\n"] if resting else []),
                    Ref(one_line(factor.id), anchor("factor", factor.id)),
                    " ",
                    edition.passage(factor.text),
                ]
        rows.append(Row((_support_line(edition, support), tuple(resting)), anchor("support", support)))
    return Table(
        edition.say("table.evidence-to-factor"),
        columns(edition, "evidence", "factors-resting", parts=(55, 45)),
        tuple(rows),
    )


def _picture(edition: Edition) -> Figure | None:
    plan = edition.plan
    supports = list(dict.fromkeys(each for factor in plan.factors for each in factor.support))
    if max(map(len, (supports, plan.factors, plan.strategies, plan.conclusions)), default=0) > PICTURED:
        return None
    leads = {each: tuple(factor.id for factor in plan.factors if each in factor.support) for each in supports}
    used = {
        factor.id: tuple(s.id for s in plan.strategies if any(use.factor == factor.id for use in s.uses))
        for factor in plan.factors
    }
    layers = (
        TraceLayer(
            edition.say("trace.evidence"),
            tuple(TraceNode(each, _label(edition, each), leads[each]) for each in supports),
        ),
        TraceLayer(
            edition.say("trace.factors"),
            tuple(
                TraceNode(each.id, each.id, used[each.id], loose=not each.support or not used[each.id])
                for each in plan.factors
            ),
        ),
        TraceLayer(
            edition.say("trace.strategies"),
            tuple(
                TraceNode(
                    each.id, each.id, tuple(c.id for c in plan.conclusions if each.id in c.sources), loose=not each.uses
                )
                for each in plan.strategies
            ),
        ),
        TraceLayer(edition.say("trace.conclusions"), tuple(TraceNode(each.id, each.id) for each in plan.conclusions)),
    )
    links = sum(map(len, leads.values())), sum(map(len, used.values()))
    description = edition.say(
        "picture.trace-desc", supports=len(supports), factors=len(plan.factors), strategies=len(plan.strategies),
        conclusions=len(plan.conclusions), resting=links[0], using=links[1],
    )  # fmt: skip
    picture = layered_trace(layers, edition.say("picture.trace"), description, _forward(edition), "trace")
    return Figure(picture, (edition.say("picture.trace-note"),), beside=True)


def _label(edition: Edition, support: str) -> str:
    name = named(edition, support)
    return name if isinstance(name, str) else str(getattr(name, "text", support))
