"""What an archive shows: facts, each with where it was read. No instruments, no weights, no verdicts, no network."""

from tinjau.observe.detectors import DETECTORS
from tinjau.observe.observing import OWNER_ONLY, ObservationResult, nothing_observed, observe
from tinjau.observe.storing import read_observations, write_observations
from tinjau.observe.trust import PROVEN, READ, TRUST, UNSEEN, Measured, Trust, is_proven

__all__ = [
    "DETECTORS",
    "OWNER_ONLY",
    "PROVEN",
    "READ",
    "TRUST",
    "UNSEEN",
    "Measured",
    "ObservationResult",
    "Trust",
    "is_proven",
    "nothing_observed",
    "observe",
    "read_observations",
    "write_observations",
]
