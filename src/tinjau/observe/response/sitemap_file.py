"""E05: a map of the pages for machines."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding
from tinjau.observe.engine.site import Site


class SitemapFile(Detector):
    """A sitemap in XML.

    Read: responses whose address or content is a sitemap. Limits: a capture that was not asked to fetch one cannot tell
    that there is none.
    """

    name = "sitemap_file"
    check = "E05"
    reads = ("texts",)
    technical = True

    def result(self, site: Site) -> Iterable[Finding]:
        """By what the archive holds beside the pages."""
        found = next((each for each in site.texts if each.kind == "sitemap"), None)
        robots = next((each for each in site.texts if each.kind == "robots"), None)
        if found is None and robots is not None and "sitemap:" in robots.text.lower():
            yield Finding(
                State.SEEN, None, "Named in robots.txt", robots.url, robots.record_id, robots.digest, robots.text
            )
            return
        if found is None:
            home = site.home.url if site.home else ""
            if home and site.is_dead(addresses.absolute(home, "/sitemap.xml")):
                yield Finding(State.NOT_SEEN, None, "The server has no sitemap.xml", home)
                return
            yield Finding(State.CANNOT_TELL, None, "The archive holds no answer to a request for a sitemap")
            return
        yield Finding(
            State.SEEN, found.text.count("<loc"), "", found.url, found.record_id, found.digest, found.text[:200]
        )
