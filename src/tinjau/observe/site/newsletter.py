"""A10: being told of news."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.forms import NEWSLETTER, kind_of
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import FORM, LINK


class Newsletter(Detector):
    """A newsletter to subscribe to, or a feed that a page offers.

    Read: forms that ask for an e-mail address and nothing else beside words of subscribing; links named so;
    `link rel=alternate` of feeds.
    """

    name = "newsletter"
    check = "A10"
    reads = ("forms", "links", "rels")
    concepts = ("newsletter",)

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}

    def add(self, page: Page) -> None:
        """Note the first of each kind."""
        facts = page.facts
        for hit in page.hits("newsletter", FORM):
            form = facts.forms[hit.at]
            if kind_of(form, page, hit.at) == NEWSLETTER:
                self._found.setdefault("newsletter", Place.of(page, f"{form.heading} {' '.join(form.buttons)}"))
        for hit in page.hits("newsletter", LINK):
            link = facts.links[hit.at]
            if link.url and hit.covered / max(1, len(link.text)) >= 0.4:
                self._found.setdefault("newsletter", Place.of(page, f"{link.text} → {link.raw}", link.url))
        for rel, target, kind in facts.rels:
            if "alternate" in rel and ("rss" in kind or "atom" in kind) and "comments" not in target:
                self._found.setdefault("feed", Place.of(page, target, target))

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the kinds; what is missing does not count."""
        alive = {kind: each for kind, each in self._found.items() if not (each.target and site.is_dead(each.target))}
        if not alive:
            yield absent(site)
            return
        yield next(iter(alive.values())).seen(", ".join(sorted(alive)))
