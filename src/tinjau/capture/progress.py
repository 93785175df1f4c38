"""Where a capture stands, in one line."""

from dataclasses import dataclass

_MINUTE = 90  # seconds from which on minutes are said


@dataclass(frozen=True, slots=True)
class Progress:
    """A capture under way. `seconds_left` is an upper estimate at the speed so far; None while nothing is known.

    The estimate assumes that every URL waiting will be fetched and that pages still to come will fill the budget no
    further than what is waiting now; discovery can raise it until `max_pages` is reached.
    """

    pages: int
    max_pages: int
    documents: int
    waiting: int
    failures: int
    bytes: int
    seconds: float
    seconds_left: float | None
    now: str = ""

    def __str__(self) -> str:
        line = f"{self.pages} pages of at most {self.max_pages}, {self.documents} documents, {self.waiting} waiting"
        if self.failures:
            line += f", {self.failures} failed"
        line += f", {self.bytes / 1_000_000:.1f} MB"
        if self.seconds_left is None or not self.waiting:
            return line
        if self.seconds_left < _MINUTE:
            return f"{line}; about {max(self.seconds_left, 1):.0f} s for what is known so far"
        return f"{line}; about {self.seconds_left / 60:.0f} min for what is known so far"
