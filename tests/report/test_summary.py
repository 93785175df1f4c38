"""The sentences and first steps that leaders read, case by case."""

from dataclasses import replace
from typing import Any

import pytest
from tests.report import city

from tinjau.model import Assessment, LintFinding, NextPhase, Outcome, Severity, Study, Text
from tinjau.observe import UNSEEN
from tinjau.report.content import Edition
from tinjau.report.content.agreement import agreement_block
from tinjau.report.content.next_steps import next_section
from tinjau.report.content.objections import objections_section
from tinjau.report.content.phase import ladder_figure
from tinjau.report.content.priorities import _portfolio
from tinjau.report.content.summary import counted, first_screen
from tinjau.report.content.swot import conclusions_section
from tinjau.report.document import Bullets, Disclosure, Line, Para, Quadrants, Section, Table
from tinjau.texts import percent


def edition(lang: Any = "en", study: Study | None = None, **changes: Any) -> Edition:
    return Edition(replace(city.assessment(), **changes), city.plan(), study or city.study(), lang, city.instruments())


def said(line: Line) -> str:
    return "".join(part if isinstance(part, str) else str(getattr(part, "text", "")) for part in line)


def sentences(each: Edition) -> list[str]:
    bullets = next(block for block in first_screen(each) if isinstance(block, Bullets))
    return [said(line) for line in bullets.items]


def test_the_five_sentences_of_a_whole_city() -> None:
    assert sentences(edition()) == [
        "This report assesses the online services of Kota Arunika (rekaan) from 2,032 pages captured on 20 November "
        "2026 and 1 answer in the study's files.",
        "Its services are in the phase interaction, number 2 of 3. See the phase ladder.",
        "Of 4 criteria, 1 is positive, 1 mixed, 1 negative and 1 not assessed.",
        "The answer is known for 6 of 9 questions; the rest are untested or cannot be told, and do not count as "
        "failures.",
        "Requirements for the phase transaction: 1 not met and 1 untested. First step: Provide payment.",
    ]


def test_a_question_about_every_service_counts_once() -> None:
    known, apply = counted(edition())
    assert (known, apply) == (6, 9)


@pytest.mark.parametrize(
    "changes, place, expected",
    [
        ({"phase": None}, 1, "No phase is given, because no instrument of this study determines one."),
        ({"capture": None}, 0, "its site was not captured"),
        ({"criteria": ()}, 2, "No instrument of this study judges criteria."),
        ({"indicators": ()}, 3, "None of the instruments' questions has been tested."),
    ],
)
def test_what_is_missing_is_said(changes: dict[str, Any], place: int, expected: str) -> None:
    assert expected in sentences(edition(**changes))[place]


def test_untested_requirements_are_to_be_checked_not_mended() -> None:
    whole = city.assessment()
    assert whole.phase is not None
    phase = replace(whole.phase, next=NextPhase("transaction", (), ("tracking",)))
    assert (
        sentences(edition(phase=phase))[4]
        == "Requirements for the phase transaction: 1 untested. Check first: Does the site have tracking?"
    )


def steps(each: Edition) -> list[str]:
    first = next(
        block for block in next_section(each).blocks if isinstance(block, Section) and block.anchor == "first-steps"
    )
    bullets = next(block for block in first.blocks if isinstance(block, Bullets))
    return [said(line) for line in bullets.items]


def test_first_steps_begin_with_the_next_phase_and_name_whom_to_ask() -> None:
    found = steps(edition())
    assert found[0] == "Provide payment.\nBecause this failed: Does the site have payment?\nAsk: Who runs it?"
    assert found[1].startswith("Publish thing 2.")
    assert found[2].startswith("Check: Does the site have tracking?")


def test_nothing_assessed_gives_no_steps_but_says_its_limits() -> None:
    bare: Assessment = replace(city.assessment(), phase=None, indicators=())
    section = next_section(Edition(bare, city.plan(), city.study(), "en", city.instruments()))
    assert [block.anchor for block in section.blocks if isinstance(block, Section)] == ["in-short", "limits"]


