"""T05: what was spent, and what auditors said."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class FinancialReport(TopicDetector):
    """A financial or audit report, as a document or as a page with its figures.

    Read: links to documents and pages whose words name financial statements, realised budgets or audits. A budget that
    is only planned does not count.
    """

    name = "financial_report"
    check = "T05"
    concept = "financial_report"
    concepts = ("financial_report",)
    chars: ClassVar[int] = 80
