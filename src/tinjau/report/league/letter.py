"""A government's letter: its own result, what the next phase needs, and how to object."""

from collections.abc import Mapping, Sequence
from typing import Any

from tinjau.model import Lang
from tinjau.report.document import Block, Bullets, Code, Column, Document, Line, Mark, Para, Row, Section, Table, Words
from tinjau.report.hostile import one_line
from tinjau.report.league.rows import LeagueRow, rank_of
from tinjau.texts import integer, number, percent, say


def letter(
    row: LeagueRow,
    assessment: Mapping[str, Any],
    total: int,
    lang: Lang,
    titles: Mapping[str, str],
    phases: Mapping[str, str],
    questions: Mapping[str, str],
    *,
    draft: bool = True,
    ranked: bool = True,
    official: bool = False,
) -> Document:
    """The letter of one government in `lang`, from its assessment.json and its place in the league.

    With `ranked` false it tells no rank (a draft that goes out before anything is published).
    `titles`, `phases` and `questions` name criteria, phases and indicators by id.
    """
    phase = assessment["phase"]
    sections = [_criteria(assessment, lang, titles)]
    if phase and phase["next"]:
        sections.append(_next(phase["next"], lang, phases, questions))
    sections.append(_reply(assessment, lang))
    return Document(
        lang=lang,
        kicker=say("letter.kicker", lang),
        title=one_line(row.name, 200) or row.id,
        title_lang="",
        subtitle=(),
        meta=(),
        first=_first(row, total, lang, phases, ranked=ranked, official=official),
        sections=tuple(sections),
        footer=(say("league.footer", lang, version=one_line(str(assessment["tinjau_version"]), 40)),),
        draft=draft,
        first_title=say("letter.first", lang),
    )


def _first(
    row: LeagueRow, total: int, lang: Lang, phases: Mapping[str, str], *, ranked: bool, official: bool
) -> tuple[Block, ...]:
    phase = (
        say("letter.phase", lang, phase=phases.get(row.phase, row.phase)) if row.phase else say("letter.no-phase", lang)
    )
    if not ranked:
        return (Para((phase,), "lead"), Para((say("letter.rank-later", lang),), "note"))
    rank = rank_of(row, lang)
    place = "letter.place" if row.complete else "letter.not-complete"
    where = say(place, lang, n=total, rank=rank) if row.complete else say(place, lang, rank=rank)
    note = say("league.official" if official else "league.no-sum", lang)
    return (Para((phase,), "lead"), Para((where,)), Para((note,), "note"))


def _criteria(assessment: Mapping[str, Any], lang: Lang, titles: Mapping[str, str]) -> Section:
    rows = [
        Row(
            (
                (titles[each["id"]],),
                (_verdict(each, lang),),
                (percent(each["coverage"], lang),),
                (each["statement"].get(lang) or each["statement"]["en"],),
            )
        )
        for each in assessment["criteria"]
        if each["id"] in titles
    ]
    columns = (
        Column(say("column.criterion", lang), part=18),
        Column(say("column.verdict", lang), part=16),
        Column(say("league.coverage", lang), numeric=True, part=10),
        Column(say("letter.says", lang), part=56),
    )
    return Section(
        "criteria", say("letter.criteria", lang), (Table(say("letter.criteria", lang), columns, tuple(rows)),)
    )


def _verdict(criterion: Mapping[str, Any], lang: Lang) -> Mark | str:
    if criterion["verdict"]["value"] is None and criterion["score"] is not None:
        return number(criterion["score"], lang)
    value = criterion["verdict"]["value"] or "none"
    return Mark("verdict", value, say(f"verdict.{value}", lang))


def _next(step: Mapping[str, Any], lang: Lang, phases: Mapping[str, str], questions: Mapping[str, str]) -> Section:
    blocks: list[Block] = [Para((Words(phases.get(step["id"], step["id"]), strong=True),))]
    for name in ("missing", "untested"):
        lines: Sequence[Line] = [(questions.get(each, each),) for each in step[name]]
        blocks.append(Para((Words(say(f"letter.{name}", lang), strong=True),)))
        blocks.append(Bullets(tuple(lines) or ((say("letter.nothing", lang),),)))
    return Section("steps", say("letter.next", lang), tuple(blocks))


def _reply(assessment: Mapping[str, Any], lang: Lang) -> Section:
    blocks: list[Block] = [Para((say("letter.reply-text", lang),))]
    capture = assessment["capture"]
    if capture:
        before, after = say("letter.archive", lang, digest="|", pages=integer(capture["pages"], lang)).split("|", 1)
        blocks.append(Para((before, Code(str(capture["sha256"])), after), "note"))
    return Section("reply", say("letter.reply", lang), tuple(blocks))
