"""A capture from its first request to its manifest."""

import asyncio
import contextlib
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tinjau.archive import Manifest, read_manifest, write_manifest
from tinjau.capture import states
from tinjau.capture.client import Client, now
from tinjau.capture.connecting import Door
from tinjau.capture.discovery import Discovery
from tinjau.capture.fetching import Fetcher, Stopped
from tinjau.capture.frontier import End, Row
from tinjau.capture.handling import Handler
from tinjau.capture.progress import Progress
from tinjau.capture.records import warcinfo
from tinjau.capture.reporting import documents_of, is_same_target, manifest_of, pages_of
from tinjau.capture.settings import CaptureSettings
from tinjau.capture.shapes import family
from tinjau.capture.store import Store
from tinjau.capture.urls import Scope, Url, parse
from tinjau.capture.variety import Queue
from tinjau.model import InputError, InterruptedRun

Tell = Callable[[Progress], None]

_MENU = 1  # the depth of what the home page links to: never left out as a copy unseen
_TELL_EVERY = 3.0  # seconds between two lines of progress


class Crawl:
    """One session of a capture. Several sessions, each begun where the last was killed, make the same archive."""

    def __init__(self, urls: tuple[Url, ...], store: Store, settings: CaptureSettings, door: Door, tell: Tell) -> None:
        self.urls, self.store, self.settings, self._tell = urls, store, settings, tell
        self.stop = asyncio.Event()
        meta = store.frontier.meta()
        extra = tuple(parse(text) for text in meta.get("scope_extra", ()))
        self.discovery = Discovery(Scope.of((*urls, *extra)), door, settings)
        self.client = Client(door, settings)
        self.fetcher = Fetcher(self.client, store, settings, self.stop, self._commit)
        self.handler = Handler(self.fetcher, store, settings, self.discovery, urls)
        self._queues: dict[str, Queue] = {}
        self._news = asyncio.Event()
        self._busy = 0
        self._started = time.monotonic()
        self._told = self._started
        self._first_pages = self.pages = pages_of(store.frontier)
        self.documents = documents_of(store.frontier)
        self._earlier_requests = int(meta.get("requests", 0))
        self._earlier_seconds = float(meta.get("seconds", 0.0))
        self.exhausted = ""

    async def run(self) -> None:
        """Fetch until nothing waits or a budget is used up. Everything that ended is committed afterwards."""
        self._begin()
        workers: dict[str, asyncio.Task[None]] = {}
        stopped = asyncio.create_task(self.stop.wait())
        try:
            while self._assign(workers) and not stopped.done():
                self._news.clear()
                news = asyncio.create_task(self._news.wait())
                running = [task for task in workers.values() if not task.done()]
                await asyncio.wait([*running, news, stopped], return_when=asyncio.FIRST_COMPLETED)
                news.cancel()
        finally:  # a worker that is cut off in the middle of a request has begun nothing that is written
            stopped.cancel()
            for task in workers.values():
                task.cancel()
            await asyncio.gather(*workers.values(), return_exceptions=True)
            await self.client.close()
        self._commit()
        if self.exhausted:
            self.store.frontier.suppress(self.exhausted)
        self._say(force=True)

    def _begin(self) -> None:
        store, frontier = self.store, self.store.frontier
        meta = frontier.meta()
        for row in frontier.all_rows():
            self.discovery.remember(row[0], row[1])
        if "started" not in meta:
            store.write([warcinfo(tuple(url.text for url in self.urls), self.settings, store.archive.name)])
            found = [self.discovery.judge(url.text, "", 0, "seed", kind="page") for url in self.urls]
            store.discover(each for each in found if each is not None)
        started = meta.get("started", now())
        store.commit(started=started, urls=[url.text for url in self.urls], sessions=int(meta.get("sessions", 0)) + 1)
        self._admit(frontier.waiting())

    def _assign(self, workers: dict[str, asyncio.Task[None]]) -> bool:
        """Give every host with waiting URLs a worker; False when nobody works and nothing is to be done."""
        for task in workers.values():
            if task.done():
                task.result()  # a worker's fault is the session's
        going = not self.stop.is_set() and not self._is_spent()
        for host, queue in self._queues.items():
            if going and queue and (host not in workers or workers[host].done()):
                workers[host] = asyncio.create_task(self._work(host))
        return any(not task.done() for task in workers.values())

    async def _work(self, host: str) -> None:
        queue = self._queues[host]
        with contextlib.suppress(Stopped):
            while not self.stop.is_set() and not self._is_spent():
                if not queue:
                    self._commit()  # what was found in the last pages may be the next to fetch
                row = queue.pop()
                if row is None:
                    return
                await self._take(row)
                if self.store.due:
                    self._commit()
                self._say()

    async def _take(self, row: Row) -> None:
        url = parse(row.url)
        host = self.fetcher.host(url.host)
        if host.is_down:
            self.store.end(
                End(row.url, states.suppressed("host-down"), f"{host.failures} failures: {host.last_failure}")
            )
            return
        if row.kind == "document" and self.documents >= self.settings.max_documents:
            self.store.end(End(row.url, states.suppressed("documents")))
            return
        if row.source not in {"seed", "redirect"} and row.depth > _MENU and self.discovery.is_copy(url):
            self.store.end(End(row.url, states.suppressed("near-duplicate")))
            return
        outcome = await self.handler.handle(row, url)
        self.pages += outcome.is_page
        self.documents += outcome.is_document

    def _is_spent(self) -> bool:
        """Whether a budget of the whole capture is used up; then `exhausted` says which rule leaves out the rest."""
        settings = self.settings
        if self.seconds >= settings.max_seconds:
            self.exhausted = "time"
        elif (
            self.pages >= settings.max_pages
            or self.store.length >= settings.max_bytes
            or self._earlier_requests + self.client.requests >= settings.max_requests
        ):
            self.exhausted = "budget"
        return bool(self.exhausted)

    @property
    def seconds(self) -> float:
        """Seconds of work in all sessions."""
        return self._earlier_seconds + time.monotonic() - self._started

    def _commit(self) -> None:
        scope_extra = self.handler.scope_extra
        rows = self.store.commit(
            requests=self._earlier_requests + self.client.requests, seconds=round(self.seconds, 1),
            notes=self.handler.notes, **({"scope_extra": scope_extra} if scope_extra else {}),
        )  # fmt: skip
        self._admit(rows)

    def _admit(self, rows: list[Row]) -> None:
        for row in rows:
            self._queues.setdefault(row.host, Queue()).push(row, family(parse(row.url)))
        if rows:
            self._news.set()

    def _say(self, *, force: bool = False) -> None:
        moment = time.monotonic()
        if not force and moment - self._told < _TELL_EVERY:
            return
        self._told = moment
        waiting = sum(map(len, self._queues.values()))
        fresh = self.pages - self._first_pages
        spent = moment - self._started
        left = None
        if self.client.requests and fresh:
            rest = min(waiting, (self.settings.max_pages - self.pages) * self.client.requests / fresh)
            left = max(0.0, rest) * spent / self.client.requests
        self._tell(
            Progress(
                pages=self.pages,
                max_pages=self.settings.max_pages,
                documents=self.documents,
                waiting=0 if self.exhausted else waiting,
                failures=self.handler.failures,
                bytes=self.store.length,
                seconds=self.seconds,
                seconds_left=left,
            )
        )


