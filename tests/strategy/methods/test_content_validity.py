"""Content validity against the published tables."""

import pytest

from tinjau.strategy.methods.content_validity import (
    LAWSHE_1975,
    binomial_tail,
    content_validity_ratio,
    critical_experts,
    kappa_word,
    lawshe_critical,
    modified_kappa,
)


@pytest.mark.parametrize(
    "experts, agreeing, printed",
    [(3, 3, 1.00), (3, 2, 0.47), (4, 4, 1.00), (4, 3, 0.67), (5, 5, 1.00), (5, 4, 0.76), (6, 6, 1.00), (6, 5, 0.81),
     (7, 6, 0.85), (7, 5, 0.65), (8, 7, 0.88), (8, 6, 0.72), (9, 8, 0.89), (9, 7, 0.76)],
)  # fmt: skip
def test_polit_beck_and_owens_table_4(experts: int, agreeing: int, printed: float) -> None:
    assert modified_kappa(agreeing, experts) == pytest.approx(printed, abs=0.0101)


@pytest.mark.parametrize(
    "experts, agreeing, cvr",
    [(5, 5, 1.0), (6, 6, 1.0), (7, 7, 1.0), (8, 7, 0.75), (9, 8, 0.778), (10, 9, 0.8), (11, 9, 0.636), (12, 10, 0.667),
     (13, 10, 0.538), (14, 11, 0.571), (15, 12, 0.6), (20, 15, 0.5), (25, 18, 0.44), (30, 20, 0.333), (40, 26, 0.3)],
)  # fmt: skip
def test_ayre_and_scallys_exact_critical_values(experts: int, agreeing: int, cvr: float) -> None:
    assert critical_experts(experts) == agreeing
    assert content_validity_ratio(agreeing, experts) == pytest.approx(cvr, abs=5e-4)


def test_no_panel_of_four_can_show_anything() -> None:
    assert critical_experts(4) is None
    assert binomial_tail(4, 4) == 1 / 16


def test_lawshes_table_is_kept_as_printed() -> None:
    assert LAWSHE_1975[8] == 0.75
    assert LAWSHE_1975[9] == 0.78
    assert lawshe_critical(22) == 0.42
    assert lawshe_critical(4) is None


def test_words() -> None:
    named = [kappa_word(k) for k in (0.75, 0.74, 0.60, 0.59, 0.40, 0.39)]
    assert named == ["excellent", "good", "good", "fair", "fair", "poor"]


def test_no_expert_agrees() -> None:
    assert content_validity_ratio(0, 8) == -1
    assert (modified_kappa(0, 8) or 0) < 0
