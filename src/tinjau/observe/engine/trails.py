"""A line of text that says where a page stands: "Home / Services / Permits", "Beranda > Layanan"."""

from collections.abc import Sequence

from tinjau.observe.engine.facts import Block

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


def trail_of(blocks: Sequence[Block]) -> str:
    """The first such line among the page's first texts, or ""."""
    return next((block.text for block in blocks[:60] if _is_trail(block.text)), "")


def _is_trail(text: str) -> bool:
    """A short line that begins at home and goes down."""
    return len(text) < 160 and text.lower().startswith(_HOMES) and any(mark in text[:40] for mark in _MARKS)
