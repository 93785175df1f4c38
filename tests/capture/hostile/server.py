"""A site that means harm: raw sockets, for frameworks repair the very faults that are wanted here.

Every scenario has a loopback address and a name of its own; all share one port. What production forbids is forbidden
here too, except that the scenarios' addresses count as public: the code that judges addresses runs unchanged.
"""

import asyncio
import contextlib
import ipaddress
import ssl
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tinjau.capture.addresses import Address, forbidden
from tinjau.capture.connecting import Door

PUBLIC = ipaddress.ip_network("127.0.1.0/24")
CANARY = "127.0.0.2"
_GONE = (OSError, asyncio.LimitOverrunError, asyncio.IncompleteReadError, asyncio.CancelledError)
CANARIES = (CANARY, "::1", "127.0.0.1")


@dataclass(frozen=True, slots=True)
class Request:
    """What the client asked."""

    path: str
    headers: Mapping[str, str]
    number: int  # of the requests for this path, from 0


Speaker = Callable[[asyncio.StreamWriter, Request], Awaitable[None]]
Reply = bytes | Speaker
Routes = Callable[[str], Reply | None]


def response(body: bytes | str = b"", status: str = "200 OK", *headers: str, kind: str = "text/html") -> bytes:
    """An honest answer."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(data)}", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + data


def redirect(target: str, status: str = "302 Found") -> bytes:
    return response(b"", status, f"Location: {target}")


@dataclass
class World:
    """The running servers, what was asked of whom, and the door through which a capture sees them."""

    port: int = 0
    tls_port: int = 0
    hits: dict[str, Counter[str]] = field(default_factory=dict)
    canary_hits: list[str] = field(default_factory=list)
    longest_cookie: int = 0  # bytes of a Cookie header that any client sent
    names: dict[str, list[Any]] = field(default_factory=dict)
    _routes: dict[str, Routes] = field(default_factory=dict)
    _loop: asyncio.AbstractEventLoop | None = None
    _thread: threading.Thread | None = None
    _servers: list[asyncio.Server] = field(default_factory=list)

    def start(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._run(self._listen_canaries())

    def stop(self) -> None:
        async def close() -> None:
            for server in self._servers:
                server.close()
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()

        self._run(close())
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._loop.stop)
        assert self._thread is not None
        self._thread.join(5)

    def site(self, number: int, routes: Routes) -> str:
        """Serve these routes at an address of its own; the site's name."""
        address = f"127.0.1.{number}"
        name = f"s{number}.test"
        self._routes[address] = routes
        self.hits[name] = Counter()
        self.names[name] = [[address]]
        self._run(self._listen(address, name))
        return name

    def tls_site(self, number: int, routes: Routes, context: ssl.SSLContext | None, raw: Speaker | None = None) -> str:
        """As `site`, over TLS; with `raw`, something else than TLS speaks at the port."""
        address, name = f"127.0.1.{number}", f"s{number}.test"
        self._routes[address] = routes
        self.hits[name] = Counter()
        self.names[name] = [[address]]
        self._run(self._listen_tls(address, name, context, raw))
        return name

    def door(self) -> Door:
        """The production door, with this world's names and its one exemption."""

        def classify(address: Address) -> str:
            return "" if address.version == 4 and address in PUBLIC else forbidden(address)

        async def resolve(host: str, port: int) -> list[str]:
            answers = self.names.get(host)
            if not answers:
                raise OSError(-2, "Name or service not known")
            answer = answers[0] if len(answers) == 1 else answers.pop(0)
            if answer == "hang":
                await asyncio.sleep(30)
            return list(answer)

        return Door(resolve=resolve, classify=classify, ports=frozenset({self.port, self.tls_port} - {0}), timeout=0.7)

    def _run(self, work: Awaitable[None]) -> None:
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)  # type: ignore[arg-type]

    async def _listen_canaries(self) -> None:
        async def canary(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.canary_hits.append(str(writer.get_extra_info("sockname")))
            writer.write(response("<title>secret</title>"))
            await writer.drain()
            writer.close()

        for address in CANARIES:
            with contextlib.suppress(OSError):  # a machine may have no IPv6
                server = await asyncio.start_server(canary, address, self.port)
                self.port = self.port or server.sockets[0].getsockname()[1]
                self._servers.append(server)

    async def _listen(self, address: str, name: str) -> None:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with contextlib.suppress(
                ConnectionError,
                asyncio.LimitOverrunError,
                asyncio.IncompleteReadError,
                asyncio.CancelledError,
                TimeoutError,
            ):
                await self._serve(reader, writer, address, name)
            with contextlib.suppress(Exception):
                writer.close()

        self._servers.append(await asyncio.start_server(talk, address, self.port))

    async def _listen_tls(self, address: str, name: str, context: ssl.SSLContext | None, raw: Speaker | None) -> None:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with contextlib.suppress(*_GONE):
                if raw is not None:
                    await raw(writer, Request("", {}, 0))
                else:
                    await self._serve(reader, writer, address, name)
            with contextlib.suppress(Exception):
                writer.close()

        server = await asyncio.start_server(talk, address, self.tls_port, ssl=context)
        self.tls_port = self.tls_port or server.sockets[0].getsockname()[1]
        self._servers.append(server)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, address: str, name: str) -> None:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            path = head[0].split(" ")[1]
            pairs = (line.partition(":") for line in head[1:])
            headers = {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}
            self.longest_cookie = max(self.longest_cookie, len(headers.get("cookie", "")))
            number = self.hits[name][path]
            self.hits[name][path] += 1
            reply = self._routes[address](path)
            if reply is None:
                reply = response("not here", "404 Not Found")
            if isinstance(reply, bytes):
                writer.write(reply)
                await writer.drain()
            else:
                await reply(writer, Request(path, headers, number))
                return
