"""What stands in one cell, and what a node made of it."""

from dataclasses import dataclass, field
from enum import Enum

from tinjau.model import Text


class Blank(Enum):
    """Why a cell holds no number: nobody answered, or the question does not apply to this unit."""

    MISSING = "missing"
    NOT_RELEVANT = "not relevant"


Cell = float | Blank
"""A number, or why there is none."""

UnitKey = tuple[str, ...]
"""The names of a unit from the widest level to its own: ("IT", "Moving", "1.2 Register new address")."""


@dataclass(frozen=True, slots=True)
class Part:
    """One number that went into a result: what it was, its weight there, and its value (None where it was missing)."""

    id: str
    weight: float
    value: float | None
    unit: UnitKey = ()


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one node for one unit.

    `value` is at full precision, `rounded` as the instrument publishes it, `band` the id of its predicate. `coverage`
    (0 to 1) is the weighted share of what had to be known that is known. `applicable` is False where the instrument
    itself asks for no score; `reason` says why `value` is None. `spread` is (lowest, highest) over single assessors.
    """

    value: float | None
    coverage: float
    applicable: bool = True
    rounded: float | None = None
    band: str = ""
    band_title: Text | None = None
    reason: str = ""
    parts: tuple[Part, ...] = ()
    spread: tuple[float, float] | None = None
    assessors: tuple[str, ...] = field(default=())

    @property
    def counts(self) -> bool:
        """Whether a roll-up may use the value."""
        return self.applicable and self.value is not None


def missing(coverage: float, reason: str, parts: tuple[Part, ...] = ()) -> Result:
    """A result without a value because something is not known."""
    return Result(None, coverage, reason=reason, parts=parts)


def inapplicable(reason: str) -> Result:
    """A result without a value because the instrument asks for none here; all that had to be known is known."""
    return Result(None, 1.0, applicable=False, reason=reason)
