"""What editing must not lose: earlier decisions, the language of a lone text, what study.yaml says of a government."""

from collections.abc import Callable
from typing import Any

import pytest

from tinjau.web.editing import keeping
from tinjau.web.editing import settings as editing
from tinjau.web.history import Author
from tinjau.web.models import Cycle

ME = Author(None, "uji")


def test_a_later_decision_stands_beside_the_earlier_one(db: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle = medan_cycle("a")
    keys = set(keeping.living(cycle, "decision"))
    for verdict in ("reject", "accept"):
        keeping.decide(cycle, "P1", verdict, ME)
    added = [each for each in keeping.living(cycle, "decision") if each not in keys]
    assert [keeping.living(cycle, "decision")[each]["verdict"] for each in added] == ["reject", "accept"]
    assert {each.split("/", 1)[1] for each in added} == {"P1"}
    keeping.take_back(cycle, "P1", ME)
    assert set(keeping.living(cycle, "decision")) == keys


@pytest.mark.parametrize(
    ("value", "language", "both"),
    [
        ("Pusat layanan", "id", {"id": "Pusat layanan", "en": ""}),
        ("Service centre", "en", {"id": "", "en": "Service centre"}),
        ({"en": "Both", "id": None}, "id", {"id": "", "en": "Both"}),
        (None, "en", {"id": "", "en": ""}),
    ],
)
def test_a_lone_text_is_in_the_language_of_the_study(value: Any, language: str, both: dict[str, str]) -> None:
    assert keeping.both_texts(value, language) == both


@pytest.mark.parametrize(
    ("stood", "shown"),
    [
        (
            {"language": "en", "title": "One", "government": "Arunika"},
            {"name": "Arunika", "code": "", "language": "en"},
        ),
        (
            {"language": "id", "title": "Satu", "government": {"name": "Arunika", "code": "99.01"}},
            {"name": "Arunika", "code": "99.01", "language": "id"},
        ),
    ],
)
def test_the_form_of_the_settings_shows_what_the_study_says(stood: dict[str, Any], shown: dict[str, str]) -> None:
    form = editing.as_form(stood)
    assert {key: form[key] for key in shown} == shown
    assert form["title"][form["language"]] == stood["title"]


def test_what_the_form_does_not_ask_of_a_government_stays() -> None:
    stood = {"government": {"name": "Arunika", "population": 120_000}, "language": "id", "purpose": "uji"}
    kept = editing.as_payload(editing.as_form(stood), stood)
    assert kept["government"] == {"name": "Arunika", "population": 120_000}
    assert kept["purpose"] == "uji"
