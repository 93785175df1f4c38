"""Which pictures a report and a comparison draw, and which they refuse to draw because they would mislead."""

import io
import re
from dataclasses import replace
from typing import Any

import docx as python_docx
import pypdfium2
import pytest
from tests.report import city
from tests.report.test_comparison import side
from tests.report.test_hostile import check

from tinjau.model import Assessment, Instrument, Judgement, Lang, Plan, Study
from tinjau.report import comparison_file, comparison_page, html_report
from tinjau.report.content.comparison import shared_places
from tinjau.scoring.comparing import compare

SCALE = {"min": 1, "max": 5, "whole": True}


def scored(scale: object, scores: tuple[float | None, ...]) -> tuple[Assessment, Instrument]:
    """The city judged by scores, with questions that state this scale."""
    pack = city.criteria_pack()
    indicators = tuple(replace(each, extra={**each.extra, "scale": scale}) for each in pack.indicators)
    whole = city.assessment()
    criteria = tuple(
        replace(each, score=score, verdict=None) for each, score in zip(whole.criteria, scores, strict=False)
    )
    results = whole.indicators
    answered = {each.id for each in results}
    asked = [f"{each.id}-1" for each in pack.criteria if f"{each.id}-1" not in answered]
    more = tuple(replace(results[0], id=name, criterion=name.removesuffix("-1")) for name in asked)
    return replace(whole, criteria=criteria, indicators=(*results, *more)), replace(pack, indicators=indicators)


def page(
    assessment: Assessment, packs: tuple[Instrument, ...], plan: Plan | None = None, study: Study | None = None
) -> str:
    made = html_report(assessment, plan or city.plan(), study or city.study(), "en", packs)
    check(made)
    return made


def test_a_radar_is_drawn_on_the_scale_that_questions_state() -> None:
    assessment, pack = scored(SCALE, (3.3, 2.5, None, 4.0))
    made = page(assessment, (pack, city.ladder_pack()))
    assert "picture-radar-1-title" in made
    assert "score 3.3" in made


@pytest.mark.parametrize(
    ("scale", "scores"), [(None, (3.3, 2.5, 1.0, 4.0)), ({"min": 1, "max": 3}, (3.3, 2.5, 1.0, 4.0))]
)
def test_a_radar_without_a_scale_is_refused_with_the_reason(scale: object, scores: tuple[float, ...]) -> None:
    assessment, pack = scored(scale, scores)
    made = page(assessment, (pack, city.ladder_pack()))
    assert "picture-radar" not in made
    assert "a radar without a scale misleads" in made


def test_questions_on_two_scales_share_no_radar() -> None:
    assessment, pack = scored(SCALE, (3.3, 2.5, 2.0, 4.0))
    first, *rest = pack.indicators
    mixed = replace(pack, indicators=(replace(first, extra={"scale": {"min": 0, "max": 100}}), *rest))
    assert "picture-radar" not in page(assessment, (mixed, city.ladder_pack()))


def test_verdicts_alone_call_for_no_radar() -> None:
    made = page(city.assessment(), city.instruments())
    assert "radar" not in made


def spread(values: dict[str, dict[str, str]]) -> Assessment:
    differing = [
        {"instrument": "four", "indicator": name, "unit": "", "values": given, "decided": None, "by": ""}
        for name, given in values.items()
    ]
    agreement: dict[str, Any] = {"percent": 0.5, "alpha": 0.4, "questions": 9, "differing": differing}
    return replace(city.assessment(), agreement=agreement)


def test_differing_answers_are_spread_on_their_scale_with_a_median() -> None:
    assessment, pack = scored(SCALE, (None, None, None, None))
    given = {"transparency-1": {"A": "2", "B": "4", "C": "5"}, "transparency-2": {"A": "1", "B": "2"}}
    assessment = replace(assessment, agreement=spread(given).agreement)
    made = page(assessment, (pack, city.ladder_pack()))
    picture = re.search(r"<svg[^>]*picture-spread-1-title.*?</svg>", made, re.DOTALL)
    assert picture is not None
    assert picture.group().count("<circle") == 5
    assert picture.group().count("<polygon") == 2
    assert "3; 4" in picture.group()
    assert "2, 4, 5" in made


def test_answers_in_words_have_no_median() -> None:
    made = page(spread({"transparency-1": {"A": "yes", "B": "no", "C": "no"}}), city.instruments())
    picture = re.search(r"<svg[^>]*picture-spread-1-title.*?</svg>", made, re.DOTALL)
    assert picture is not None
    assert picture.group().count("<circle") == 3
    assert "<polygon" not in picture.group()
    assert "3 people" in picture.group()


