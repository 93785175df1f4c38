"""The first pass: every record of the archives once; pages parsed, walked and scanned, the rest noted by address."""

import contextlib
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from sys import intern

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from tinjau.archive import Manifest, Reader, Record, read_manifest, sha256_of
from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import MAIN, PageFacts
from tinjau.observe.engine.frame import FrameBlocks
from tinjau.observe.engine.guard import bounded
from tinjau.observe.engine.ledger import Ledger
from tinjau.observe.engine.site import Response, Responses, TextFile
from tinjau.observe.engine.spool import MOST, Spool
from tinjau.observe.engine.texts import scan_page
from tinjau.observe.engine.walk import Walk

_SOON, _NOTHING = 5, 300  # seconds of a refresh and characters of a page that make it a redirect
_KEPT_TEXT = 200_000  # characters of robots.txt, sitemaps and feeds that are kept
_BANNER = 200  # bytes of a script or style in which it names itself
_MOST_TEXTS = 60
_MOST_DOORS = 200  # project choice
_MOST_LATER, _MOST_KEYS = 5_000, 400  # pages of another day that are kept, texts of each: 16 MB; project choice
_HEADERS = frozenset(
    [
        "server",
        "x-powered-by",
        "content-type",
        "last-modified",
        "x-generator",
        "content-security-policy",
        "strict-transport-security",
        "x-frame-options",
        "x-content-type-options",
        "referrer-policy",
        "set-cookie",
        "link",
        "content-language",
        "content-encoding",
        "cache-control",
        "expires",
        "etag",
    ]
)
_GOOD = ("response", "resource", "conversion")


@dataclass(slots=True)
class Archives:
    """What the first pass learnt."""

    paths: tuple[Path, ...]
    ledger: Ledger
    responses: Responses
    blocks: FrameBlocks
    digests: list[str] = field(default_factory=list)
    manifests: list[Manifest] = field(default_factory=list)
    hosts: Counter[str] = field(default_factory=Counter)
    texts: list[TextFile] = field(default_factory=list)
    doors: dict[str, str] = field(default_factory=dict)  # redirects of hosts' front addresses, a change of scheme too
    later: dict[str, "array[int]"] = field(default_factory=dict)  # texts of pages that another day's archive holds too
    span: tuple[str, str] = ("", "")  # first and last day of the archives before the one that is read
    losses: list[str] = field(default_factory=list)
    first: str = ""
    last: str = ""
    records: int = 0
    pages: int = 0
    left_out: int = 0  # pages for which there was no room


def read_archives(paths: Sequence[Path], spool: Spool, ledger: Ledger) -> Archives:
    """Read all archives into spool, ledger and the returned notes. Raises InputError for files that are no archives."""
    found = Archives(tuple(paths), ledger, Responses(ledger), FrameBlocks(ledger))
    for path in paths:
        reader = Reader(path)
        found.span = (found.first[:10], found.last[:10])
        with contextlib.suppress(FileNotFoundError):
            manifest = read_manifest(path)
            if manifest is not None:
                found.manifests.append(manifest)
        for record in reader:
            _take(record, found, spool)
        found.records += reader.records
        found.digests.append(sha256_of(path))
        if reader.loss:
            found.losses.append(f"{path.name}: {reader.loss}")
    if found.left_out:
        found.losses.append(f"{found.left_out} pages were left out: the others take {MOST >> 30} GiB already")
    return found


def _take(record: Record, found: Archives, spool: Spool) -> None:
    url = addresses.normal(record.url)
    if record.type not in _GOOD or not url:
        return
    found.first = min(found.first or record.date, record.date)
    found.last = max(found.last, record.date)
    status = record.status if record.status is not None else 200
    target = addresses.absolute(url, record.header("location")) if 300 <= status < 400 else ""
    key = addresses.key(url)
    known = found.responses.get(key)
    if target and len(found.doors) < _MOST_DOORS and addresses.is_front(url):
        found.doors.setdefault(url, target)
    if target and addresses.key(target) == key:
        return  # http to https, www or a slash: the same page
    if known is None or known.status >= 300 > status:
        found.responses.put(key, Response(status, intern(record.media_type), target))
    elif record.is_html and status < 300 and known.status < 300:
        _again(record, url, key, found)
        return  # the same page again
    if status >= 300:
        return
    if record.is_html and record.body:
        _page(record, url, status, found, spool)
    else:
        _keep_text(record, url, found)


