"""What several assessors' answers say of one another: by hand, and whatever the order."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinjau import packs
from tinjau.scoring.opinions import FEWEST, Item, opinions_of, spread_of

YES_NO = ("yes", "no")
LEVELS = ("1", "2", "3", "4", "5")
PACK = packs.load_instrument("sitokdana-7")


def items(*rows: dict[str, str], instrument: str = "sitokdana-7", scale: tuple[str, ...] = YES_NO) -> list[Item]:
    return [Item(instrument, f"q{number}", "", row, scale) for number, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("values", "scale", "spread"),
    [
        (["yes"], YES_NO, None), (["yes", "yes"], YES_NO, 0.0), (["yes", "no"], YES_NO, 1.0),
        (["yes", "no", "no"], YES_NO, 2 / 3), (["1", "5"], LEVELS, 1.0), (["2", "4"], LEVELS, 0.5),
        (["3", "na"], LEVELS, 1.0), (["3", "3"], LEVELS, 0.0), (["1", "2"], ("1",), 1.0),
    ],
)  # fmt: skip
def test_spread_by_hand(values: list[str], scale: tuple[str, ...], spread: float | None) -> None:
    found = spread_of(values, scale)
    assert found is None if spread is None else found == pytest.approx(spread)


def test_one_opinion_says_nothing_of_agreement() -> None:
    pack = {"sitokdana-7": PACK}
    found = opinions_of(items({"A": "yes"}, {"B": "no"}, {}), pack, ["A", "B"])
    assert found["one_opinion"] is True
    assert found["alpha"] is found["percent"] is found["ac1"] is found["interval"] is None
    assert [each["spread"] for each in found["items"]] == [None, None]


def test_levels_are_measured_at_the_level_that_the_pack_states() -> None:
    pack = {"pemdi-2026": packs.load_instrument("pemdi-2026")}
    rows = [{"A": level, "B": str(min(5, int(level) + step))} for level in LEVELS for step in (0, 1)]
    found = opinions_of(items(*rows, instrument="pemdi-2026", scale=LEVELS), pack, ["A", "B"])
    (own,) = found["by_instrument"]
    assert own["level"] == "ordinal"
    assert own["ac2"] is not None
    assert own["alpha"] > found["alpha"]  # near misses count for something, once the order counts
    assert own["interval"][0] <= own["alpha"] <= own["interval"][1]
    assert own["ac2_interval"][0] <= own["ac2"] <= own["ac2_interval"][1]


def test_few_questions_give_no_interval() -> None:
    pack = {"sitokdana-7": PACK}
    rows = [{"A": "yes", "B": "no"}, {"A": "yes", "B": "yes"}] * 3
    for count in range(2, 7):
        found = opinions_of(items(*rows[:count]), pack, ["A", "B"])
        assert (found["percent_interval"] is not None) == (count >= FEWEST)


ROW = st.lists(st.sampled_from(["yes", "no", ""]), min_size=3, max_size=3)


@given(st.lists(ROW, min_size=1, max_size=4), st.integers(0, 99))
def test_the_order_of_questions_and_assessors_changes_nothing(rows: list[list[str]], seed: int) -> None:
    pack = {"sitokdana-7": PACK}
    whole = items(*({name: v for name, v in zip("ABC", row, strict=True) if v} for row in rows))
    mixed = list(whole)
    random.Random(seed).shuffle(mixed)
    one, two = opinions_of(whole, pack, ["A", "B", "C"]), opinions_of(mixed, pack, ["C", "A", "B"])
    for name in ("alpha", "percent", "ac1", "unanimous"):
        assert one[name] == (None if two[name] is None else pytest.approx(two[name]))
    assert {each["indicator"]: each["spread"] for each in one["items"]} == {
        each["indicator"]: each["spread"] for each in two["items"]
    }
    spreads = [each["spread"] or -1 for each in one["items"]]
    assert all(later <= earlier or later == -1 for earlier, later in itertools.pairwise(spreads))
