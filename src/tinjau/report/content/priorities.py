"""What people's judgements make of the strategies: weights, position, order and how sure it is, cost and portfolio."""

from collections.abc import Mapping, Sequence
from typing import Any

from tinjau.report.anchors import anchor
from tinjau.report.content.edition import Edition
from tinjau.report.content.naming import named
from tinjau.report.content.spreads import rating_spread
from tinjau.report.content.tables import columns
from tinjau.report.document import Block, Bullets, Callout, Facts, Figure, Inline, Line, Para, Ref, Row, Section, Table
from tinjau.report.hostile import one_line
from tinjau.report.pictures.acceptability import AcceptabilityRow, rank_acceptability
from tinjau.report.pictures.intervals import IntervalRow, interval_rows
from tinjau.report.pictures.quadrant import PLACES, swot_quadrant
from tinjau.report.pictures.scatter import impact_effort
from tinjau.texts import number, percent

_LATER = 3  # ranks shown one by one; the rest are summed as "later"
_FEWEST = 2  # points that make a comparison
_PICTURED = 30  # rows that a picture keeps readable (project choice)


def priorities_section(edition: Edition) -> Section:
    """Everything that judgements and costs say; one sentence while nobody gave any."""
    title = edition.say("section.priorities")
    found, portfolio = edition.plan.priorities, edition.plan.portfolio
    if not found and not portfolio:
        return Section("priorities", title, (Para((edition.say("priorities.none"),)),))
    blocks: list[Block] = []
    if (found or {}).get("illustrative") or (portfolio or {}).get("illustrative"):
        note = (Para((edition.say("priorities.illustrative"),)),)
        blocks.append(Callout("caution", edition.say("priorities.illustrative-title"), note))
    if found:
        for part in (_position, _order, _weights, _effort):
            blocks += part(edition, found)
    if portfolio:
        blocks += _portfolio(edition, portfolio)
    lead: Line = (edition.say("priorities.lead", n=int(found.get("raters", 0))),) if found else ()
    return Section("priorities", title, tuple(blocks), lead)


def _items(found: Mapping[str, Any], key: str) -> Sequence[Mapping[str, Any]]:
    part = found.get(key)
    return part.get("items", ()) if isinstance(part, Mapping) else ()


def _interval(edition: Edition, item: Mapping[str, Any]) -> str:
    interval = item.get("interval")
    if not interval:
        return edition.say("word.unknown")
    return " – ".join(number(float(each), edition.lang, 3, fixed=True) for each in interval)


def _ref(kind: str, name: str) -> Ref:
    return Ref(one_line(name, 40), anchor(kind, name))


def _position(edition: Edition, found: Mapping[str, Any]) -> list[Block]:
    position = found.get("position")
    if not isinstance(position, Mapping) or "x" not in position:
        return []
    chances = position.get("probability") or {}
    shares = {each: float(chances.get(each, 0.0)) for each in PLACES}
    quadrants = {
        each: (edition.say(f"quadrant.{each}"), share, percent(share, edition.lang)) for each, share in shares.items()
    }
    rows = tuple(Row(((words,), (written,))) for words, _, written in quadrants.values())
    table = Table(
        edition.say("table.quadrant"), columns(edition, "quadrant", "probability", numeric=("probability",)), rows
    )
    x, y = float(position["x"]), float(position["y"])
    point = edition.say("priorities.point", x=number(x, edition.lang), y=number(y, edition.lang))
    description = "; ".join([point, *(f"{words}: {written}" for words, _, written in quadrants.values())])
    title = edition.say("picture.quadrant")
    drawn = swot_quadrant((x, y), max(abs(x), abs(y)) * 1.4, quadrants, title, description, table, "quadrant")
    key = "priorities.determined" if position.get("determined") else "priorities.undetermined"
    quadrant = str(position.get("quadrant") or "")
    name = edition.say(f"quadrant.{quadrant}") if quadrant in PLACES else edition.say("word.unknown")
    lead: Line = (edition.say(key, quadrant=name, share=percent(shares.get(quadrant, 0.0), edition.lang)),)
    figure = Figure(drawn, (edition.say("picture.quadrant-note"),))
    return [Section("position", edition.say("section.position"), (figure,), lead, level=3)]


