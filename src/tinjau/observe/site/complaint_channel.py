"""A01: where people complain and report."""

from typing import ClassVar

from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.forms import APPLICATION, CONTACT, OTHER, kind_of
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Note
from tinjau.observe.engine.texts import BLOCK, FORM, HEADING, TITLE
from tinjau.observe.engine.topic import TopicDetector

_ACT, _SAYS = 12, 60  # letters of words such as "file a complaint"; characters of a text that says how


class ComplaintChannel(TopicDetector):
    """A channel for complaints or reports: a page with a form or the way to complain, or a link to one (SP4N-LAPOR!,
    WBS).

    Read: host names of complaint systems; titles, headings and links that name complaints, and what stands behind them.
    A general contact form is not a complaint channel; a menu entry whose page is missing or empty is none either.
    """

    name = "complaint_channel"
    check = "A01"
    concept = "complaint"
    forms: ClassVar[bool] = True
    concepts = ("complaint",)
    reads = ("title", "headings", "links", "blocks", "forms")
    chars: ClassVar[int] = 120
    papers: ClassVar[bool] = False
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = (
        "lapor.go.id", "sp4n", "wbs", "whistleblowing", "pengaduan", "aduan", "lapor", "e-lapor", "dumas",
        "oneservice.sg",
        "defenseurdesdroits.fr", "signal.conso.gouv.fr", "reclamos", "quejas", "denuncias", "whistleblower",
        "chikaya.ma",
        "segnalazioni", "gol.kpk.go.id", "ombudsman.go.id",
    )  # fmt: skip

    def add(self, page: Page) -> None:
        """Also a form that asks by its own words for a complaint or report."""
        super().add(page)
        for hit in page.hits("complaint", FORM):
            form = page.facts.forms[hit.at]
            written = any(field.tag == "textarea" for field in form.fields)
            if form.zone == MAIN and written and not page.is_article and page.hits("complaint", BLOCK, TITLE, HEADING):
                self._keep(1, 0.4, page, f"{page.name}: {' '.join(form.buttons)}", f"{page.url}#f", page.name)

        if page.is_home or page.is_article or page.is_missing:
            return
        for hit in page.hits("complaint", BLOCK):
            text = page.facts.blocks[hit.at].text
            linked = any(link.block == hit.at and link.url for link in page.facts.links)
            if hit.covered >= _ACT and hit.at in page.own_set and len(text) >= _SAYS and (linked or "@" in text):
                self._keep(1, 0.3, page, text, f"{page.url}#t{hit.at}", text)
                return

    def suits(self, page: Page) -> bool:
        """A form, or enough text."""
        kinds = {kind_of(form, page, index) for index, form in enumerate(page.facts.forms) if form.zone == 0}
        return bool(kinds & {CONTACT, APPLICATION, OTHER}) or (
            page.own_chars >= self.chars and bool(page.hits("complaint", BLOCK) or page.hits("contact"))
        )

    def keeps(self, note: Note) -> bool:
        """A form, or enough text."""
        return note.fields >= 2 or note.chars >= self.chars
