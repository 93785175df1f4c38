"""S10: which of ten services that everybody needs once a site leads to."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, absent
from tinjau.observe.engine.entry_topic import EntryTopic
from tinjau.observe.engine.facts import Heading
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_STEPS = 200  # characters under a heading that tell how to ask; project choice
_MOST_HOSTS = 5_000  # hosts whose kinds are remembered; project choice
_NATIONAL = ("lapor.go.id", "sp4n", "aduan", "pengaduan", "lapor")


class _Papers(EntryTopic):
    kind, concept = "identity and family papers", "civil_papers"
    portals: ClassVar[tuple[str, ...]] = ("dukcapil", "disdukcapil", "anagrafenazionale.interno.it", "ants.gouv.fr")


class _Building(EntryTopic):
    kind, concept = "building permit", "building_permit"
    portals: ClassVar[tuple[str, ...]] = ("simbg.pu.go.id", "simbg", "planningportal.co.uk")


class _Business(EntryTopic):
    kind, concept = "business licence", "business_licence"
    portals: ClassVar[tuple[str, ...]] = ("oss.go.id", "impresainungiorno.gov.it", "sicantik")


class _Tax(EntryTopic):
    kind, concept = "tax or levy", "tax"
    portals: ClassVar[tuple[str, ...]] = ("pbb", "e-pbb", "epbb", "bphtb")


class _Health(EntryTopic):
    kind, concept = "health appointment", "health_booking"
    portals: ClassVar[tuple[str, ...]] = ("doctolib.fr",)


class _School(EntryTopic):
    kind, concept = "school admission", "school_admission"
    portals: ClassVar[tuple[str, ...]] = ("ppdb", "spmb")


class _Jobs(EntryTopic):
    kind, concept = "job vacancies", "job_vacancies"
    portals: ClassVar[tuple[str, ...]] = ("karirhub.kemnaker.go.id", "sscasn.bkn.go.id", "inpa.gov.it")


class _Problem(EntryTopic):
    kind, concept = "report a problem", "complaint"
    portals: ClassVar[tuple[str, ...]] = _NATIONAL


class _Information(EntryTopic):
    kind, concept = "information request", "info_request"
    forms: ClassVar[bool] = True
    exact: ClassVar[bool] = True

    def suits_section(self, page: Page, heading: Heading) -> bool:
        """How to ask, not a line of a list."""
        return heading.chars >= _STEPS and super().suits_section(page, heading)


class _Emergency(EntryTopic):
    kind, concept = "emergency numbers", "emergency"
    chars: ClassVar[int] = 40
    images: ClassVar[bool] = True


_KINDS: tuple[type[EntryTopic], ...] = (
    _Papers, _Building, _Business, _Tax, _Health, _School, _Jobs, _Problem, _Information, _Emergency,
)  # fmt: skip


class ServiceCensus(Detector):
    """Which of ten services that everybody needs once are found as a page, a section, an entry of a list or a door.

    The ten: identity and family papers, building permit, business licence, tax or levy, health appointment, school
    admission, job vacancies, reporting a problem, asking for information, emergency numbers. Read: titles, headings,
    entries of lists of services and links that name one, what stands behind them, and host names of national systems.
    News that tells of a service, a document in a list of requirements and a link whose page is missing or empty do not
    count. Seen where one at least is found; the value names all that are, and a fact of each kind says where. Not seen
    only where not one is and the capture carries it. Limits: any tax counts, not the one on property alone; whose duty
    a service is differs between tiers of government, so that ten is no goal.
    """

    name = "service_census"
    check = "S10"
    reads = ("title", "headings", "links", "blocks")
    concepts = tuple(kind.concept for kind in _KINDS)

    def __init__(self) -> None:
        self._kinds = tuple(kind() for kind in _KINDS)
        self._hosts: dict[str, frozenset[str]] = {}

    def add(self, page: Page) -> None:
        """Show the page to the kinds that it names or links to."""
        doors = {kind for host in page.outside_hosts for kind in self._doors(host)}
        hits = page.facts.hits
        for kind in self._kinds:
            if kind.concept in hits or kind.kind in doors:
                kind.add(page)

    def _doors(self, host: str) -> frozenset[str]:
        known = self._hosts.get(host)
        if known is None:
            parts = addresses.host_parts(host)
            known = frozenset(each.kind for each in self._kinds if not parts.isdisjoint(each.portals))
            if len(self._hosts) < _MOST_HOSTS:
                self._hosts[host] = known
        return known

    def result(self, site: Site) -> Iterable[Finding]:
        """The site's fact with the names of what was found, then one of each kind."""
        each = [(kind.kind, finding) for kind in self._kinds for finding in kind.result(site)]
        found = [(name, finding) for name, finding in each if finding.state is State.SEEN]
        unsure = sum(finding.state is State.CANNOT_TELL for _, finding in each)
        reason = f"{len(found)} of {len(each)} kinds of service are found, of {unsure} the capture cannot tell"
        if found:
            yield replace(found[0][1], value=", ".join(name for name, _ in found), reason=reason)
        else:
            doubts = [finding.reason for _, finding in each if finding.state is State.CANNOT_TELL]
            yield absent(site, reason=reason, doubts=doubts)
        yield from (replace(finding, subject=f"kind:{name}") for name, finding in each)
