"""What a vote says: worked examples by hand, and what must hold for every vote."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinjau.strategy.planning.workshop import Tally, tally

ITEMS = ["A", "B", "C"]


def test_a_vote_worked_by_hand() -> None:
    """Points 50/30/20, 60/20/20, 40/40/20: means 0.5, 0.3, 0.2; medians 50, 30, 20; W = 0.8125 with ties."""
    votes = [{"A": 50, "B": 30, "C": 20}, {"A": 60, "B": 20, "C": 20}, {"A": 40, "B": 40, "C": 20}]
    found = tally(votes, ITEMS, "weight")
    a, b, c = found.items
    assert [each.median for each in found.items] == [50, 30, 20]
    assert [each.mean for each in found.items] == pytest.approx([0.5, 0.3, 0.2])
    assert (a.lower, a.upper) == (45, 55)  # Hyndman-Fan rule 7
    assert (b.count, c.stable, found.ballots, found.whole, found.rule) == (3, None, 3, 3, "hyndman-fan-7")
    # Ranks 1,2,3 / 1,2.5,2.5 / 1.5,1.5,3: sums 3.5, 6, 8.5; S = 12.5; ties 6 + 6; W = 12 S / (9·24 - 3·12) = 150/180
    assert found.w == pytest.approx(150 / 180)
    assert found.stop == "unknown"


def test_the_smallest_rank_leads_and_overlap_is_no_winner() -> None:
    clear = tally([{"A": 1, "B": 2, "C": 3}] * 5, ITEMS, "rank")
    assert clear.leaders == ("A",)
    assert clear.clear is True
    torn = tally([{"A": 1, "B": 2, "C": 3}, {"A": 2, "B": 1, "C": 3}] * 3, ITEMS, "rank")
    assert torn.leaders == ("A", "B")
    assert torn.clear is False
    assert [each.rank for each in torn.items] == [1, 1, 3]


def test_one_ballot_tells_no_order_and_none_tells_nothing() -> None:
    one = tally([{"A": 1, "B": 2, "C": 3}], ITEMS, "rank")
    assert one.clear is None
    assert one.leaders == ()
    assert one.w is None
    none = tally([], ITEMS, "rating")
    assert none.ballots == 0
    assert all(each.median is None and each.mean is None for each in none.items)


def test_stopping_is_proposed_where_at_most_15_per_cent_moved() -> None:
    before = [{"A": 3, "B": 2}] * 10
    assert tally(before, ["A", "B"], "rating", before).stop == "stop"
    moved = [{"A": 3, "B": 2}] * 8 + [{"A": 3, "B": 4}] * 2
    found = tally(moved, ["A", "B"], "rating", before)
    assert [each.change for each in found.items] == pytest.approx([0, 0.2])
    assert [each.stable for each in found.items] == [True, False]
    assert found.stop == "again"


def test_a_ballot_that_leaves_something_out_counts_for_what_it_names() -> None:
    found = tally([{"A": 4, "B": 2}, {"A": 2}], ["A", "B"], "rating")
    assert [each.count for each in found.items] == [2, 1]
    assert found.whole == 1


def test_a_ballot_without_any_weight_weighs_nothing() -> None:
    assert tally([{"A": 0, "B": 0}], ["A", "B"], "weight").items[0].mean is None


VOTES = st.lists(st.fixed_dictionaries({each: st.integers(1, 5) for each in ITEMS}), min_size=0, max_size=12)


@given(VOTES, st.sampled_from(["weight", "rating", "rank"]), st.randoms())
def test_neither_the_order_of_ballots_nor_of_items_matters(votes: list[Any], kind: Any, random: Any) -> None:
    shuffled, items = list(votes), list(ITEMS)
    random.shuffle(shuffled)
    one, two = tally(votes, ITEMS, kind), tally(shuffled, items, kind)
    assert by_name(one) == by_name(two)
    assert (one.w, one.leaders, one.stop) == (two.w, two.leaders, two.stop)


@given(VOTES, st.sampled_from(["weight", "rating", "rank"]))
def test_what_always_holds(votes: list[Any], kind: Any) -> None:
    found = tally(votes, ITEMS, kind, votes)
    assert found.w is None or 0 <= found.w <= 1 + 1e-9
    for each in found.items:
        if each.median is not None and each.lower is not None and each.upper is not None:
            assert each.lower <= each.median <= each.upper
        if each.interval is not None and each.mean is not None:
            assert each.interval[0] - 1e-9 <= each.mean <= each.interval[1] + 1e-9
        assert each.change in {None, 0}  # the same votes again: nobody moved
    assert found.stop == ("stop" if votes else "unknown")
    if len(votes) > 1:
        assert found.leaders
        assert found.clear is (len(found.leaders) == 1)


def by_name(found: Tally) -> dict[str, Any]:
    return {each.id: each for each in found.items}