def _again(record: Record, url: str, key: str, found: Archives) -> None:
    """Keep what a page of another archive and day says, to be held against the first."""
    begun, ended = found.span
    if not begun or begun <= record.date[:10] <= ended or key in found.later or len(found.later) >= _MOST_LATER:
        return
    page = _walked(record.body, url, 200)
    keys = {block.key for block in page.blocks if block.zone == MAIN}
    if not page.cut and not record.truncated and len(keys) <= _MOST_KEYS:
        found.later[intern(key)] = array("q", keys)


def _page(record: Record, url: str, status: int, found: Archives, spool: Spool) -> None:
    page = read_page(record.body, url, status)
    onward = _refresh(page)
    if onward and addresses.key(onward) != addresses.key(url):
        found.responses.put(addresses.key(url), Response(status, intern(record.media_type), onward))
        return
    page.record_id, page.digest, page.captured = record.id, record.payload_digest, record.date
    page.headers = {name: value[:300] for name, value in record.headers if name in _HEADERS}
    if record.truncated and not page.cut:
        page.cut = f"the record is truncated ({record.truncated})"
    if not spool.put(page):
        found.left_out += 1
        return
    found.pages += 1
    found.hosts[addresses.host(url)] += 1
    found.blocks.add(page)


def _refresh(page: PageFacts) -> str:
    """Where a page that is nothing but a refresh leads; "" for any other page."""
    delay, _, rest = page.metas.get("refresh", "").partition(";")
    target = rest.strip().lower().startswith("url") and rest.partition("=")[2].strip(" '\"")
    if not target or not delay.strip().isdigit() or int(delay) > _SOON:
        return ""
    said = sum(len(block.text) for block in page.blocks)
    return addresses.absolute(page.url, target) if said < _NOTHING else ""


def read_page(body: bytes, url: str, status: int = 200) -> PageFacts:
    """The facts of one HTML page. Never raises for anything a page may hold: what was not read is said in `cut`."""
    page = _walked(body, url, status)
    scan_page(page)
    return page


def _walked(body: bytes, url: str, status: int) -> PageFacts:
    """The facts without what the vocabularies find in them."""
    page = PageFacts(url, status, "", "", "")
    page.size = len(body)
    safe, page.cut = bounded(body)
    try:
        tree = LexborHTMLParser(safe, encoding=True)
        Walk(page, tree).run()
    except (SelectolaxError, ValueError, UnicodeError, RecursionError) as error:
        page.cut = f"the page could not be parsed ({type(error).__name__})"
    return page


def _keep_banner(record: Record, url: str, found: Archives) -> None:
    """Keep the first line of a library that names its version."""
    start = record.body[:_BANNER]
    if b" v" in start and len(found.texts) < _MOST_TEXTS:
        found.texts.append(TextFile("library", url, start.decode("utf-8", "replace"), record.id, record.payload_digest))


def _keep_text(record: Record, url: str, found: Archives) -> None:
    """Keep what is not a page and still says something: robots.txt, sitemaps, feeds."""
    path = addresses.path_of(url).lower()
    kind = ""
    if record.media_type.endswith(("javascript", "/css")):
        _keep_banner(record, url, found)
        return
    if path == "/robots.txt":
        kind = "robots"
    elif path.endswith(("security.txt",)):
        kind = "security"
    elif record.media_type in ("application/rss+xml", "application/atom+xml") or b"<rss" in record.body[:400]:
        kind = "feed"
    elif "sitemap" in path and b"<" in record.body[:100]:
        kind = "sitemap"
    if kind and len(found.texts) < _MOST_TEXTS:
        text = record.body[:_KEPT_TEXT].decode("utf-8", "replace")
        found.texts.append(TextFile(kind, url, text, record.id, record.payload_digest))
