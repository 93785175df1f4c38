"""T05: what was spent, and what auditors said."""

from typing import ClassVar

import re2

from tinjau.observe.engine.facts import Heading, Hit
from tinjau.observe.engine.money import AMOUNT
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import HEADING
from tinjau.observe.engine.topic import TopicDetector

_DONE = re2.compile(r"(?i)\b(?:pelaksanaan|realisasi|actuals?|execution|ejecuci[oó]n|ex[eé]cution)\b")
_AMOUNTS, _UNDER = 2, 8  # amounts in as many texts under a heading that make figures; project choice


class FinancialReport(TopicDetector):
    """A financial or audit report, as a document or as a page with its figures.

    Read: links to documents and pages whose words name financial statements, realised budgets or audits; headings that
    name a budget as carried out, with amounts under them. A budget that is only planned does not count.
    """

    name = "financial_report"
    check = "T05"
    concept = "financial_report"
    concepts = ("financial_report", "budget")
    chars: ClassVar[int] = 80
    exact: ClassVar[bool] = True

    def add(self, page: Page) -> None:
        """Also headings such as "APBDes 2026 Pelaksanaan"."""
        told = [hit for hit in page.hits("budget", HEADING) if _DONE.search(page.excerpt(hit))]
        if told:
            known = page.facts.hits.setdefault(self.concept, [])
            at = {hit.at for hit in known if hit.kind == HEADING}
            known += [Hit(HEADING, hit.at, len(page.excerpt(hit)), hit.languages) for hit in told if hit.at not in at]
        super().add(page)

    def suits_section(self, page: Page, heading: Heading) -> bool:
        """Enough text, or amounts."""
        under = page.facts.blocks[heading.block + 1 : heading.block + 1 + _UNDER]
        return sum(len(AMOUNT.findall(each.text)) for each in under) >= _AMOUNTS or super().suits_section(page, heading)
