"""T15: what the site promises to people with disabilities."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class AccessibilityStatement(TopicDetector):
    """An accessibility statement with text, or a link to one.

    Read: titles, headings and links that name it, and what stands behind them.
    """

    name = "accessibility_statement"
    check = "T15"
    concept = "accessibility"
    concepts = ("accessibility",)
    chars: ClassVar[int] = 80
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = ("form.agid.gov.it",)
