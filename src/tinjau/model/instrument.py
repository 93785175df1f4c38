"""An instrument as a pack describes it: questions and rules, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tinjau.model.text import Text
from tinjau.model.vocabulary import Mode


@dataclass(frozen=True, slots=True)
class Settled:
    """Which observations settle an indicator, and by which quantifier.

    `detectors` are the detector names; `quantifier` is one of the closed list (any, all, none, share_at_least,
    newest_within, count_at_least); `threshold` its number; `subject` limits to observations of one subject.
    """

    detectors: tuple[str, ...]
    quantifier: str = "any"
    threshold: float | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A question of an instrument, why it matters, how to mend a failure, and what settles it."""

    id: str
    criterion: str
    question: Text
    why: Text = Text("", "")
    mend: Text = Text("", "")
    ask: Text = Text("", "")
    mode: Mode = Mode.MANUAL
    source: str = "tinjau"
    verified: str = "false"
    weight: float | None = None
    unit: str = "site"  # site | service
    settled: tuple[Settled, ...] = ()
    values: tuple[str, ...] = ("yes", "no")
    themes: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A heading of an instrument. `weight` is null where the instrument gives none."""

    id: str
    title: Text
    about: Text = Text("", "")
    weight: float | None = None
    parent: str = ""
    source: str = ""
    verified: str = "false"
    themes: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VerdictRule:
    """When indicators make a criterion positive or negative; everything between is mixed. Shares of determined ones."""

    positive_from: float
    negative_to: float
    minimum_coverage: float
    source: str


@dataclass(frozen=True, slots=True)
class Gate:
    """One rung of a ladder: every id of `require` and, of each group in `any_of`, at least one, must have passed.

    Each id names an indicator of the same instrument with unit `site`.
    """

    phase: str
    ordinal: int
    title: Text
    about: Text
    require: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """Phases in order, the share of public services that must reach one, and the indicator that states a service's."""

    gates: tuple[Gate, ...]
    share: float
    share_source: str
    service_indicator: str
    sensitivity: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A whole pack. `verified` says how far its facts were checked against a source; `data` keeps the raw mapping."""

    id: str
    version: str
    title: Text
    about: Text
    source: str
    verified: str
    in_force: bool | None
    criteria: tuple[Criterion, ...]
    indicators: tuple[Indicator, ...]
    verdicts: VerdictRule | None = None
    ladder: Ladder | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
