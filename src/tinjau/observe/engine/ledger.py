"""What is kept of every address and page of a site: in memory while it is little, on disk beyond that.

A site of a hundred thousand pages must not take more memory than one of a thousand. Entries beyond the first of a table
stand in a database file without a name, which the system forgets as it is opened: nothing is left behind, however the
program ends. Its keys are hashes of 64 bits and its values small, so that the number of addresses bounds what it takes
and not their length. Of a million addresses two share a key with a probability of 3 in 10^8.
"""

import marshal
import sqlite3
import tempfile
from collections.abc import Callable, Hashable
from functools import lru_cache, partial
from types import TracebackType
from typing import IO, Any, Generic, TypeVar

_FEW = 1_000  # entries of a table that stay in memory
_LOOKED = 1_024  # entries from disk that are remembered: pages of one part of a site link to one another
_CACHE = 1_024  # KiB of the database that stay in memory
_SMALL = 64 << 10  # bytes of a file that stay in memory; all four: project choices, measured
_T = TypeVar("_T")


class Ledger:
    """The tables and files of one observation. Use as a context; everything on disk goes with it."""

    def __init__(self) -> None:
        self._database: sqlite3.Connection | None = None
        self._tables = 0
        self._files: list[IO[bytes]] = []

    def __enter__(self) -> "Ledger":
        """Open until the block ends."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Drop everything."""
        for each in self._files:
            each.close()
        if self._database is not None:
            self._database.close()

    def file(self) -> IO[bytes]:
        """A new file for writing and reading, in memory while it is small."""
        made = tempfile.SpooledTemporaryFile(max_size=_SMALL)  # noqa: SIM115 - closed by __exit__
        self._files.append(made)
        return made

    def opened(self) -> tuple[sqlite3.Connection, str]:
        """The database, and the name of a new table in it."""
        if self._database is None:
            self._database = sqlite3.connect("", isolation_level=None)  # a file of its own, without a name
            for setting in ("journal_mode=OFF", "synchronous=OFF", f"cache_size=-{_CACHE}"):
                self._database.execute(f"PRAGMA {setting}")
            self._database.execute("BEGIN")  # never ended: nothing of it is to last
        self._tables += 1
        name = f"t{self._tables}"
        self._database.execute(f"CREATE TABLE {name} (key INTEGER PRIMARY KEY, value BLOB)")
        return self._database, name


class Table(Generic[_T]):
    """Values by key: a text, or a number. `make` makes a value, never None, of the plain ones that it is written as."""

    def __init__(self, ledger: Ledger, make: Callable[[Any], _T]) -> None:
        self._ledger, self._make = ledger, make
        self._few: dict[Hashable, _T] = {}
        self._looked: Callable[[Hashable], _T | None] | None = None
        self._execute: Any = None
        self._query = ""
        self._more = 0  # entries on disk

    def __len__(self) -> int:
        """The number of entries."""
        return len(self._few) + self._more

    def __contains__(self, key: Hashable) -> bool:
        """Whether there is an entry."""
        return self.get(key) is not None

    def get(self, key: Hashable) -> _T | None:
        """The value; None where there is none."""
        found = self._few.get(key)
        return found if found is not None or self._looked is None else self._looked(key)

    def put(self, key: Hashable, value: _T) -> None:
        """Set the value."""
        if key in self._few or len(self._few) < _FEW:
            self._few[key] = value
            return
        looked: Any = self._looked or self._open()
        self._more += looked(key) is None
        self._execute(self._query, (hash(key), marshal.dumps(_plain(value))))
        looked.cache_clear()

    def _open(self) -> Any:
        database, name = self._ledger.opened()
        self._execute = database.execute
        self._query = f"INSERT OR REPLACE INTO {name} VALUES (?, ?)"  # noqa: S608 - the same
        query = f"SELECT value FROM {name} WHERE key = ?"  # noqa: S608 - the name is ours
        self._looked = lru_cache(maxsize=_LOOKED)(partial(_read, database.execute, query, self._make))
        return self._looked


def _plain(value: Any) -> Any:
    """Exact tuples: marshal takes no subclasses."""
    return tuple(value) if isinstance(value, tuple) else value


def _read(execute: Any, query: str, make: Callable[[Any], _T], key: Hashable) -> _T | None:
    row = execute(query, (hash(key),)).fetchone()
    return None if row is None else make(marshal.loads(row[0]))  # noqa: S302 - written by us above
