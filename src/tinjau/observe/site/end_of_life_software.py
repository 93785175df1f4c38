"""U10: software that gets no more security updates. For the owner only."""

from collections.abc import Iterable

import re2

from tinjau.model import State
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_VERSION = re2.compile(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?")
# First versions that were supported on 1 January 2025, from the projects' own release pages: wordpress.org/download/releases,
# docs.joomla.org/Joomla_CMS_versions, drupal.org/about/core/policies, php.net/supported-versions, jquery.com/support.
_SUPPORTED = {
    "wordpress": (6, 2),
    "joomla": (4, 4),
    "drupal": (10, 0),
    "php": (8, 1),
    "jquery": (3, 0),
    "typo3": (11, 5),
}
_JQUERY = re2.compile(r"jquery[.-](\d+\.\d+(?:\.\d+)?)(?:\.min)?\.js")
_NAMES = re2.compile(r"(?i)\b(wordpress|joomla|drupal|typo3|php)[!/ ]{1,3}(?:cms )?v?(\d+(?:\.\d+){0,2})")


class EndOfLifeSoftware(Detector):
    """A stated version of the site's software that its makers no longer support.

    Read: `meta name=generator`, `X-Powered-By`, the file name of jQuery. Limits: versions that are hidden are not guessed;
    the list of supported versions is of January 2025, so a newer version may have ended since. Never shown in public.
    """

    name = "end_of_life_software"
    check = "U10"
    reads = ("metas", "headers", "scripts")
    technical = True
    owner_only = True

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}
        self._stated = False

    def add(self, page: Page) -> None:
        """Note old versions."""
        facts = page.facts
        texts = [facts.metas.get("generator", ""), facts.headers.get("x-powered-by", "")]
        for text in texts:
            for match in _NAMES.finditer(text):
                self._note(match.group(1).lower(), match.group(2), page, text)
        for address in facts.scripts:
            match = _JQUERY.search(address.lower())
            if match is not None:
                self._note("jquery", match.group(1), page, address)

    def _note(self, name: str, version: str, page: Page, excerpt: str) -> None:
        self._stated = True
        match = _VERSION.match(version)
        parts = tuple(int(each) for each in match.groups() if each) if match else ()
        if parts and parts[:2] < _SUPPORTED[name]:
            self._found.setdefault(f"{name} {version}", Place.of(page, excerpt))

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with names and versions; where no version is stated, it cannot be told."""
        if self._found:
            yield next(iter(self._found.values())).seen(", ".join(sorted(self._found)))
        elif not self._stated and not site.gap:
            yield Finding(State.CANNOT_TELL, None, "The site states no version of its software")
        else:
            yield absent(site)
