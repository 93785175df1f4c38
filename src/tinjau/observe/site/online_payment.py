"""S09: paying online."""

from typing import ClassVar

import re2

from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.forms import APPLICATION, FILTER, OTHER, asked, kind_of
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Note
from tinjau.observe.engine.texts import HEADING, LINK, TARGET, TITLE
from tinjau.observe.engine.topic import TopicDetector

_STATE = re2.compile(r"\b(?:gov|gob|gouv|go|gub)\b")  # hosts of other agencies
_FEW = 4  # fields of a form that looks up a bill; project choice
_BILL = re2.compile(
    r"(?i)\b(?:tagihan|bill|invoice|denda|pajak|retribusi|assessment|rates|fine|avviso|facture|deuda|recibo)\w*\b"
)


class OnlinePayment(TopicDetector):
    """Paying a fee, fine or tax online: a payment system, or a page where paying begins.

    Read: host names of payment systems; titles, headings and links that name paying. Account numbers for a transfer and
    the punctuality of the office's own payments do not count, nor do links to other agencies.
    """

    name = "online_payment"
    check = "S09"
    spoken: ClassVar[bool] = True
    concept = "payment"
    concepts = ("payment", "apply")
    reads = ("title", "headings", "links", "blocks", "forms")
    sections: ClassVar[bool] = False
    papers: ClassVar[bool] = False
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = (
        "payfip.gouv.fr", "tipi.budget.gouv.fr", "pagopa", "pagopa.gov.it", "e-payment", "epayment", "pasarela",
        "pagos",
        "pagamenti", "epay", "axs.com.sg", "linkbiz", "paiement", "pay", "payments", "ebilling", "billpay",
    )  # fmt: skip
    fits: ClassVar[float] = 0.4

    def add(self, page: Page) -> None:
        """Also a page that asks for a bill's number and says that it is paid there."""
        super().add(page)
        if page.hits("payment", TITLE, HEADING) and not page.is_article:
            for hit in page.hits("payment", TARGET):
                link = page.facts.links[hit.at]
                state = bool(_STATE.search(addresses.host(link.url))) and not page.site.is_sibling(link.url)
                if link.zone == MAIN and not state and not page.site.is_own(link.url):
                    self._keep(3, 0.5, page, f"{link.text} → {link.raw}", link.url, link.text)
        if any(self._looks_up(page, index) for index in range(len(page.facts.forms))):
            self._said(page, "payment", lambda text: _BILL.search(text) is not None)

    def _looks_up(self, page: Page, index: int) -> bool:
        """Whether the form is a small one of the page's own that asks for a number: no search, message or login."""
        form = page.facts.forms[index]
        few = form.zone == MAIN and bool(form.tag) and 0 < len(asked(form)) <= _FEW
        typed = any(form.fields[at].type in ("text", "number", "tel") for at in asked(form)) if few else False
        return typed and kind_of(form, page, index) in (FILTER, OTHER, APPLICATION)

    def suits(self, page: Page) -> bool:
        """Controls, or links that lead on to paying."""
        fields = any(
            each.type not in ("hidden", "search") for f in page.facts.forms if f.zone == 0 for each in f.fields
        )
        own = set(page.own_links)
        if fields or any(hit.at in own for hit in page.hits("payment", LINK)):
            return True
        return any(
            hit.at in own and not page.site.is_own(page.facts.links[hit.at].url) and page.facts.links[hit.at].url
            for hit in page.hits("apply", LINK)
        )

    def keeps(self, note: Note) -> bool:
        """Controls to choose or fill in."""
        return note.fields >= 1
