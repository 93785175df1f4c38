"""P02: pages that fit a telephone."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class MobileViewport(PageShare):
    """A viewport meta with the width of the device.

    Read: `meta name=viewport`. Limits: whether the layout really fits is not tried.
    """

    name = "mobile_viewport"
    check = "P02"
    reads = ("metas",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By the content of the meta element."""
        content = page.facts.metas.get("viewport", "")
        return "device-width" in content.lower() or "initial-scale" in content.lower(), content
