"""One HTTP/1.1 answer off a connection, as it is on the wire, with every bound kept while it is read."""

import asyncio
import re
import ssl
import time
from dataclasses import dataclass, field

from tinjau.archive.decoding import BodyDecoder, Decoded, chunk_size
from tinjau.archive.httphead import media_type_of
from tinjau.capture.connecting import Failed
from tinjau.capture.settings import CaptureSettings

KEEP = 4 * 1024 * 1024  # decoded bytes that are held to look for links and copies; project choice

_STATUS = re.compile(rb"HTTP/1\.[01] ([0-9]{3})(?: |\r|\n|$)")
_PIECE = 65_536
_MOST_INTERIM = 20  # 1xx answers before the real one
_NO_BODY = frozenset({204, 304})


@dataclass(slots=True)
class Message:
    """An answer: its head and body as sent (`raw_body` with its chunks), and the body decoded as far as it is held.

    `truncated` is why the body is not whole (states.TRUNCATIONS), `notes` what was odd. `reusable` says whether the
    connection can carry another request.
    """

    status: int
    head: bytes
    headers: list[tuple[str, str]]
    raw_body: bytes = b""
    decoded: Decoded = field(default_factory=lambda: Decoded(b""))
    truncated: str = ""
    notes: list[str] = field(default_factory=list)
    reusable: bool = False

    def get(self, name: str) -> str:
        """The first header of this lower-case name; empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def media_type(self) -> str:
        """The media type as declared, in lower case."""
        return media_type_of(self.get("content-type"))[0]

    @property
    def charset(self) -> str:
        """The charset as declared, in lower case."""
        return media_type_of(self.get("content-type"))[1]


class _Wire:
    """Bytes off the connection under its clocks: idle, total, and the least rate."""

    def __init__(self, reader: asyncio.StreamReader, settings: CaptureSettings) -> None:
        self._reader, self._settings = reader, settings
        self.buffer = b""
        self.started = time.monotonic()
        self.received = 0

    async def more(self, deadline: float) -> bool:
        """More bytes into the buffer; False at the end. Raises TimeoutError, ConnectionError."""
        now = time.monotonic()
        if now >= deadline:
            raise TimeoutError
        async with asyncio.timeout(min(self._settings.idle_timeout, deadline - now)):
            try:
                piece = await self._reader.read(_PIECE)
            except ssl.SSLError as error:  # a TLS connection closed without saying so
                raise ConnectionResetError(str(error)) from error
        self.buffer += piece
        self.received += len(piece)
        return bool(piece)

    def too_slow(self) -> bool:
        """Whether the server has sent less than the least rate for long enough."""
        seconds = time.monotonic() - self.started
        return seconds > self._settings.rate_after and self.received < self._settings.min_rate * seconds


async def read_message(reader: asyncio.StreamReader, settings: CaptureSettings, *, limit: int) -> Message:
    """The answer to a GET; at most `limit` bytes of body, as sent and decoded. Raises Failed where there is none."""
    wire = _Wire(reader, settings)
    try:
        message = await _head(wire, settings)
    except TimeoutError as error:
        raise Failed("timeout", "no answer in time") from error
    except ConnectionError as error:
        raise Failed("reset", "the connection broke off before an answer", silent=not wire.received) from error
    if message.status in _NO_BODY:
        message.reusable = not wire.buffer and _keeps_alive(message)
        return message
    body = _Body(wire, message, settings, limit)
    await body.read()
    return message


async def _head(wire: _Wire, settings: CaptureSettings) -> Message:
    deadline = wire.started + settings.head_timeout
    for _ in range(_MOST_INTERIM + 1):
        end, length = await _head_end(wire, settings, deadline)
        head, wire.buffer = wire.buffer[: end + length], wire.buffer[end + length :]
        message = _parsed(head, settings)
        if not 100 <= message.status < 200:
            return message
    raise Failed("protocol", f"more than {_MOST_INTERIM} interim answers")


async def _head_end(wire: _Wire, settings: CaptureSettings, deadline: float) -> tuple[int, int]:
    looked = 0
    while True:
        start = max(looked - 3, 0)
        ends = [(wire.buffer.find(mark, start), len(mark)) for mark in (b"\r\n\r\n", b"\n\n", b"\n\r\n")]
        hits = [hit for hit in ends if hit[0] >= 0]
        if hits and min(hits)[0] <= settings.max_header_bytes:
            return min(hits)
        looked = len(wire.buffer)
        if looked > settings.max_header_bytes:
            raise Failed("headers", f"the head has more than {settings.max_header_bytes} bytes")
        if looked >= 5 and not wire.buffer.startswith(b"HTTP/"):
            raise Failed("protocol", "the answer is not HTTP/1.0 or 1.1")
        if not await wire.more(deadline):
            what = "the connection was closed before the head's end" if looked else "no answer at all"
            raise Failed("protocol", what, silent=not looked)


def _parsed(head: bytes, settings: CaptureSettings) -> Message:
    hit = _STATUS.match(head)
    if hit is None:
        raise Failed("protocol", "the status line is not HTTP/1.0 or 1.1 with a status of three digits")
    headers: list[tuple[str, str]] = []
    for line in head.split(b"\n")[1:]:
        text = line.rstrip(b"\r").decode("latin-1")
        if text[:1] in {" ", "\t"} and headers:
            headers[-1] = (headers[-1][0], f"{headers[-1][1]} {text.strip()}")
            continue
        name, colon, value = text.partition(":")
        if colon and name.strip():
            headers.append((name.strip().lower(), value.strip()))
        if len(headers) > settings.max_headers:
            raise Failed("headers", f"more than {settings.max_headers} headers")
    return Message(int(hit.group(1)), head, headers)


class _Body:
    """Reads a body by its declared length, by its chunks, or to the connection's end."""

    def __init__(self, wire: _Wire, message: Message, settings: CaptureSettings, limit: int) -> None:
        self._wire, self._message, self._settings, self._limit = wire, message, settings, limit
        self._parts: list[bytes] = []
        self._size = 0
        self._decoder = BodyDecoder(message.get("content-encoding"), limit, KEEP)
        self._deadline = wire.started + settings.total_timeout

    async def read(self) -> None:
        """Fill the message's body; why it is not whole is in its `truncated`."""
        message = self._message
        length = _declared_length(message)
        chunked = "chunked" in message.get("transfer-encoding").lower()
        if chunked and length is not None:
            message.notes.append("both Content-Length and chunks: the chunks count")
        cut = ""
        try:
            if chunked:
                cut = await self._chunks()
            elif length is not None:
                cut = await self._exactly(length)
            else:
                cut = await self._to_the_end()
        except TimeoutError:
            cut = "time"
        except ConnectionError:
            cut = "disconnect"
        message.raw_body = b"".join(self._parts)
        message.decoded = self._decoder.finish()
        if message.decoded.note:
            message.notes.append(message.decoded.note)
        inner = message.decoded.truncated
        message.truncated = cut or ("length" if inner in {"length", "ratio"} else inner)
        whole = not message.truncated and (chunked or length is not None)
        message.reusable = whole and not self._wire.buffer and _keeps_alive(message)

    async def _more(self) -> bool:
        if self._wire.too_slow():
            raise TimeoutError
        return await self._wire.more(self._deadline)

    def _take(self, size: int, *, data: bool = True) -> bool:
        """Move bytes of the buffer into the body; False when a cap is reached."""
        piece, self._wire.buffer = self._wire.buffer[:size], self._wire.buffer[size:]
        room = self._limit - self._size
        self._parts.append(piece[:room])
        self._size += len(piece)
        if data:
            self._decoder.feed(piece)
        return self._size <= self._limit and not self._decoder.full

    async def _exactly(self, length: int) -> str:
        left = length
        while left:
            if not self._wire.buffer and not await self._more():
                return "disconnect"
            size = min(left, len(self._wire.buffer))
            left -= size
            if not self._take(size):
                return "length"
        if self._wire.buffer:
            self._message.notes.append("more bytes came than Content-Length says")
            return "length"
        return ""

    async def _to_the_end(self) -> str:
        while True:
            if not self._wire.buffer and not await self._more():
                return ""
            if not self._take(len(self._wire.buffer)):
                return "length"

    async def _chunks(self) -> str:
        while True:
            end = await self._line_end()
            size = chunk_size(self._wire.buffer[:end]) if end >= 0 else None
            if end >= 0 and len(self._wire.buffer[:end].split(b";")[0].strip()) > 15:
                raise Failed("protocol", "a chunk's size has more than 15 digits")
            if size is None:
                return "disconnect" if end < 0 else "decode"
            self._take(end + 1, data=False)
            if size == 0:
                return await self._trailer()
            left = size
            while left:
                if not self._wire.buffer and not await self._more():
                    return "disconnect"
                taken = min(left, len(self._wire.buffer))
                left -= taken
                if not self._take(taken):
                    return "length"
            end = await self._line_end()
            if end < 0:
                return "disconnect"
            if self._wire.buffer[:end].strip():
                return "decode"
            self._take(end + 1, data=False)

    async def _trailer(self) -> str:
        for _ in range(self._settings.max_headers):
            end = await self._line_end()
            if end < 0:
                return "" if not self._wire.buffer else "disconnect"
            blank = not self._wire.buffer[:end].strip()
            self._take(end + 1, data=False)
            if blank:
                return ""
        return "decode"

    async def _line_end(self) -> int:
        """Where the next line ends; -1 where the connection does first. Raises Failed for an endless line."""
        while (end := self._wire.buffer.find(b"\n")) < 0:
            if len(self._wire.buffer) > _MAX_CHUNK_LINE:
                raise Failed("protocol", "a chunk's first line does not end")
            if not await self._more():
                return -1
        return end


_MAX_CHUNK_LINE = 4_096


def _declared_length(message: Message) -> int | None:
    values = {part.strip() for key, value in message.headers if key == "content-length" for part in value.split(",")}
    if not values:
        return None
    if len(values) > 1:
        raise Failed("protocol", "two different Content-Lengths")
    value = values.pop()
    if not (value.isascii() and value.isdecimal()) or len(value) > 18:
        raise Failed("protocol", f"the Content-Length is no length: {value[:40]}")
    return int(value)


def _keeps_alive(message: Message) -> bool:
    connection = message.get("connection").lower()
    if message.head.startswith(b"HTTP/1.0"):
        return "keep-alive" in connection
    return "close" not in connection
