"""An archive of any size, made of the sample city's pages: copy after copy, each at addresses of its own."""

import gzip
import uuid
from pathlib import Path

from tinjau.demo.site import REFERENCE_DATE, sample_city

_HOST = "http://sample-city.invalid"
_DATE = f"{REFERENCE_DATE.isoformat()}T08:00:00Z"
_LEVEL = 6  # what a capture writes


def write_archive(path: Path, copies: int) -> int:
    """Write a WARC 1.1 archive with the pages of the city `copies` times; the number of pages."""
    city = sample_city()
    with path.open("wb") as out:
        for copy in range(copies):
            for place in city.pages:
                body = city.get(place).body
                if copy:  # other addresses, other links: what a larger site would show
                    body = body.replace(b'href="/', b'href="/salinan-%d/' % copy)
                address = f"{_HOST}/salinan-{copy}{place}" if copy else f"{_HOST}{place}"
                out.write(gzip.compress(_record(address, body), _LEVEL, mtime=0))
    return copies * len(city.pages)


def _record(address: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    http = head.encode() + body
    lines = (
        "WARC/1.1", "WARC-Type: response", f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, address)}>",
        f"WARC-Date: {_DATE}", f"WARC-Target-URI: {address}", "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}", "", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode() + http + b"\r\n\r\n"
