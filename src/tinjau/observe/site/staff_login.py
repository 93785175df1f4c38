"""S08: doors for staff on the public site."""

from collections.abc import Iterable

import re2

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.forms import LOGIN, kind_of
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BUTTON, FORM, HEADING, LINK, TITLE

_SYSTEMS = ("wp-login", "wp-admin", "siteman", "/user/login", "webmail", "roundcube", "/owa/")
_BOOKINGS = "/owa/calendar/"  # the mail system's page on which the public books a time
_DOORS = frozenset({"admin", "administrator", "cms", "backend"})  # first parts of a path

_STAFF = re2.compile(  # for whom a login is
    r"(?i)\b(?:per i dipendenti|per il personale|riservat[oa] a(?:l personale|i dipendenti)|consiglieri|"
    r"réservé (?:aux|au) (?:agents|élus|personnel|membres)|pour les (?:agents|élus)|"
    r"para (?:empleados|funcionarios|el personal)|uso interno|solo personal|khusus pegawai|"
    r"for staff|staff only|employees only|authori[sz]ed personnel)"
)
_TEXTS = 12  # own texts of a page with a login that are looked at; project choice
_MOST = 5_000  # different addresses looked at


def _is_door(url: str) -> bool:
    """Whether the address stands under the administration of a content system."""
    first = addresses.path_of(url).lower().strip("/").partition("/")[0]
    return first.partition(".")[0] in _DOORS


class StaffLogin(Detector):
    """A link or form by which staff or editors log in: webmail, an office system, the content system.

    Read: links and forms by their words and addresses. It is no service to the public; it is told so that nobody counts
    it as one.
    """

    name = "staff_login"
    check = "S08"
    reads = ("links", "forms", "title", "headings")
    concepts = ("staff_login",)
    technical = True

    def __init__(self) -> None:
        self._found: Place | None = None
        self._known: set[str] = set()

    def add(self, page: Page) -> None:
        """The first place is enough."""
        if self._found is not None:
            return
        for hit in page.hits("staff_login", LINK):
            link = page.facts.links[hit.at]
            if hit.covered / max(1, len(link.text)) >= 0.5:
                self._found = Place.of(page, f"{link.text} → {link.raw}")
                return
        button = next(iter(page.hits("staff_login", BUTTON)), None)
        if button is not None:
            self._found = Place.of(page, page.excerpt(button))
            return
        for link in page.facts.links:
            if not link.url or link.url in self._known or len(self._known) > _MOST:
                continue
            self._known.add(link.url)
            door = page.site.is_own(link.url) and _is_door(link.url)
            system = any(each in link.url.lower() for each in _SYSTEMS) and _BOOKINGS not in link.url.lower()
            if door or system:
                self._found = Place.of(page, f"{link.text} → {link.raw}")
                return
        named = any(each in page.url.lower() for each in _SYSTEMS) or bool(page.hits("staff_login", TITLE, HEADING))
        named = named or any(_STAFF.search(page.facts.blocks[at].text) for at in page.own_blocks[:_TEXTS])
        said = {hit.at for hit in page.hits("staff_login", FORM)} if page.facts.forms else set()
        for index, form in enumerate(page.facts.forms):
            if (named or index in said or _is_door(form.action)) and kind_of(form, page, index) == LOGIN:
                self._found = Place.of(page, f"{page.facts.title}: {form.raw_action}")
                return

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen or absent."""
        yield self._found.seen() if self._found else absent(site)
