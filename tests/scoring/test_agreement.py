"""Agreement is told with two assessors or more, and null without."""

import pytest
from tests.scoring.builders import answer, assess, indicator, instrument

from tinjau.model import Answer

TEN = instrument([indicator(f"i{n}") for n in range(10)])


def column(assessor: str, values: str) -> tuple[Answer, ...]:
    words = {"y": "yes", "n": "no", "?": "unknown"}
    return tuple(answer(f"i{n}", words[each], assessor) for n, each in enumerate(values) if each != "-")


def test_one_assessor_is_one_opinion() -> None:
    assert assess(TEN, answers=column("ani", "yynnyynnyy")).agreement is None
    assert assess(TEN).agreement is None


CASES = [
    ("yynnyynnyy", "yynnyynnyy", 1.0, 1.0),
    ("yyyyyyyyyy", "yyyyyyyyyy", 1.0, None),  # nothing varies: nothing can be said
    ("yynnyynnyy", "yynnyynnnn", 0.8, 0.62),  # alpha = 1 - 19 * 4 / (2 * 10 * 10)
    ("yynn------", "-ynny-----", 1.0, 1.0),
]


@pytest.mark.parametrize("one,other,percent,alpha", CASES)
def test_two_assessors(one: str, other: str, percent: float, alpha: float | None) -> None:
    found = assess(TEN, answers=column("ani", one) + column("budi", other)).agreement
    assert found is not None
    assert found["assessors"] == ["ani", "budi"]
    assert found["percent"] == pytest.approx(percent)
    assert found["alpha"] == (None if alpha is None else pytest.approx(alpha))


def test_where_they_differ_is_listed_with_what_was_decided() -> None:
    answers = (*column("ani", "yy"), *column("budi", "yn"), answer("i1", "no", "decided:rapat"))
    found = assess(TEN, answers=answers).agreement
    assert found is not None
    assert found["assessors"] == ["ani", "budi"]
    assert found["differing"] == [
        {
            "instrument": "test",
            "indicator": "i1",
            "unit": "",
            "values": {"ani": "yes", "budi": "no"},
            "decided": "no",
            "by": "rapat",
        }
    ]
