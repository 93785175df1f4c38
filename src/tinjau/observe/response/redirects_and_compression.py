"""E01: how a site is delivered, as far as a capture without a clock can tell."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_SMALL = 1_400  # bytes that go in one packet, compressed or not; project choice
_LEAST = 0.9  # share of the other pages, as for all shares of pages; project choice
_MOST_HOPS = 10  # project choice
_KEPT = ("cache-control", "expires", "etag", "last-modified")


class RedirectsAndCompression(Detector):
    """Pages come compressed, and the front page after one redirect at most.

    Read: Content-Encoding and the headers of caching of pages larger than a packet; the redirects from the address that
    was asked for, or from the front address of the host, to the front page, http to https among them. The value is the
    share of those pages that come compressed; the reason tells the redirects and the caching. A foreign archive in
    which nothing is compressed may have been unpacked when it was written: cannot tell. No time is measured.
    """

    name = "redirects_and_compression"
    check = "E01"
    reads = ("headers", "size")
    technical = True

    def __init__(self) -> None:
        self._pages = self._packed = self._kept = 0
        self._place: Place | None = None

    def add(self, page: Page) -> None:
        """Count the page, unless it is small."""
        headers = page.facts.headers
        if page.is_home:
            told = "; ".join(f"{name}: {headers[name]}" for name in ("content-encoding", *_KEPT) if name in headers)
            self._place = Place.of(page, told)
        if page.facts.size < _SMALL:
            return
        self._pages += 1
        self._packed += headers.get("content-encoding", "identity").strip().lower() not in ("", "identity")
        self._kept += any(name in headers for name in _KEPT) and "no-store" not in headers.get("cache-control", "")

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen where nine pages in ten are compressed and one redirect at most leads to the front page."""
        place = self._place
        if place is None:
            yield absent(site)
            return
        where = (place.url, place.record_id, place.digest, place.excerpt)
        if not self._pages or (not self._packed and not site.asked):
            yield Finding(State.CANNOT_TELL, None, "The archive does not show what was compressed on the way", *where)
            return
        hops = _hops(site, place.url)
        share = self._packed / self._pages
        told = [f"{self._packed} of {self._pages} pages come compressed",
                f"{self._kept} of {self._pages} pages have headers of caching",
                f"{len(hops)} redirects before the front page"]  # fmt: skip
        if any(a.startswith("http:") and b.startswith("https:") for a, b in hops):
            told.append("http leads to https")
        state = State.SEEN if share >= _LEAST and len(hops) <= 1 else State.NOT_SEEN
        yield Finding(state, round(share, 3), "; ".join(told), *where)


def _hops(site: Site, front: str) -> list[tuple[str, str]]:
    """The redirects from what was asked for, or else from the plain front address, to the front page."""
    host = addresses.host(front)
    starts = [addresses.normal(each) for each in site.asked if addresses.host(each) == host]
    starts += [each for each in (f"http://{host}/", f"http://www.{host}/", f"https://{host}/") if each in site.doors]
    at = starts[0] if starts else front
    found: list[tuple[str, str]] = []
    while at != front and len(found) < _MOST_HOPS:
        known = site.responses.get(addresses.key(at))
        target = site.doors.get(at) or (known.target if known else "")
        if not target:
            break
        found.append((at, target))
        at = target
    return found
