"""P08: pages that stay still and silent."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class NoAutoplay(PageShare):
    """No sound or film starts by itself, and no text runs.

    Read: `autoplay` of video and audio, `marquee`.
    """

    name = "no_autoplay"
    check = "P08"
    reads = ("marks",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        found = [name for name in ("autoplay", "marquee") if page.facts.marks.get(name)]
        return not found, ", ".join(found)
