"""E10: one door."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class SinglePortal(TopicDetector):
    """One portal or one account for the services of several offices.

    Read: titles, headings and links that name a single portal, a one-stop service or an electronic identity.
    """

    name = "single_portal"
    check = "E10"
    concept = "portal"
    concepts = ("portal",)
    chars: ClassVar[int] = 200
    siblings: ClassVar[bool] = True
    papers: ClassVar[bool] = False
    portals: ClassVar[tuple[str, ...]] = (
        "mpp", "ptsp", "mppdigital", "sede", "sedeelectronica", "sportellotelematico", "mesadepartes", "oficinavirtual",
    )  # fmt: skip
