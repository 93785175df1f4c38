"""The phase in plain sentences: which one, by what rule, and what stands between it and the next."""

from dataclasses import dataclass

from tinjau.model import Ladder, Text
from tinjau.scoring.reading import SEEN
from tinjau.scoring.statements import join
from tinjau.texts import joined


@dataclass(frozen=True, slots=True)
class PhaseFacts:
    """What the sentences say, counted elsewhere. `reached` counts the gates that are passed."""

    ladder: Ladder
    reached: int
    share: float
    public: int
    known: int
    reaching: tuple[int, ...]
    by_services: bool
    held_back: bool
    missing: int
    untested: int
    nothing_read: Text = SEEN


def phase_statement(facts: PhaseFacts) -> Text:
    """The phase, why, and what the next one lacks."""
    if not facts.reached and facts.nothing_read != SEEN:
        return Text(
            f"Fase belum dapat ditentukan: {facts.nothing_read.id}.",
            f"The phase cannot be told: {facts.nothing_read.en}.",
        )
    return join(_which(facts), _basis(facts), _next(facts))


def _which(facts: PhaseFacts) -> Text:
    gates = facts.ladder.gates
    if not facts.reached:
        first = gates[0].title
        return Text(
            f"Fase belum ditunjukkan: syarat untuk {first.id} belum terlihat.",
            f"No phase is shown yet: what {first.en} asks for has not been seen.",
        )
    at = gates[facts.reached - 1]
    below = [each.title for each in gates[: facts.reached]]
    return Text(
        f"Fase {at.title.id}, yang ke-{at.ordinal} dari {len(gates)}: semua yang diminta untuk "
        f"{joined([each.id for each in below], 'id')} terlihat.",
        f"Phase {at.title.en}, number {at.ordinal} of {len(gates)}: everything asked for "
        f"{joined([each.en for each in below], 'en')} is shown.",
    )


def _basis(facts: PhaseFacts) -> Text:
    percent = f"{100 * facts.share:g}"
    if not facts.public:
        return Text(
            "Dasarnya kemampuan situs, karena daftar layanan publik belum ada.",
            "It rests on what the site can do, since there is no list of public services.",
        )
    if not facts.known:
        return Text(
            "Dasarnya kemampuan situs, karena tahap layanan publik satu per satu belum diketahui.",
            "It rests on what the site can do, since the stage of each public service is not known.",
        )
    gate = facts.ladder.gates[max(facts.reached, 1) - 1]
    count = facts.reaching[gate.ordinal - 1]
    unknown = facts.public - facts.known
    said = Text(
        f"Sedikitnya {percent} persen dari {facts.public} layanan publik harus mencapai suatu fase; "
        f"{gate.title.id} dicapai {count}" + (f", dan {unknown} belum diketahui." if unknown else "."),
        f"At least {percent} percent of the {facts.public} public services must reach a phase; "
        f"{gate.title.en} is reached by {count}" + (f", and {unknown} are not known." if unknown else "."),
    )
    if facts.by_services:
        return said
    return join(
        said,
        Text(
            "Selebihnya ditentukan oleh kemampuan situs, karena tahap sebagian layanan belum diketahui.",
            "The rest is decided by what the site can do, since the stage of some services is not known.",
        ),
    )


def _next(facts: PhaseFacts) -> Text:
    gates = facts.ladder.gates
    if facts.reached >= len(gates):
        return Text("Ini fase tertinggi.", "This is the highest phase.")
    if not facts.missing and not facts.untested:
        return Text("", "")
    above = gates[facts.reached].title
    parts_id, parts_en = [], []
    if facts.missing:
        parts_id.append(f"{facts.missing} syarat belum terpenuhi")
        parts_en.append(f"{facts.missing} {'condition is' if facts.missing == 1 else 'conditions are'} not met")
    if facts.untested:
        parts_id.append(f"{facts.untested} belum diuji")
        parts_en.append(f"{facts.untested} {'is' if facts.untested == 1 else 'are'} untested")
    said = Text(
        f"Untuk {above.id}, {joined(parts_id, 'id')}; yang belum diuji berarti belum ditunjukkan, bukan gagal."
        if facts.untested
        else f"Untuk {above.id}, {joined(parts_id, 'id')}.",
        f"For {above.en}, {joined(parts_en, 'en')}; untested means not shown, not failed."
        if facts.untested
        else f"For {above.en}, {joined(parts_en, 'en')}.",
    )
    if not facts.held_back:
        return said
    count = facts.reaching[facts.reached]
    few = Text(
        f"{above.id} baru dicapai {count} dari {facts.public} layanan publik.",
        f"{above.en} is reached by only {count} of {facts.public} public services.",
    )
    return few if facts.missing == 1 and not facts.untested else join(few, said)
