"""The crawler that everybody writes first: no address is judged, nothing is bounded, what fails is passed over.

It proves the scenarios: one that it survives shows nothing. Only its greed is limited, so that the proof ends.
"""

import gzip
import re
import socket
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from tests.capture.hostile.running import Run, prepare
from tests.capture.hostile.scenario import Scenario
from tests.capture.hostile.server import World

_LINK = re.compile(rb"""(?:href|src)=["']?([^"'> ]+)""")
_MOST_REQUESTS = 100  # by then it has run away
_MOST_BYTES = 30 << 20  # of one body: by then it has no bound
_LONGEST = 0.6  # seconds for one page
_PATIENCE = 0.25


class _Unbounded(Exception):
    """It would have gone on."""


def naive_play(world: World, number: int, scenario: Scenario, folder: Path) -> Run:
    """The same site for the naive client."""
    fill = prepare(world, number, scenario)
    seed = fill(scenario.seed) if ":" in scenario.seed else fill("http://{me}:{port}") + scenario.seed
    client = _Naive(world, urlsplit(seed).hostname or "")
    problems = []
    try:
        client.crawl(seed)
    except _Unbounded as error:
        problems.append(str(error))
    return Run(scenario, fill, client.pages, dict(world.hits[f"s{number}.test"]), len(world.canary_hits), problems)


class _Naive:
    def __init__(self, world: World, host: str) -> None:
        self._world, self._host = world, host
        self.pages: dict[str, str] = {}
        self._requests = 0

    def crawl(self, seed: str) -> None:
        queue, seen = [seed], {seed}
        while queue:
            url = queue.pop(0)
            try:
                body, final = self._get(url, 0)
            except _Unbounded:
                raise
            except Exception:
                continue
            self.pages[url] = "ok"
            for raw in _LINK.findall(body):
                try:
                    target = urljoin(final, raw.decode("utf-8", "replace"))
                except ValueError:
                    continue
                if target not in seen and (
                    urlsplit(target).hostname == self._host or "127." in target or "::1" in target
                ):
                    seen.add(target)
                    queue.append(target)

    def _get(self, url: str, hops: int) -> tuple[bytes, str]:
        if url.startswith("file:"):
            return Path(urlsplit(url).path).read_bytes(), url
        self._requests += 1
        if self._requests > _MOST_REQUESTS:
            raise _Unbounded(f"more than {_MOST_REQUESTS} requests")
        parts = urlsplit(url)
        answer = self._ask(parts.hostname or "", parts.port or self._world.port, parts.path or "/", parts.query)
        head, _, body = answer.partition(b"\r\n\r\n")
        fields = {line.split(b":")[0].lower(): line.partition(b":")[2].strip() for line in head.split(b"\r\n")[1:]}
        if b"location" in fields and hops < 20:
            return self._get(urljoin(url, fields[b"location"].decode("latin-1")), hops + 1)
        return _decoded(body, fields.get(b"content-encoding", b"")), url

    def _ask(self, host: str, port: int, path: str, query: str) -> bytes:
        known: Callable[[str], list[str]] = lambda name: (self._world.names.get(name) or [[name]])[0]  # noqa: E731
        address = known(host)[0]
        with socket.create_connection(
            (address, self._world.port if port == self._world.port else port), _PATIENCE
        ) as wire:
            target = f"{path}?{query}" if query else path
            wire.sendall(
                f"GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode("latin-1", "replace")
            )
            answer = bytearray()
            try:
                end = time.monotonic() + _LONGEST
                while piece := wire.recv(65_536):
                    answer += piece
                    if time.monotonic() > end:
                        raise _Unbounded(f"more than {_LONGEST} seconds for one page")
                    if len(answer) > _MOST_BYTES:
                        raise _Unbounded(f"more than {_MOST_BYTES} bytes of one body")
                    if _is_complete(answer):
                        break
            except TimeoutError:
                pass
            return bytes(answer)


def _is_complete(answer: bytearray) -> bool:
    head, mark, body = answer.partition(b"\r\n\r\n")
    hit = re.search(rb"\r\nContent-Length: (\d+)", head)
    return bool(mark) and hit is not None and len(body) >= int(hit.group(1)[:12])


def _decoded(body: bytes, coding: bytes) -> bytes:
    if coding == b"gzip":
        if zlib.decompressobj(31).decompress(body, _MOST_BYTES + 1)[_MOST_BYTES:]:
            raise _Unbounded("a bomb of gzip was inflated")
        return gzip.decompress(body)
    if coding in {b"br", b"zstd", b"deflate"} and len(body) < _MOST_BYTES:
        raise _Unbounded(f"{coding.decode()} was inflated whole") if len(body) > 100 else ValueError
    return body
