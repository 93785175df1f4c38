"""P05: pages that say where they stand."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare

_HOMES = (
    "home",
    "beranda",
    "accueil",
    "inicio",
    "anda di sini",
    "you are here",
    "vous êtes ici",
    "usted está",
    "ti trovi",
    "sei in",
    "sei qui",
    "percorso",
    "estás en",
    "está en",
    "ruta",
    "anda berada",
    "lokasi anda",
    "you're here",
    "your location",
    "fil d'ariane",
)
_MARKS = ("/", "›", ">", "»", "→", "::")


def _is_trail(text: str) -> bool:
    """A short line that begins at home and goes down."""
    return len(text) < 160 and text.lower().startswith(_HOMES) and any(mark in text[:40] for mark in _MARKS)


class Breadcrumb(PageShare):
    """A breadcrumb stands on the page (the front page left out).

    Read: elements whose class, id, label or schema.org type says breadcrumb.
    """

    name = "breadcrumb"
    check = "P05"
    reads = (
        "marks",
        "data",
    )

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        if page.is_home:
            return None, ""
        if page.facts.marks.get("breadcrumb") or "BreadcrumbList" in page.facts.data:
            return True, ""
        trail = next((block.text for block in page.facts.blocks[:60] if _is_trail(block.text)), "")
        return bool(trail), trail
