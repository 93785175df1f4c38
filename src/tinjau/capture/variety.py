"""Which URL of a host is next: the budget is spent on variety, a sample of each kind before the hundredth news item."""

import heapq
from collections import deque
from dataclasses import dataclass, field
from typing import NamedTuple

from tinjau.capture.frontier import Row

_DEPTH_COST = 4  # pages of one family that a level of depth is worth; project choice
_HEAD_START = {"robots": -1_000, "seed": -900, "redirect": -500}  # by source
_SITEMAP_START = -400


class _Entry(NamedTuple):
    cost: float
    order: int
    family: str


@dataclass(slots=True)
class Queue:
    """The waiting URLs of one host. Deterministic: the same pushes and pops give the same order."""

    _rows: dict[str, deque[Row]] = field(default_factory=dict)
    _taken: dict[str, int] = field(default_factory=dict)
    _heap: list[_Entry] = field(default_factory=list)
    _size: int = 0

    def __len__(self) -> int:
        return self._size

    def push(self, row: Row, family: str) -> None:
        """A URL that waits, and the family of pages it belongs to."""
        if row.source in _HEAD_START or row.kind == "sitemap":
            family = f"{row.source} {row.kind} {row.id}"
        rows = self._rows.setdefault(family, deque())
        rows.append(row)
        self._size += 1
        if len(rows) == 1:
            self._offer(family)

    def pop(self) -> Row | None:
        """The next URL; None when none waits."""
        if not self._heap:
            return None
        family = heapq.heappop(self._heap).family
        rows = self._rows[family]
        row = rows.popleft()
        self._size -= 1
        self._taken[family] = self._taken.get(family, 0) + 1
        if rows:
            self._offer(family)
        else:
            del self._rows[family]
        return row

    def drain(self) -> list[Row]:
        """All that wait; none waits afterwards."""
        rows = [row for family in self._rows.values() for row in family]
        self._rows, self._heap, self._size = {}, [], 0
        return rows

    def _offer(self, family: str) -> None:
        row = self._rows[family][0]
        start = _SITEMAP_START if row.kind == "sitemap" else _HEAD_START.get(row.source, 0)
        cost = start + self._taken.get(family, 0) + _DEPTH_COST * row.depth
        heapq.heappush(self._heap, _Entry(cost, row.id, family))
