"""One URL, fetched as its host allows: the pauses, the attempts, and what robots.txt says."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tinjau.archive import Encoded
from tinjau.capture import states
from tinjau.capture.client import Client, Exchange
from tinjau.capture.connecting import Failed, Refused
from tinjau.capture.frontier import End, Found
from tinjau.capture.judging import judge
from tinjau.capture.politeness import LATER, TRY_AGAIN, HostState, back_off, retry_after
from tinjau.capture.records import answered, failed
from tinjau.capture.robots import MAX_AGE, MAX_BYTES, MAX_REDIRECTS, Answer, Robots, read_robots
from tinjau.capture.settings import CaptureSettings
from tinjau.capture.store import Store
from tinjau.capture.urls import Unusable, Url, parse

_AGAIN = frozenset({"reset", "unreachable", "timeout", "dns"})  # failures that may pass
_NET_ATTEMPTS = 2


class Stopped(Exception):
    """The capture is to end now; what was under way was never begun."""


@dataclass(slots=True)
class Fetcher:
    """Fetches for all hosts of a capture. `stopping` says whether the capture is to end."""

    client: Client
    store: Store
    settings: CaptureSettings
    stop: asyncio.Event
    pausing: Callable[[], None]
    hosts: dict[str, HostState] = field(default_factory=dict)

    def host(self, name: str) -> HostState:
        """What is known of a host."""
        if name not in self.hosts:
            self.hosts[name] = HostState(self.settings)
        return self.hosts[name]

    async def fetch(self, url: Url, *, limit: int) -> Exchange:
        """The answer, after as many attempts as are due. Raises Refused, Failed or Stopped."""
        host = self.host(url.host)
        attempt = 0
        while True:
            await self._rest(host.wait())
            try:
                exchange = await self.client.get(url, limit=limit)
            except Failed as error:
                attempt += 1
                host.sent()
                if error.reason not in _AGAIN or attempt >= min(_NET_ATTEMPTS, self.settings.attempts):
                    host.failures += 1
                    host.last_failure = error.reason
                    raise
                host.sent(back_off(attempt - 1, self.settings))
                continue
            host.failures = 0
            attempt += 1
            pause = self._later(exchange, host, attempt)
            if pause is None:
                return exchange

    def _later(self, exchange: Exchange, host: HostState, attempt: int) -> float | None:
        """The pause before another attempt, or None where this answer stands. The host's clock is set."""
        status = exchange.message.status
        if status not in TRY_AGAIN:
            host.sent()
            return None
        asked = retry_after(exchange.message)
        if status in LATER:
            host.slow_down()
        if asked is not None and asked > self.settings.max_wait:
            exchange.message.notes.append(f"Retry-After of {asked:.0f} s is longer than is waited")
            host.sent()
            return None
        pause = back_off(attempt - 1, self.settings) if asked is None else asked
        host.sent(pause)
        return pause if attempt < self.settings.attempts else None

    async def _rest(self, seconds: float) -> None:
        """Wait; what is finished is made durable first where the wait is long. Raises Stopped."""
        if seconds > 0:
            if seconds > 0.05:
                self.pausing()
            try:
                async with asyncio.timeout(seconds):
                    await self.stop.wait()
            except TimeoutError:
                return
        if self.stop.is_set():
            raise Stopped

    async def robots(self, url: Url) -> Robots:
        """What the origin of this address lets us do: from memory, from the frontier, or asked for now."""
        host = self.host(url.host)
        known = host.robots.get(url.origin)
        if known is None:
            kept = self.store.frontier.robots(url.origin)
            if kept is not None and 0 <= time.time() - kept[0] < MAX_AGE:
                answer = Answer(kept[1], kept[4], kept[2], is_html=kept[3])
            else:
                answer = await self._ask_robots(url)
                if answer.status is not None and answer.status < 500:
                    said = (answer.status, answer.failure, answer.is_html, answer.body)
                    self.store.keep_robots((url.origin, time.time(), *said))
            known = host.robots[url.origin] = read_robots(answer)
            host.heard(known)
        return known

    async def _ask_robots(self, url: Url) -> Answer:
        first = parse(f"{url.origin}/robots.txt")
        target = first
        encoded: tuple[Encoded, ...] = ()
        seen = {target.text}
        for hop in range(MAX_REDIRECTS + 1):
            try:
                exchange = await self.fetch(target, limit=MAX_BYTES + 1)
            except (Refused, Failed) as error:
                state = states.net_error(error.reason) if isinstance(error, Failed) else states.blocked("ssrf")
                answer = self._robots_end(first, None, states.OK if hop else state, str(error), encoded)
                return replace(answer, state="") if hop else answer  # only the first host is the site's own
            verdict = judge(exchange, max_links=1)
            if hop == 0:
                encoded = answered(exchange)
            else:
                self.store.write(answered(exchange))
            if not verdict.location:
                return self._robots_end(
                    first, exchange, verdict.state, verdict.detail, encoded, is_html=verdict.is_page
                )
            try:
                target = parse(verdict.location, target.text)
            except Unusable as error:
                return self._robots_end(first, exchange, states.OK, f"redirects nowhere: {error}", encoded)
            if target.text in seen:
                break
            seen.add(target.text)
        return self._robots_end(first, exchange, states.net_error("redirect_loop"), "redirects too often", encoded)

    def _robots_end(
        self,
        url: Url,
        exchange: Exchange | None,
        state: str,
        detail: str,
        encoded: tuple[Encoded, ...],
        *,
        is_html: bool = False,
    ) -> Answer:
        """Put the end of robots.txt into the store (once) and say what it means."""
        if self.store.frontier.known(url.text) is None:
            self.store.discover([Found(url.text, url.host, "robots", "robots", 0)])
            if states.has_record(state) and not encoded:
                encoded = (failed(url.text, state, detail),)
            status = exchange.message.status if exchange else None
            self.store.end(End(url.text, state, detail, status), encoded if states.has_record(state) else ())
        if exchange is None:
            return Answer(None, failure=detail or state, state=state)
        return Answer(exchange.message.status, exchange.message.decoded.body[: MAX_BYTES + 1], is_html=is_html)
