"""A site of as many pages as wanted, served as fast as Python can, with every request counted."""

import asyncio
import contextlib
import threading
from collections import Counter


class Site:
    """Page n links to a few others so that all are reached from the first. Runs in a thread of its own."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        self.hits: Counter[str] = Counter()
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    @property
    def url(self) -> str:
        """The first page."""
        return f"http://127.0.0.1:{self.port}/"

    def urls(self) -> set[str]:
        """Every page there is."""
        return {self.url} | {f"{self.url}p/{number}/page" for number in range(1, self.pages)}

    def __enter__(self) -> "Site":
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def body(self, number: int) -> bytes:
        """The page: its links, and words that differ from page to page."""
        targets = [2 * number + 1, 2 * number + 2, (number * 7 + 3) % self.pages]
        links = "".join(f"<a href='/p/{each}/page'>x</a>" for each in targets if 0 < each < self.pages)
        words = " ".join(f"kata{chr(97 + number * step % 26)}{chr(97 + number // 26 % 26)}" for step in range(1, 60))
        return f"<html><title>page {number}</title>{links}<p>{words}</p></html>".encode()

    async def _listen(self) -> None:
        server = await asyncio.start_server(self._talk, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while True:
                path = (await reader.readuntil(b"\r\n\r\n")).split(b" ", 2)[1].decode()
                self.hits[path] += 1
                writer.write(self._answer(path))
                await writer.drain()

    def _answer(self, path: str) -> bytes:
        parts = path.strip("/").split("/")
        number = 0 if path == "/" else int(parts[1]) if parts[0] == "p" and parts[1].isdecimal() else -1
        if not 0 <= number < self.pages:
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        body = self.body(number)
        return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
