"""Wilson's interval and the bootstrap."""

import numpy as np
import pytest
from statsmodels.stats.proportion import proportion_confint

from tinjau.stats import bootstrap_interval, percentile_interval, wilson_interval


@pytest.mark.parametrize("hits, total", [(0, 10), (8, 10), (10, 10), (81, 263), (15, 148), (1, 29)])
def test_wilson_agrees_with_statsmodels(hits: int, total: int) -> None:
    found = wilson_interval(hits, total)
    assert found is not None
    assert (found.low, found.high) == pytest.approx(proportion_confint(hits, total, method="wilson"), abs=1e-12)


def test_wilson_of_newcombe() -> None:
    """R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263 is 0.2553 to 0.3662."""
    found = wilson_interval(81, 263)
    assert found is not None
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)


def test_wilson_faults() -> None:
    assert wilson_interval(0, 0) is None
    with pytest.raises(ValueError, match="no share"):
        wilson_interval(3, 2)


def test_bootstrap_of_a_mean_comes_near_theory() -> None:
    rows = [float(each) for each in range(100)]
    found = bootstrap_interval(lambda sample: sum(sample) / len(sample), rows, draws=2000, seed=2)
    assert found is not None
    half = 1.96 * np.std(rows) / 10
    assert found.low == pytest.approx(49.5 - half, abs=0.6)
    assert found.high == pytest.approx(49.5 + half, abs=0.6)
    assert found.draws == 2000


def test_bootstrap_leaves_undefined_draws_out() -> None:
    found = bootstrap_interval(lambda sample: None if sample[0] == 1 else 2.0, [1, 2], draws=50, seed=1)
    assert found is not None
    assert 0 < found.draws < 50
    assert (found.low, found.high) == (2, 2)
    assert bootstrap_interval(lambda sample: 1.0, [1], draws=5) is None
    assert percentile_interval([float("nan")]) is None
