"""Quantile rules against textbook cases."""

import pytest

from tinjau.stats import RULES, Rule, quantile, quartiles

# Moore & McCabe's and Tukey's halves, spreadsheets' INC and EXC on 1..n, worked by hand.
CASES: list[tuple[Rule, list[float], float, float]] = [
    ("hyndman-fan-7", [1, 2, 3, 4], 1.75, 3.25),
    ("hyndman-fan-6", [1, 2, 3, 4], 1.25, 3.75),
    ("tukey-hinges", [1, 2, 3, 4], 1.5, 3.5),
    ("median-of-halves", [1, 2, 3, 4], 1.5, 3.5),
    ("hyndman-fan-7", [1, 2, 3, 4, 5], 2, 4),
    ("hyndman-fan-6", [1, 2, 3, 4, 5], 1.5, 4.5),
    ("tukey-hinges", [1, 2, 3, 4, 5], 2, 4),
    ("median-of-halves", [1, 2, 3, 4, 5], 1.5, 4.5),
    ("hyndman-fan-1", [1, 2, 3, 4, 5], 2, 4),
    ("hyndman-fan-2", [1, 2, 3, 4], 1.5, 3.5),
]


@pytest.mark.parametrize("rule, values, lower, upper", CASES)
def test_rules(rule: Rule, values: list[float], lower: float, upper: float) -> None:
    found = quartiles(values[::-1], rule)
    assert (found.lower, found.upper) == pytest.approx((lower, upper))
    assert found.iqr == pytest.approx(upper - lower)
    assert found.rule == rule


# Rule 4 has no symmetry: its median of three numbers is not the middle one (Hyndman & Fan, property 4).
@pytest.mark.parametrize("rule", [rule for rule in RULES if rule != "hyndman-fan-4"])
def test_median_is_the_same_where_the_middle_is_one_value(rule: Rule) -> None:
    assert quantile([5, 1, 3], 0.5, rule) == 3
    assert quartiles([4], rule).iqr == 0


def test_faults() -> None:
    with pytest.raises(ValueError, match="at least one"):
        quantile([], 0.5)
    with pytest.raises(ValueError, match="quartiles only"):
        quantile([1, 2], 0.1, "tukey-hinges")
