"""Every URL that a capture knows, and how it ended: one SQLite file beside the archive."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tinjau.capture import states

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS url (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    host TEXT NOT NULL,
    kind TEXT NOT NULL,            -- page, document, sitemap, robots, other
    source TEXT NOT NULL,          -- seed, link, sitemap, redirect, robots
    depth INTEGER NOT NULL,
    chain TEXT NOT NULL DEFAULT '', -- ids of the redirects that led here
    state TEXT NOT NULL DEFAULT 'pending',
    detail TEXT NOT NULL DEFAULT '',
    status INTEGER,
    media_type TEXT NOT NULL DEFAULT '',
    digest TEXT NOT NULL DEFAULT '',
    record_id TEXT NOT NULL DEFAULT '',
    offset INTEGER,
    length INTEGER,
    sequence INTEGER               -- order of ending: clocks may jump
);
CREATE INDEX IF NOT EXISTS url_state ON url (state);
CREATE TABLE IF NOT EXISTS robots (origin TEXT PRIMARY KEY, at REAL NOT NULL, status INTEGER, failure TEXT NOT NULL,
    is_html INTEGER NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
"""

KeptRobots = tuple[str, float, int | None, str, bool, bytes]  # origin, when, status, failure, is it HTML, body


@dataclass(frozen=True, slots=True)
class Found:
    """A URL as it is discovered. `state` other than pending means that it will never be fetched."""

    url: str
    host: str
    kind: str
    source: str
    depth: int
    chain: str = ""
    state: str = states.PENDING
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A URL that is waiting."""

    id: int
    url: str
    host: str
    kind: str
    source: str
    depth: int
    chain: str


@dataclass(frozen=True, slots=True)
class End:
    """How a URL ended, and where its record stands in the archive (None for a state without a record)."""

    url: str
    state: str
    detail: str = ""
    status: int | None = None
    media_type: str = ""
    digest: str = ""
    record_id: str = ""
    offset: int | None = None
    length: int | None = None


class Frontier:
    """The file, opened. Only `commit` and the functions that say so change it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._base.execute("PRAGMA journal_mode=WAL")
        self._base.execute("PRAGMA synchronous=FULL")
        self._base.execute("PRAGMA cache_size=-4000")
        self._base.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file; nothing is pending in it."""
        self._base.close()

    def meta(self) -> dict[str, Any]:
        """What is known of the capture as a whole."""
        return {key: json.loads(value) for key, value in self._base.execute("SELECT key, value FROM meta")}

    def commit(
        self, found: Iterable[Found], ends: Iterable[End], meta: Mapping[str, Any], robots: Iterable[KeptRobots] = ()
    ) -> list[Row]:
        """New URLs, ends, facts and rules of robots in one transaction; the new URLs that wait.

        An end of a URL that has ended already is refused: each URL ends once.
        """
        base = self._base
        base.execute("BEGIN IMMEDIATE")
        try:
            before = base.execute("SELECT coalesce(max(id), 0) FROM url").fetchone()[0]
            base.executemany(
                "INSERT OR IGNORE INTO url (url, host, kind, source, depth, chain, state, detail)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                ((f.url, f.host, f.kind, f.source, f.depth, f.chain, f.state, f.detail) for f in found),
            )
            sequence = base.execute("SELECT coalesce(max(sequence), 0) FROM url").fetchone()[0]
            for end in ends:
                sequence += 1
                self._end(end, sequence)
            added = base.execute("SELECT count(*) FROM url WHERE id > ?", (before,)).fetchone()[0]
            self._set("discovered", self._get("discovered", 0) + added)
            for key, value in meta.items():
                self._set(key, value)
            base.executemany("INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?, ?, ?)", robots)
            base.execute("COMMIT")
        except BaseException:
            if base.in_transaction:
                base.execute("ROLLBACK")
            raise
        return self.waiting(after=before)

    def waiting(self, after: int = 0) -> list[Row]:
        """The URLs that wait, in the order of their discovery."""
        rows = self._base.execute(
            "SELECT id, url, host, kind, source, depth, chain FROM url WHERE id > ? AND state = ? ORDER BY id",
            (after, states.PENDING),
        )
        return [Row(*row) for row in rows]

    def known(self, url: str) -> Row | None:
        """A URL that was discovered, whatever became of it."""
        row = self._base.execute(
            "SELECT id, url, host, kind, source, depth, chain FROM url WHERE url = ?", (url,)
        ).fetchone()
        return Row(*row) if row else None

    def counts(self) -> dict[str, int]:
        """How many URLs are in each state."""
        return dict(self._base.execute("SELECT state, count(*) FROM url GROUP BY state ORDER BY count(*) DESC, state"))

    def select(self, query: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Rows of a query that only reads; `query` is a constant of the program, never made of input."""
        yield from self._base.execute(query, values)

    def robots(self, origin: str) -> tuple[float, int | None, str, bool, bytes] | None:
        """A remembered answer and its age's start."""
        row = self._base.execute(
            "SELECT at, status, failure, is_html, body FROM robots WHERE origin = ?", (origin,)
        ).fetchone()
        return (row[0], row[1], row[2], bool(row[3]), row[4]) if row else None

    def _end(self, end: End, sequence: int) -> None:
        changed = self._base.execute(
            "UPDATE url SET state = ?, detail = ?, status = ?, media_type = ?, digest = ?, record_id = ?, offset = ?,"
            " length = ?, sequence = ? WHERE url = ? AND state = ?",
            (end.state, end.detail, end.status, end.media_type, end.digest, end.record_id, end.offset, end.length,
             sequence, end.url, states.PENDING),
        ).rowcount  # fmt: skip
        if changed != 1:
            raise AssertionError(f"a URL that is not waiting cannot end: {end.url}")

    def all_rows(self) -> Iterator[tuple[Row, str]]:
        """Every URL with its state, in the order of discovery."""
        for row in self._base.execute("SELECT id, url, host, kind, source, depth, chain, state FROM url ORDER BY id"):
            yield Row(*row[:7]), row[7]

    def suppress(self, rule: str) -> int:
        """End everything that waits as `suppressed(rule)` (its own transaction); how many."""
        return self._base.execute(
            "UPDATE url SET state = ? WHERE state = ?", (states.suppressed(rule), states.PENDING)
        ).rowcount

    def reopen(self, rule: str) -> int:
        """Let URLs that `suppressed(rule)` left out wait again (its own transaction); how many."""
        return self._base.execute(
            "UPDATE url SET state = ?, detail = '', sequence = NULL WHERE state = ?",
            (states.PENDING, states.suppressed(rule)),
        ).rowcount

    def reopen_unanswered(self) -> int:
        """Let everything wait again that failed in a way that may pass (its own transaction); how many.

        What robots.txt was said to be is forgotten, so that it is asked for anew.
        """
        base = self._base
        passing = (
            "(state LIKE 'net_error%' OR state LIKE 'http_error(5%' OR state IN ('http_error(429)', 'blocked(robots)'))"
        )
        base.execute("BEGIN IMMEDIATE")
        gone = base.execute(f"DELETE FROM url WHERE kind = 'robots' AND {passing}").rowcount  # noqa: S608 - a constant
        self._set("discovered", self._get("discovered", 0) - gone)
        count = base.execute(
            f"UPDATE url SET state = ?, detail = '', status = NULL, record_id = '', offset = NULL, length = NULL,"  # noqa: S608
            f" sequence = NULL WHERE {passing}",
            (states.PENDING,),
        ).rowcount
        base.execute("COMMIT")
        return count

    def _get(self, key: str, default: Any) -> Any:
        row = self._base.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else default

    def _set(self, key: str, value: Any) -> None:
        self._base.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, json.dumps(value)))
