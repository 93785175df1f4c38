"""The minutes of a focus group as neutral blocks, and as a text document."""

from tinjau.model import Lang
from tinjau.report.document import (
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Facts,
    Line,
    Para,
    Row,
    Section,
    Table,
    Words,
)
from tinjau.report.hostile import one_line
from tinjau.report.minutes.meeting import AgendaItem, Decided, Meeting, Part, Proposal
from tinjau.report.minutes.votes import vote_blocks
from tinjau.texts import date, joined, say

_LONGEST = 400  # characters of one text of a person in the minutes; the pages take fewer (project choice)


def minutes_docx(meeting: Meeting, lang: Lang) -> bytes:
    """The minutes as DOCX; the same meeting gives the same bytes."""
    from tinjau.report.word import docx  # python-docx and lxml are needed for this format alone
    from tinjau.report.word.steady import steady  # beside it

    return steady(docx(minutes(meeting, lang)))


def minutes(meeting: Meeting, lang: Lang) -> Document:
    """Everything that was noted, in the order of the agenda, in `lang`; texts of people stay as they wrote them."""
    parts = [_part(number, each, lang) for number, each in enumerate(meeting.parts, start=1)]
    return Document(
        lang=lang,
        kicker=say("minutes.kicker", lang),
        title=one_line(meeting.title, 200),
        title_lang="",
        subtitle=(Words(one_line(meeting.government, 200), ""),),
        meta=(),
        first=_first(meeting, lang),
        sections=(_people(meeting, lang), _agenda(meeting.agenda, lang), *parts, *_last(meeting, lang)),
        footer=(say("minutes.footer", lang),),
        draft=not meeting.closed,
        first_title=say("minutes.first", lang),
    )


def _first(meeting: Meeting, lang: Lang) -> tuple[Block, ...]:
    ended = meeting.ended[11:16]
    when = date(meeting.started, lang) if meeting.started else date(meeting.date, lang)
    if ended:
        when = say("minutes.until", lang, date=when, ended=ended.replace(":", ".") if lang == "id" else ended)
    facts: list[tuple[str, Line]] = [
        (say("minutes.when", lang), (when or say("minutes.unsaid", lang),)),
        (say("minutes.place", lang), _said(meeting.place, lang)),
        (say("minutes.purpose", lang), _said(meeting.purpose, lang)),
        (say("minutes.facilitator", lang), _said(meeting.facilitator, lang)),
        (say("minutes.study", lang), _said(meeting.cycle, lang)),
    ]
    blocks: list[Block] = [Facts(tuple(facts))]
    if meeting.invented:
        text = (Para((say("minutes.invented", lang),)),)
        blocks.insert(0, Callout("caution", say("minutes.kicker", lang), text))
    if not meeting.closed:
        blocks.append(Para((say("minutes.running", lang),), "note"))
    present = say("minutes.present", lang, n=len(meeting.codes), paper=len(meeting.paper))
    return (*blocks, Para((present,)))


def _people(meeting: Meeting, lang: Lang) -> Section:
    codes = [*meeting.codes, *meeting.paper]
    blocks: list[Block] = [Para((Words(f"{say('minutes.codes', lang)}: ", quiet=True), ", ".join(codes) or "–"))]
    if meeting.names:
        blocks.append(Para((Words(say("minutes.names", lang), strong=True),)))
        blocks.append(Bullets(tuple((Words(one_line(each, 80), ""),) for each in meeting.names), ordered=True))
        blocks.append(Para((say("minutes.apart", lang),), "note"))
    return Section("people", say("minutes.people", lang), tuple(blocks))


def _agenda(agenda: tuple[AgendaItem, ...], lang: Lang) -> Section:
    columns = (
        Column(say("minutes.step", lang), part=60),
        Column(say("minutes.opened", lang), part=20),
        Column(say("minutes.closed", lang), part=20),
    )
    rows = tuple(
        Row(
            (
                (f"{number}. {one_line(each.title, 120)}",),
                (_clock(each.opened, lang) or say("minutes.not-held", lang),),
                (_clock(each.closed, lang) or "–",),
            )
        )
        for number, each in enumerate(agenda, start=1)
    )
    title = say("minutes.agenda", lang)
    return Section("agenda", title, (Table(title, columns, rows),))


