"""IFE and EFE against David's tables, and what must not move a position."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinjau.strategy.methods.factor_table import (
    Rated,
    allowed_ratings,
    factor_scores,
    turned,
    used_weights,
    weight_sums,
)
from tinjau.strategy.methods.position import ie_cell, number_of, quadrant_of

# F. R. David, Strategic Management, 13th ed. (2011), the IFE matrix of a retail computer store: total 2.50.
STORE = [
    Rated(f"S{at}", "S", weight, rating)
    for at, (weight, rating) in enumerate(
        [(0.05, 3), (0.07, 4), (0.10, 3), (0.05, 3), (0.02, 3), (0.15, 3), (0.05, 4), (0.03, 3), (0.02, 3)], start=1
    )
] + [
    Rated(f"W{at}", "W", weight, rating)
    for at, (weight, rating) in enumerate(
        [(0.10, 2), (0.15, 2), (0.02, 1), (0.02, 1), (0.04, 1), (0.05, 2), (0.03, 1), (0.05, 1)], start=1
    )
]  # fmt: skip

# The same book's EFE matrix of a local ten-theatre cinema: total 2.58.
CINEMA = [
    Rated(f"O{at}", "O", weight, rating)
    for at, (weight, rating) in enumerate(
        [(0.05, 3), (0.08, 4), (0.08, 3), (0.07, 2), (0.09, 1), (0.06, 3), (0.03, 2)], start=1
    )
] + [
    Rated(f"T{at}", "T", weight, rating)
    for at, (weight, rating) in enumerate(
        [(0.12, 4), (0.06, 2), (0.06, 3), (0.04, 3), (0.08, 2), (0.04, 3), (0.08, 2), (0.06, 1)], start=1
    )
]  # fmt: skip

rated = st.lists(
    st.builds(
        lambda kind, weight, rating: (kind, weight / 100, rating),
        st.sampled_from("SW"),
        st.integers(1, 40),
        st.integers(1, 4),
    ),
    min_size=2,
    max_size=12,
).map(lambda rows: [Rated(f"{kind}{at}", kind, weight, float(r)) for at, (kind, weight, r) in enumerate(rows)])


def test_davids_store_and_cinema() -> None:
    assert factor_scores(STORE, "joint").total == pytest.approx(2.50)
    assert factor_scores(CINEMA, "joint").total == pytest.approx(2.58)
    assert factor_scores(STORE, "joint").by_category == pytest.approx({"S": 1.74, "W": 0.76})
    assert weight_sums(STORE, "joint") == pytest.approx({"": 1.0})


def test_ie_cells_of_all_nine_regions() -> None:
    totals = [(i, e) for i in (3.5, 2.5, 1.5) for e in (3.5, 2.5, 1.5)]
    cells = {found.cell: pair for pair in totals if (found := ie_cell(*pair))}
    assert cells["I"] == (3.5, 3.5)
    assert cells["III"] == (1.5, 3.5)
    assert cells["VII"] == (3.5, 1.5)
    assert cells["IX"] == (1.5, 1.5)
    assert len(cells) == 9


@pytest.mark.parametrize(
    "ife, efe, cell, region",
    [
        (3.0, 3.0, "I", "grow and build"), (2.99, 3.0, "II", "grow and build"), (3.0, 2.99, "IV", "grow and build"),
        (2.0, 2.0, "V", "hold and maintain"), (1.99, 3.0, "III", "hold and maintain"),
        (4.0, 1.0, "VII", "hold and maintain"), (1.99, 2.0, "VI", "harvest or divest"),
        (2.0, 1.99, "VIII", "harvest or divest"), (1.0, 1.0, "IX", "harvest or divest"),
    ],
)  # fmt: skip
def test_ie_borders_from_both_sides(ife: float, efe: float, cell: str, region: str) -> None:
    found = ie_cell(ife, efe)
    assert found is not None
    assert (found.cell, found.region) == (cell, region)


def test_ie_outside_the_scale_has_no_cell() -> None:
    assert ie_cell(0.9, 2) is None
    assert ie_cell(2, 4.1) is None


def test_quadrants_and_their_numbers() -> None:
    assert quadrant_of(1, 1) == "aggressive"
    assert quadrant_of(-1, 1) == "turn-around"
    assert quadrant_of(1, -1) == "diversification"
    assert quadrant_of(-1, -1) == "defensive"
    assert quadrant_of(0, 1) is None
    assert number_of("diversification", "rangkuti") == 2
    assert number_of("turn-around", "cartesian") == 2
    assert number_of("defensive", "rangkuti") == 4
    assert number_of("defensive", "cartesian") == 3


def test_points_become_shares_and_shares_stay() -> None:
    points = [Rated("S1", "S", 3, 4), Rated("S2", "S", 1, 2), Rated("W1", "W", 4, 1)]
    assert used_weights(points, "joint") == pytest.approx({"S1": 3 / 8, "S2": 1 / 8, "W1": 4 / 8})
    assert used_weights(points, "per_category") == pytest.approx({"S1": 3 / 4, "S2": 1 / 4, "W1": 1})
    assert used_weights(points, "none") == {"S1": 3, "S2": 1, "W1": 4}
    shares = [Rated("S1", "S", 0.5, 4), Rated("W1", "W", 0.4, 1)]
    assert used_weights(shares, "joint") == {"S1": 0.5, "W1": 0.4}


def test_rating_rules() -> None:
    assert allowed_ratings("S", "david", 1, 4) == (3, 4)
    assert allowed_ratings("W", "david", 1, 4) == (1, 2)
    assert allowed_ratings("T", "david", 1, 4) == (1, 4)
    assert allowed_ratings("W", "rangkuti", 1, 5) == (1, 5)
    assert allowed_ratings("T", "signed", 0, float("inf")) == (float("-inf"), 0)


@given(rated, st.randoms(use_true_random=False), st.floats(0.5, 20))
@settings(max_examples=60, deadline=None)
def test_order_and_scale_change_nothing(factors: list[Rated], random: "object", scale: float) -> None:
    def points(rows: list[Rated], times: float) -> list[Rated]:
        return [Rated(r.id, r.kind, 200 * r.weight * times, r.rating) for r in rows]

    before = factor_scores(points(factors, 1), "joint")
    shuffled = sorted(factors, key=lambda each: (each.rating, each.id))
    assert factor_scores(points(shuffled, 1), "joint").total == pytest.approx(before.total)
    assert factor_scores(points(factors, scale), "joint").by_category == pytest.approx(before.by_category) or scale < 1


@given(rated, st.data())
@settings(max_examples=60, deadline=None)
def test_worsening_a_weakness_never_moves_the_point_to_the_right(factors: list[Rated], data: st.DataObject) -> None:
    """Under magnitude a worse weakness has a higher rating, under Rangkuti a lower one, which is turned."""
    weak = [at for at, each in enumerate(factors) if each.kind == "W"]
    if not weak:
        return
    at = data.draw(st.sampled_from(weak))

    def x(rows: list[Rated]) -> float:
        sums = factor_scores(rows, "joint").by_category
        return sums.get("S", 0.0) - sums.get("W", 0.0)

    def with_rating(rating: float) -> list[Rated]:
        old = factors[at]
        return [*factors[:at], Rated(old.id, old.kind, old.weight, rating), *factors[at + 1 :]]

    old = factors[at].rating
    assert x(with_rating(old + 1)) <= x(factors) + 1e-12
    if old > 1:
        assert x(turned(with_rating(old - 1))) <= x(turned(factors)) + 1e-12
