"""What an id means to a reader: its words, and where it stands in this report."""

from tinjau.report.anchors import anchor
from tinjau.report.content.edition import Edition, is_answer
from tinjau.report.document import Inline, Line, Ref, Words
from tinjau.report.hostile import one_line
from tinjau.texts import known

_SHORT = 120
_SOURCE = "source:"


def named(edition: Edition, name: str) -> Inline:
    """Factor, strategy, proposal or conclusion by id; service, phase, criterion, question or source by its words."""
    if edition.hidden(name):
        return Words(edition.say("evidence.owner"), quiet=True)
    kind = edition.kinds.get(name)
    if kind == "proposal":
        return Ref(one_line(edition.passage(edition.proposed[name]).text or name, _SHORT), anchor(kind, name))
    if kind is not None:
        return Ref(one_line(name), anchor(kind, name))
    if name.startswith(_SOURCE):
        return Words(edition.say("evidence.source", source=one_line(name.removeprefix(_SOURCE), _SHORT)), "")
    for step in (_service, _phase, _inventory, _judged, _source, _seen):
        found = step(edition, name)
        if found is not None:
            return found
    return Words(one_line(name, 80), "")


def names_line(edition: Edition, ids: tuple[str, ...]) -> Line:
    """Several ids, a line each."""
    parts: list[Inline] = []
    for each in ids:
        parts += [*(["\n"] if parts else []), named(edition, each)]
    return tuple(parts)


def _service(edition: Edition, name: str) -> Ref | None:
    service = edition.services.get(name.removeprefix("service:"))
    if service is None:
        return None
    return Ref(one_line(edition.passage(service.name).text or service.id, _SHORT), anchor("service", service.id))


def _phase(edition: Edition, name: str) -> Ref | None:
    if name != "phase" and not name.startswith("phase:"):
        return None
    phase = name.partition(":")[2] or (edition.assessment.phase.id if edition.assessment.phase else None)
    return Ref(edition.say("support.phase", phase=one_line(edition.phase_title(phase).text)), "phase")


def _inventory(edition: Edition, name: str) -> Ref | None:
    key = f"support.{name}"
    return Ref(edition.say(key), "services") if name != "phase" and known(key) else None


def _judged(edition: Edition, name: str) -> Ref | None:
    """`answer:pack/id[/unit]`, `criterion:pack/id` or `indicator:pack/id`: where that criterion or question stands."""
    parts = name.rsplit(":", 1)[-1].split("/")
    if len(parts) < len(("pack", "id")):
        return None
    instrument, which = parts[0], parts[1]
    place = _place(edition, instrument, which)
    if place is None:
        return None
    return Ref(edition.say("evidence.answer-to", subject=place.text), place.anchor) if is_answer(name) else place


def _place(edition: Edition, instrument: str, which: str) -> Ref | None:
    if (instrument, which) in edition.placed_criteria:
        return Ref(edition.criterion_title(instrument, which).text, anchor("criterion", instrument, which))
    if (instrument, which) in edition.placed_indicators:
        return Ref(edition.question(instrument, which).text, anchor("indicator", instrument, which))
    return None


def _source(edition: Edition, name: str) -> Words | None:
    return next((edition.passage(each.text) for each in edition.study.sources if each.id == name), None)


def _seen(edition: Edition, name: str) -> Inline | None:
    evidence = edition.evidence.get(name)
    if evidence is None or not (evidence.excerpt or evidence.url):
        return None
    return edition.quote(one_line(evidence.excerpt or evidence.url, _SHORT))
