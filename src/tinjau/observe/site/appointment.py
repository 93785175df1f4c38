"""S04: a time at the office."""

from typing import ClassVar

from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Note
from tinjau.observe.engine.texts import FORM
from tinjau.observe.engine.topic import TopicDetector

_TIMES = frozenset({"date", "time", "datetime-local"})


class Appointment(TopicDetector):
    """Booking an appointment or a place in the queue online.

    Read: titles, headings and links that name a booking, and whether a form stands behind them or another host does.
    """

    name = "appointment"
    check = "S04"
    spoken: ClassVar[bool] = True
    concept = "appointment"
    forms: ClassVar[bool] = True
    concepts = ("appointment",)
    reads = ("title", "headings", "links", "blocks", "forms")
    chars: ClassVar[int] = 10_000  # text alone books nothing
    papers: ClassVar[bool] = False
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = (
        "antrian",
        "antrean",
        "rdv",
        "rendezvous",
        "citaprevia",
        "prenotazioni",
        "booking",
        "bookings",
        "calendly.com",
        "bookings.cloud.microsoft",
        "qless.com",
        "appointments",
        "cup",
        "prenota",
        "appuntamenti",
        "rdv360.com",
        "synbird.com",
        "clicrdv.com",
        "rendezvousonline.fr",
        "tupassi.it",
        "citas",
        "turnos",
        "turnero",
        "agendaweb",
    )

    def add(self, page: Page) -> None:
        """Also a form whose words are of booking and that asks for a day or an hour."""
        super().add(page)
        for hit in page.hits("appointment", FORM):
            form = page.facts.forms[hit.at]
            if form.zone == MAIN and any(field.type in _TIMES for field in form.fields):
                self._keep(1, 0.4, page, f"{page.name}: {' '.join(form.buttons)}", f"{page.url}#f", page.name)

    def suits(self, page: Page) -> bool:
        """Controls to choose or fill in, or a frame of a host of the institution."""
        shown = (source for source, _ in page.facts.frames if source and not page.site.is_paper(source))
        return any(page.site.is_sibling(source) for source in shown) or any(
            field.type not in ("hidden", "search") for f in page.facts.forms if f.zone == 0 for field in f.fields
        )

    def keeps(self, note: Note) -> bool:
        """Controls to choose or fill in."""
        return note.fields >= 1
