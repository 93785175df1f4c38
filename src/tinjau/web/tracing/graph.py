"""Everything of an evaluation by its id, with what it rests on and what rests on it.

People's things come from the entries as they stand now, the rest from the last evaluation. Nothing is judged here.
"""

from collections.abc import Iterable
from typing import Any

from tinjau import packs
from tinjau.model import InputError, Instrument, Lang
from tinjau.web.models import Cycle, Result
from tinjau.web.tracing import entered, found
from tinjau.web.tracing.things import Graph


def graph_of(cycle: Cycle, result: Result | None, lang: Lang) -> Graph:
    """The graph of a cycle: what people wrote, and what the last evaluation (if any) made of it."""
    graph = Graph(lang)
    instruments = _instruments(cycle, result)
    if result is not None:
        found.add_assessment(graph, result.assessment, instruments)
        found.add_proposals(graph, result.plan)
    entered.add_entries(graph, cycle, instruments)
    if result is not None:
        found.add_plan(graph, result.plan)
    return graph


def _instruments(cycle: Cycle, result: Result | None) -> list[Instrument]:
    entry = cycle.entries_of("settings").first()
    names: Iterable[Any] = ((entry.payload or {}).get("instruments") if entry else None) or ("sitokdana-7", "wb-4")
    used = [each["id"] for each in result.assessment["instruments"]] if result else []
    known = []
    for name in dict.fromkeys((*map(str, names), *used)):
        try:
            known.append(packs.load_instrument(name))
        except InputError:
            continue
    return known
