"""P05: pages with a way past the menu."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare

_SKIP = (
    "skip", "langsung ke", "lompat ke", "lewati", "vai al", "vai ai", "salta", "aller au", "passer", "ir al",
    "pasar al",
    "accéder au contenu", "jump to",
)  # fmt: skip


class SkipLink(PageShare):
    """One of the first links leads to the content of the same page.

    Read: the first links of the page with a fragment as target, by their words.
    """

    name = "skip_link"
    check = "P05"
    reads = ("links",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        for link in page.facts.links[:8]:
            if link.raw.startswith("#") and len(link.raw) > 1 and link.text.lower().startswith(_SKIP):
                return True, f"{link.text} → {link.raw}"
        return False, ""