def _part(number: int, part: Part, lang: Lang) -> Section:
    blocks: list[Block] = []
    if part.note:
        blocks.append(Para((Words(one_line(part.note, 2000), ""),)))
    if part.mergers:
        blocks.append(Para((say("minutes.mergers", lang, n=part.mergers),)))
    if part.kind in {"collect", "tows"}:
        blocks += _proposals(part, lang)
    if part.vote is not None:
        blocks += vote_blocks(part.vote, lang)
    if part.kind == "decide":
        blocks += _decisions(part.decisions, lang)
    return Section(f"step-{number}", f"{number}. {one_line(part.title, 120)}", tuple(blocks) or (_nothing(lang),))


def _proposals(part: Part, lang: Lang) -> list[Block]:
    blocks: list[Block] = []
    strategies = any(len(each.box) > 1 for each in part.proposals)
    if part.proposals:
        caption = say("minutes.strategies" if strategies else "minutes.factors", lang)
        columns = (Column(say("minutes.box", lang), part=14), Column(say("minutes.text", lang), part=86))
        rows = tuple(Row(((each.label or each.box,), _worded(each, lang))) for each in part.proposals)
        blocks.append(Table(caption, columns, rows))
    else:
        blocks.append(_nothing(lang))
    if part.removed:
        blocks.append(Para((Words(say("minutes.removed", lang), strong=True),)))
        lines = (
            say("minutes.removed-why", lang, box=each.box, reason=one_line(each.reason, _LONGEST))
            for each in part.removed
        )
        blocks.append(Bullets(tuple((each,) for each in lines)))
    return blocks


def _worded(each: Proposal, lang: Lang) -> Line:
    line: list[Words | str] = [Words(one_line(each.text, _LONGEST), "")]
    if each.from_study:
        line.append(Words(f" ({say('minutes.from-study', lang)})", quiet=True))
    if each.uses:
        line.append(Words(f" {say('minutes.uses', lang, factors=', '.join(each.uses))}.", quiet=True))
    if each.merged:
        texts = "; ".join(f"“{one_line(one, _LONGEST)}”" for one in each.merged)
        line.append(Words(f" {say('minutes.merged', lang, texts=texts)}", quiet=True))
    return tuple(line)


def _decisions(decisions: tuple[Decided, ...], lang: Lang) -> list[Block]:
    if not decisions:
        return [_nothing(lang)]
    lines: list[Line] = []
    for each in decisions:
        line: list[Words | str] = [Words(one_line(each.text, 1000), "")]
        if each.strategies:
            line.append(Words(f" {say('minutes.on', lang, strategies=joined(each.strategies, lang))}.", quiet=True))
        if each.why:
            line.append(Words(f" {say('minutes.because', lang, why=one_line(each.why, 1000))}", quiet=True))
        lines.append(tuple(line))
    return [Bullets(tuple(lines), ordered=True)]


def _last(meeting: Meeting, lang: Lang) -> list[Section]:
    sections = []
    if meeting.corrections:
        lines = tuple((Words(one_line(each, _LONGEST), ""),) for each in meeting.corrections)
        sections.append(Section("corrections", say("minutes.corrections", lang), (Bullets(lines),)))
    columns = (
        Column(say("minutes.role", lang), part=24),
        Column(say("minutes.name", lang), part=38),
        Column(say("minutes.sign", lang), part=38),
    )
    rows = tuple(
        Row(((say(each, lang),), (name,), ("\n", "\n")))
        for each, name in (
            ("minutes.facilitator", one_line(meeting.facilitator, 150)),
            ("minutes.secretary", ""),
            ("minutes.witness", ""),
        )
    )
    title = say("minutes.signatures", lang)
    return [*sections, Section("signatures", title, (Table(title, columns, rows),))]


def _said(text: str, lang: Lang) -> Line:
    return (Words(one_line(text, 2000), ""),) if text else (Words(say("minutes.unsaid", lang), quiet=True),)


def _clock(moment: str, lang: Lang) -> str:
    clock = moment[11:16]
    return clock.replace(":", ".") if lang == "id" else clock


def _nothing(lang: Lang) -> Para:
    return Para((say("minutes.nothing", lang),))
