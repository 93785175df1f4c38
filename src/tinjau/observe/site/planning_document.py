"""T06: plans for the years ahead."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class PlanningDocument(TopicDetector):
    """A development, strategic or annual plan (RPJMD, RKPD, Renstra, DUP, PIAO, plan stratégique, plan operativo).

    Read: links to documents and pages whose words name such a plan. News about making a plan does not count.
    """

    name = "planning_document"
    check = "T06"
    concept = "planning"
    concepts = ("planning",)
    chars: ClassVar[int] = 80