def test_outcomes_of_a_card_are_counted_as_given() -> None:
    assert sum(each.outcome is Outcome.PASSED for each in edition().indicators) == 6


def test_the_ladder_says_where_one_stands() -> None:
    figure = ladder_figure(edition())
    assert figure is not None
    rows = [[said(cell) for cell in row.cells] for row in figure.picture.table.rows]
    assert rows == [
        ["1", "Presence", "reached", "not assessed"],
        ["2", "Interaction", "present phase", "not assessed"],
        ["3", "Transaction", "1 not met and 1 untested", "not assessed"],
    ]


def test_a_merged_conclusion_says_what_it_merges() -> None:
    (quadrants,) = (block for block in conclusions_section(edition()).blocks if isinstance(block, Quadrants))
    notes = [said(note) for note in quadrants.cells[0].entries[0].notes]
    assert notes == ["From SO1, WT1", "Answers factors S1, O1", "SO1 and WT1 merged.", "digabung"]


def test_a_long_list_of_objections_says_how_many_more() -> None:
    texts = [Text(f"Keberatan {n}", f"Objection {n}") for n in range(130)]
    many = tuple(LintFinding("one", Severity.NOTICE, each.en, each) for each in texts)
    notices = objections_section(edition(lint=many)).blocks[-1]
    assert isinstance(notices, Section)
    listed = next(block for block in notices.blocks if isinstance(block, Disclosure)).blocks[0]
    assert isinstance(listed, Bullets)
    assert len(listed.items) == 101
    assert said(listed.items[-1]) == "and 30 more; see plan.json"


@pytest.mark.parametrize("lang, words", [("id", "usulan sampai dipastikan penilai"), ("en", "until a person confirms")])
def test_the_first_screen_says_that_findings_of_a_machine_are_proposals(lang: str, words: str) -> None:
    results = city.assessment().indicators
    marked = edition(lang, indicators=tuple(replace(each, proposal=True) for each in results))
    shown = [said(block.line) for block in first_screen(marked) if isinstance(block, Para)]
    assert any(words in each and percent(UNSEEN.recall, marked.lang) in each for each in shown)
    plain = [said(block.line) for block in first_screen(edition(lang)) if isinstance(block, Para)]
    assert not any(words in each for each in plain)


@pytest.mark.parametrize("lang, shown", [("id", "Anggaran hanya 5."), ("en", "The budget is 5 only.")])
def test_why_no_portfolio_keeps_every_limit_is_said_in_words(lang: Any, shown: str) -> None:
    clash = {"constraint": "budget", "about": "", "message": {"id": "Anggaran hanya 5.", "en": "The budget is 5 only."}}
    portfolio = {"infeasible_because": [clash]}
    section = next(each for each in _portfolio(edition(lang), portfolio) if isinstance(each, Section))
    bullets = next(each for each in section.blocks if isinstance(each, Bullets))
    assert [said(line) for line in bullets.items] == [shown]


def test_agreement_is_a_row_for_everything_and_one_for_each_instrument() -> None:
    measured = {"questions": 1200, "percent": 0.815, "alpha": 0.71, "interval": [0.6, 0.79]}
    undefined = {"instrument": "unknown-9", "questions": 3, "percent": 1.0, "alpha": None, "interval": None}
    agreement = {"assessors": ["a", "b"], **measured, "by_instrument": [undefined], "differing": [{}]}
    table = agreement_block(edition("id", agreement=agreement))
    assert isinstance(table, Table)
    assert [[said(cell) for cell in row.cells] for row in table.rows] == [
        ["Seluruhnya", "1.200", "82%", "0,71 (0,6–0,79)"],
        ["unknown-9", "3", "100%", "–"],
    ]
    assert said(table.note).endswith("assessment.json memuat 1 pertanyaan yang jawabannya berbeda.")
    assert isinstance(agreement_block(edition("id", agreement=None)), Para)
