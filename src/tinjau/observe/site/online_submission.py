"""S03: sending an application online."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.applying import OTHERS, ways
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.forms import APPLICATION, OTHER, asked, kind_of
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BUTTON, FORM, HEADING, LINK, TITLE

_FORM, _START, _NAMED = 4, 2, 0.7  # fields behind a link; the same where a link in the content says just "Start now"
_FIELDS = 3  # of a form beside requirements
_MOST = 100  # addresses; project choice
_ITEM = 0.3  # share of a page's name that the words for a service are; project choice
_SENDS = (APPLICATION, OTHER)


class OnlineSubmission(Detector):
    """A service that is applied for online: an application form on the site, or a link that leads to one elsewhere.

    Read: forms that ask for personal particulars or files on pages that speak of applying; links with words of
    applying, or in a sentence that says where one applies, to other hosts than the site's or to pages with such
    forms. A contact or complaint form does not count.
    """

    name = "online_submission"
    check = "S03"
    reads = ("forms", "links", "title", "headings")
    concepts = ("apply", "apply_by", "complaint", "info_request", "requirements", "service_item", *OTHERS)

    def __init__(self) -> None:
        self._forms: list[Place] = []
        self._sure: set[str] = set()
        self._links: dict[str, Place] = {}

    def add(self, page: Page) -> None:
        """Note forms and links."""
        self._filled_in(page)
        for url, excerpt, sure in ways(page) if len(self._links) < _MOST else ():
            key = addresses.key(url)
            self._links.setdefault(key, Place.of(page, excerpt, url))
            if sure:
                self._sure.add(key)
        for hit in page.hits("apply", LINK):
            link = page.facts.links[hit.at]
            fit = hit.covered / max(1, len(link.text))
            if addresses.key(link.url) == addresses.key(page.url):
                continue
            if fit < 0.34 or not link.url or addresses.is_paper(link.url):
                continue
            if addresses.host(link.url) in addresses.SOCIAL:
                continue
            if len(self._links) < _MOST:
                at = addresses.key(link.url)
                self._links.setdefault(at, Place.of(page, f"{link.text} → {link.raw}", link.url))
                if fit >= _NAMED and link.zone == MAIN:
                    self._sure.add(at)

    def _filled_in(self, page: Page) -> None:
        """Note the first form, or button of a card, by which one applies here."""
        named = page.hits("apply", TITLE, HEADING, FORM) or self._is_item(page)
        other = page.hits("complaint", TITLE, HEADING) or page.hits("info_request", TITLE, HEADING)
        if named and not other and not self._forms:
            for index, form in enumerate(page.facts.forms):
                if form.zone == 0 and kind_of(form, page, index) == APPLICATION:
                    self._forms.append(Place.of(page, f"{page.name}: {form.heading} → {form.raw_action}"))
                    break
        if page.hits("requirements", HEADING) and not other and not self._forms:
            for index, form in enumerate(page.facts.forms):
                if (
                    form.zone == 0
                    and form.method == "post"
                    and len(asked(form)) >= _FIELDS
                    and kind_of(form, page, index) in _SENDS
                ):
                    self._forms.append(Place.of(page, f"{page.name}: {' '.join(form.buttons)} → {form.raw_action}"))
                    break
            button = next((hit for hit in page.hits("apply", BUTTON) if page.facts.buttons[hit.at].zone == 0), None)
            if button is not None:
                self._forms.append(Place.of(page, f"{page.name}: {page.excerpt(button)}"))

    def _is_item(self, page: Page) -> bool:
        """Whether the page is named after something that people apply for."""
        least = _ITEM * len(page.name)
        return least > 0 and any(hit.covered >= least for hit in page.hits("service_item", TITLE))

    def result(self, site: Site) -> Iterable[Finding]:
        """A form first, then a link to another host or to a page with a form."""
        if self._forms:
            yield self._forms[0].seen("form")
            return
        doubts = []
        for place in self._links.values():
            target = place.target
            if site.is_dead(target):
                continue
            if not site.is_own(target):
                sure = addresses.key(target) in self._sure
                if sure or not addresses.is_front(target) or site.is_sibling(target):
                    yield place.seen("link")
                    return
                continue
            note = site.note(target)
            if note is not None and note.fields >= (_START if addresses.key(target) in self._sure else _FORM):
                yield place.seen("link")
                return
            if note is None and site.response(target) is None:
                doubts.append(f"The page behind “{place.excerpt[:100]}” was not captured")
        yield absent(site, doubts=doubts)
