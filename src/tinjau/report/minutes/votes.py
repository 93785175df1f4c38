"""What a vote gave, round by round, as blocks."""

from tinjau.model import Lang
from tinjau.report.document import Block, Bullets, Column, Line, Para, Row, Table, Words
from tinjau.report.hostile import one_line
from tinjau.report.minutes.meeting import Vote, VoteItem, VoteRound
from tinjau.texts import joined, number, percent, say

_SMALLEST_P = 0.001
_CUT = 160  # characters of an item's text in a table


def vote_blocks(vote: Vote, lang: Lang) -> list[Block]:
    """How it was voted, then each round: ballots, agreement, a table, who leads, what was proposed and decided."""
    how = "minutes.rank" if vote.kind == "rank" else f"minutes.{vote.scale}"
    blocks: list[Block] = [
        Para((say(how, lang, low=vote.low, high=vote.high) if how != "minutes.rank" else say(how, lang),))
    ]
    for each in vote.rounds:
        blocks += _round(vote, each, lang)
    if vote.rounds:
        blocks.append(Para((say("minutes.rule", lang, rule=vote.rule),), "note"))
    if vote.reason:
        blocks.append(Para((say("minutes.ended", lang, reason=one_line(vote.reason, 1000)),)))
    return blocks


def _round(vote: Vote, found: VoteRound, lang: Lang) -> list[Block]:
    said = [say("minutes.ballots", lang, n=found.ballots, paper=found.paper)]
    if found.unread:
        said.append(say("minutes.unread", lang, n=found.unread))
    said.append(_agreement(found, lang))
    blocks: list[Block] = [
        Para((Words(say("minutes.round", lang, n=found.number), strong=True),)),
        Para((" ".join(said),)),
        _table(vote, found, lang),
    ]
    if vote.kind != "rating":
        blocks.append(Para((Words(_leader(found, lang), strong=True),)))
    if found.stop == "stop":
        blocks.append(Para((say("minutes.stop", lang),), "note"))
    elif found.stop == "again":
        blocks.append(Para((say("minutes.again", lang),), "note"))
    if found.reasons:
        blocks.append(Para((Words(say("minutes.reasons", lang), strong=True),)))
        blocks.append(Bullets(tuple((Words(one_line(each, 600), ""),) for each in found.reasons)))
    return blocks


def _agreement(found: VoteRound, lang: Lang) -> str:
    if found.w is None or found.p is None:
        return say("minutes.no-w", lang)
    p = f"< {number(_SMALLEST_P, lang, 3)}" if found.p < _SMALLEST_P else number(found.p, lang, 3)
    text = say("minutes.w", lang, w=number(found.w, lang, 2, fixed=True), p=p)
    return text.replace("= <", "<")


def _leader(found: VoteRound, lang: Lang) -> str:
    if found.clear is None:
        return say("minutes.unsure", lang)
    if found.clear:
        return say("minutes.winner", lang, item=found.leaders[0])
    return say("minutes.no-winner", lang, items=joined(found.leaders, lang))


def _table(vote: Vote, found: VoteRound, lang: Lang) -> Table:
    columns = [
        Column(say("minutes.item", lang), part=42),
        Column(say("minutes.n", lang), numeric=True, part=7),
        Column(say("minutes.median", lang), numeric=True, part=11),
        Column(say("minutes.iqr", lang), numeric=True, part=14),
        Column(say(f"minutes.mean-{vote.kind}", lang), numeric=True, part=16),
        Column(say("minutes.place-shared", lang), numeric=True, part=10),
    ]
    moved = any(each.change is not None for each in found.items)
    if moved:
        columns[0] = Column(say("minutes.item", lang), part=32)
        columns.append(Column(say("minutes.change", lang), numeric=True, part=10))
    rows = tuple(Row(_cells(vote, each, lang, moved=moved)) for each in found.items)
    return Table(say("minutes.round-table", lang, n=found.number), tuple(columns), rows)


def _cells(vote: Vote, item: VoteItem, lang: Lang, *, moved: bool) -> tuple[Line, ...]:
    spread = "–"
    if item.lower is not None and item.upper is not None:
        spread = f"{number(item.upper - item.lower, lang)} ({number(item.lower, lang)}–{number(item.upper, lang)})"
    cells: list[Line] = [
        (Words(item.label, strong=True), " ", Words(one_line(item.text, _CUT), "")),
        (number(item.count, lang, 0),),
        (_figure(item.median, lang),),
        (spread,),
        (_mean(vote, item, lang),),
        (_figure(item.rank, lang),),
    ]
    if moved:
        cells.append(("–" if item.change is None else percent(item.change, lang),))
    return tuple(cells)


def _mean(vote: Vote, item: VoteItem, lang: Lang) -> str:
    def shown(value: float) -> str:
        return percent(value, lang, 1) if vote.kind == "weight" else number(value, lang)

    if item.mean is None:
        return "–"
    if item.interval is None:
        return shown(item.mean)
    return f"{shown(item.mean)} ({shown(item.interval[0])}–{shown(item.interval[1])})"


def _figure(value: float | None, lang: Lang) -> str:
    return "–" if value is None else number(value, lang)