def _order(edition: Edition, found: Mapping[str, Any]) -> list[Block]:
    items = _items(found, "strategies")
    if not items:
        return []
    texts = {each.id: each.text for each in edition.plan.strategies}
    rows = []
    for item in items:
        name = str(item["id"])
        first: list[Inline] = [_ref("strategy", name)]
        if name in texts:
            first += [" ", edition.passage(texts[name])]
        shares = [percent(each, edition.lang) for each in _four(item)]
        score = number(float(item["score"]), edition.lang, 3, fixed=True)
        rows.append(
            Row(
                (
                    tuple(first),
                    (str(item.get("rank") or "–"),),
                    (score,),
                    (_interval(edition, item),),
                    *((each,) for each in shares),
                )
            )
        )
    heads = columns(
        edition, "strategy", "rank", "score", "interval", "first", "second", "third", "later",
        numeric=("score", "first", "second", "third", "later"), parts=(20, 15, 10, 15, 10, 10, 10, 10),
    )  # fmt: skip
    table = Table(edition.say("table.order"), heads, tuple(rows), wide=True)
    blocks: list[Block] = []
    if len(items) <= _PICTURED:
        blocks.append(_acceptability(edition, items, table))
    return [
        Section("order", edition.say("section.order"), (*blocks, table), (edition.say("priorities.order"),), level=3)
    ]


def _four(item: Mapping[str, Any]) -> tuple[float, float, float, float]:
    shares = [float(each) for each in item.get("acceptability", ())]
    first, second, third = (*shares[:_LATER], 0.0, 0.0, 0.0)[:_LATER]
    return first, second, third, sum(shares[_LATER:])


def _acceptability(edition: Edition, items: Sequence[Mapping[str, Any]], table: Table) -> Figure:
    rows = []
    for item in items:
        shares = _four(item)
        one, two, three, four = (percent(each, edition.lang) for each in shares)
        rows.append(AcceptabilityRow(str(item["id"]), shares, (one, two, three, four)))
    legend = (
        edition.say("column.first"),
        edition.say("column.second"),
        edition.say("column.third"),
        edition.say("column.later"),
    )
    description = "; ".join(f"{row.name}: {', '.join(row.written)}" for row in rows)
    drawn = rank_acceptability(rows, legend, edition.say("picture.acceptability"), description, table, "acceptability")
    return Figure(drawn, (edition.say("picture.acceptability-note"),), beside=True)


def _weights(edition: Edition, found: Mapping[str, Any]) -> list[Block]:
    items = _items(found, "factors")
    if not items:
        return []
    texts = {each.id: each.text for each in edition.plan.factors}
    ratings = {str(each["id"]): each for each in _items(found, "ratings")}
    rows, drawn_rows = [], []
    for item in items:
        name = str(item["id"])
        first: list[Inline] = [_ref("factor", name)]
        if name in texts:
            first += [" ", edition.passage(texts[name])]
        weight, rank = float(item["weight"]), str(item.get("rank") or "–")
        rating = ratings.get(name)
        rated = number(float(rating["mean"]), edition.lang) if rating else edition.say("word.unknown")
        written = number(weight, edition.lang, 3, fixed=True)
        rows.append(Row((tuple(first), (rank,), (written,), (_interval(edition, item),), (rated,))))
        low_high = item.get("interval")
        interval = (float(low_high[0]), float(low_high[1])) if low_high else None
        label = f"{name} {edition.passage(texts[name]).text}" if name in texts else name
        drawn_rows.append(IntervalRow(label, weight, interval, rank, written))
    heads = columns(
        edition,
        "factor",
        "rank",
        "weight",
        "interval",
        "rating",
        numeric=("weight", "rating"),
        parts=(40, 15, 15, 15, 15),
    )
    table = Table(edition.say("table.weights"), heads, tuple(rows))
    blocks: list[Block] = []
    if len(items) <= _PICTURED:
        headings = ("#", edition.say("column.factor"), edition.say("column.weight"))
        description = "; ".join(f"{row.name}: {row.written}" for row in drawn_rows)
        drawn = interval_rows(drawn_rows, headings, edition.say("picture.weights"), description, table, "weights")
        blocks.append(Figure(drawn, (edition.say("picture.weights-note"),), beside=True))
    title = edition.say("section.weights")
    parts: list[Block] = [Section("weights", title, (*blocks, table), _agreement(edition, found), level=3)]
    spread = rating_spread(edition, [str(each["id"]) for each in items], _rated(edition))
    if spread:
        parts.append(Section("rating-spread", edition.say("picture.spread-ratings"), spread, level=3))
    return parts


