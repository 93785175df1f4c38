"""S11: forms to fill in."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.forms import APPLICATION, CONTACT, OTHER, asked, goes_somewhere, kind_of
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_FORM_HOSTS = (
    "docs.google.com",
    "forms.gle",
    "forms.office.com",
    "form.gov.sg",
    "jotform.com",
    "typeform.com",
    "forms.zohopublic.com",
)


class OnlineForm(Detector):
    """A form to fill in and send: for a request, a report or a message.

    Read: forms with fields that are sent somewhere; links to and frames of form services. Search boxes, logins,
    newsletters, comments and filters do not count. The value is `application` or `contact`.
    """

    name = "online_form"
    check = "S11"
    reads = ("forms", "links", "frames")

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}

    def add(self, page: Page) -> None:
        """Note the first form of each kind."""
        facts = page.facts
        for index, form in enumerate(facts.forms):
            kind = kind_of(form, page, index)
            if kind in (APPLICATION, CONTACT) or (kind == OTHER and len(asked(form)) >= 2):
                kind = CONTACT if kind == OTHER else kind
                if kind not in self._found and (goes_somewhere(form) or form.buttons):
                    labels = ", ".join(form.fields[each].label for each in asked(form)[:8])
                    self._found[kind] = Place.of(page, f"{form.heading}: {labels} → {form.raw_action or page.url}")
        for frame, title in facts.frames:
            self._outside(page, frame, title)
        for link in facts.links:
            self._outside(page, link.url, link.text)

    def _outside(self, page: Page, url: str, text: str) -> None:
        if (
            url
            and addresses.host(url) in _FORM_HOSTS
            and APPLICATION not in self._found
            and "forms" in url.replace(".gle", "forms")
        ):
            self._found[APPLICATION] = Place.of(page, f"{text} → {url}")

    def result(self, site: Site) -> Iterable[Finding]:
        """An application form first."""
        for kind in (APPLICATION, CONTACT):
            if kind in self._found:
                yield self._found[kind].seen(kind)
                return
        yield absent(site)
