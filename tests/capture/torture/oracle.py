"""Whether an archive and its frontier tell the truth, by zlib, sqlite3 and the served pages: nothing of the writer."""

import hashlib
import sqlite3
import zlib
from collections import Counter
from pathlib import Path

from tests.capture.torture.site import Site


def faults(out: Path, site: Site, *, complete: bool) -> list[str]:
    """Everything that is wrong with a capture of the site; after its end (`complete`) every page must be there."""
    found: list[str] = []
    base = sqlite3.connect(f"{out}.frontier.sqlite")
    if base.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        found.append("the frontier is damaged")
    if not base.execute("SELECT count(*) FROM sqlite_master WHERE name = 'url'").fetchone()[0]:
        base.close()
        return [*found, "nothing was ever committed"] if complete else found
    ended = {
        url: (state, offset, length)
        for url, state, offset, length in base.execute(
            "SELECT url, state, offset, length FROM url WHERE state != 'pending'"
        )
    }
    committed = int(next(base.execute("SELECT value FROM meta WHERE key = 'warc_len'"), ("0",))[0])
    base.close()
    data = out.read_bytes()
    if len(data) < committed:
        return [*found, f"{committed - len(data)} committed bytes are gone"]
    members, tail = _members(data[:committed] if not complete else data)
    if tail:
        found.append(f"{tail} bytes at the end are no whole gzip member")
    uris = Counter(uri for uri, kind, _ in members.values() if kind == "response")
    found += [f"{uri} stands {count} times" for uri, count in uris.items() if count > 1]
    for offset, (uri, kind, problem) in members.items():
        if problem:
            found.append(f"the record at {offset} ({kind} {uri}): {problem}")
    for url, (state, offset, length) in ended.items():
        record = members.get(offset) if offset is not None else None
        if state in {"ok", "http_error(404)"} and (record is None or record[0] != url):
            found.append(f"{url} is {state}, but its record is not where the frontier says")
        elif record is not None and data[offset + length : offset + length + 2] not in {b"\x1f\x8b", b""}:
            found.append(f"{url}: the length in the frontier is wrong")
    known = set(ended)
    found += [f"{uri} has a record but has not ended" for uri in uris if uri not in known]
    if complete:
        found += [f"{url} is missing" for url in site.urls() if uris[url] != 1]
        found += [f"{url} is not what was served" for url in _other(data, members, site)]
    return found


def _members(data: bytes) -> tuple[dict[int, tuple[str, str, str]], int]:
    """Each gzip member by its offset: address, type, and what is wrong with it; and how many bytes are left over."""
    found: dict[int, tuple[str, str, str]] = {}
    at = 0
    while at < len(data):
        inflater = zlib.decompressobj(wbits=31)
        try:
            record = inflater.decompress(data[at:])
        except zlib.error:
            return found, len(data) - at
        if not inflater.eof:
            return found, len(data) - at
        head, _, rest = record.partition(b"\r\n\r\n")
        fields = {line.split(b": ")[0]: line.partition(b": ")[2].decode() for line in head.split(b"\r\n")[1:]}
        problem = "" if head.startswith(b"WARC/1.1\r\n") else "no WARC header"
        length = int(fields.get(b"Content-Length", "-1"))
        if len(rest) != length + 4 or not rest.endswith(b"\r\n\r\n"):
            problem = "its length is wrong"
        elif fields.get(b"WARC-Block-Digest") != f"sha256:{hashlib.sha256(rest[:length]).hexdigest()}":
            problem = "its digest is wrong"
        found[at] = (fields.get(b"WARC-Target-URI", ""), fields.get(b"WARC-Type", ""), problem)
        at = len(data) - len(inflater.unused_data)
    return found, 0


def _other(data: bytes, members: dict[int, tuple[str, str, str]], site: Site) -> list[str]:
    """Pages whose body is not the one that the site serves."""
    wrong = []
    for offset, (uri, kind, _) in members.items():
        if kind != "response" or uri not in site.urls():
            continue
        number = 0 if uri == site.url else int(uri.split("/p/")[1].split("/")[0])
        record = zlib.decompressobj(wbits=31).decompress(data[offset:])
        if not record.endswith(b"\r\n\r\n" + site.body(number) + b"\r\n\r\n"):
            wrong.append(uri)
    return wrong
