"""T16: an address that only a public body can have."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine.detector import Detector, Finding, absent
from tinjau.observe.engine.site import Site

_LABELS = ("go", "gov", "gob", "gouv", "govt", "gub", "desa", "mil")
_ENDINGS = (".gov", ".gc.ca", ".europa.eu")


class OfficialDomain(Detector):
    """The site stands under a domain that is kept for public bodies: .go.id, .desa.id, .gov.it, .gouv.fr, .gob.pe …

    Read: the host name. Italian municipalities use `comune.NAME.PROVINCE.it`, which counts. Limits: countries that keep
    no domain for public bodies cannot be told from others.
    """

    name = "official_domain"
    check = "T16"
    reads = ("url",)

    def result(self, site: Site) -> Iterable[Finding]:
        """By any of the site's hosts."""
        home = site.home
        if home is None:
            yield absent(site)
            return
        hosts = sorted(site.hosts)
        official = next((host for host in hosts if _is_kept(host)), "")
        state = State.SEEN if official else State.NOT_SEEN
        yield Finding(state, official or hosts[0], "", home.url, home.record_id, home.digest, home.url)


def _is_kept(host: str) -> bool:
    labels = host.split(".")
    second = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _LABELS
    return second or host.endswith(_ENDINGS) or (labels[0] == "comune" and labels[-1] == "it" and len(labels) > 2)
