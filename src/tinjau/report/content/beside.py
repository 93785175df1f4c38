"""What rules derive from stages 1 and 2: beside what people wrote, never mixed in. Then actions and money."""

from collections import Counter

from tinjau.model import Action, Derivation, FactorProposal, MergeProposal, Movement, StrategyProposal
from tinjau.report.anchors import anchor
from tinjau.report.content.edition import Edition
from tinjau.report.content.naming import named, names_line
from tinjau.report.content.swot import decided_list
from tinjau.report.content.tables import columns
from tinjau.report.document import (
    Block,
    Callout,
    Code,
    Disclosure,
    Inline,
    Line,
    Mark,
    Para,
    Ref,
    Row,
    Section,
    Table,
    Words,
)
from tinjau.report.hostile import one_line
from tinjau.texts import date, integer, joined, known, percent

PROPOSALS_OPEN = 12  # project choice: more than a page of proposals is shown on demand


def proposals_section(edition: Edition) -> Section:
    """Factors and strategies that the rules propose, and whether people's own can be derived."""
    plan = edition.plan
    inside: list[Block] = []
    if plan.factor_proposals:
        rows = tuple(_factor(edition, each) for each in plan.factor_proposals)
        heads = columns(edition, "proposal", "rule", "because", "matches", parts=(40, 15, 30, 15))
        inside.append(_maybe_hidden(edition, Table(edition.say("table.factor-proposals"), heads, rows)))
    if plan.strategy_proposals:
        rows = tuple(_strategy(edition, each) for each in plan.strategy_proposals)
        heads = columns(edition, "proposal", "rule", "because", "matches", parts=(40, 15, 30, 15))
        inside.append(_maybe_hidden(edition, Table(edition.say("table.strategy-proposals"), heads, rows)))
    if plan.merge_proposals:
        inside.append(_merges(edition))
    if not inside:
        inside.append(Para((edition.say("proposals.none"),)))
    blocks: list[Block] = [Callout("proposal", edition.say("proposals.title"), tuple(inside))]
    blocks += _derivation(edition)
    decisions = decided_list(edition)
    if decisions is not None:
        blocks.append(Section("decisions", edition.say("section.decisions"), (decisions,), level=3))
    return Section("proposals", edition.say("section.proposals"), tuple(blocks), (edition.say("proposals.lead"),))


def _merges(edition: Edition) -> Table:
    rows = tuple(
        Row((
            (*names_line(edition, each.subjects), *_decision(edition, each.decision or ("merge" if each.done else ""))),
            (percent(each.similarity, edition.lang),),
            _rule(edition, each.rule),
        ), anchor("proposal", each.id))
        for each in plan_merges(edition)
    )  # fmt: skip
    heads = columns(edition, "joined", "similarity", "rule", numeric=("similarity",), parts=(60, 15, 25))
    return Table(edition.say("table.merges"), heads, rows)


def plan_merges(edition: Edition) -> tuple[MergeProposal, ...]:
    """What the rules would join, those not yet joined first."""
    return tuple(sorted(edition.plan.merge_proposals, key=lambda each: each.done))


def _maybe_hidden(edition: Edition, table: Table) -> Block:
    if len(table.rows) <= PROPOSALS_OPEN:
        return table
    return Disclosure(
        (table.caption, " ", Words(edition.say("proposals.count", n=len(table.rows)), quiet=True)), (table,)
    )


def _factor(edition: Edition, proposal: FactorProposal) -> Row:
    kind: Line = (Words(edition.say(f"factor.{proposal.kind.value}"), quiet=True), "\n")
    return Row((
        (*kind, edition.passage(proposal.text), *_decision(edition, proposal.decision)),
        _rule(edition, proposal.rule),
        names_line(edition, proposal.because),
        _matches(edition, proposal.matches, "factor"),
    ), anchor("proposal", proposal.id))  # fmt: skip


def _strategy(edition: Edition, proposal: StrategyProposal) -> Row:
    cell: Line = (Words(one_line(proposal.cell), quiet=True), "\n")
    first = _first_step(edition, proposal)
    return Row((
        (*cell, edition.passage(proposal.text), *first, *_decision(edition, proposal.decision)),
        _strategy_rule(edition, proposal),
        names_line(edition, proposal.because),
        _matches(edition, proposal.matches, "strategy"),
    ), anchor("proposal", proposal.id))  # fmt: skip


def _first_step(edition: Edition, proposal: StrategyProposal) -> Line:
    """What can be done on Monday and whom to ask, where the library says so."""
    template = proposal.template
    if template is None or not template.first_step.do.get(edition.lang):
        return ()
    parts: list[Inline] = [
        "\n",
        Words(edition.say("proposals.first-step"), strong=True),
        " ",
        edition.passage(template.first_step.do),
    ]
    if template.first_step.ask.get(edition.lang):
        parts += [". ", edition.say("phase.ask"), " ", edition.passage(template.first_step.ask)]
    return tuple(parts)


def _strategy_rule(edition: Edition, proposal: StrategyProposal) -> Line:
    """The library's entry by its title; another rule in its own words."""
    template = proposal.template
    if template is None or not template.title.get(edition.lang):
        return _rule(edition, proposal.rule)
    return (edition.say("rule.template"), ": ", edition.passage(template.title))


