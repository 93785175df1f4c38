"""T17: who speaks here."""

from collections.abc import Iterable

import re2

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_BODY = re2.compile(
    r"(?i)\b(?:pemerintah|dinas|kecamatan|kelurahan|desa|kabupaten|kota|provinsi|badan|kementerian|sekretariat|diskominfo|"
    r"inspektorat|comune|città|provincia|regione|ministero|agenzia|mairie|ville|commune|ministère|préfecture|agence|"
    r"ayuntamiento|municipalidad|ministerio|alcaldía|gobierno|instituto|government|ministry|council|agency|authority|"
    r"department|commission|bureau|centre|city|municipality|republic|office|camera|istituto|prefettura|autorité)\b"
)


class OfficialIdentity(Detector):
    """The front page names the public body in its title or header.

    Read: title, header, first headings and the alternatives of the first images; schema.org `GovernmentOrganization`.
    Limits: an emblem is not recognised as a picture.
    """

    name = "official_identity"
    check = "T17"
    reads = ("title", "blocks", "images", "data")

    def __init__(self) -> None:
        self._found: Place | None = None

    def add(self, page: Page) -> None:
        """Look at the front page only."""
        if not page.is_home or self._found:
            return
        facts = page.facts
        if "GovernmentOrganization" in facts.data:
            self._found = Place.of(page, "GovernmentOrganization")
        elif _BODY.search(facts.title):
            self._found = Place.of(page, facts.title)
        else:
            texts = [block.text for block in facts.blocks[:12] if block.zone != MAIN or block.level]
            texts += [image.alt or "" for image in facts.images[:4]]
            name = next((text for text in texts if len(text) < 120 and _BODY.search(text)), "")
            self._found = Place.of(page, name) if name else None

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen or absent."""
        yield self._found.seen() if self._found else absent(site)
