"""A09: other languages."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_NAMES = {
    "english": "en", "en": "en", "eng": "en", "inggris": "en", "bahasa indonesia": "id", "indonesia": "id", "id": "id",
    "italiano": "it", "ita": "it", "français": "fr", "fr": "fr", "español": "es", "deutsch": "de", "中文": "zh",
    "العربية": "ar", "melayu": "ms", "bahasa melayu": "ms", "தமிழ்": "ta", "filipino": "tl", "català": "ca",
    "euskara": "eu", "galego": "gl", "valencià": "ca", "arabe": "ar", "anglais": "en", "inglés": "en", "inglese": "en",
}  # fmt: skip
_FEWEST = 2


class Languages(Detector):
    """The site offers its pages in more than one language.

    Read: `link rel=alternate hreflang`, links whose whole text is a language's name and that lead to another page, and
    the languages that captured pages declare. An entry that leads nowhere, or a translation by machine, does not count.
    """

    name = "languages"
    check = "A09"
    reads = ("links", "rels", "lang")

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}

    def add(self, page: Page) -> None:
        """Note languages offered."""
        for rel, target, kind in page.facts.rels:
            if "alternate" in rel and target and 2 <= len(kind) <= 5 and kind != "x-default":
                self._found.setdefault(kind[:2].lower(), Place.of(page, f"hreflang {kind} → {target}", target))
        for link in page.facts.links:
            if link.url and len(link.text) <= 17:
                code = _NAMES.get(link.text.casefold().strip())
                if code and link.url != page.url:
                    self._found.setdefault(code, Place.of(page, f"{link.text} → {link.raw}", link.url))

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen where two languages are offered and their pages are not missing."""
        alive = {code: place for code, place in self._found.items() if not site.is_dead(place.target)}
        declared = {code for code, pages in site.languages.items() if code and pages >= max(1, site.pages // 20)}
        codes = set(alive) | (declared if len(alive) == 1 else set())
        if alive and len(codes) >= _FEWEST:
            yield next(iter(alive.values())).seen(", ".join(sorted(codes)))
        else:
            yield absent(site)
