"""S12: searching the site."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.forms import asked, goes_somewhere, is_search
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site


class SearchForm(Detector):
    """A form that searches the site: a named text field, sent to an address that is not known to be dead.

    Read: forms with one text field that is of type search, bears a usual name or stands among words of searching. A box
    without a form, without a field name or with the target `#` is a picture of a search. Limits: whether the answers
    are any good is not tried.
    """

    name = "search_form"
    check = "S12"
    reads = ("forms",)
    concepts = ("search",)

    def __init__(self) -> None:
        self._works: dict[str, Place] = {}
        self._pages = 0
        self._dead = ""

    def add(self, page: Page) -> None:
        """Look at each form."""
        found = False
        for index, form in enumerate(page.facts.forms):
            if not is_search(form, page, index):
                continue
            field = form.fields[asked(form)[0]]
            if goes_somewhere(form):
                words = field.placeholder or field.label or field.name
                self._works.setdefault(
                    addresses.key(form.action), Place.of(page, f"{words} → {form.raw_action or page.url}", form.action)
                )
                found = True
            else:
                self._dead = (
                    self._dead
                    or f"The search box on {page.url} sends nothing ({form.raw_action or 'no form around it'})"
                )
        self._pages += found

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen where one form leads to a page that is not missing."""
        for place in self._works.values():
            if not site.is_dead(place.target):
                yield place.seen(self._pages)
                return
        broken = self._dead or ("The page that the search box is sent to does not exist" if self._works else "")
        yield absent(site, reason=broken)
