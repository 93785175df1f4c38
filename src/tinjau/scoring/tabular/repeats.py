"""Several answers of one assessor for one unit (several addresses of a service, several portals, respondents)."""

from collections.abc import Sequence
from math import fsum

from tinjau.scoring.tabular.values import Blank, Cell

POLICIES = ("single", "best", "share_yes", "score_each_then_mean")


def best(cells: Sequence[Cell]) -> Cell:
    """The best answer over the repeats; not relevant where nobody found it relevant."""
    numbers = [each for each in cells if not isinstance(each, Blank)]
    if numbers:
        return max(numbers)
    return Blank.NOT_RELEVANT if Blank.NOT_RELEVANT in cells else Blank.MISSING


def share_yes(cells: Sequence[Cell]) -> Cell:
    """The share of all repeats that answer yes (or the mean of numbers over all repeats).

    *Not relevant* and blank count as no once the question is relevant for any repeat; not relevant everywhere drops
    the question (EU eGovernment Benchmark 2020-2023, regional and local services, as computed).
    """
    numbers = [each for each in cells if not isinstance(each, Blank)]
    if numbers:
        return fsum(numbers) / len(cells)
    return Blank.NOT_RELEVANT if Blank.NOT_RELEVANT in cells else Blank.MISSING


def merge(policy: str, cells: Sequence[Cell]) -> Cell:
    """One cell out of the repeats of one question. `score_each_then_mean` merges scores, so it is not for cells."""
    if len(cells) == 1 and policy != "share_yes":
        return cells[0]
    if policy == "share_yes":
        return share_yes(cells) if cells else Blank.MISSING
    if policy == "best":
        return best(cells)
    if not cells:
        return Blank.MISSING
    raise ValueError(f"the policy {policy!r} does not merge {len(cells)} cells")
