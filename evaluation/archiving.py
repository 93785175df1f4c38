"""Write a site that is known whole as an archive with its manifest, the same bytes every time."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from tinjau.archive import Manifest, encode_record, sha256_of, write_manifest

CAPTURED = "2026-11-23T21:17:24Z"  # as the archives that were read, so that what is past there is past here
_REASONS = {200: "OK", 404: "Not Found"}


def write_archive(path: Path, origin: str, replies: Mapping[str, tuple[int, str, bytes]]) -> Path:
    """Write replies by path (status, content type, body) as a capture that misses nothing."""
    with path.open("wb") as out:
        for place, (status, kind, body) in replies.items():
            lines = f"HTTP/1.1 {status} {_REASONS[status]}\r\nContent-Type: {kind}\r\n"
            lines += f"Content-Length: {len(body)}\r\n\r\n"
            identity = hashlib.sha256(place.encode()).hexdigest()
            record = encode_record(
                "response", "application/http;msgtype=response", lines.encode() + body, date=CAPTURED,
                url=origin + place, payload=body, record_id=f"<urn:sha256:{identity}>",
            )  # fmt: skip
            out.write(record.data)
    good = sum(status == 200 for status, _, _ in replies.values())
    pages = sum(status == 200 and kind.startswith("text/html") for status, kind, _ in replies.values())
    write_manifest(path, Manifest(
        archive=path.name, urls=(f"{origin}/",), settings={}, started=CAPTURED, ended=CAPTURED, complete=True,
        pages=pages, discovered=len(replies), states={"ok": good, "http_error(404)": len(replies) - good},
        completeness=1.0, hosts=(urlsplit(origin).netloc,), sha256=sha256_of(path),
    ))  # fmt: skip
    return path
