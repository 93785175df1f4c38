"""P01: pages that do not move on by themselves (ACT bc659a)."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class MetaRefresh(PageShare):
    """The page does not reload or move on after a delay.

    Read: `meta http-equiv=refresh`. A refresh without delay is a redirect and passes.
    """

    name = "meta_refresh"
    check = "P01"
    reads = ("metas",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        content = page.facts.metas.get("refresh", "")
        delay = content.split(";")[0].strip()
        return not (delay.isdigit() and 0 < int(delay) <= 72_000), content
