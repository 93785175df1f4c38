"""P10: gambling or other spam that strangers put into the site. For the owner only."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, HEADING, LINK, TITLE

_FEWEST = 2  # different phrases on a page, where none stands in a title or a hidden link


class InjectedSpam(Detector):
    """Phrases of gambling advertising in titles, headings, links or texts, above all in hidden links.

    Read: the vocabulary of gambling advertisers. A page that warns of gambling names it too, so a text counts only
    where its phrases are those of advertisers, in a title, a link, or twice on a page. Never shown in public: it would
    be a map for attackers.
    """

    name = "injected_spam"
    check = "P10"
    reads = ("title", "headings", "links", "blocks")
    concepts = ("gambling",)
    technical = True
    owner_only = True

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}
        self._pages = 0

    def add(self, page: Page) -> None:
        """Weigh the page's hits."""
        hits = page.hits("gambling", TITLE, HEADING, LINK, BLOCK)
        if not hits:
            return
        links = [hit for hit in hits if hit.kind == LINK]
        outside = [
            h for h in links if page.facts.links[h.at].hidden or not page.site.is_own(page.facts.links[h.at].url)
        ]
        strong = [hit for hit in hits if hit.kind in (TITLE, HEADING)]
        if outside or strong or len(hits) >= _FEWEST:
            self._pages += 1
            first = (outside or strong or hits)[0]
            if len(self._found) < 50:
                self._found.setdefault(addresses.key(page.url), Place.of(page, page.excerpt(first)))

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        if self._found:
            yield next(iter(self._found.values())).seen(self._pages)
        else:
            yield absent(site)
