"""A01: where people complain and report."""

from typing import ClassVar

import re2

from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.forms import APPLICATION, CONTACT, OTHER, kind_of
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.scan import fold
from tinjau.observe.engine.site import Note
from tinjau.observe.engine.texts import BLOCK, FORM, HEADING, TITLE
from tinjau.observe.engine.topic import TopicDetector, names_of

_WORD = 5  # letters of a word within a label; project choice
_ACT, _SAYS = 12, 60  # letters of words such as "file a complaint"; characters of a text that says how
_LABEL, _CELL = 80, 400  # characters of a label and of what stands beside it; project choice
_REACHED = re2.compile(  # a way to be reached that is there for complaints
    r"(?i)@|\b(?:wa|whatsapp|sms|telp|telepon|phone|call|hotline|tel)\b\D{0,20}\d{3}|\b(?:kotak saran|"
    r"kotak pengaduan|complaints? "
    r"(?:desk|box|officer|form|unit)|formulir pengaduan|sp4n|lapor!)"
)


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
        "segnalazioni", "gol.kpk.go.id", "ombudsman.go.id", "pgportal.gov.in", "cpgrams.gov.in", "8888.gov.ph",
        "fixmystreet", "fixmystreet.com", "fixyourstreet.ie", "seeclickfix.com", "snapsendsolve.com", "qalert.com",
        "complaints", "grievance",
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
        blocks = page.facts.blocks
        for hit in page.hits("complaint", BLOCK):
            if hit.at not in page.own_set:
                continue
            text = blocks[hit.at].text
            linked = any(link.block == hit.at and link.url for link in page.facts.links)
            reached = linked or _REACHED.search(text) is not None
            says = reached and len(text) >= _SAYS and (hit.covered >= _ACT or self._labels(page, text))
            if not says and len(text) <= _LABEL and hit.at + 1 < len(blocks):
                after = blocks[hit.at + 1].text  # the cell beside a label
                says = len(after) <= _CELL and _REACHED.search(after) is not None
                text = f"{text}: {after}"
            if says:
                self._keep(1, 0.3, page, text, f"{page.url}#t{hit.at}", text)
                return

    def _labels(self, page: Page, text: str) -> bool:
        """Whether what stands before a text's colon holds a word for complaints."""
        label, colon, _ = text.partition(":")
        said = fold(label).lower()
        known = names_of(self.concept)
        return (
            bool(colon)
            and len(label) <= _LABEL
            and any(len(word) >= _WORD and word in said and bits & page.site.spoken for word, bits in known.items())
        )

    def suits(self, page: Page) -> bool:
        """A form, or enough text."""
        kinds = {kind_of(form, page, index) for index, form in enumerate(page.facts.forms) if form.zone == 0}
        return bool(kinds & {CONTACT, APPLICATION, OTHER}) or (
            page.own_chars >= self.chars and bool(page.hits("complaint", BLOCK) or page.hits("contact"))
        )

    def keeps(self, note: Note) -> bool:
        """A form, or enough text."""
        return note.fields >= 2 or note.chars >= self.chars
