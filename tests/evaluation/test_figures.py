"""Counts and intervals on tables small enough to follow by hand."""

import pytest
from evaluation.compare import tally
from evaluation.figures import INSIDE, Tally, clustered_share, figures

from tinjau.model import State
from tinjau.stats import wilson_interval

SEEN, NOT, UNSURE = State.SEEN, State.NOT_SEEN, State.CANNOT_TELL


@pytest.mark.parametrize(
    "read,said,count",
    [
        (SEEN, SEEN, Tally(tp=1)),
        (SEEN, NOT, Tally(fn=1)),
        (SEEN, UNSURE, Tally(abstained_seen=1)),
        (NOT, SEEN, Tally(fp=1)),
        (NOT, NOT, Tally(tn=1)),
        (NOT, UNSURE, Tally(abstained_not_seen=1)),
        (UNSURE, SEEN, Tally(fp=1)),
        (UNSURE, NOT, Tally(overclaimed=1)),
        (UNSURE, UNSURE, Tally(both_unsure=1)),
        (SEEN, None, Tally(missing=1)),
    ],
)
def test_every_meeting_of_two_answers_has_one_place(read: State, said: State | None, count: Tally) -> None:
    assert tally(read, said) == count


def test_abstaining_costs_strict_recall_and_nothing_else() -> None:
    found = figures("x", [Tally(tp=3, tn=2), Tally(tp=1, fn=1, abstained_seen=3)])
    assert found.precision.value == 1.0
    assert found.recall.value == 4 / 5
    assert found.strict.value == 4 / 8
    assert found.agreement.total == 7


def test_sites_that_differ_widen_the_interval() -> None:
    even = clustered_share([(45, 50)] * 6)
    uneven = clustered_share([(50, 50)] * 5 + [(20, 50)])
    assert even.value == uneven.value == 0.9
    assert even.effective == int(300 / (1 + 49 * INSIDE))
    # ratio of clusters: 6/5 * (5 * 5**2 + 25**2) / 300**2 = 0.01, against 0.9 * 0.1 / 300: an effect of 33
    assert uneven.effective in (8, 9)
    assert uneven.interval is not None
    assert even.interval is not None
    assert uneven.interval.low < even.interval.low


def test_one_case_a_site_is_plain_wilson_and_unproven() -> None:
    found = figures("x", [Tally(tp=1)] * 6)
    assert found.agreement.effective == 6
    assert found.agreement.interval == wilson_interval(6, 6)
    assert found.unproven


def test_of_nothing_there_is_no_share() -> None:
    found = figures("x", [Tally(missing=1)])
    assert found.precision.value is None
    assert found.precision.interval is None
