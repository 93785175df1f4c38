"""E05: rules for machines."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding
from tinjau.observe.engine.site import Site


class RobotsFile(Detector):
    """A robots.txt.

    Read: the answer to /robots.txt. The value says whether it names a sitemap. Limits: whether its rules are wise is
    not judged.
    """

    name = "robots_file"
    check = "E05"
    reads = ("texts",)
    technical = True

    def result(self, site: Site) -> Iterable[Finding]:
        """By what the archive holds beside the pages."""
        found = next((each for each in site.texts if each.kind == "robots"), None)
        if found is None:
            home = site.home.url if site.home else ""
            missing = site.response(addresses.absolute(home, "/robots.txt")) if home else None
            if missing is not None and missing.status >= 400:
                yield Finding(State.NOT_SEEN, None, f"The server answers {missing.status}", home)
            else:
                yield Finding(State.CANNOT_TELL, None, "The archive holds no answer to a request for robots.txt")
            return
        names = "sitemap:" in found.text.lower()
        yield Finding(
            State.SEEN, "names a sitemap" if names else "names no sitemap", "",
                found.url, found.record_id, found.digest,
            found.text[:200],
        )  # fmt: skip
