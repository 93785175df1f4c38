"""The table of checks is whole: each has an answer or says why it has none, and no detector stands outside it."""

import re

import pytest
from tests.shared_paths import REASON, SHARED

from tinjau.capture.browser import facts as browser
from tinjau.observe import DETECTORS
from tinjau.observe.checked import Check, answering, checks, table

CHECKS = checks()
CODES = {each.code for each in CHECKS}


def test_every_code_stands_once_and_in_its_order() -> None:
    codes = [each.code for each in CHECKS]
    assert len(set(codes)) == len(codes) == 96
    for letter in "TSECAPU":
        numbers = [int(code[1:]) for code in codes if code[0] == letter]
        assert numbers == list(range(1, len(numbers) + 1)), letter


@pytest.mark.parametrize("check", CHECKS, ids=[each.code for each in CHECKS])
def test_a_check_has_an_answer_or_a_reason(check: Check) -> None:
    answered = check.code in answering() or check.browse or check.person
    assert answered or check.open, f"{check.code}: nobody answers, and nothing says why"
    assert check.about


def test_every_detector_answers_a_check_that_there_is() -> None:
    assert {kind.check for kind in DETECTORS} - {""} <= CODES


def test_the_browser_answers_what_the_table_says() -> None:
    said = {value for name, value in vars(browser).items() if name.startswith("_CHECK_")}
    assert {each.code for each in CHECKS if each.browse} == said


def test_the_page_names_every_check_and_every_detector() -> None:
    page = table()
    assert all(f"| {code} |" in page for code in CODES)
    assert all(f"({kind.name}.md)" in page for kind in DETECTORS if kind.check)


@pytest.mark.skipif(SHARED is None, reason=REASON)
def test_the_codes_are_those_of_the_survey() -> None:
    assert SHARED is not None
    text = (SHARED / "facts" / "checks.md").read_text(encoding="utf-8").partition("# Lessons")[0]
    assert set(re.findall(r"\b([TSECAPU]\d\d)\b", text)) == CODES
