"""P01: pages that can be enlarged (ACT b4f0c3)."""

from tinjau.observe.act.viewport import outcome_of_viewport
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class ViewportZoom(PageShare):
    """The viewport does not forbid enlarging.

    Read: `meta name=viewport`: `user-scalable=no` or a `maximum-scale` under 2 forbids it.
    """

    name = "viewport_zoom"
    check = "P01"
    reads = ("metas",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        content = page.facts.metas.get("viewport")
        return (None, "") if content is None else (outcome_of_viewport(content) != "failed", content)
