"""A capture told honestly: the manifest, made of the frontier."""

from collections.abc import Mapping
from typing import Any

from tinjau.archive import Failure, HostReport, Manifest, sha256_of
from tinjau.capture import states
from tinjau.capture.client import now, user_agent
from tinjau.capture.fetching import Fetcher
from tinjau.capture.frontier import Frontier
from tinjau.capture.settings import CaptureSettings
from tinjau.capture.store import Store
from tinjau.capture.urls import Scope

_MOST_FAILURES = 1_000
# Left out without loss: the same content stands under another address, or it is no page.
_NO_LOSS = tuple(
    states.suppressed(rule)
    for rule in ("near-duplicate", "path-repeat", "facets", "malformed", "media", "length", "refresh")
)
_DETERMINED = (states.OK, states.http_error(404), states.http_error(410))
_PAGES = "kind = 'page' AND status BETWEEN 200 AND 299 AND media_type IN ('text/html', 'application/xhtml+xml')"


def pages_of(frontier: Frontier) -> int:
    """HTML pages with a 2xx status."""
    return int(next(frontier.select(f"SELECT count(*) FROM url WHERE {_PAGES}"))[0])  # noqa: S608 - a constant


def documents_of(frontier: Frontier) -> int:
    """Documents with a 2xx status."""
    query = "SELECT count(*) FROM url WHERE kind = 'document' AND status BETWEEN 200 AND 299"
    return int(next(frontier.select(query))[0])


def completeness_of(frontier: Frontier) -> float | None:
    """The share of the pages in scope whose content, or whose absence, is known; None before anything was discovered.

    Where nothing in scope may be asked for, nothing is known: 0.
    """
    total = known = 0
    for state, count in frontier.select(
        "SELECT state, count(*) FROM url WHERE kind = 'page' AND state NOT LIKE 'blocked(s%' GROUP BY state"
    ):
        if state in _NO_LOSS:
            continue
        total += count
        known += count if state in _DETERMINED else 0
    if not total:
        return 0.0 if frontier.counts() else None
    return known / total


def assert_conservation(frontier: Frontier) -> dict[str, int]:
    """The law: every discovered URL is in exactly one state, and has a record exactly where its state says so.

    The counts of the states, whose sum is what was discovered. Raises AssertionError where that is not so.
    """
    counts = frontier.counts()
    discovered = int(frontier.meta().get("discovered", 0))
    if sum(counts.values()) != discovered:
        raise AssertionError(f"{discovered} URLs were discovered, but {sum(counts.values())} are accounted for")
    for state, with_record, count in frontier.select(
        "SELECT state, offset IS NOT NULL, count(*) FROM url GROUP BY 1, 2"
    ):
        if bool(with_record) != states.has_record(state):
            raise AssertionError(f"{count} URLs in state {state} {'have' if with_record else 'lack'} a record")
    return counts


def manifest_of(
    store: Store,
    fetcher: Fetcher | None,
    scope: Scope,
    urls: tuple[str, ...],
    settings: CaptureSettings,
    *,
    ended: bool,
) -> Manifest:
    """What is known now. `ended` says that nothing is left to be captured."""
    frontier = store.frontier
    counts = assert_conservation(frontier)
    meta = frontier.meta()
    hosts = tuple(dict.fromkeys(host for host, _ in sorted(scope.sites)))
    return Manifest(
        archive=store.archive.name,
        urls=urls,
        settings=settings.as_dict(),
        started=str(meta.get("started", "")),
        ended=now(),
        complete=ended,
        pages=pages_of(frontier),
        discovered=sum(counts.values()),
        states=counts,
        completeness=completeness_of(frontier) if ended else None,
        failures=_failures(frontier),
        hosts=tuple(host for host in hosts if _is_used(frontier, host)) or hosts[:1],
        host_reports=tuple(_host_report(frontier, fetcher, host) for host in hosts if _is_used(frontier, host)),
        notes=_notes(meta),
        bytes=store.length,
        sha256=sha256_of(store.archive) if ended else "",
        sessions=int(meta.get("sessions", 1)),
        tool=user_agent(""),
        suppressed={
            state.removeprefix("suppressed(").removesuffix(")"): count
            for state, count in counts.items()
            if state.startswith("suppressed")
        },
    )


def _failures(frontier: Frontier) -> tuple[Failure, ...]:
    rows = frontier.select(
        "SELECT url, state, detail FROM url WHERE state LIKE 'net_error%' OR state LIKE 'http_error%'"
        " OR state LIKE 'ok_truncated%' OR state IN ('blocked(robots)', 'blocked(ssrf)') ORDER BY sequence, id LIMIT ?",
        (_MOST_FAILURES,),
    )
    return tuple(Failure(url[:500], state, detail) for url, state, detail in rows)


def _is_used(frontier: Frontier, host: str) -> bool:
    return next(frontier.select("SELECT 1 FROM url WHERE host = ? LIMIT 1", (host,)), None) is not None


def _host_report(frontier: Frontier, fetcher: Fetcher | None, host: str) -> HostReport:
    pages = int(next(frontier.select(f"SELECT count(*) FROM url WHERE host = ? AND {_PAGES}", (host,)))[0])  # noqa: S608
    said = fetcher.host(host).robots.values() if fetcher and host in fetcher.hosts else ()
    robots = "; ".join(dict.fromkeys(each.why for each in said))
    return HostReport(host, pages, robots, "" if pages else _problem(frontier, host))


def _problem(frontier: Frontier, host: str) -> str:
    """Why a host gave no page: the commonest end of its pages, with one example in words."""
    row = next(
        frontier.select(
            "SELECT state, max(detail), count(*) FROM url WHERE host = ? AND kind = 'page' AND state != 'pending'"
            " GROUP BY state ORDER BY count(*) DESC LIMIT 1",
            (host,),
        ),
        None,
    )
    if row is None:
        return "nothing was asked of it"
    return f"{row[0]}: {row[1]}" if row[1] else str(row[0])


def _notes(meta: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(note) for note in meta.get("notes", ()))


def is_same_target(meta: Mapping[str, Any], urls: tuple[str, ...]) -> bool:
    """Whether an earlier session captured the same addresses."""
    return sorted(meta.get("urls", urls)) == sorted(urls)


__all__ = ["assert_conservation", "completeness_of", "documents_of", "is_same_target", "manifest_of", "pages_of"]
