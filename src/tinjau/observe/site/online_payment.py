"""S09: paying online."""

from typing import ClassVar

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Note
from tinjau.observe.engine.texts import LINK
from tinjau.observe.engine.topic import TopicDetector


class OnlinePayment(TopicDetector):
    """Paying a fee, fine or tax online: a payment system, or a page where paying begins.

    Read: host names of payment systems; titles, headings and links that name paying. Account numbers for a transfer and
    the punctuality of the office's own payments do not count, nor do links to other agencies.
    """

    name = "online_payment"
    check = "S09"
    spoken: ClassVar[bool] = True
    concept = "payment"
    concepts = ("payment",)
    reads = ("title", "headings", "links", "blocks", "forms")
    sections: ClassVar[bool] = False
    papers: ClassVar[bool] = False
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = (
        "payfip.gouv.fr", "tipi.budget.gouv.fr", "pagopa", "pagopa.gov.it", "e-payment", "epayment", "pasarela",
        "pagos",
        "pagamenti", "epay", "axs.com.sg", "linkbiz", "paiement",
    )  # fmt: skip
    fits: ClassVar[float] = 0.4

    def suits(self, page: Page) -> bool:
        """Controls, or links that lead on to paying."""
        fields = any(
            each.type not in ("hidden", "search") for f in page.facts.forms if f.zone == 0 for each in f.fields
        )
        own = set(page.own_links)
        return fields or any(hit.at in own for hit in page.hits("payment", LINK))

    def keeps(self, note: Note) -> bool:
        """Controls to choose or fill in."""
        return note.fields >= 1
