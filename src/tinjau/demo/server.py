"""The sample city on loopback: a web server for as long as a block runs."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tinjau.demo.site import City, Reply, sample_city

_LARGEST_FORM = 65_536  # bytes; project choice: no form of the site needs more
_PATIENCE = 10  # seconds a silent connection is kept
_MOST_FIELDS = 20  # of a query; more is refused by parse_qs


@dataclass(frozen=True, slots=True)
class SampleCity:
    """A running sample city: its address without a final slash, and what it serves."""

    url: str
    city: City


@contextmanager
def serve_sample_city(port: int = 0) -> Iterator[SampleCity]:
    """Serve the sample city on 127.0.0.1 until the block ends: on `port`, or on a free one where that is taken."""
    server = _bound(port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield SampleCity(server.origin, sample_city())
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _bound(port: int) -> "_Server":
    try:
        return _Server(("127.0.0.1", port), _Handler)
    except OSError:
        return _Server(("127.0.0.1", 0), _Handler)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "sample-city"
    sys_version = ""
    timeout = _PATIENCE

    def do_GET(self) -> None:
        """Answer with the page, file or search."""
        self._send(self._got(), with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the headers of the page."""
        self._send(self._got(), with_body=False)

    def do_POST(self) -> None:
        """Answer a form with a receipt."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _LARGEST_FORM:
            self.close_connection = True
            refusal = b"Kiriman terlalu besar atau tanpa ukuran.\n"
            self._send(Reply(413, "text/plain; charset=utf-8", refusal), with_body=True)
            return
        sent = self.rfile.read(int(length))
        self._send(sample_city().post(unquote(urlsplit(self.path).path), sent), with_body=True)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the parameter's name in http.server
        """Say nothing: the capture tells its own progress."""

    def _got(self) -> Reply:
        address = urlsplit(self.path)
        try:
            question = parse_qs(address.query, max_num_fields=_MOST_FIELDS).get("q", [""])[0]
        except ValueError:
            question = ""
        return sample_city().get(unquote(address.path), question, self.server.origin)

    def _send(self, reply: Reply, *, with_body: bool) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)
