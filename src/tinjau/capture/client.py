"""Requests of one capture: one connection an origin, kept while it can be, and an honest name."""

import asyncio
import contextlib
import functools
import socket
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

from tinjau.capture.connecting import Connection, Door, Failed
from tinjau.capture.messages import Message, read_message
from tinjau.capture.robots import PRODUCT
from tinjau.capture.settings import CaptureSettings
from tinjau.capture.urls import Url

_MOST_COOKIES = 50  # of one host; RFC 6265 asks for at least as many
_LARGEST_COOKIE = 4_096  # bytes; RFC 6265, 6.1
_MOST_COOKIE_BYTES = 8_192  # sent in one request; more than that servers refuse
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, as they were on the wire. `date` is UTC, when the request was sent."""

    url: Url
    request: bytes
    message: Message
    address: str
    date: str
    tls_problem: str = ""


def now() -> str:
    """This moment in UTC as WARC 1.1 writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@functools.cache
def user_agent(contact: str) -> str:
    """Who we are, and whom to write to."""
    try:
        number = version("tinjau")
    except PackageNotFoundError:
        number = "0"
    about = f"; +{contact}" if contact else ""
    return f"Mozilla/5.0 (compatible; {PRODUCT}/{number}; evaluation of government websites{about})"


def _acknowledge_at_once(connection: Connection) -> None:
    """Many servers send head and body apart and wait for the head's acknowledgement, which Linux delays by 40 ms."""
    wire = connection.writer.get_extra_info("socket")
    if wire is not None and hasattr(socket, "TCP_QUICKACK"):
        with contextlib.suppress(OSError):
            wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)


@dataclass(slots=True)
class Client:
    """Fetches addresses through the door. Holds at most one idle connection an origin."""

    door: Door
    settings: CaptureSettings
    requests: int = 0
    _idle: dict[str, Connection] = field(default_factory=dict)
    _cookies: dict[str, "OrderedDict[str, str]"] = field(default_factory=dict)

    async def get(self, url: Url, *, limit: int) -> Exchange:
        """The answer to one GET. Raises connecting.Refused or connecting.Failed."""
        request = self._request(url)
        self.requests += 1
        kept = self._idle.pop(url.origin, None)
        if kept is not None:
            try:
                return await self._exchange(kept, url, request, limit)
            except Failed as error:
                if not error.silent:
                    raise
                # An idle connection may be closed at any time (RFC 9112, 9.3.1): ask once more on a new one.
        connection = await self.door.connect(url.host, url.port, tls=url.scheme == "https")
        return await self._exchange(connection, url, request, limit)

    async def close(self) -> None:
        """Let go of the idle connections."""
        for connection in self._idle.values():
            connection.writer.close()
        for connection in self._idle.values():
            with contextlib.suppress(OSError, TimeoutError):
                async with asyncio.timeout(1):
                    await connection.writer.wait_closed()
        self._idle.clear()

    async def _exchange(self, connection: Connection, url: Url, request: bytes, limit: int) -> Exchange:
        date = now()
        message: Message | None = None
        try:
            connection.writer.write(request)
            await connection.writer.drain()
            _acknowledge_at_once(connection)
            message = await read_message(connection.reader, self.settings, limit=limit)
        except ConnectionError as error:
            raise Failed("reset", f"{connection.address} broke the connection off", silent=True) from error
        finally:
            if message is not None and message.reusable:
                self._idle[url.origin] = connection
            else:
                connection.writer.transport.abort()
        self._remember(url.host, message)
        return Exchange(url, request, message, connection.address, date, connection.tls_problem)

    def _request(self, url: Url) -> bytes:
        lines = [
            f"GET {url.target} HTTP/1.1",
            f"Host: {url.authority}",
            f"User-Agent: {user_agent(self.settings.contact)}",
            f"Accept: {_ACCEPT}",
            "Accept-Language: id,en;q=0.7",
            "Accept-Encoding: gzip, deflate, br, zstd",
        ]
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.get(url.host, {}).items())
        if cookies:
            lines.append(f"Cookie: {cookies}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")

    def _remember(self, host: str, message: Message) -> None:
        """Keep cookies for this host alone, few and small: some sites turn in circles without them."""
        jar = self._cookies.setdefault(host, OrderedDict())
        for key, value in message.headers:
            if key != "set-cookie":
                continue
            pair, _, attributes = value.partition(";")
            name, mark, content = (part.strip() for part in pair.partition("="))
            if not mark or not name or len(pair) > _LARGEST_COOKIE or any(ord(char) < 32 for char in pair):
                continue
            jar.pop(name, None)
            if "max-age=0" not in attributes.replace(" ", "").lower():
                jar[name] = content
        while (
            len(jar) > _MOST_COOKIES or sum(len(name) + len(value) for name, value in jar.items()) > _MOST_COOKIE_BYTES
        ):
            jar.popitem(last=False)
