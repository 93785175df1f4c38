"""P05: pages with a way past the menu."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare

_SKIP = (
    "skip", "langsung ke", "lompat ke", "lewati", "vai al", "vai ai", "salta", "aller au", "passer", "ir al",
    "pasar al",
    "accéder au contenu", "jump to", "vai a contenuto", "passa al", "saltar", "accesso al contenuto", "ir a contenido",
    "aller à la", "aller directement", "atteindre le contenu", "ir directamente", "vai direttamente",
)  # fmt: skip

_CONTENT = ("contenu", "contenu principal", "contenido", "contenido principal", "contenuto", "contenuto principale",
            "content", "main content", "konten", "konten utama", "isi", "isi utama")  # fmt: skip


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
            text = link.text.lower().strip()
            if link.raw.startswith("#") and len(link.raw) > 1 and (text.startswith(_SKIP) or text in _CONTENT):
                return True, f"{link.text} → {link.raw}"
        return False, ""
