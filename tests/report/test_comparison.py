"""Assessments side by side: what moved, what broke, and nothing invented between governments."""

import re
from typing import Any

import pytest
from tests.report import city
from tests.report.test_hostile import check

from tinjau.model import Lang
from tinjau.report import comparison_page
from tinjau.scoring.comparing import compare


def side(
    name: str, verdicts: dict[str, str | None], version: str = "1.0.0", outcome: str = "failed", phase: str = "presence"
) -> dict[str, Any]:
    """An assessment.json as far as a comparison reads it."""
    ordinals = {"presence": 1, "interaction": 2, "transaction": 3}
    return {
        "tinjau_version": "0.1.0",
        "government": {"name": name, "code": ""},
        "capture": {"sha256": "ab" * 32, "from": "2026-01-05"},
        "instruments": [{"id": "four", "version": version}],
        "criteria": [
            {"instrument": "four", "id": key, "score": None, "coverage": 0.5, "verdict": {"value": value}}
            for key, value in verdicts.items()
        ],
        "indicators": [{"instrument": "four", "id": "transparency-1", "unit": "site", "outcome": outcome}],
        "services": {"total": 3, "public": 2, "good": 1, "lacking": 1},
        "phase": {"id": phase, "ordinal": ordinals[phase], "share": 0.5},
    }


def page(documents: list[dict[str, Any]], labels: list[str], lang: Lang = "en") -> str:
    return comparison_page(compare(labels, documents), documents, lang, city.instruments())


def years() -> list[dict[str, Any]]:
    return [
        side("Kota Arunika", {"transparency": "negative", "services": "mixed", "economy": None}),
        side(
            "Kota Arunika",
            {"transparency": "positive", "services": "mixed", "economy": "mixed"},
            outcome="passed",
            phase="interaction",
        ),
    ]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_years_show_what_moved(lang: Lang) -> None:
    made = page(years(), ["2025", "2026"], lang)
    check(made)
    words = {"en": ("1 up", "1 the same", "1 not known"), "id": ("1 naik", "1 tetap", "1 tidak diketahui")}[lang]
    assert all(each in made for each in words)
    question = {"en": "Is thing 1 of transparency available?", "id": "Apakah hal 1 dari transparansi tersedia?"}[lang]
    assert question in made


def test_a_changed_instrument_breaks_the_line() -> None:
    first, second = years()
    second["instruments"][0]["version"] = "2.0.0"
    made = page([first, second], ["2025", "2026"])
    assert "four 1.0.0 → 2.0.0" in made
    assert "3 not comparable" in made
    assert "No question went up or down." in made
    picture = re.search(r'<svg[^>]*aria-labelledby="picture-course-title.*?</svg>', made, re.DOTALL)
    assert picture is not None
    assert "<polygon" not in picture.group()
    assert picture.group().count("<line") == 3  # one between rows, none between verdicts


def test_several_governments_are_no_course_of_years() -> None:
    one, two = years()
    two["government"]["name"] = "Kota Lain"
    made = page([one, two], ["Arunika", "Lain"])
    assert "their order is no ranking" in made
    assert "What moved" not in made
    assert ">Change<" not in made


def test_hostile_names_stay_text() -> None:
    hostile = '"><script>alert(1)</script>'
    first, second = years()
    first["government"]["name"] = second["government"]["name"] = hostile
    check(page([first, second], [hostile, "2026"]))
