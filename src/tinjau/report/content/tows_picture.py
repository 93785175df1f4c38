"""The TOWS matrix as one picture: which factors meet in which cell, and which strategies were concluded."""

from tinjau.model import Cell, FactorKind, Strategy
from tinjau.report.anchors import anchor
from tinjau.report.content.edition import Edition
from tinjau.report.content.tables import columns
from tinjau.report.document import Figure, Inline, Line, Ref, Row, Table, Words
from tinjau.report.hostile import one_line
from tinjau.report.pictures.tows import State, TowsCell, tows_matrix

_STATES: tuple[State, ...] = ("concluded", "open", "loose")


def tows_figure(edition: Edition) -> Figure:
    """The picture with its data: each strategy, its factors, and what became of it."""
    plan = edition.plan
    carried = {source for each in plan.conclusions for source in each.sources}
    known = {each.id for each in plan.factors}
    states = {each.id: _state(each, carried, known) for each in plan.strategies}
    cells = {
        cell.value: TowsCell(
            edition.say(f"cell.{cell.value}"),
            tuple((one_line(each.id, 6), states[each.id]) for each in plan.strategies if each.cell is cell),
        )
        for cell in Cell
    }
    sides = {
        kind.value: (edition.say(f"factor.{kind.value}"), [each.id for each in plan.factors if each.kind is kind])
        for kind in FactorKind
    }
    legend = {state: edition.say(f"tows.{state}") for state in _STATES if state in states.values()}
    rows = tuple(_row(edition, each, states[each.id]) for each in plan.strategies)
    heads = columns(edition, "strategy", "factors-used", "became", parts=(40, 35, 25))
    table = Table(edition.say("picture.tows"), heads, rows)
    counted = "; ".join(
        f"{name}: {', '.join(each for each, _ in cell.strategies) or '–'}" for name, cell in cells.items()
    )
    drawn = tows_matrix(sides, cells, legend, edition.say("picture.tows"), counted, table, "tows")
    return Figure(drawn, (edition.say("picture.tows-note"),))


def _state(strategy: Strategy, carried: set[str], known: set[str]) -> State:
    if not any(use.factor in known for use in strategy.uses):
        return "loose"
    return "concluded" if strategy.id in carried else "open"


def _row(edition: Edition, strategy: Strategy, state: State) -> Row:
    used: list[Inline] = []
    for use in strategy.uses:
        used += [*([", "] if used else []), Ref(one_line(use.factor, 12), anchor("factor", use.factor))]
    name: Line = (Words(one_line(strategy.id, 12), "", strong=True), " ", edition.passage(strategy.text))
    return Row((name, tuple(used) or ("–",), (edition.say(f"tows.{state}"),)))
