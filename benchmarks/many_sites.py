"""Many small invented government sites on loopback addresses: what a fleet is tried on.

`python -m benchmarks.many_sites COUNT --port N` serves site k on 127.1.(k // 250).(k % 250 + 1) until it is stopped and
prints SITES.csv. Each site has its own robots rules, address and gaps, so that results differ.
"""

import argparse
import asyncio
import contextlib
import sys
import threading
from collections.abc import Iterator, Sequence

_PARTS = (
    ("profil", "Profil", "<p>Visi dan misi pemerintah kota. Tugas dan fungsi perangkat daerah.</p>"),
    ("anggaran", "Anggaran", '<p>APBD 2026 dan laporan realisasi.</p><a href="/apbd-2026.pdf">APBD 2026 (PDF)</a>'),
    ("layanan", "Layanan", '<ul><li><a href="/layanan/ktp">KTP elektronik</a></li>'
     '<li><a href="/layanan/akta">Akta kelahiran</a></li></ul>'),
    ("pengaduan", "Pengaduan", '<form action="/kirim" method="post"><label>Isi aduan'
     '<textarea name="isi"></textarea></label>'
     "<label>Nama <input name=nama></label><button>Kirim pengaduan</button></form>"),
    ("kontak", "Kontak", "<p>Jalan Balai Kota 1. Telepon (0999) 555 0100. Surel: info@kota.example</p>"),
    ("investasi", "Investasi", "<p>Peluang investasi dan potensi unggulan daerah.</p>"),
    ("berita", "Berita", '<p><a href="/berita/1">Pasar dibuka</a> '
     '<time datetime="2026-11-20">20 November 2026</time></p>'),
)  # fmt: skip


def address_of(number: int) -> str:
    """The loopback address of site `number`."""
    return f"127.1.{number // 250}.{number % 250 + 1}"


def pages_of(number: int, padding: int = 0) -> dict[str, tuple[str, bytes]]:
    """Path to media type and body; which parts a site lacks follows from its number. `padding` adds news pages."""
    parts = [part for position, part in enumerate(_PARTS) if not (number >> position) & 1 or position in {4, 6}]
    menu = "".join(f'<li><a href="/{slug}">{title}</a></li>' for slug, title, _ in parts)
    name = f"Pemerintah Kota Contoh {number}"

    def page(title: str, body: str) -> tuple[str, bytes]:
        html = (
            f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{title} - {name}</title></head><body>'
            f"<header><h1>{name}</h1><nav><ul>{menu}</ul></nav></header><main><h2>{title}</h2>{body}</main></body></html>"
        )
        return "text/html; charset=utf-8", html.encode()

    found = {
        "/": page("Beranda", "<p>Selamat datang.</p>"),
        "/robots.txt": ("text/plain", b"User-agent: *\nAllow: /\n"),
    }
    found |= {f"/{slug}": page(title, body) for slug, title, body in parts}
    found |= {
        f"/layanan/{slug}": page(slug, "<h3>Persyaratan</h3><p>KTP.</p><h3>Waktu</h3><p>3 hari kerja.</p>")
        for slug in ("ktp", "akta")
    }
    news = "".join(f'<p><a href="/berita/{n}">Kabar {n}</a></p>' for n in range(1, padding + 1))
    found["/berita"] = page("Berita", news + _PARTS[6][2])
    found |= {
        f"/berita/{n}": page(f"Kabar {n}", f"<p>Isi kabar ke-{n} dari situs {number}.</p>" * 5)
        for n in range(1, max(1, padding) + 1)
    }
    return found


async def _answer(number: int, padding: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    pages = pages_of(number, padding)
    with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            path = head.split(b" ", 2)[1].decode("ascii", "replace").split("?")[0]
            kind, body = pages.get(path, ("text/html", b"<title>Tidak ditemukan</title>Tidak ada."))
            status = "200 OK" if path in pages else "404 Not Found"
            writer.write(
                f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
            )
            await writer.drain()
    writer.close()


async def serve(count: int, port: int, padding: int, ready: threading.Event, stop: asyncio.Event) -> None:
    """Serve the sites until `stop` is set."""

    def handler(number: int) -> object:
        return lambda reader, writer: _answer(number, padding, reader, writer)

    servers = [await asyncio.start_server(handler(k), address_of(k), port) for k in range(count)]  # type: ignore[arg-type]
    ready.set()
    await stop.wait()
    for server in servers:
        server.close()


@contextlib.contextmanager
def serving(count: int, port: int, padding: int = 0) -> Iterator[str]:
    """The text of SITES.csv, while the sites are served by a thread."""
    loop, ready = asyncio.new_event_loop(), threading.Event()
    stop = asyncio.Event()
    thread = threading.Thread(
        target=lambda: loop.run_until_complete(serve(count, port, padding, ready, stop)), daemon=True
    )
    thread.start()
    if not ready.wait(30):
        raise RuntimeError("the sites did not start: is the port free?")
    try:
        yield sites_csv(count, port)
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)


def sites_csv(count: int, port: int) -> str:
    """SITES.csv of the first `count` sites."""
    lines = [f"kota-{k:03d},Kota Contoh {k},http://{address_of(k)}:{port}/" for k in range(count)]
    return "id,name,site\n" + "\n".join(lines) + "\n"


def main(argv: Sequence[str]) -> int:
    """Serve until the end of standard input."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.many_sites")
    parser.add_argument("count", type=int)
    parser.add_argument("--port", type=int, default=18_080)
    parser.add_argument("--padding", type=int, default=0, help="news pages a site")
    arguments = parser.parse_args(argv)
    with serving(arguments.count, arguments.port, arguments.padding) as text:
        sys.stdout.write(text)
        sys.stdout.flush()
        sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
