"""C02: how many services need no visit."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine.detector import Detector, Finding
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.register import MOST, register_of
from tinjau.observe.engine.site import Site

_ONLINE = frozenset({"transaction", "transformation"})
_UNKNOWN = 0.1  # share of services without a known stage up to which a share is given; project choice


class OnlineShare(Detector):
    """The share of the services found that can be completed online: those whose stage is `transaction`.

    Read: the services that pages and menus name, each with the furthest step that its pages show (see service_stage).
    The value is the share of the services whose stage is known. Where more than one in ten has none, because its page
    was not captured or stands on another host, there is no share: cannot tell, with the bounds that the others leave.
    Seen where one at least can be completed online; a site that names no service has no share. Limits: an application
    form, a login to apply or a payment is taken for completion; whether the result comes online too, a capture does
    not show.
    """

    name = "online_share"
    check = "C02"
    reads = ("title", "headings", "links", "blocks", "forms")
    concepts = ("service_catalogue", "requirements", "apply", "payment", "forms", "citizen_login")

    def add(self, page: Page) -> None:
        """Note services named here, and what step this page is itself."""
        register_of(page.site).take(page)

    def result(self, site: Site) -> Iterable[Finding]:
        """The share, or its bounds."""
        register = register_of(site)
        stages = [(known, register.stage_of(known, site)[0]) for known in register.services.values()]
        if not stages:
            yield Finding(State.CANNOT_TELL, None, site.gap or "There is nothing on the site that this applies to")
            return
        online = [known for known, stage in stages if stage in _ONLINE]
        offline = [known for known, stage in stages if stage and stage not in _ONLINE]
        whole, known = len(stages), len(online) + len(offline)
        place = (online or offline or [each for each, _ in stages])[0].place
        where = (place.url, place.record_id, place.digest, place.excerpt)
        if whole >= MOST:
            yield Finding(State.CANNOT_TELL, None, f"The site names more than {MOST} services", *where)
        elif whole - known > _UNKNOWN * whole:
            reason = (
                f"The stage of {whole - known} of {whole} services is not known: "
                f"between {len(online)} and {whole - len(offline)} of them can be completed online"
            )
            yield Finding(State.CANNOT_TELL, None, reason, *where)
        elif site.gap:
            yield Finding(State.CANNOT_TELL, None, site.gap, *where)
        else:
            state = State.SEEN if online else State.NOT_SEEN
            reason = f"{len(online)} of {known} services can be completed online"
            yield Finding(state, round(len(online) / known, 3), reason, *where)