def _decision(edition: Edition, decision: str) -> Line:
    key = decision or "undecided"
    return (
        "\n",
        Mark("proposal", key, edition.word("decision", decision) if decision else edition.say("proposals.undecided")),
    )


def _matches(edition: Edition, matches: str | None, kind: str) -> Line:
    return (
        (Ref(one_line(matches), anchor(kind, matches)),)
        if matches
        else (Words(edition.say("proposals.no-match"), quiet=True),)
    )


def _rule(edition: Edition, rule: str) -> Line:
    """A rule's name in words, with what it was applied to after a colon."""
    name, _, rest = one_line(rule, 80).partition(":")
    key = f"rule.{name}"
    words = edition.say(key) if known(key) else name
    return (words, " ", Code(rest)) if rest else (words,)


def _derivation(edition: Edition) -> list[Block]:
    if not edition.plan.derivation:
        return []
    counts = Counter(each.verdict for each in edition.plan.derivation)
    parts = [f"{count} {edition.word('derivation', verdict)}" for verdict, count in counts.items()]
    heads = columns(edition, "subject", "derivation", "derived-by", parts=(45, 25, 30))
    tables = []
    for verdict in counts:
        rows = tuple(_derived(edition, each) for each in edition.plan.derivation if each.verdict == verdict)
        caption = edition.say("table.derivation", verdict=edition.word("derivation", verdict))
        tables.append(_maybe_hidden(edition, Table(caption, heads, rows)))
    lead: Line = (edition.say("derivation.lead", parts=joined(parts, edition.lang)),)
    return [Section("derivation", edition.say("section.derivation"), tuple(tables), lead, level=3)]


def _derived(edition: Edition, derivation: Derivation) -> Row:
    verdict = Mark("derivation", derivation.verdict, edition.word("derivation", derivation.verdict))
    through = names_line(edition, derivation.by) or (Words(edition.say("word.none"), quiet=True),)
    return Row((_subject(edition, derivation.subject), (verdict,), through))


def _subject(edition: Edition, subject: str) -> Line:
    own = {factor.id: factor.text for factor in edition.plan.factors}
    own |= {strategy.id: strategy.text for strategy in edition.plan.strategies}
    shown = named(edition, subject)
    return (shown, " ", edition.passage(own[subject])) if subject in own else (shown,)


def actions_section(edition: Edition) -> Section:
    """Who does what by when, with which money; as people wrote it, absorbed as the plan says."""
    plan = edition.plan
    if not plan.actions:
        nothing = (Para((edition.say("actions.none"),)), *_movements(edition))
        return Section("actions", edition.say("section.actions"), nothing)
    rows = tuple(_action(edition, each) for each in plan.actions)
    heads = columns(
        edition, "strategy", "owner", "when", "budget", "spent", "indicator", "status", numeric=("budget", "spent")
    )
    blocks: list[Block] = [Table(edition.say("table.actions"), heads, rows)]
    total = next((each for each in plan.absorption if not each.strategy), None)
    if total is not None and total.share is not None:
        share = percent(total.share, edition.lang)
        blocks.append(Para((edition.say("actions.absorption", share=share, counted=total.counted, all=total.actions),)))
    blocks += _movements(edition)
    return Section("actions", edition.say("section.actions"), tuple(blocks), (edition.say("actions.lead"),))


def _movements(edition: Edition) -> tuple[Block, ...]:
    """What last year's actions were to move, and whether it moved."""
    rows = tuple(_moved(edition, each) for each in edition.plan.movements)
    if not rows:
        return ()
    heads = columns(edition, "strategy", "indicator", "before", "after", "change")
    table = Table(edition.say("table.movements"), heads, rows, note=(edition.say("actions.moved-note"),))
    return (Section("movements", edition.say("section.movements"), (table,), level=3),)


def _moved(edition: Edition, movement: Movement) -> Row:
    how = {"better": "up", "worse": "down"}.get(movement.moved, movement.moved)
    change: list[Inline] = [Mark("change", how, edition.word("moved", movement.moved))]
    if movement.reason:
        change += ["\n", Words(edition.word("moved", movement.reason), quiet=True)]
    unknown = edition.say("word.unknown")
    values = [(edition.word("outcome", each) if each else unknown,) for each in (movement.before, movement.after)]
    indicator = Words(one_line(movement.indicator, 200), "")
    return Row(((named(edition, movement.strategy),), (indicator,), *values, tuple(change)))


def _action(edition: Edition, action: Action) -> Row:
    when = " – ".join(date(each, edition.lang) for each in (action.start, action.end) if each)
    return Row((
        (named(edition, action.strategy),),
        (Words(one_line(action.owner, 200), ""),),
        (when or edition.say("word.unknown"),),
        (money(edition, action.budget),),
        (money(edition, action.spent),),
        (Words(one_line(action.indicator, 300), ""),),
        (edition.word("status", one_line(action.status)) if action.status else edition.say("word.unknown"),),
    ))  # fmt: skip


def money(edition: Edition, written: str) -> str:
    """An amount as people wrote it, with the language's marks where it is a whole number."""
    plain = written.strip()[:40]
    if not plain:
        return edition.say("word.unknown")
    return integer(int(plain), edition.lang) if plain.isascii() and plain.isdigit() else one_line(plain, 40)
