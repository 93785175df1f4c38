"""The one door to the network: names are resolved, judged, and connected to by the address that was judged."""

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tinjau.capture.addresses import WEB_PORTS, Classifier, anything, forbidden, parse_literal

Resolver = Callable[[str, int], Awaitable[list[str]]]

_MOST_ADDRESSES = 4  # of a name that are tried


class Refused(Exception):
    """We do not connect there (`ssrf`)."""


class Failed(Exception):
    """No answer came: `reason` is one of states.NET_ERRORS, `silent` that not one byte of it was seen."""

    def __init__(self, reason: str, detail: str, *, silent: bool = False) -> None:
        self.reason, self.silent = reason, silent
        super().__init__(detail)


@dataclass(frozen=True, slots=True)
class Connection:
    """An open connection, and to whom. `tls_problem` says what is wrong with the certificate, empty for nothing."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    address: str
    tls_problem: str = ""


async def system_resolver(host: str, port: int) -> list[str]:
    """All addresses that the system knows for a name, in its order."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Door:
    """How this capture connects: who resolves, which addresses and ports are forbidden, how long one may wait.

    `classify` says why an address is forbidden (empty: it is not). `ports` of None admits every port.
    """

    resolve: Resolver = system_resolver
    classify: Classifier = forbidden
    ports: frozenset[int] | None = WEB_PORTS
    timeout: float = 10.0

    @classmethod
    def of(cls, *, allow_private: bool, timeout: float) -> "Door":
        """The door that the settings ask for."""
        if allow_private:
            return cls(classify=anything, ports=None, timeout=timeout)
        return cls(timeout=timeout)

    def refusal(self, host: str, port: int) -> str:
        """Why an address literal or port is refused before anything is resolved; empty where it is not."""
        if self.ports is not None and port not in self.ports:
            return f"port {port} is not one of the web's"
        literal = parse_literal(host)
        why = self.classify(literal) if literal is not None else ""
        return f"{host} is a {why} address" if why else ""

    async def connect(self, host: str, port: int, *, tls: bool) -> Connection:
        """A connection to an address of `host` that was judged. Raises Refused or Failed.

        One forbidden address among a name's answers refuses them all: what a name means must not depend on luck.
        """
        why = self.refusal(host, port)
        if why:
            raise Refused(why)
        last: Failed | None = None
        for address in (await self._addresses(host, port))[:_MOST_ADDRESSES]:
            try:
                return await self._open(host, address, port, tls=tls)
            except Failed as error:
                last = error
                if error.reason == "tls":
                    break
        raise last or Failed("dns", f"{host} has no address")

    async def _addresses(self, host: str, port: int) -> list[str]:
        literal = parse_literal(host)
        if literal is not None:
            return [str(literal)]
        try:
            async with asyncio.timeout(self.timeout):
                found = await self.resolve(host, port)
        except TimeoutError as error:
            raise Failed("dns", f"the name {host} was not resolved in time") from error
        except (OSError, UnicodeError) as error:
            raise Failed("dns", f"the name {host} does not resolve ({error})") from error
        for text in found:
            self._judge(text, host)
        return found

    def _judge(self, text: str, host: str) -> None:
        try:
            address = ipaddress.ip_address(text.split("%")[0])
        except ValueError as error:
            raise Failed("dns", f"the name {host} resolves to something that is no address") from error
        why = self.classify(address)
        if why:
            raise Refused(f"{host} leads to the {why} address {text}")

    async def _open(self, host: str, address: str, port: int, *, tls: bool) -> Connection:
        problem = ""
        try:
            try:
                reader, writer = await self._streams(host, address, port, _strict() if tls else None)
            except ssl.SSLCertVerificationError as error:
                problem = error.verify_message or str(error)
                reader, writer = await self._streams(host, address, port, _lenient())
        except TimeoutError as error:
            raise Failed("timeout", f"no connection to {address} in time") from error
        except ssl.SSLError as error:
            raise Failed("tls", f"TLS with {host} failed ({error.reason or error})") from error
        except ConnectionRefusedError as error:
            raise Failed("refused", f"{address} refuses connections on port {port}") from error
        except (ConnectionResetError, BrokenPipeError) as error:
            raise Failed("tls" if tls else "reset", f"{address} broke the connection off") from error
        except OSError as error:
            raise Failed("unreachable", f"{address} cannot be reached ({error.strerror or error})") from error
        peer = writer.get_extra_info("peername")
        try:
            self._judge(str(peer[0]) if peer else "", host)
        except (Refused, Failed):
            writer.close()
            raise
        return Connection(reader, writer, address, problem)

    async def _streams(
        self, host: str, address: str, port: int, context: ssl.SSLContext | None
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        name = None if context is None else host
        async with asyncio.timeout(self.timeout):
            return await asyncio.open_connection(address, port, ssl=context, server_hostname=name, limit=_BUFFER)


_BUFFER = 65_536  # bytes that the connection holds before the sender has to wait


def _strict() -> ssl.SSLContext:
    return ssl.create_default_context()


def _lenient() -> ssl.SSLContext:
    """For a server whose certificate failed: the failure is recorded, and what it serves is captured all the same."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
