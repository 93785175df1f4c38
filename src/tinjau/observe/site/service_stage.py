"""S03: how far each service has come online."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine.detector import Detector, Finding, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.register import register_of
from tinjau.observe.engine.site import Site


class ServiceStage(Detector):
    """One fact a service: the furthest step that its pages show.

    Read: entries of pages and menus named after services, and pages that are cards of one service. `presence`:
    described only; `interaction`: a form to download or an office to write to on its page; `transaction`: an
    application form, a login to apply or a payment on its pages. A service on another host whose pages were not
    captured has no stage.
    """

    name = "service_stage"
    check = "S03"
    reads = ("title", "headings", "links", "blocks", "forms")
    concepts = ("service_catalogue", "requirements", "apply", "payment", "tracking", "forms", "citizen_login")

    def add(self, page: Page) -> None:
        """Note services named here, and what step this page is itself."""
        register_of(page.site).take(page)

    def result(self, site: Site) -> Iterable[Finding]:
        """One finding a service; one about the site where no service is named."""
        register = register_of(site)
        if not register.services:
            yield absent(site)
        for known in register.services.values():
            stage, reason = register.stage_of(known, site)
            place = known.place
            state = State.SEEN if stage else State.CANNOT_TELL
            yield Finding(
                state, stage, reason, place.url, place.record_id, place.digest, place.excerpt, f"service:{known.name}"
            )
