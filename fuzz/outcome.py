"""What a run has shown so far: counted, told from time to time, and kept so that an interrupted run goes on."""

import json
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

DEAREST = 3  # batches whose pages are looked at one by one at the end
WARM = 20  # batches after which caches and the allocator are as large as they get; project choice
_EVERY = 50  # batches between two looks at memory; an interrupted run loses no more
_OFTEN = 30.0  # seconds between two lines of progress


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page, or a batch of them, that did what none may. `page` is kept so that it can become a case."""

    seed: str
    kind: str  # crash | slow | unsteady
    detail: str
    page: bytes = b""


@dataclass(slots=True)
class Outcome:
    """What a run showed. `observed` counts a page again that was observed again.

    `slowest` is the dearest single page, in CPU seconds, of the `dearest` batches (cost and name): no page costs more
    than its batch. Memory is the resident size of one process in MB, once it is warm and at the end; `memory` holds
    (pages, MB) over time, those of an interrupted process included.
    """

    pages: int = 0
    observed: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    memory_early: float = 0.0
    memory_late: float = 0.0
    troubles: list[Trouble] = field(default_factory=list)
    batches: int = 0
    memory: list[tuple[int, float]] = field(default_factory=list)
    dearest: list[tuple[float, str]] = field(default_factory=list)

    def sample(self, size: float, *, warm: bool) -> None:
        """Note the memory of this moment; the first of a warm process is what the last is compared with."""
        self.memory.append((self.pages, round(size, 1)))
        self.memory_late = size
        if warm and not self.memory_early:
            self.memory_early = size


class Progress:
    """When to look, and what to say, in a part of `total` batches of which `start` were done before."""

    def __init__(self, total: int, start: int, tell: Callable[[str], None], name: str) -> None:
        self.count = 0
        self._todo, self._total, self._tell, self._name = total - start, total, tell, name
        self._warm = min(WARM, max(1, self._todo // 4))
        self._began = self._told = time.monotonic()

    @property
    def warm(self) -> bool:
        """Whether this process has seen enough to be as large as it gets."""
        return self.count >= self._warm

    def looks(self) -> bool:
        """Count a batch; whether to look now."""
        self.count += 1
        return self.count == self._warm or self.count % _EVERY == 0

    def say(self, outcome: Outcome) -> None:
        """One line: how far, how large, how long still; not more often than people read."""
        now = time.monotonic()
        if now - self._told < _OFTEN:
            return
        self._told = now
        left = (now - self._began) / self.count * (self._todo - self.count)
        self._tell(
            f"{self._name}: batch {outcome.batches:,} of {self._total:,}, {outcome.pages:,} pages, "
            f"{outcome.memory_late:.0f} MB, {len(outcome.troubles)} troubles, about {left / 60:.0f} minutes left"
        )


def load(path: Path | None) -> Outcome:
    """What an interrupted part left; nothing where there is no file. Early and late memory are this process's own."""
    if path is None or not path.is_file():
        return Outcome()
    data = json.loads(path.read_text(encoding="utf-8"))
    data["troubles"] = [Trouble(**{**each, "page": bytes.fromhex(each["page"])}) for each in data["troubles"]]
    data["memory"] = [(int(pages), float(size)) for pages, size in data["memory"]]
    data["dearest"] = [(float(cost), str(name)) for cost, name in data["dearest"]]
    return Outcome(**{**data, "memory_early": 0.0})


def save(outcome: Outcome, path: Path | None) -> None:
    """Write the outcome, whole or not at all; nothing without a path."""
    if path is None:
        return
    data = asdict(outcome)
    for each in data["troubles"]:
        each["page"] = each["page"].hex()
    keep(data, path)


def keep(data: object, path: Path) -> None:
    """Write a value as JSON: the old file or the new one, never a half."""
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8") as out:
        json.dump(data, out)
        out.flush()
        os.fsync(out.fileno())
    new.replace(path)


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """The parts of a run as one: counts added up, memory of the part that grew most."""
    grown = max(outcomes, key=lambda each: each.memory_late - each.memory_early)
    return Outcome(
        sum(each.pages for each in outcomes),
        sum(each.observed for each in outcomes),
        sum(each.seconds for each in outcomes),
        max(each.slowest for each in outcomes),
        grown.memory_early,
        grown.memory_late,
        [trouble for each in outcomes for trouble in each.troubles],
        sum(each.batches for each in outcomes),
        grown.memory,
        sorted((one for each in outcomes for one in each.dearest), reverse=True)[:DEAREST],
    )
