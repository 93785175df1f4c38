"""T04: the public budget."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class BudgetDocument(TopicDetector):
    """A budget, as a document or as a page with its figures.

    Read: links to documents and pages whose words name a budget (APBD, APBDes, DPA, bilancio, budget, presupuesto).
    A link to the front page of a finance office is not a budget; an empty widget is not either.
    """

    name = "budget_document"
    check = "T04"
    concept = "budget"
    concepts = ("budget",)
    chars: ClassVar[int] = 80
