"""U10: software that gets no more security updates. For the owner only."""

from collections.abc import Iterable

import re2

from tinjau.model import State
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_VERSION = re2.compile(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?")
# First versions that were supported on 1 January 2025, from the projects' own pages: wordpress.org/download/releases,
# docs.joomla.org/Joomla_CMS_versions, drupal.org/about/core/policies, php.net/supported-versions,
# jquery.com/support, getbootstrap.com/docs/versions, angularjs.org.
_SUPPORTED = {
    "wordpress": (6, 2),
    "joomla": (4, 4),
    "drupal": (10, 0),
    "php": (8, 1),
    "jquery": (3, 0),
    "typo3": (11, 5),
    "bootstrap": (5, 0),
    "angularjs": (2, 0),
}
_JQUERY = re2.compile(r"jquery[.@/-](\d+\.\d+(?:\.\d+)?)")
_BANNER = re2.compile(r"(?i)(jquery|bootstrap|angularjs|bootstrap italia)(?: javascript library)? v(\d+\.\d+)")
_NAMES = re2.compile(r"(?i)\b(wordpress|joomla|drupal|typo3|php)[!/ ]{1,3}(?:cms )?v?(\d+(?:\.\d+){0,2})")


class EndOfLifeSoftware(Detector):
    """A stated version of the site's software that its makers no longer support.

    Read: `meta name=generator`, `X-Powered-By`, the address of jQuery, banners of captured libraries. Limits: versions
    that are hidden are not guessed; the list of supported versions is of January 2025, so a newer version may have
    ended since. Never shown in public.
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
        texts = [facts.metas.get("generator", "")]
        if page.url.startswith("https:"):  # over http a proxy may have answered
            texts.append(facts.headers.get("x-powered-by", ""))
        for text in texts:
            for match in _NAMES.finditer(text) if text else ():
                self._note(match.group(1).lower(), match.group(2), page, text)
        for address in facts.scripts:
            lower = address.lower()
            match = _JQUERY.search(lower) if "jquery" in lower else None
            if match is not None:
                self._note("jquery", match.group(1), page, address)

    def _note(self, name: str, version: str, page: Page, excerpt: str) -> None:
        self._stated = True
        match = _VERSION.match(version)
        parts = tuple(int(each) for each in match.groups() if each) if match else ()
        if parts and parts[:2] < _SUPPORTED[name]:
            self._found.setdefault(f"{name} {version}", Place.of(page, excerpt))

    def _read_libraries(self, site: Site) -> None:
        """The banners of captured scripts and styles."""
        for each in site.texts:
            match = _BANNER.search(each.text) if each.kind == "library" else None
            if match is None:
                continue
            self._stated = True
            name, version = match.group(1).lower(), match.group(2)
            parts = tuple(int(part) for part in version.split("."))[:2]
            if name in _SUPPORTED and parts < _SUPPORTED[name]:
                place = Place(each.url, each.record_id, each.digest, match.group(0))
                self._found.setdefault(f"{name} {version}", place)

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with names and versions; where no version is stated, it cannot be told."""
        self._read_libraries(site)
        if self._found:
            yield next(iter(self._found.values())).seen(", ".join(sorted(self._found)))
        elif not self._stated and not site.gap:
            yield Finding(State.CANNOT_TELL, None, "The site states no version of its software")
        else:
            yield absent(site)
