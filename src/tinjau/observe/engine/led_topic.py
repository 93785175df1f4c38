"""A thing that offices often keep on somebody else's system: minutes, tenders, vacancies, newsletters."""

from typing import ClassVar

from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import Heading, Hit
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import LINK
from tinjau.observe.engine.topic import PORTAL, TopicDetector

_NAMED, _HEADED = 0.5, 0.6  # shares of a link's text, and of a heading over it, that name the thing; project choice
_FEW = 3  # links under a heading: more are a directory; project choice
_NO_SYSTEMS = (
    *addresses.SOCIAL, "youtu.be", "x.com", "tiktok.com", "linkedin.com", "maps.google.com", "google.com",
)  # fmt: skip


class LedTopic(TopicDetector):
    """Also a link to another organisation's host that names the thing, or stands under a heading that does."""

    least: ClassVar[int] = 0  # letters of words that name the thing beyond doubt

    def _link(self, page: Page, hit: Hit) -> None:
        super()._link(page, hit)
        link = page.facts.links[hit.at]
        if hit.kind == LINK and hit.covered >= self.least and self._names(page, hit):
            self._keep(PORTAL, 0.5, page, f"{link.text} → {link.raw}", link.url, link.text)

    def _names(self, page: Page, hit: Hit) -> bool:
        link = page.facts.links[hit.at]
        return _leads_away(page, link.url) and self.fit(hit, link.text) >= _NAMED

    def _section(self, page: Page, hit: Hit) -> None:
        super()._section(page, hit)
        heading = page.facts.headings[hit.at]
        if page.is_article or not page.is_own_heading(heading) or self.fit(hit, heading.text) < _HEADED:
            return
        under = [page.facts.links[at] for at in page.own_links if _stands_under(page, heading, at)]
        away = [each for each in under if _leads_away(page, each.url)]
        if away and len(under) <= _FEW:
            link = away[0]
            self._keep(PORTAL, 0.5, page, f"{heading.text}: {link.text} → {link.raw}", link.url, heading.text)


def _leads_away(page: Page, url: str) -> bool:
    """Whether the address is another organisation's, and no social network's."""
    if not url or page.site.is_own(url) or page.site.is_paper(url):
        return False
    host = addresses.host(url)
    return not any(host == each or host.endswith(f".{each}") for each in _NO_SYSTEMS)


def _stands_under(page: Page, heading: Heading, at: int) -> bool:
    following = (each.block for each in page.facts.headings if each.block > heading.block)
    return heading.block < page.facts.links[at].block < next(following, len(page.facts.blocks) + 1)
