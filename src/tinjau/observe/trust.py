"""How far each detector can be trusted, as it was measured: `trust.json`, written by `python -m evaluation.trust`.

A detector with too few independent cases is unproven: what it says is a proposal until a person confirms it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final

_FILE: Final[Mapping[str, Any]] = json.loads(
    resources.files("tinjau.observe").joinpath("trust.json").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares over a number of sites: how much of what was reported was there, how much of what was there was found."""

    sites: int
    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class Trust:
    """One detector: cases decided, how many of them are independent, and its shares (None over nothing)."""

    cases: int
    independent: int
    precision: float | None
    recall: float | None
    proven: bool


TRUST: Final[Mapping[str, Trust]] = {name: Trust(**each) for name, each in _FILE["detectors"].items()}
"""By the detector's name; detectors that were never measured are absent."""

READ: Final = Measured(**_FILE["read"])
"""All detectors together on sites that a person read; detectors were mended on these same sites."""

UNSEEN: Final = Measured(**_FILE["unseen"])
"""The same on invented sites, measured before anything was mended for them."""

PROVEN: Final = frozenset(name for name, each in TRUST.items() if each.proven)
"""Detectors with enough independent cases behind them."""


def is_proven(name: str) -> bool:
    """Whether a detector may decide; one that was never measured may not."""
    return name in PROVEN
