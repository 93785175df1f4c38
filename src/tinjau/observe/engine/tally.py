"""How often numbers were met: a dictionary while they are few, beyond that sorted arrays of twelve bytes a number."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_FEW = 8_000  # numbers in the dictionary, which takes ten times as much; project choice


class Tally:
    """Counts numbers of 64 bits."""

    def __init__(self) -> None:
        self._new: Counter[int] = Counter()
        self._keys: NDArray[np.int64] = np.empty(0, np.int64)
        self._counts: NDArray[np.int32] = np.empty(0, np.int32)

    def __len__(self) -> int:
        """How many different numbers are known."""
        return len(self._new) + len(self._keys)

    def add(self, numbers: set[int]) -> None:
        """Count each number once."""
        if not len(self._keys):
            self._new.update(numbers)
        else:
            asked = np.fromiter(numbers, np.int64, len(numbers))
            at = np.minimum(self._keys.searchsorted(asked), len(self._keys) - 1)
            known = self._keys[at] == asked
            self._counts[at[known]] += 1
            self._new.update(asked[~known].tolist())
        if len(self._new) > _FEW:
            self._sort()

    def drop(self, rare: int) -> None:
        """Forget numbers that were met so often or less."""
        self._new = Counter({number: count for number, count in self._new.items() if count > rare})
        often = self._counts > rare
        self._keys, self._counts = self._keys[often], self._counts[often]

    def at_least(self, count: float) -> Iterator[int]:
        """The numbers that were met so often or more."""
        yield from (number for number, times in self._new.items() if times >= count)
        yield from self._keys[self._counts >= count].tolist()

    def _sort(self) -> None:
        keys = np.concatenate([self._keys, np.fromiter(self._new.keys(), np.int64, len(self._new))])
        counts = np.concatenate([self._counts, np.fromiter(self._new.values(), np.int32, len(self._new))])
        order = keys.argsort()
        self._keys, self._counts = keys[order], counts[order]
        self._new.clear()
