"""S07: reporting a problem online."""

from collections.abc import Iterable

import re2

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.facts import MAIN, Form
from tinjau.observe.engine.forms import APPLICATION, CONTACT, OTHER, asked, kind_of
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import FORM, HEADING, LINK, TITLE

_NATIONAL = (
    "lapor.go.id", "sp4n", "oneservice.gov.sg", "oneservice.sg", "chikaya.ma", "pgportal.gov.in", "fixyourstreet.ie",
)  # fmt: skip
_FORMS = ("docs.google.com/forms", "forms.gle/", "forms.office.com", "jotform.com", "typeform.com")
_KINDS = frozenset({CONTACT, APPLICATION, OTHER})
_NAMED, _LEADS = 0.3, 0.4  # shares of a name, and of a link's text, that the words are; project choices
_MOST = 100  # project choice
_MARK = re2.compile(r"(?i)\*|\((?:wajib|harus diisi|required|obbligatori[oa]|obligatoire|obligatori[oa])\)")


class ProblemReport(Detector):
    """A form made for reporting a problem or complaining, or a link to the official national system for it.

    Read: forms with room for words on pages or under headings that name reports or complaints; links to national
    systems such as SP4N-LAPOR!. The value says which, and whether the form marks the fields that must be filled in
    (`required`, an asterisk or a word at the label). A contact form is none; so is a page that names a telephone or a
    desk: that is a complaint_channel (A01), which asks for any way to complain, of which this is the one online.
    A form on another host or in a frame that was not captured leaves cannot tell.
    """

    name = "problem_report"
    check = "S07"
    reads = ("title", "headings", "links", "forms", "frames")
    concepts = ("complaint",)

    def __init__(self) -> None:
        self._marked: Place | None = None
        self._plain: Place | None = None
        self._national: Place | None = None
        self._led: dict[str, Place] = {}

    def add(self, page: Page) -> None:
        """Look for doors to national systems, for forms, and where links of the name lead."""
        if self._national is None:
            for index, host in page.outside:
                if not addresses.host_parts(host).isdisjoint(_NATIONAL):
                    link = page.facts.links[index]
                    self._national = Place.of(page, f"{link.text} → {link.raw}", link.url)
                    break
        hits = page.hits("complaint")
        if not hits or page.is_article or page.is_missing:
            return
        if self._marked is None:
            named = self._is_named(page)
            worded = {hit.at for hit in page.hits("complaint", FORM)}
            for index, form in enumerate(page.facts.forms):
                if (named or index in worded) and form.zone == MAIN and self._reports(page, form, index, named=named):
                    self._take(page, form)
            if named:
                for source, _ in page.facts.frames:
                    if any(each in source for each in _FORMS):
                        self._lead(page, page.name, source, source)
        for hit in page.hits("complaint", LINK):
            link = page.facts.links[hit.at]
            if link.url and not link.pictured and hit.covered >= _LEADS * len(link.text):
                self._lead(page, link.text, link.raw, link.url)

    def _is_named(self, page: Page) -> bool:
        """Whether the page's own name or heading is made of words for reports."""
        facts, names = page.facts, (page.name, page.heading)
        found = [(hit, page.name if hit.kind == TITLE else facts.headings[hit.at].text)
                 for hit in page.hits("complaint", TITLE, HEADING)]  # fmt: skip
        return any(text in names and hit.covered >= _NAMED * len(text) for hit, text in found)

    def _reports(self, page: Page, form: Form, index: int, *, named: bool) -> bool:
        """Whether the form has room for what happened."""
        fields = [form.fields[each] for each in asked(form)]
        written = any(each.tag == "textarea" for each in fields)
        if kind_of(form, page, index) in _KINDS:
            return written or (named and len(fields) > 1)
        return named and written and not form.tag

    def _take(self, page: Page, form: Form) -> None:
        fields = [form.fields[each] for each in asked(form)]
        marked = any(each.required or _MARK.search(f"{each.label} {each.placeholder}") for each in fields)
        labels = ", ".join(each.label or each.name for each in fields[:6])
        place = Place.of(page, f"{page.name}: {labels} → {form.raw_action}")
        if marked:
            self._marked = self._marked or place
        self._plain = self._plain or place

    def _lead(self, page: Page, text: str, raw: str, url: str) -> None:
        if len(self._led) < _MOST:
            self._led.setdefault(addresses.key(url), Place.of(page, f"{text} → {raw}", url))

    def result(self, site: Site) -> Iterable[Finding]:
        """A form with its required fields marked goes before a national system, and that before a form without."""
        if self._marked:
            yield self._marked.seen("form, required fields marked")
        elif self._national:
            yield self._national.seen("national system")
        elif self._plain:
            yield self._plain.seen("form, required fields unmarked")
        else:
            yield absent(site, doubts=[each for place in self._led.values() if (each := self._doubt(place, site))])

    def _doubt(self, place: Place, site: Site) -> str:
        """What keeps a form from being called absent; "" where the link's target was captured or is missing."""
        name = place.excerpt.partition(" → ")[0][:80]
        if site.is_dead(place.target) or site.note(place.target) is not None or addresses.is_paper(place.target):
            return ""
        if not site.is_own(place.target):
            formed = site.is_sibling(place.target) or any(each in place.target for each in _FORMS)
            return f"“{name}” leads to another host that was not captured ({place.target})" if formed else ""
        if site.response(place.target) is not None:
            return ""
        return f"The page that “{name}” leads to was not captured ({place.target})"
