"""C06: what the site is made with."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_MARKS = {
    "wp-content": "WordPress", "/media/jui/": "Joomla", "com_content": "Joomla", "/sites/default/files": "Drupal",
    "typo3conf": "TYPO3", "/_next/": "Next.js", "spip.php": "SPIP", "opensid": "OpenSID",
    "/portal/resources/": "Liferay",
    "isomer": "Isomer", "bootstrap-italia": "Bootstrap Italia", "/umbraco/": "Umbraco", "plone": "Plone",
}  # fmt: skip

_MOST = 2_000  # different addresses looked at


class Technology(Detector):
    """The content system of the site.

    Read: `meta name=generator` without its version, and well-known paths of scripts, styles and images. Versions are
    told to the owner only; see end_of_life_software.
    """

    name = "technology"
    check = "C06"
    reads = ("metas", "scripts", "images", "rels")
    technical = True

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}
        self._known: set[str] = set()

    def add(self, page: Page) -> None:
        """Note names."""
        if len(self._found) >= 5:
            return
        facts = page.facts
        generator = facts.metas.get("generator", "")
        words = generator.split()
        if words and len(words[0]) < 30:
            name = " ".join(word for word in words[:3] if not any(each.isdigit() for each in word) and "(" not in word)
            self._found.setdefault(name.rstrip("!;,") or words[0], Place.of(page, "meta generator"))
        for address in [
            *facts.scripts[:30],
            *(image.src for image in facts.images[:20]),
            *(each[1] for each in facts.rels),
        ]:
            if address in self._known or len(self._known) > _MOST:
                continue
            self._known.add(address)
            for mark, name in _MARKS.items():
                if mark in address:
                    self._found.setdefault(name, Place.of(page, f"path with {mark}"))

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the names."""
        if self._found:
            yield next(iter(self._found.values())).seen(", ".join(sorted(self._found)))
        else:
            yield absent(site)
