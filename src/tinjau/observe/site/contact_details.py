"""A02: how to reach the institution."""

from collections.abc import Iterable

from tinjau.observe.engine.contacts import BARE, MAIL, PHONE, SAMPLE, STREET
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import HEADING, PATH, TITLE

_MOST = 20_000  # different blocks looked at
_WRITTEN = ("e-mail", "phone", "address")  # kinds that stand in texts
_KINDS = ("e-mail", "phone", "whatsapp", "address")


class ContactDetails(Detector):
    """A telephone number, an e-mail address, WhatsApp or a postal address of the institution.

    Read: tel:, mailto: and WhatsApp links; numbers beside words like telp or phone; e-mail addresses; streets in the
    frame of the pages or beside other contacts. A link that shares the page by mail does not count, nor does a contact
    form. Limits: numbers are not dialled.
    """

    name = "contact_details"
    check = "A02"
    reads = ("links", "blocks")
    concepts = ("contact", "profile")

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}
        self._known: set[int] = set()

    def add(self, page: Page) -> None:
        """Look at links and at short texts with a digit or an at sign."""
        if len(self._found) == len(_KINDS):
            return
        for link in page.facts.links:
            raw = link.raw.strip().lower()
            if raw.startswith("mailto:") and "@" in raw.partition("?")[0]:
                self._note("e-mail", page, link.raw)
            elif raw.startswith("tel:") and sum(each.isdigit() for each in raw) >= 5:
                self._note("phone", page, link.raw)
            elif ("wa.me/" in raw or "api.whatsapp.com/send?phone" in raw) and any(
                each.isdigit() for each in raw[-15:]
            ):
                self._note("whatsapp", page, link.raw)
        if page.is_article and not page.is_home and page.own_chars > 1500:
            return
        if all(kind in self._found for kind in _WRITTEN):
            return
        for block in page.facts.blocks:
            if block.key in self._known:
                continue
            if len(self._known) < _MOST:
                self._known.add(block.key)
            text = block.text[:600]
            if ("@" in text or "[at]" in text or "(at)" in text) and MAIL.search(text):
                self._note("e-mail", page, text)
            digits = sum(map(text.count, "0123456789"))
            if digits >= 5 and "phone" not in self._found and (PHONE.search(text) or BARE.search(text)):
                self._note("phone", page, text)
            if (
                digits
                and len(text) < 400
                and (block.zone != MAIN or self._is_contact(page))
                and "address" not in self._found
                and STREET.search(text)
            ):
                self._note("address", page, text)

    def _is_contact(self, page: Page) -> bool:
        """Whether a street in the content can be the office's own: on the front page, or a page about contact or
        profile.
        """
        return page.is_home or bool(page.hits("contact", TITLE, HEADING, PATH) or page.hits("profile", TITLE, HEADING))

    def _note(self, kind: str, page: Page, excerpt: str) -> None:
        if kind not in self._found and not SAMPLE.search(excerpt):
            self._found[kind] = Place.of(page, excerpt)

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the kinds of contact; an address alone is a place, and counts too."""
        first = next((kind for kind in ("phone", "e-mail", "whatsapp", "address") if kind in self._found), "")
        if not first:
            yield absent(site)
            return
        yield self._found[first].seen(", ".join(kind for kind in _KINDS if kind in self._found))
