"""Stage 3 as people wrote it: factors, the strategies that use them, and what was concluded from those."""

from tinjau.model import Cell, Factor, FactorKind, Strategy
from tinjau.report.anchors import anchor
from tinjau.report.content.edition import Edition
from tinjau.report.content.naming import named
from tinjau.report.content.tows_picture import tows_figure
from tinjau.report.document import (
    Block,
    Bullets,
    Entry,
    Inline,
    Line,
    Para,
    Quadrant,
    Quadrants,
    Ref,
    Section,
    Words,
)
from tinjau.report.hostile import one_line
from tinjau.texts import joined, percent


def swot_section(edition: Edition) -> Section:
    """Four quadrants; each factor with what it rests on and the strategies that use it."""
    plan = edition.plan
    if not plan.factors:
        return Section("swot", edition.say("section.swot"), (Para((edition.say("swot.none"),)),))
    cells = tuple(
        Quadrant(
            kind.value,
            edition.say(f"factor.{kind.value}"),
            edition.say("swot.count", n=sum(each.kind is kind for each in plan.factors)),
            tuple(_factor(edition, each) for each in plan.factors if each.kind is kind),
        )
        for kind in FactorKind
    )
    blocks: list[Block] = [Quadrants(edition.say("table.swot"), cells)]
    shares = []
    if plan.support is not None:
        shares.append(edition.say("swot.support", share=percent(plan.support, edition.lang)))
    if plan.used is not None:
        shares.append(edition.say("swot.used", share=percent(plan.used, edition.lang)))
    if shares:
        blocks.insert(0, Para((" ".join(shares),)))
    return Section("swot", edition.say("section.swot"), tuple(blocks), (edition.say("swot.lead"),))


def _factor(edition: Edition, factor: Factor) -> Entry:
    supported = factor.id in edition.plan.supported
    status = (
        edition.say("swot.rests", n=len(factor.support)) if supported else edition.word("status", factor.status.value)
    )
    first: list[Inline] = [Words(status, quiet=True)]
    if factor.support:
        first += [" · ", Ref(edition.say("swot.see-evidence"), anchor("trace", factor.id))]
    notes: list[Line] = [tuple(first)]
    tags = [edition.word("theme", each) for each in factor.themes]
    if factor.actor:
        tags.append(edition.say("swot.actor", actor=edition.word("actor", factor.actor)))
    if tags:
        notes.append((Words(" · ".join(map(one_line, tags)), quiet=True),))
    using = [each.id for each in edition.plan.strategies if any(use.factor == factor.id for use in each.uses)]
    notes.append(_refs(edition, "swot.used-in", using, "strategy") or (Words(edition.say("swot.unused"), quiet=True),))
    return Entry(anchor("factor", factor.id), factor.id, (edition.passage(factor.text),), tuple(notes))


def _refs(edition: Edition, key: str, ids: list[str], kind: str) -> Line:
    if not ids:
        return ()
    parts: list[Inline] = [edition.say(key), " "]
    for place, each in enumerate(ids):
        parts += [*([", "] if place else []), Ref(one_line(each), anchor(kind, each))]
    return tuple(parts)


def tows_section(edition: Edition) -> Section:
    """Weihrich's matrix: four cells of strategies, each with its factors and who named them."""
    plan = edition.plan
    if not plan.strategies:
        return Section("tows", edition.say("section.tows"), (Para((edition.say("tows.none"),)),))
    cells = tuple(
        Quadrant(
            cell.value,
            edition.say(f"cell.{cell.value}"),
            edition.say("tows.count", n=sum(each.cell is cell for each in plan.strategies)),
            tuple(_strategy(edition, each) for each in plan.strategies if each.cell is cell),
        )
        for cell in Cell
    )
    blocks: tuple[Block, ...] = (tows_figure(edition), Quadrants(edition.say("table.tows"), cells))
    return Section("tows", edition.say("section.tows"), blocks, (edition.say("tows.lead"),))


def _strategy(edition: Edition, strategy: Strategy) -> Entry:
    notes: list[Line] = []
    by_whom: dict[str, list[str]] = {}
    for use in strategy.uses:
        by_whom.setdefault(use.by, []).append(use.factor)
    for by, factors in by_whom.items():
        line = _refs(edition, "tows.uses", factors, "factor")
        whom = edition.word("by", by) if by else edition.say("tows.by-nobody")
        notes.append((*line, " ", Words(f"({whom})", quiet=True)))
    if not notes:
        notes.append((Words(edition.say("tows.no-factors"), quiet=True),))
    into = [each.id for each in edition.plan.conclusions if strategy.id in each.sources]
    notes.append(
        _refs(edition, "tows.into", into, "conclusion") or (Words(edition.say("tows.not-concluded"), quiet=True),)
    )
    notes.append((Words(edition.word("origin", strategy.origin), quiet=True),))
    return Entry(anchor("strategy", strategy.id), strategy.id, (edition.passage(strategy.text),), tuple(notes))


def conclusions_section(edition: Edition) -> Section:
    """What was concluded, in its order, each with the strategies it was made from and their factors."""
    plan = edition.plan
    if not plan.conclusions:
        return Section("conclusions", edition.say("section.conclusions"), (Para((edition.say("conclusions.none"),)),))
    strategies = {each.id: each for each in plan.strategies}
    entries = []
    for each in plan.conclusions:
        notes: list[Line] = [_refs(edition, "conclusions.from", list(each.sources), "strategy")]
        factors = dict.fromkeys(
            use.factor for source in each.sources if source in strategies for use in strategies[source].uses
        )
        notes.append(
            _refs(edition, "conclusions.rests-on", list(factors), "factor")
            or (Words(edition.say("conclusions.no-factors"), quiet=True),)
        )
        if len(each.sources) > 1:
            notes.append(
                (Words(edition.say("conclusions.merged", ids=joined(list(each.sources), edition.lang)), quiet=True),)
            )
        if each.why:
            notes.append((Words(one_line(each.why, 400), ""),))
        entries.append(
            Entry(
                anchor("conclusion", each.id),
                each.id,
                (edition.passage(each.text),),
                tuple(note for note in notes if note),
            )
        )
    lead = edition.say("conclusions.lead", strategies=len(plan.strategies), conclusions=len(plan.conclusions))
    quadrant = Quadrant("", edition.say("section.conclusions"), "", tuple(entries))
    return Section("conclusions", edition.say("section.conclusions"), (Quadrants("", (quadrant,)),), (lead,))


def decided_list(edition: Edition) -> Bullets | None:
    """What people decided about proposals and answers, as decisions.csv keeps it."""
    if not edition.study.decisions:
        return None
    return Bullets(
        tuple(
            (
                named(edition, each.subject),
                f": {edition.word('decision', each.verdict)}",
                Words(one_line("".join(f" · {part}" for part in (each.by, each.at, each.reason) if part), 300), ""),
            )
            for each in edition.study.decisions
        )
    )
