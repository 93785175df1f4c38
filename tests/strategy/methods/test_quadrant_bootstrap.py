"""P(quadrant) by bootstrap over raters."""

import numpy as np
import pytest

from tinjau.strategy.methods.quadrant_bootstrap import quadrant_probability, rater_coordinates


def test_all_raters_of_one_mind_are_sure() -> None:
    found = quadrant_probability(np.array([0.5, 0.7, 0.6]), np.array([-0.2, -0.1, -0.3]))
    assert found is not None
    assert found["diversification"] == 1
    assert sum(found.values()) == pytest.approx(1)


def test_two_opposed_raters_are_not() -> None:
    """Means of two draws from {-1, 1}: -1, 0, 0, 1; the zeros count half to either side."""
    found = quadrant_probability(np.array([-1.0, 1.0]), np.array([1.0, 1.0]), draws=20_000)
    assert found is not None
    assert found["aggressive"] == pytest.approx(0.5, abs=0.02)
    assert found["turn-around"] == pytest.approx(0.5, abs=0.02)


def test_one_rater_is_no_distribution() -> None:
    assert quadrant_probability(np.array([1.0]), np.array([1.0])) is None


def test_panels_of_different_size_are_drawn_apart() -> None:
    found = quadrant_probability(np.array([1.0, 1.0, 1.0]), np.array([-1.0, -1.0]))
    assert found is not None
    assert found["diversification"] == 1


def test_coordinates_are_sums_by_rater() -> None:
    plus = [([0.5, 0.5], [4.0, 2.0])]
    minus = [([0.25, 0.25], [1.0, 4.0]), ([0.25, 0.25], [1.0, 0.0])]
    assert rater_coordinates(plus, minus) == pytest.approx([1.5, 0.0])
