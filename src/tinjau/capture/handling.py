"""What is done with one URL of the frontier: asked for, judged, written, and what it points to discovered."""

from dataclasses import dataclass, field

from tinjau.archive.decoding import decode
from tinjau.capture import states
from tinjau.capture.client import Exchange
from tinjau.capture.connecting import Failed, Refused
from tinjau.capture.discovery import Discovery
from tinjau.capture.fetching import Fetcher
from tinjau.capture.frontier import End, Found, Row
from tinjau.capture.judging import Verdict, judge
from tinjau.capture.records import answered, failed
from tinjau.capture.settings import CaptureSettings
from tinjau.capture.shapes import directory
from tinjau.capture.sitemaps import MAX_DEPTH, MAX_FILES, MAX_HELD, read_sitemap
from tinjau.capture.store import Store
from tinjau.capture.urls import Scope, Unusable, Url, parse, same_site

_SITEMAP_PAGE_DEPTH = 2  # a page that only a sitemap names is as deep as one that the home page's targets name
_MOST_NOTES = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a handled URL counts as."""

    is_page: bool = False
    is_document: bool = False


@dataclass(slots=True)
class Handler:
    """Handles URLs of all hosts. `notes` and `scope_extra` are for the manifest and for the next session."""

    fetcher: Fetcher
    store: Store
    settings: CaptureSettings
    discovery: Discovery
    seeds: tuple[Url, ...]
    notes: list[str] = field(default_factory=list)
    scope_extra: list[str] = field(default_factory=list)
    failures: int = 0

    def __post_init__(self) -> None:
        meta = self.store.frontier.meta()
        self.notes = [str(note) for note in meta.get("notes", ())]
        self.scope_extra = [str(text) for text in meta.get("scope_extra", ())]

    async def handle(self, row: Row, url: Url) -> Outcome:
        """Fetch the URL and put its end, its records and what it points to into the store."""
        known_origin = url.origin in self.fetcher.host(url.host).robots
        robots = await self.fetcher.robots(url)
        if not known_origin and not robots.unreachable:
            self._sitemaps(url, robots.sitemaps)
        if robots.unreachable:
            if states.has_record(robots.unreachable):
                self._failed(row, robots.unreachable, robots.why)
            else:
                self.store.end(End(row.url, robots.unreachable, robots.why))
            return Outcome()
        if not robots.allows(url.text):
            self.store.end(End(row.url, states.blocked("robots"), robots.why))
            return Outcome()
        limit = self.settings.max_document if row.kind == "document" else self.settings.max_body
        try:
            exchange = await self.fetcher.fetch(url, limit=MAX_HELD if row.kind == "sitemap" else limit)
        except Refused as error:
            self.store.end(End(row.url, states.blocked("ssrf"), str(error)))
            return Outcome()
        except Failed as error:
            self._failed(row, states.net_error(error.reason), str(error))
            return Outcome()
        return self._answered(row, exchange)

    def _answered(self, row: Row, exchange: Exchange) -> Outcome:
        verdict = judge(exchange, max_links=self.settings.max_links)
        state, detail = verdict.state, verdict.detail
        if exchange.tls_problem:
            self._note(
                f"{exchange.url.host}: the certificate is not valid ({exchange.tls_problem}); captured all the same"
            )
        if verdict.location:
            state, detail = self._redirect(row, exchange.url, verdict)
        if row.kind == "sitemap" and not verdict.location and state.startswith("ok"):
            detail = self._sitemap(row, exchange)
        elif verdict.links is not None and row.kind in {"page", "other", "document"}:
            self._follow(row, exchange, verdict)
        self.failures += not state.startswith("ok")
        end = End(row.url, state, detail[:500], exchange.message.status, verdict.media_type)
        self.store.end(end, answered(exchange))
        is_document = row.kind == "document" and 200 <= exchange.message.status < 300
        return Outcome(is_page=verdict.is_page and row.kind == "page", is_document=is_document)

    def _failed(self, row: Row, state: str, detail: str) -> None:
        self.failures += 1
        self.store.end(End(row.url, state, detail[:500]), (failed(row.url, state, detail),))

    def _follow(self, row: Row, exchange: Exchange, verdict: Verdict) -> None:
        links = verdict.links
        if links is None:
            return
        url = exchange.url
        base = url.text
        if links.base:
            try:
                base = parse(links.base, base).text
            except Unusable:
                base = url.text
        if not verdict.state.startswith("http_error"):
            self.discovery.neighbourhoods.add(directory(url), exchange.message.decoded.body)
        self.store.discover(self.discovery.links(links.references, base, row.depth + 1))
        chain = _chain(row)
        for target in links.refresh:
            rule = "" if len(chain.split(",")) <= self.settings.max_redirects else states.suppressed("refresh")
            found = self.discovery.judge(target, base, row.depth, "redirect", chain)
            if found is not None and rule and found.state == states.PENDING:
                found = Found(found.url, found.host, found.kind, found.source, found.depth, chain, rule)
            self.store.discover([found] if found else [])

    def _redirect(self, row: Row, url: Url, verdict: Verdict) -> tuple[str, str]:
        """The end of a URL that redirects; its target is discovered with the way that led there."""
        chain = _chain(row)
        try:
            target = parse(verdict.location, url.text)
        except Unusable as error:
            found = self.discovery.judge(verdict.location, url.text, row.depth, "redirect", chain)
            self.store.discover([found] if found else [])
            return states.OK, f"{verdict.detail}: {error.why}"
        if target.text == row.url or self._is_in_chain(target.text, chain):
            return states.net_error("redirect_loop"), f"redirects in a circle, to {target.text[:300]}"
        if len(chain.split(",")) > self.settings.max_redirects:
            return states.net_error("redirect_loop"), f"more than {self.settings.max_redirects} redirects"
        if not self.discovery.scope.holds(target) and self._leads_seed_home(row, target):
            self.discovery.scope = Scope(self.discovery.scope.sites | Scope.of([target]).sites)
            self.scope_extra.append(target.text)
            self._note(
                f"{url.host} redirects to {target.host}, which belongs to the same site and was captured with it"
            )
        kind = "page" if row.source == "seed" else row.kind if row.kind == "sitemap" else ""
        found = self.discovery.judge(target.text, url.text, row.depth, "redirect", chain, kind)
        if found is not None:
            self.store.discover([found])
            if found.state.startswith("blocked") and row.source == "seed":
                self._note(f"{row.url} redirects to {target.text[:200]}, which was not captured: {found.state}")
        return verdict.state, verdict.detail

    def _leads_seed_home(self, row: Row, target: Url) -> bool:
        """Whether a given address itself leads there, to a host of the same office."""
        started = row.source == "seed" or (row.source == "redirect" and row.depth == 0)
        return started and any(same_site(seed.host, target.host) for seed in self.seeds)

    def _is_in_chain(self, text: str, chain: str) -> bool:
        known = self.store.frontier.known(text)
        return known is not None and str(known.id) in chain.split(",")

    def _sitemaps(self, url: Url, named: list[str]) -> None:
        """Sitemaps that robots.txt names, and the one in the usual place."""
        usual = [f"{url.origin}/sitemap.xml"] if url.origin in {seed.origin for seed in self.seeds} else []
        for text in dict.fromkeys([*named, *usual]):
            self._sitemap_found(text, url, 1, "robots")

    def _sitemap_found(self, text: str, url: Url, depth: int, source: str) -> bool:
        host = self.fetcher.host(url.host)
        if host.sitemaps >= MAX_FILES:
            return False
        found = self.discovery.judge(text, url.text, depth, source, kind="sitemap")
        if found is None:
            return True
        if depth > MAX_DEPTH and found.state == states.PENDING:
            found = Found(found.url, found.host, "sitemap", source, depth, "", states.suppressed("depth"))
        elif found.state == states.PENDING:
            host.sitemaps += 1
        self.store.discover([found])
        return True

    def _sitemap(self, row: Row, exchange: Exchange) -> str:
        message = exchange.message
        body = message.decoded.body
        if body.startswith(b"\x1f\x8b"):  # a file that is gzip in itself, whatever the headers say
            body, whole = _gunzipped(body)
        else:
            whole = not message.truncated
        sitemap = read_sitemap(body, whole=whole)
        if sitemap.is_index:
            for text in sitemap.urls:
                if not self._sitemap_found(text, exchange.url, row.depth + 1, "sitemap"):
                    return f"more than {MAX_FILES} sitemaps: the rest is not read"
        else:
            depth = _SITEMAP_PAGE_DEPTH
            self.store.discover(self.discovery.links(sitemap.urls, exchange.url.text, depth, "sitemap"))
        if sitemap.fault:
            self._note(f"{row.url}: {sitemap.fault}")
        return sitemap.fault

    def _note(self, text: str) -> None:
        if text not in self.notes and len(self.notes) < _MOST_NOTES:
            self.notes.append(text)


def _chain(row: Row) -> str:
    return f"{row.chain},{row.id}" if row.chain else str(row.id)


def _gunzipped(body: bytes) -> tuple[bytes, bool]:
    done = decode(body, "", "gzip", MAX_HELD)
    return done.body, not done.truncated