def run_capture(
    urls: tuple[str, ...], out: Path, settings: CaptureSettings, tell: Tell, door: Door | None = None
) -> Manifest:
    """Capture the addresses into `out`, or go on where an earlier call was stopped; what `capture` says."""
    door = door or Door.of(allow_private=settings.allow_private, timeout=settings.connect_timeout)
    seeds = _seeds(urls, door)
    texts = tuple(url.text for url in seeds)
    store = Store(out)
    try:
        meta = store.frontier.meta()
        if not is_same_target(meta, texts):
            raise InputError(
                str(out), "", f"it is the capture of other addresses ({', '.join(meta['urls'][:3])})",
                "Give --out another name",
            )  # fmt: skip
        if not _has_work(store, settings):
            known = read_manifest(out)
            if known is not None and known.complete:
                return known
        return asyncio.run(_session(seeds, store, settings, door, tell))
    finally:
        store.close()


async def _session(seeds: tuple[Url, ...], store: Store, settings: CaptureSettings, door: Door, tell: Tell) -> Manifest:
    crawl = Crawl(seeds, store, settings, door, tell)
    texts = tuple(url.text for url in seeds)
    scope = crawl.discovery.scope
    write_manifest(store.archive, manifest_of(store, None, scope, texts, settings, ended=False))
    with _stopped_by_signals(crawl.stop):
        await crawl.run()
    ended = not crawl.stop.is_set()
    manifest = manifest_of(store, crawl.fetcher, crawl.discovery.scope, texts, settings, ended=ended)
    write_manifest(store.archive, manifest)
    if not ended:
        waiting = manifest.states.get(states.PENDING, 0)
        raise InterruptedRun(
            f"{store.archive}: stopped after {manifest.pages} pages with {waiting} addresses waiting; "
            "call the same command again to go on"
        )
    return manifest


def _has_work(store: Store, settings: CaptureSettings) -> bool:
    """Whether something waits, or can wait again: a larger budget, or another day after a capture without a page."""
    frontier = store.frontier
    meta = frontier.meta()
    if "started" not in meta or frontier.counts().get(states.PENDING):
        return True
    larger = pages_of(frontier) < settings.max_pages and int(meta.get("requests", 0)) < settings.max_requests
    reopened = frontier.reopen("budget") if larger and store.length < settings.max_bytes else 0
    if documents_of(frontier) < settings.max_documents:
        reopened += frontier.reopen("documents")
    if float(meta.get("seconds", 0)) < settings.max_seconds:
        reopened += frontier.reopen("time")
    if not pages_of(frontier):  # the site, or our own network, may have been down
        reopened += frontier.reopen_unanswered()
    return bool(reopened)


def _seeds(urls: tuple[str, ...], door: Door) -> tuple[Url, ...]:
    if not urls:
        raise InputError("URL", "", "no address was given", "Write it as https://name.go.id")
    seeds: dict[str, Url] = {}
    for text in urls:
        try:
            url = parse(text)
        except Exception as error:
            raise InputError(
                text[:200], "", f"this is no address that can be captured ({error})", "Write it as https://name.go.id"
            ) from error
        why = door.refusal(url.host, url.port)
        if why:
            raise InputError(text[:200], "", why, "Add --allow-private to capture inside a network or at another port")
        seeds[url.text] = url
    return tuple(seeds.values())


@contextlib.contextmanager
def _stopped_by_signals(stop: asyncio.Event) -> Iterator[None]:
    """Ctrl-C and a polite kill end the session after the page at hand; without a main thread nothing is changed."""
    loop = asyncio.get_running_loop()
    caught: list[signal.Signals] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stop.set)
            caught.append(number)
    try:
        yield
    finally:
        for each in caught:
            loop.remove_signal_handler(each)
