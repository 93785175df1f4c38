"""Answers that are not HTTP, or too much of it."""

import asyncio
import socket
import struct

from tests.capture.hostile.scenario import Scenario
from tests.capture.hostile.server import Request, response

PROTOCOL, TIMEOUT = "net_error(protocol)", ("net_error(timeout)",)
OK_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def says(data: bytes, *, close: bool = True):  # type: ignore[no-untyped-def]
    async def speak(writer: asyncio.StreamWriter, request: Request) -> None:
        writer.write(data)
        await writer.drain()
        if not close:
            await asyncio.sleep(20)

    return speak


def drips(data: bytes, every: float, size: int = 1):  # type: ignore[no-untyped-def]
    async def speak(writer: asyncio.StreamWriter, request: Request) -> None:
        for at in range(0, len(data), size):
            writer.write(data[at : at + size])
            await writer.drain()
            await asyncio.sleep(every)

    return speak


def trickles(start: bytes, every: float):  # type: ignore[no-untyped-def]
    async def speak(writer: asyncio.StreamWriter, request: Request) -> None:
        writer.write(start)
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(every)

    return speak


def endless(start: bytes, piece: bytes, most: int = 400 << 20):  # type: ignore[no-untyped-def]
    async def speak(writer: asyncio.StreamWriter, request: Request) -> None:
        writer.write(start)
        for _ in range(most // len(piece)):
            writer.write(piece)
            await writer.drain()

    return speak


async def reset(writer: asyncio.StreamWriter, request: Request) -> None:
    wire = writer.get_extra_info("socket")
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def later(first: bytes, then: bytes, times: int = 1):  # type: ignore[no-untyped-def]
    async def speak(writer: asyncio.StreamWriter, request: Request) -> None:
        writer.write(first if request.number < times else then)
        await writer.drain()

    return speak


def bad(name: str, data: bytes, state: str | tuple[str, ...]) -> Scenario:
    return Scenario(name, {"/bad": says(data)}, {"/bad": state})


HEADS = [
    bad("no bytes at all", b"", PROTOCOL),
    bad("HTTP/0.9", b"<html><a href=/x>old</a>", PROTOCOL),
    bad("an SSH server", b"SSH-2.0-OpenSSH_9.6\r\n", PROTOCOL),
    bad("TLS on a plain port", b"\x15\x03\x01\x00\x02\x02\x0a", PROTOCOL),
    bad("half a head", OK_HEAD, PROTOCOL),
    bad("a status of letters", b"HTTP/1.1 banana OK\r\n\r\n", PROTOCOL),
    bad("a status of two digits", b"HTTP/1.1 20 OK\r\n\r\n", PROTOCOL),
    bad("a status of four digits", b"HTTP/1.1 2000 OK\r\n\r\n", PROTOCOL),
    bad("HTTP/3 in clear", b"HTTP/3.0 200 OK\r\n\r\nhello", PROTOCOL),
    bad("status 999", response("x", "999 Whatever"), "http_error(999)"),
    bad("an unasked 304", b"HTTP/1.1 304 Not Modified\r\n\r\n", "http_error(304)"),
    bad("a negative length", OK_HEAD + b"Content-Length: -1\r\n\r\nhello", PROTOCOL),
    bad("two lengths", OK_HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", PROTOCOL),
    bad("two lengths in one line", OK_HEAD + b"Content-Length: 5, 6\r\n\r\nhello!", PROTOCOL),
    bad("a length with an underscore", OK_HEAD + b"Content-Length: 1_0\r\n\r\nhellohello", PROTOCOL),
    bad("a length in other digits", OK_HEAD + "Content-Length: \u0665\r\n\r\nhello".encode(), PROTOCOL),
    bad("a length of forty digits", OK_HEAD + b"Content-Length: " + b"9" * 40 + b"\r\n\r\nhello", PROTOCOL),
    bad("a hundred thousand headers", OK_HEAD + b"X: y\r\n" * 100_000 + b"\r\n", "net_error(headers)"),
    bad("three hundred headers", OK_HEAD + b"X: y\r\n" * 300 + b"\r\n", "net_error(headers)"),
    bad("a header of ten megabytes", OK_HEAD + b"X: " + b"y" * (10 << 20) + b"\r\n\r\n", "net_error(headers)"),
    Scenario(
        "headers without an end",
        {"/bad": endless(OK_HEAD, b"X: " + b"y" * 1_000 + b"\r\n")},
        {"/bad": "net_error(headers)"},
    ),
    Scenario(
        "a flood of interim answers",
        {"/bad": endless(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100)},
        {"/bad": PROTOCOL},
    ),
    bad(
        "a few interim answers",
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + response("ok"),
        "ok",
    ),
    bad(
        "folded and odd headers",
        OK_HEAD + b"X-A: b\r\n  folded\r\n: no name\r\nno colon\r\nX\0Y: z\r\nContent-Length: 2\r\n\r\nok",
        "ok",
    ),
    bad("bare line feeds", b"HTTP/1.1 200 OK\nContent-Length: 2\n\nok", "ok"),
    bad("no reason", b"HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok", "ok"),
    Scenario("one header a second", {"/bad": drips(OK_HEAD + b"X: y\r\n" * 500, 0.1, 7)}, {"/bad": TIMEOUT}),
    Scenario("a connection that is accepted and forgotten", {"/bad": says(b"", close=False)}, {"/bad": TIMEOUT}),
    Scenario("a reset", {"/bad": reset}, {"/bad": ("net_error(reset)", PROTOCOL)}),
]

STATUSES = [
    bad("401", response("x", "401 Unauthorized"), "http_error(401)"),
    bad("403", response("x", "403 Forbidden"), "http_error(403)"),
    bad("410", response("x", "410 Gone"), "http_error(410)"),
    bad("451", response("x", "451 Unavailable For Legal Reasons"), "http_error(451)"),
    bad("204 with a body", b"HTTP/1.1 204 No Content\r\n\r\n<a href=/x>", "ok"),
    Scenario("500 for ever", {"/bad": response("x", "500 Internal Server Error")}, {"/bad": "http_error(500)"}),
    Scenario("503 for ever", {"/bad": response("x", "503 Service Unavailable")}, {"/bad": "http_error(503)"}),
    Scenario(
        "429 for a very long time",
        {"/bad": response("x", "429 Too Many Requests", "Retry-After: 1000000000")},
        {"/bad": "http_error(429)"},
        most=6,
    ),
    Scenario(
        "429 until a date far away",
        {"/bad": response("x", "429 Too Many Requests", "Retry-After: Fri, 31 Dec 2199 23:59:59 GMT")},
        {"/bad": "http_error(429)"},
        most=6,
    ),
    Scenario(
        "429 with a broken date",
        {"/bad": response("x", "429 Too Many Requests", "Retry-After: soon")},
        {"/bad": "http_error(429)"},
    ),
    Scenario(
        "429 and then an answer",
        {"/bad": later(response("x", "429 Too Many Requests", "Retry-After: 0"), response("ok"))},
        {"/bad": "ok"},
    ),
    Scenario("503 and then an answer", {"/bad": later(response("x", "503 Busy"), response("ok"))}, {"/bad": "ok"}),
    Scenario("a reset and then an answer", {"/bad": later(b"", response("ok"))}, {"/bad": ("ok", PROTOCOL)}),
]

SCENARIOS = HEADS + STATUSES
