"""Priorities are shown where people gave judgements, with how sure they are, and nowhere else."""

import re
from functools import cache
from pathlib import Path

import pytest
from tests.report import city
from tests.report.test_hostile import check

import tinjau
from tinjau import observe, packs, pipeline, study
from tinjau.model import Assessment, Instrument, Lang, Plan, Study
from tinjau.report import docx_report, html_report, pdf_report

FOLDER = Path(tinjau.__file__).parent / "demo" / "studies" / "medan-illustrative"


@cache
def inputs() -> tuple[Assessment, Plan, Study, tuple[Instrument, ...]]:
    """The study whose judgements are invented, assessed and planned."""
    read = study.read_study(FOLDER)
    instruments = tuple(packs.load_instrument(each) for each in read.instruments)
    observed = observe.nothing_observed()
    assessment = pipeline.assess(read, instruments, observed)
    return assessment, pipeline.plan_for(read, assessment, observed), read, instruments


@cache
def illustrative(lang: Lang) -> str:
    """Its page."""
    assessment, plan, read, instruments = inputs()
    return html_report(assessment, plan, read, lang, instruments)


def test_without_a_rater_there_is_no_number() -> None:
    made = html_report(city.assessment(), city.plan(), city.study(), "en", city.instruments())
    section = re.search(r'<section id="priorities".*?</section>', made, re.DOTALL)
    assert section is not None
    assert "Without a rater there is no number." in section.group()
    assert "<table" not in section.group()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_judgements_are_shown_with_their_certainty(lang: Lang) -> None:
    made = illustrative(lang)
    check(made)
    for picture in ("quadrant", "acceptability", "weights", "effort"):
        assert f'id="picture-{picture}-title"' in made
        assert re.search(rf'id="picture-{picture}-desc">[^<]+<', made)
    ids = re.findall(r'\sid="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    for part in ("position", "order", "weights", "effort", "portfolio"):
        assert f'<section id="{part}"' in made


def test_invented_numbers_say_so() -> None:
    assert "Angka rekaan" in illustrative("id")
    assert "come from no rater" in illustrative("en")


def test_every_weighed_factor_and_linked_strategy_has_its_row() -> None:
    _, plan, _, _ = inputs()
    assert plan.priorities is not None
    made = illustrative("en")
    weights = re.search(r'<section id="weights".*?</section>', made, re.DOTALL)
    order = re.search(r'<section id="order".*?</section>', made, re.DOTALL)
    assert weights is not None
    assert order is not None
    assert weights.group().count('scope="row"') == len(plan.priorities["factors"]["items"])
    assert order.group().count('scope="row"') == len(plan.priorities["strategies"]["items"])


def test_the_other_forms_show_them_too() -> None:
    assessment, plan, read, instruments = inputs()
    assert pdf_report(assessment, plan, read, "id", instruments).startswith(b"%PDF")
    assert docx_report(assessment, plan, read, "id", instruments).startswith(b"PK")
