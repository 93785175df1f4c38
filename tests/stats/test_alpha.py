"""Krippendorff's alpha against his own example, against the package krippendorff, and against what must not move it."""

from random import Random

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stats.published import KRIPPENDORFF_2011

from tinjau.stats import LEVELS, Level, alpha_interval, krippendorff_alpha

ratings = st.lists(
    st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=3, max_size=3), min_size=2, max_size=8
)  # fmt: skip


@pytest.mark.parametrize(
    "level, printed", [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_example_of_2011(level: Level, printed: float) -> None:
    assert krippendorff_alpha(KRIPPENDORFF_2011, level) == pytest.approx(printed, abs=5e-4)


@given(ratings)
@settings(max_examples=60, deadline=None)
def test_agrees_with_the_witness(table: list[list[float | int | str | None]]) -> None:
    for level in LEVELS:
        ours = krippendorff_alpha(table, level)
        raters = np.array([[np.nan if cell is None else cell for cell in row] for row in table], dtype=float).T
        try:
            with np.errstate(all="ignore"):
                theirs = krippendorff.alpha(reliability_data=raters, level_of_measurement=level)
        except (AssertionError, ValueError):  # no variation at all
            assert ours is None
            continue
        if ours is None:
            assert np.isnan(theirs) or theirs == 1.0
        else:
            assert ours == pytest.approx(theirs, abs=1e-9)


@given(ratings, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_order_of_units_and_raters_does_not_matter(table: list[list[float | int | str | None]], random: Random) -> None:
    shuffled = [list(row) for row in table]
    random.shuffle(shuffled)
    shuffled = [row[::-1] for row in shuffled]
    for level in LEVELS:
        before, after = krippendorff_alpha(table, level), krippendorff_alpha(shuffled, level)
        assert (before is None) == (after is None)
        assert before is None or after is None or before == pytest.approx(after)


def test_metrics_are_invariant_where_theory_says_so() -> None:
    def mapped(change: dict[int, float]) -> list[list[float | int | str | None]]:
        return [[None if c is None else change[int(c)] for c in row] for row in KRIPPENDORFF_2011]

    names = [[None if c is None else f"category {c}" for c in row] for row in KRIPPENDORFF_2011]
    assert krippendorff_alpha(names, "nominal") == pytest.approx(krippendorff_alpha(KRIPPENDORFF_2011))
    monotone = mapped({1: 1, 2: 4, 3: 9, 4: 20, 5: 21})
    assert krippendorff_alpha(monotone, "ordinal") == pytest.approx(krippendorff_alpha(KRIPPENDORFF_2011, "ordinal"))
    shifted = mapped({n: 1e6 + 3 * n for n in range(1, 6)})
    assert krippendorff_alpha(shifted, "interval") == pytest.approx(krippendorff_alpha(KRIPPENDORFF_2011, "interval"))
    scaled = mapped({n: 7.0 * n for n in range(1, 6)})
    assert krippendorff_alpha(scaled, "ratio") == pytest.approx(krippendorff_alpha(KRIPPENDORFF_2011, "ratio"))


def test_undefined_is_none_not_a_number() -> None:
    assert krippendorff_alpha([[1, 1], [1, 1]]) is None
    assert krippendorff_alpha([[1, None], [None, 2]]) is None
    assert krippendorff_alpha([]) is None
    assert alpha_interval([[1, 2]]) is None


def test_perfect_and_systematic_disagreement() -> None:
    for level in LEVELS:
        assert krippendorff_alpha([[1, 1], [2, 2], [3, 3]], level) == pytest.approx(1)
        assert (krippendorff_alpha([[1, 3], [3, 1], [1, 3]], level) or 0) < 0


def test_values_that_a_level_cannot_take_are_refused() -> None:
    with pytest.raises(ValueError, match="names are for the nominal"):
        krippendorff_alpha([["a", "b"], ["a", "a"]], "ordinal")
    with pytest.raises(ValueError, match="zero or more"):
        krippendorff_alpha([[-1, 1], [2, 2]], "ratio")


@pytest.mark.parametrize("level", LEVELS)
def test_interval_holds_the_estimate_and_repeats(level: Level) -> None:
    alpha = krippendorff_alpha(KRIPPENDORFF_2011, level)
    interval = alpha_interval(KRIPPENDORFF_2011, level, draws=500, seed=3)
    assert alpha is not None
    assert interval is not None
    assert interval.low < alpha < interval.high
    assert interval == alpha_interval(KRIPPENDORFF_2011, level, draws=500, seed=3)


def test_interval_is_the_statistic_on_resampled_units() -> None:
    """The vectorised draws equal the plain function applied to each resample."""
    units = KRIPPENDORFF_2011[:11]  # the twelfth was rated once only
    weights = np.random.default_rng(5).multinomial(11, np.full(11, 1 / 11), size=40)
    samples = [[row for row, times in zip(units, each, strict=True) for _ in range(times)] for each in weights]
    for level in LEVELS:
        plain = [krippendorff_alpha(sample, level) for sample in samples]
        found = alpha_interval(units, level, draws=40, seed=5)
        assert found is not None
        assert found.low == pytest.approx(np.quantile([p for p in plain if p is not None], 0.025))
