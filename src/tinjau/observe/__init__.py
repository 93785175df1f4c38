"""What an archive shows: facts, each with where it was read. No instruments, no weights, no verdicts, no network."""

from tinjau.observe.detectors import DETECTORS
from tinjau.observe.observing import OWNER_ONLY, ObservationResult, nothing_observed, observe
from tinjau.observe.storing import read_observations, write_observations

__all__ = [
    "DETECTORS",
    "OWNER_ONLY",
    "ObservationResult",
    "nothing_observed",
    "observe",
    "read_observations",
    "write_observations",
]
