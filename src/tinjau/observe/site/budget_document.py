"""T04: the public budget."""

from typing import ClassVar

from tinjau.observe.engine.facts import Heading
from tinjau.observe.engine.money import AMOUNT
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.topic import TopicDetector

_AMOUNTS, _UNDER = 2, 8  # amounts in as many texts under a heading that make figures; project choice


class BudgetDocument(TopicDetector):
    """A budget, as a document or as a page with its figures.

    Read: links to documents and pages whose words name a budget (APBD, APBDes, DPA, bilancio, budget, presupuesto).
    A link to the front page of a finance office is not a budget; an empty widget is not either.
    """

    name = "budget_document"
    check = "T04"
    concept = "budget"
    concepts = ("budget",)
    exact: ClassVar[bool] = True
    chars: ClassVar[int] = 80

    def suits_section(self, page: Page, heading: Heading) -> bool:
        """Enough text, or amounts."""
        under = page.facts.blocks[heading.block + 1 : heading.block + 1 + _UNDER]
        return sum(len(AMOUNT.findall(each.text)) for each in under) >= _AMOUNTS or super().suits_section(page, heading)
