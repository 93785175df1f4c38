"""What criteria, phases and indicators are called in league documents, by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tinjau.model import Instrument, Lang
from tinjau.scoring.league import official_indices


@dataclass(frozen=True, slots=True)
class LeagueNames:
    """Titles of criteria (with official indices, and without the rungs of a phase model), phases, and questions."""

    criteria: Mapping[str, str]
    phases: Mapping[str, str]
    questions: Mapping[str, str]


def league_names(instruments: Iterable[Instrument], lang: Lang) -> LeagueNames:
    """The names that these instruments give, in `lang`; an official index stands before its criteria."""
    known = list(instruments)
    phases = {gate.phase: gate.title.get(lang) for pack in known if pack.ladder for gate in pack.ladder.gates}
    criteria: dict[str, str] = {}
    for pack in known:
        criteria |= _indices(pack, lang)
        criteria |= {each.id: each.title.get(lang) for each in pack.criteria if each.id not in phases}
    questions = {each.id: each.question.get(lang) for pack in known for each in pack.indicators}
    return LeagueNames(criteria, phases, questions)


def _indices(pack: Instrument, lang: Lang) -> dict[str, str]:
    index = official_indices([pack]).get(pack.id)
    nodes = (pack.data.get("calculation") or {}).get("nodes") or ()
    title = next((str(node["title"][lang]) for node in nodes if node.get("id") == index), "")
    return {index: title} if index else {}