def _rated(edition: Edition) -> tuple[float, float] | None:
    """The scale on which factors were rated, where the study states it."""
    stated = edition.study.options.get("ratings")
    low, high = (stated.get("low"), stated.get("high")) if isinstance(stated, Mapping) else (None, None)
    if isinstance(low, int | float) and isinstance(high, int | float) and low < high:
        return float(low), float(high)
    return None


def _agreement(edition: Edition, found: Mapping[str, Any]) -> Line:
    agreement = (found.get("factors") or {}).get("agreement") or {}
    w = agreement.get("w")
    if not isinstance(w, int | float):
        return ()
    return (edition.say("priorities.agreement", w=number(float(w), edition.lang), n=int(agreement.get("raters", 0))),)


def _effort(edition: Edition, found: Mapping[str, Any]) -> list[Block]:
    costs = edition.study.options.get("costs")
    items = _items(found, "strategies")
    if not isinstance(costs, Mapping):
        return []
    points = [
        (str(item["id"]), float(costs[item["id"]]), float(item["score"]))
        for item in items
        if isinstance(costs.get(item["id"]), int | float)
    ]
    if not _FEWEST <= len(points) <= _PICTURED:
        return []
    rows = tuple(
        Row(
            ((_ref("strategy", name),), (number(effort, edition.lang),), (number(impact, edition.lang, 3, fixed=True),))
        )
        for name, effort, impact in points
    )
    heads = columns(edition, "strategy", "cost", "score", numeric=("cost", "score"))
    table = Table(edition.say("table.effort"), heads, rows)
    ends = (
        number(max(each for _, each, _ in points), edition.lang),
        number(max(each for _, _, each in points), edition.lang),
    )
    axes = (edition.say("column.cost"), edition.say("column.score"))
    description = "; ".join(
        f"{name}: {number(effort, edition.lang)}, {number(impact, edition.lang)}" for name, effort, impact in points
    )
    drawn = impact_effort(points, axes, ends, edition.say("picture.effort"), description, table, "effort")
    return [
        Section(
            "effort", edition.say("section.effort"), (Figure(drawn, (edition.say("picture.effort-note"),)),), level=3
        )
    ]


def _portfolio(edition: Edition, portfolio: Mapping[str, Any]) -> list[Block]:
    blocks: list[Block] = []
    clashes = portfolio.get("infeasible_because")
    if clashes:
        told = tuple((one_line(each["message"][edition.lang], 400),) for each in clashes)
        blocks += [Para((edition.say("portfolio.infeasible"),)), Bullets(told)]
    pairs: list[tuple[str, Line]] = [
        (edition.say(f"portfolio.{key}"), _refs(edition, portfolio.get(key) or ()))
        for key in ("core", "interchangeable", "serious", "without_cost")
        if portfolio.get(key)
    ]
    cost = portfolio.get("cost")
    if isinstance(cost, int | float):
        pairs.append((edition.say("portfolio.cost"), (number(float(cost), edition.lang),)))
    budget = edition.study.options.get("budget")
    if isinstance(budget, int | float):
        pairs.append((edition.say("portfolio.budget"), (number(float(budget), edition.lang),)))
    optimal = portfolio.get("optimal") or ()
    if optimal:
        pairs.append((edition.say("portfolio.optimal"), (str(len(optimal)),)))
    if pairs:
        blocks.append(Facts(tuple(pairs)))
    return [
        Section("portfolio", edition.say("section.portfolio"), tuple(blocks), (edition.say("portfolio.lead"),), level=3)
    ]


def _refs(edition: Edition, names: Sequence[Any]) -> Line:
    parts: list[Inline] = []
    for each in names:
        parts += [*([", "] if parts else []), named(edition, str(each))]
    return tuple(parts)
