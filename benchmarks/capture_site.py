"""A local site to capture: `python -m benchmarks.capture_site PAGES` prints its address and serves until it is killed.

A process of its own and the least that HTTP/1.1 needs, so that what is measured is the client.
"""

import asyncio
import contextlib
import sys

_WORDS = "layanan publik kota dinas kesehatan pendidikan anggaran laporan pengaduan informasi berita".split()  # noqa: SIM905
_SIZE = 46_000  # bytes of a page: the mean of real government pages (stack measurements of the project)


def page(number: int, pages: int) -> bytes:
    """One page: links to a few others so that all are reached, and as much text as a real one has."""
    targets = (each for each in (2 * number + 1, 2 * number + 2, (number * 7 + 3) % pages) if 0 < each < pages)
    links = "".join(f'<li><a href="/p/{each}/halaman">Halaman {each}</a></li>' for each in targets)
    own = "".join(chr(97 + int(digit)) for digit in str(number))
    words = " ".join(f"{_WORDS[step % len(_WORDS)]}{own}{chr(97 + step % 26)}" for step in range(300))
    text = "".join(f'<div class="row-{part}"><p>{words}</p></div>' for part in range(_SIZE // (len(words) + 40)))
    return f"<!doctype html><html lang=id><title>Halaman {number}</title><ul>{links}</ul>{text}</html>".encode()


class _Server:
    def __init__(self, pages: int) -> None:
        self._answers = {(f"/p/{n}/halaman" if n else "/"): _answer(page(n, pages)) for n in range(pages)}
        self._absent = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while True:
                path = (await reader.readuntil(b"\r\n\r\n")).split(b" ", 2)[1].decode("latin-1")
                writer.write(self._answers.get(path, self._absent))
                await writer.drain()
        writer.close()


def _answer(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%b" % (
        len(body),
        body,
    )


async def main(pages: int) -> None:
    """Serve until this process is killed."""
    server = await asyncio.start_server(_Server(pages).talk, "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
