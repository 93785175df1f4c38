"""Counts, precision and recall, with Wilson intervals that know that cases of one site are not independent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor

from tinjau.stats import Interval, wilson_interval

INDEPENDENT = 20  # effective cases under which a detector is unproven (issue 6, point 4)
INSIDE = 0.05  # correlation inside a site that is assumed at least; project choice, six sites cannot show less


@dataclass(frozen=True, slots=True)
class Tally:
    """How often what was said and what was read met. `abstained_*`: the detector could not tell."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0
    abstained_seen: int = 0
    abstained_not_seen: int = 0
    both_unsure: int = 0
    overclaimed: int = 0  # absence claimed where the reader could not tell
    missing: int = 0  # no such observation

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(a + b for a, b in zip(self.values(), other.values(), strict=True)))

    def values(self) -> tuple[int, ...]:
        """All counts in the order of the fields."""
        return (self.tp, self.fp, self.fn, self.tn, self.abstained_seen, self.abstained_not_seen, self.both_unsure,
                self.overclaimed, self.missing)  # fmt: skip

    @property
    def decided(self) -> int:
        """Cases in which reader and detector both decided."""
        return self.tp + self.fp + self.fn + self.tn


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its interval; `effective` is the number of independent cases that the interval rests on."""

    hits: int
    total: int
    effective: int
    interval: Interval | None

    @property
    def value(self) -> float | None:
        """The share, or None of nothing."""
        return self.hits / self.total if self.total else None


def clustered_share(clusters: Iterable[tuple[int, int]]) -> Share:
    """The share over clusters of (hits, total), with Wilson's interval on the effective number of cases.

    The design effect is that of a ratio estimated from clusters (W. G. Cochran, Sampling Techniques, 3rd ed. 1977,
    section 9A.6), and at least 1 + (m - 1) * INSIDE for clusters of mean size m (L. Kish, Survey Sampling, 1965, 5.4).
    """
    kept = [(hits, total) for hits, total in clusters if total]
    hits, total = sum(each[0] for each in kept), sum(each[1] for each in kept)
    if not total:
        return Share(0, 0, 0, None)
    effective = max(1, floor(total / _design_effect(kept, hits / total, total)))
    return Share(hits, total, effective, wilson_interval(round(hits / total * effective), effective))


def _design_effect(clusters: Sequence[tuple[int, int]], share: float, total: int) -> float:
    count = len(clusters)
    assumed = 1 + max(0.0, total / count - 1) * INSIDE
    if count < 2 or share in (0.0, 1.0):
        return assumed
    spread = count / (count - 1) * sum((h - share * n) ** 2 for h, n in clusters) / total**2
    return max(assumed, spread / (share * (1 - share) / total))


@dataclass(frozen=True, slots=True)
class Figures:
    """What is said of one detector, language or everything: counts by site added up, and the three shares.

    `recall` is over what the detector decided; `strict` counts abstention on a thing that stands there as a miss.
    """

    name: str
    tally: Tally
    precision: Share
    recall: Share
    strict: Share
    agreement: Share

    @property
    def unproven(self) -> bool:
        """Whether too few independent cases stand behind it."""
        return self.agreement.effective < INDEPENDENT


def figures(name: str, by_site: Sequence[Tally]) -> Figures:
    """Add up tallies, one a site, and compute the shares."""
    total = sum(by_site, start=Tally())
    return Figures(
        name, total,
        clustered_share((each.tp, each.tp + each.fp) for each in by_site),
        clustered_share((each.tp, each.tp + each.fn) for each in by_site),
        clustered_share((each.tp, each.tp + each.fn + each.abstained_seen) for each in by_site),
        clustered_share((each.tp + each.tn, each.decided) for each in by_site),
    )  # fmt: skip
