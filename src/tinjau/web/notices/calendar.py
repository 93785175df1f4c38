"""Due dates as an iCalendar file (RFC 5545). Moments are UTC, so that no calendar needs a table of our time zones."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from tinjau.web.models import Due

_OCTETS = 75  # of a line without its end, RFC 5545 section 3.1
_ALARM = "-P1D"  # a day before; project choice


def calendar_of(dues: Iterable[Due], lang: str, base: str, name: str) -> bytes:
    """The calendar file: one event a due date, those that were taken back as cancelled. `base`: our own address."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tinjau//due dates//EN", "CALSCALE:GREGORIAN",
             "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}"]  # fmt: skip
    for due in dues:
        lines += _event(due, lang, base)
    lines.append("END:VCALENDAR")
    return "".join(f"{each}\r\n" for line in lines for each in folded(line)).encode()


def _event(due: Due, lang: str, base: str) -> Iterator[str]:
    cycle = due.cycle
    address = due.address or f"/o/{cycle.office.slug}/c/{cycle.slug}/"
    yield "BEGIN:VEVENT"
    yield f"UID:{due.uid}@tinjau"
    yield f"DTSTAMP:{moment(due.changed)}"
    yield f"LAST-MODIFIED:{moment(due.changed)}"
    yield f"SEQUENCE:{due.revision}"
    yield f"DTSTART:{moment(due.at)}"
    yield f"SUMMARY:{escaped(due.title(lang))}"
    yield f"DESCRIPTION:{escaped(f'{cycle.office.name}: {cycle.title}')}"
    yield f"URL:{base}{address}"
    yield f"STATUS:{'CANCELLED' if due.withdrawn else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if not due.withdrawn:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(due.title(lang))}", f"TRIGGER:{_ALARM}",
                    "END:VALARM")  # fmt: skip
    yield "END:VEVENT"


def moment(value: datetime) -> str:
    """A moment in UTC, section 3.3.5."""
    return value.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    """A text value, section 3.3.11; other control characters than line ends are left out."""
    clean = "".join(each for each in text.replace("\r\n", "\n").replace("\r", "\n") if each == "\n" or each >= " ")
    clean = clean.replace("\x7f", "").replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return clean.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, those after the first beginning with a space; no letter is torn."""
    piece, size = "", 0
    for each in line:
        width = len(each.encode())
        if size + width > _OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + each, size + width
    yield piece