def test_services_and_strategies_are_drawn_with_their_numbers() -> None:
    made = page(city.assessment(), city.instruments())
    for name in ("matrix", "tows"):
        assert f"picture-{name}-title" in made
    matrix = re.search(r"<svg[^>]*picture-matrix-title.*?</svg>", made, re.DOTALL)
    assert matrix is not None
    assert re.search(r">\d+/\d+<", matrix.group())


def test_ratings_are_spread_only_with_two_raters() -> None:
    plan, study = city.plan(), city.study()
    names = [each.id for each in plan.factors][:2]
    items = [{"id": name, "weight": 0.5, "interval": None, "rank": 1} for name in names]
    plan = replace(plan, priorities={"raters": 2, "factors": {"items": items}})
    one = tuple(Judgement("A", name, "rating", "3") for name in names)
    two = (*one, Judgement("B", names[0], "rating", "1"), Judgement("B", names[0], "rating", "2", "2"))
    packs = city.instruments()
    assert "rating-spread" not in page(city.assessment(), packs, plan, replace(study, judgements=one))
    made = page(city.assessment(), packs, plan, replace(study, judgements=two))
    picture = re.search(r"<svg[^>]*picture-spread-ratings-title.*?</svg>", made, re.DOTALL)
    assert picture is not None
    assert picture.group().count("<circle") == 2
    assert "2; 2.5" in picture.group()  # the last round counts


def numbered(name: str, scores: dict[str, float | None], version: str = "1.0.0") -> dict[str, Any]:
    document = side(name, {}, version)
    document["criteria"] = [
        {"instrument": "four", "id": key, "score": value, "coverage": 1.0, "verdict": {"value": None}}
        for key, value in scores.items()
    ]
    return document


def compared(documents: list[dict[str, Any]], labels: list[str], lang: Lang = "en") -> str:
    made = comparison_page(compare(labels, documents), documents, lang, city.instruments())
    check(made)
    return made


def test_scores_over_years_are_slopes_and_break_with_the_instrument() -> None:
    first, second = (numbered("Kota Arunika", {"transparency": value, "services": 2.0}) for value in (1.5, 3.5))
    whole = compared([first, second], ["2025", "2026"])
    assert "picture-slopes-1-title" in whole
    broken = numbered("Kota Arunika", {"transparency": 3.5, "services": 2.0}, "2.0.0")
    changed = compared([first, broken], ["2025", "2026"])
    drawn = [re.search(r"<svg[^>]*picture-slopes-1-title.*?</svg>", made, re.DOTALL) for made in (whole, changed)]
    assert [each.group().count('stroke-width="2.2"') for each in drawn if each] == [2, 0]


def test_governments_are_boxes_and_spreads_with_shared_places() -> None:
    documents = [numbered(f"Kota {n}", {"transparency": score}) for n, score in enumerate((2.0, 2.0, 3.25))]
    made = compared(documents, ["a", "b", "c"])
    assert "picture-multiples-title" in made
    assert "picture-spread-scores-1-title" in made
    assert "place 2–3 of 3" in made
    assert "place 1 of 3" in made
    assert "Kota 0" in made
    assert ">a<" not in made


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ((1.0, 2.0, 3.0), ("3", "2", "1")),
        ((2.0, 2.004, 1.0), ("1–2", "1–2", "3")),
        ((2.0, None), ("", "")),
        (("positive", "mixed"), ("", "")),
        ((1.0, 1.0, 1.0), ("1–3", "1–3", "1–3")),
    ],
)
def test_scores_that_read_the_same_share_their_place(
    values: tuple[str | float | None, ...], places: tuple[str, ...]
) -> None:
    assert shared_places(values) == places


def test_verdicts_of_governments_are_spread_without_a_median() -> None:
    documents = [side(f"Kota {n}", {"transparency": each}) for n, each in enumerate(("positive", "mixed", None))]
    made = compared(documents, ["a", "b", "c"])
    picture = re.search(r"<svg[^>]*picture-spread-verdicts-title.*?</svg>", made, re.DOTALL)
    assert picture is not None
    assert picture.group().count("<circle") == 2
    assert "2 of 3" in picture.group()


def test_a_comparison_is_a_page_a_print_and_a_text_document() -> None:
    documents = [numbered("Kota Arunika", {"transparency": value}) for value in (1.5, 3.5)]
    comparison = compare(["2025", "2026"], documents)
    packs = city.instruments()
    printed = pypdfium2.PdfDocument(comparison_file(".pdf", comparison, documents, "id", packs))
    text = " ".join(each.get_textpage().get_text_range() for each in printed)
    assert "Perbandingan hasil evaluasi" in text
    written = python_docx.Document(io.BytesIO(comparison_file(".docx", comparison, documents, "id", packs)))
    assert len(written.inline_shapes) == 1
    assert comparison_file(".html", comparison, documents, "id", packs).decode() == comparison_page(
        comparison, documents, "id", packs
    )
    with pytest.raises(KeyError):
        comparison_file(".odt", comparison, documents, "id", packs)
