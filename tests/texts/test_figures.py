"""Numbers, shares, dates and lists as each language writes them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinjau.model import Lang
from tinjau.texts import date, integer, joined, number, percent


@pytest.mark.parametrize(
    "value, indonesian, english",
    [(2032, "2.032", "2,032"), (0, "0", "0"), (-1500, "−1.500", "−1,500"), (180_000_000, "180.000.000", "180,000,000")],
)
def test_whole_numbers(value: int, indonesian: str, english: str) -> None:
    assert (integer(value, "id"), integer(value, "en")) == (indonesian, english)


@pytest.mark.parametrize(
    "value, indonesian, english",
    [
        (2.5, "2,5", "2.5"),
        (1234.567, "1.234,57", "1,234.57"),
        (3.0, "3", "3"),
        (-0.001, "0", "0"),
        (math.nan, "–", "–"),
        (-2.25, "−2,25", "−2.25"),
        (10.0, "10", "10"),
        (100, "100", "100"),
    ],
)
def test_numbers(value: float, indonesian: str, english: str) -> None:
    assert (number(value, "id"), number(value, "en")) == (indonesian, english)


@pytest.mark.parametrize(
    "share, written", [(0, "0%"), (1, "100%"), (0.999, "99%"), (0.0001, "1%"), (0.625, "62%"), (math.inf, "–")]
)
def test_a_share_is_never_rounded_to_all_or_nothing(share: float, written: str) -> None:
    assert percent(share, "id") == written


def test_a_share_with_places_has_the_comma_of_its_language() -> None:
    assert (percent(0.6254, "id", 1), percent(0.6254, "en", 1)) == ("62,5%", "62.5%")


@pytest.mark.parametrize(
    "written, indonesian, english",
    [
        ("2026-08-17", "17 Agustus 2026", "17 August 2026"),
        ("2026-05", "Mei 2026", "May 2026"),
        ("2026-11-25T01:19:54Z", "25 November 2026, 01.19", "25 November 2026, 01:19"),
        ("2026-13-01", "2026-13-01", "2026-13-01"),
        ("kemarin", "kemarin", "kemarin"),
        ("", "", ""),
    ],
)
def test_dates(written: str, indonesian: str, english: str) -> None:
    assert (date(written, "id"), date(written, "en")) == (indonesian, english)


@pytest.mark.parametrize("lang, last", [("id", "a, b, dan c"), ("en", "a, b and c")])
def test_lists(lang: Lang, last: str) -> None:
    assert joined(["a", "b", "c"], lang) == last
    assert joined(["a"], lang) == "a"
    assert joined([], lang) == ""
    assert joined(["a", "", "b"], lang) in {"a dan b", "a and b"}


@given(st.floats(min_value=0, max_value=1))
def test_a_share_reads_between_nothing_and_all(share: float) -> None:
    shown = percent(share, "en")
    assert (shown == "100%") == (share == 1)
    assert (shown == "0%") == (share == 0)


def test_fixed_places() -> None:
    assert (number(0.08, "id", 3, fixed=True), number(-0.0001, "en", 2, fixed=True)) == ("0,080", "0.00")
