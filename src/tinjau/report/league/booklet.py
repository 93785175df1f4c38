"""The ministry's booklet: the league, what stands apart, and the spread by kind, province and size."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from tinjau.model import Lang
from tinjau.report.content.reasons import reason_words
from tinjau.report.document import (
    Block,
    Bullets,
    Column,
    Document,
    Figure,
    Line,
    Mark,
    Para,
    Row,
    Section,
    Table,
    Words,
)
from tinjau.report.hostile import one_line
from tinjau.report.league.rows import LeagueRow, rank_of
from tinjau.report.pictures.ranks import RankRow, rank_intervals
from tinjau.texts import integer, number, percent, say

_FEWEST, _PICTURED, _PARTS = 3, 30, 20  # governments that make a picture, of one picture, and pictures (project choice)
_SMALL, _MEDIUM = 20, 100  # pages; project choice, to show whether small sites fare otherwise


def booklet(
    rows: Sequence[LeagueRow],
    lang: Lang,
    version: str,
    titles: Mapping[str, str],
    phases: Mapping[str, str],
    *,
    draft: bool = True,
    official: bool = False,
) -> Document:
    """The booklet in `lang`. `titles` name criteria and `phases` phases, by id; the order of the rows is kept.

    `draft` marks it; `official` says that ranks follow an index that the instrument's regulation gives.
    """
    whole = [row for row in rows if row.complete]
    apart = [row for row in rows if not row.complete]
    sections = [_table_section(whole, lang, titles, phases)]
    if apart:
        sections.append(_apart_section(apart, lang, phases))
    sections += [
        _spread("league.by-kind", rows, _kind_of, lang, phases),
        _spread("league.by-province", rows, lambda row, _: row.province, lang, phases),
        _spread("league.by-size", rows, _size_of, lang, phases),
    ]
    done, n = len(whole), len(rows)
    note = say("league.official" if official else "league.no-sum", lang)
    return Document(
        lang=lang,
        kicker=say("league.kicker", lang),
        title=say("league.title", lang, n=n),
        title_lang=None,
        subtitle=(say("league.assessed", lang, done=done, n=n, rest=n - done),),
        meta=(),
        first=(Para((note,)), Bullets(_phase_lines(rows, lang, phases))),
        sections=tuple(each for each in sections if each.blocks),
        footer=(say("league.footer", lang, version=version),),
        draft=draft,
        first_title=say("league.first", lang),
    )


def _phase_lines(rows: Sequence[LeagueRow], lang: Lang, phases: Mapping[str, str]) -> tuple[Line, ...]:
    counted = Counter(row.phase for row in rows)
    order = [*phases, None]
    return tuple(
        (Words(_phase(each, lang, phases), strong=True), ": ", say("league.phase-count", lang, n=counted[each]))
        for each in order
        if counted[each]
    )


def _table_section(
    rows: Sequence[LeagueRow], lang: Lang, titles: Mapping[str, str], phases: Mapping[str, str]
) -> Section:
    names = [name for name in titles if any(name in row.criteria for row in rows)]
    columns = (
        Column(say("league.government", lang)),
        Column(say("league.rank", lang), numeric=True, narrow=True),
        Column(say("league.phase", lang)),
        *(Column(titles[name], narrow=True) for name in names),
        Column(say("league.coverage", lang), numeric=True, narrow=True),
    )
    table = Table(
        say("league.table", lang),
        columns,
        tuple(
            Row(
                (
                    (Words(one_line(row.name, 120), ""),),
                    (rank_of(row, lang),),
                    (_phase(row.phase, lang, phases),),
                    *((_verdict(row.criteria.get(name), lang),) for name in names),
                    ("–" if row.coverage is None else percent(row.coverage, lang),),
                ),
                anchor=f"g-{row.id}",
            )
            for row in rows
        ),
        wide=True,
    )
    return Section("league", say("league.table", lang), (*_pictures(rows, lang), table) if rows else ())


def _pictures(rows: Sequence[LeagueRow], lang: Lang) -> list[Block]:
    """The ranks as intervals, some thirty governments a picture, all on one scale."""
    if not _FEWEST <= len(rows) <= _PICTURED * _PARTS:
        return []
    places = max(row.rank[1] for row in rows)
    parts = [rows[start : start + _PICTURED] for start in range(0, len(rows), _PICTURED)]
    made: list[Block] = []
    for number_of, part in enumerate(parts, 1):
        shown = [RankRow(one_line(row.name, 60), row.rank, rank_of(row, lang)) for row in part]
        title = say("league.ranks", lang, part=number_of, parts=len(parts))
        heads = (Column(say("league.government", lang)), Column(say("league.rank", lang), numeric=True))
        table = Table(title, heads, tuple(Row(((row.name,), (row.written,))) for row in shown))
        described = say("league.ranks-desc", lang, n=len(shown), places=places)
        words = (say("league.government", lang), say("league.ranks-scale", lang), say("league.rank", lang))
        drawn = rank_intervals(shown, places, words, title, described, table, f"ranks-{number_of}")
        made.append(Figure(drawn, (say("league.ranks-note", lang),)))
    return made


def _apart_section(rows: Sequence[LeagueRow], lang: Lang, phases: Mapping[str, str]) -> Section:
    columns = tuple(Column(say(f"league.{name}", lang)) for name in ("government", "rank", "phase", "pages", "reason"))
    table = Table(
        say("league.apart", lang),
        columns,
        tuple(
            Row(
                (
                    (Words(one_line(row.name, 120), ""),),
                    (rank_of(row, lang),),
                    (_phase(row.phase, lang, phases),),
                    (integer(row.pages, lang),),
                    tuple(reason_words(lang, row.reason, 200)) or ("–",),
                )
            )
            for row in rows
        ),
        wide=True,
    )
    return Section("apart", say("league.apart", lang), (table,), lead=(say("league.apart-lead", lang),))


def _spread(
    title: str,
    rows: Sequence[LeagueRow],
    group: Callable[[LeagueRow, Lang], str],
    lang: Lang,
    phases: Mapping[str, str],
) -> Section:
    """How many governments of each group are in each phase; nothing where all are in one group."""
    groups: dict[str, Counter[str | None]] = {}
    for row in rows:
        groups.setdefault(group(row, lang) or say("league.unstated", lang), Counter())[row.phase] += 1
    if len(groups) < 2:
        return Section(title.removeprefix("league."), say(title, lang), ())
    shown = [each for each in (*phases, None) if any(counts[each] for counts in groups.values())]
    columns = (
        Column(say("league.group", lang)),
        Column(say("league.count", lang), numeric=True),
        *(Column(_phase(each, lang, phases), numeric=True) for each in shown),
    )
    lines = tuple(
        Row(
            (
                (name,),
                (integer(sum(counts.values()), lang),),
                *((integer(counts[each], lang),) for each in shown),
            )
        )
        for name, counts in sorted(groups.items())
    )
    table = Table(say(title, lang), columns, lines)
    return Section(title.removeprefix("league."), say(title, lang), (table,))


def _kind_of(row: LeagueRow, lang: Lang) -> str:
    return say(f"league.{row.kind}", lang) if row.kind else ""


def _size_of(row: LeagueRow, lang: Lang) -> str:
    size = "small" if row.pages <= _SMALL else "medium" if row.pages <= _MEDIUM else "large"
    return say(f"league.pages-{size}", lang)


def _phase(phase: str | None, lang: Lang, phases: Mapping[str, str]) -> str:
    return say("letter.no-phase", lang).rstrip(".") if phase is None else phases.get(phase, phase)


def _verdict(value: str | float | None, lang: Lang) -> Mark | str:
    if isinstance(value, float):
        return number(value, lang)
    written = value or "none"
    return Mark("verdict", written, say(f"verdict.{written}", lang))
