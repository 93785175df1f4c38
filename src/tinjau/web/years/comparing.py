"""Years side by side, as their page shows them: what moved, what broke, which actions were to move what, and money.

What counts as movement is said by `scoring.comparing` and `strategy.movements`; here only names, links and words are
put beside it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tinjau import packs, strategy
from tinjau.model import Action, Instrument, Lang
from tinjau.report.content.comparison import comparison_document
from tinjau.report.document import Document, Figure
from tinjau.scoring.comparing import Comparison, compare
from tinjau.web.mapping import ACTION_COLUMNS
from tinjau.web.models import Cycle, Result
from tinjau.web.years.chain import labels_of

MOST_MOVED = 200  # indicators that are listed as moved; project choice
MOST_YEARS = 8  # evaluations side by side; project choice
_SITE = frozenset({"", "site"})
_MOVED = frozenset({"up", "down"})


@dataclass(frozen=True)
class Years:
    """Evaluations of one office with a result, the oldest first, and what `scoring.comparing` says of them."""

    cycles: list[Cycle]
    results: list[Result]
    labels: list[str]
    comparison: Comparison
    instruments: list[Instrument]
    lang: Lang

    @property
    def documents(self) -> list[Mapping[str, Any]]:
        """Their assessments."""
        return [each.assessment for each in self.results]

    def document(self) -> Document:
        """The comparison as the report room writes it."""
        return comparison_document(self.comparison, self.documents, self.lang, self.instruments)


def years_of(cycles: Sequence[Cycle], lang: Lang) -> Years | None:
    """These evaluations, the oldest first, as far as they have a result; None with fewer than two."""
    pairs = [(cycle, result) for cycle in cycles for result in [cycle.results.first()] if result is not None]
    if len(pairs) < 2:
        return None
    used, results = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    documents = [each.assessment for each in results]
    labels = labels_of(used)
    names = dict.fromkeys(each["id"] for document in documents for each in document["instruments"])
    known = set(packs.instrument_ids())
    instruments = [packs.load_instrument(each) for each in names if each in known]
    return Years(used, results, labels, compare(labels, documents), instruments, lang)


def picture_of(document: Document) -> str:
    """The course of verdicts as SVG; empty where there are too many years, or nothing was judged."""
    return next((each.picture.svg for each in document.first if isinstance(each, Figure)), "")


def criteria_of(years: Years) -> list[dict[str, Any]]:
    """Each criterion that was judged at least once, by name, with its value and coverage in every year."""
    titles = {(p.id, c.id): c.title for p in years.instruments for c in p.criteria}
    judging = {row.instrument for row in years.comparison.criteria if any(v is not None for v in row.values)}
    return [
        {
            "title": titles.get((row.instrument, row.criterion), row.criterion),
            "cells": [
                {"value": value, "coverage": coverage}
                for value, coverage in zip(row.values, row.coverages, strict=True)
            ],
            "changes": row.changes,
        }
        for row in years.comparison.criteria
        if row.instrument in judging
    ]


def moved_of(years: Years) -> list[dict[str, Any]]:
    """Indicators that went up or down, each outcome with the year that it is of and what it rests on there."""
    questions = {(p.id, i.id): i.question for p in years.instruments for i in p.indicators}
    tables = [_by_key(each) for each in years.documents]
    found = []
    for row in years.comparison.indicators:
        if not _MOVED & {each.how for each in row.changes}:
            continue
        key = (row.instrument, row.indicator, row.unit)
        cells = [
            {"outcome": outcome, "cycle": cycle, "traces": _traces(table.get(key))}
            for outcome, cycle, table in zip(row.outcomes, years.cycles, tables, strict=True)
        ]
        name = questions.get(key[:2], row.indicator)
        found.append({"question": name, "unit": _shown(row.unit), "cells": cells, "changes": row.changes})
    return found[:MOST_MOVED]


def breaks_of(years: Years) -> list[dict[str, Any]]:
    """Where two neighbouring years used different instruments: what went, what came, and the pack's mapping beside."""
    packs_by_id = {each.id: each for each in years.instruments}
    found = []
    for place in range(1, len(years.cycles)):
        old, new = years.documents[place - 1], years.documents[place]
        before, after = _versions(old), _versions(new)
        for name in sorted({*before, *after}):
            if before.get(name) == after.get(name):
                continue
            entry: dict[str, Any] = {
                "years": (years.labels[place - 1], years.labels[place]),
                "instrument": packs_by_id[name].title if name in packs_by_id else name,
                "old": before.get(name, ""), "new": after.get(name, ""), "mapping": [], "why": None,
            }  # fmt: skip
            follows = packs_by_id[name].data.get("follows") if name in packs_by_id else None
            if name not in before and isinstance(follows, Mapping) and follows["instrument"] in before:
                entry |= _mapped(packs_by_id[name], follows, old, new)
            found.append(entry)
    return found


def actions_of(cycle: Cycle) -> list[Action]:
    """The actions of an evaluation, as people wrote them."""
    rows = [entry.payload for entry in cycle.entries_of("action").exclude(payload=None)]
    return [Action(*(str(row.get(column) or "") for column in ACTION_COLUMNS)) for row in rows]


def chains_of(years: Years) -> list[dict[str, Any]]:
    """For each action of an earlier year: its strategy, the factors that this uses, and what became of the rest.

    `movements` are indicators that the action itself names; `touched` are indicators on which its factors rested and
    that moved by the next year. That something moved after an action does not say that it moved because of it.
    """
    found = []
    questions = {(p.id, i.id): i.question for p in years.instruments for i in p.indicators}
    criteria = {(p.id, c.id): c.title for p in years.instruments for c in p.criteria}
    named = {f"{one}/{two}": text for (one, two), text in {**criteria, **questions}.items()}
    for place, cycle in enumerate(years.cycles[:-1]):
        old, new = years.documents[place], years.documents[place + 1]
        strategies = _payloads(cycle, "strategy")
        factors = _payloads(cycle, "factor")
        rests = _resting(old)
        changes = {(row.instrument, row.indicator, row.unit): row.changes[place] for row in years.comparison.indicators}
        actions = actions_of(cycle)
        for action in actions:
            plan = strategies.get(action.strategy, {})
            used = [str(each.get("factor") if isinstance(each, dict) else each) for each in plan.get("uses") or ()]
            chain = [{"id": each, **factors.get(each, {})} for each in used]
            touched = _touched(chain, rests, changes)
            found.append({
                "years": (years.labels[place], years.labels[place + 1]), "cycle": cycle, "action": action,
                "strategy": plan, "factors": chain,
                "movements": [
                    {"moved": each, "name": named.get(each.indicator, each.indicator)}
                    for each in strategy.movements([action], old, new)
                ],
                "touched": [
                    {"question": questions.get(key[:2], key[1]), "unit": _shown(key[2]), "change": change}
                    for key, change in touched
                ],
            })  # fmt: skip
    return found


def money_of(cycles: Iterable[Cycle]) -> list[dict[str, Any]]:
    """Planned and spent in every year that has actions."""
    found = []
    for cycle in cycles:
        actions = actions_of(cycle)
        if actions:
            found.append({"cycle": cycle, "money": strategy.money_of(actions)})
    return found


def _mapped(
    pack: Instrument, follows: Mapping[str, Any], old: Mapping[str, Any], new: Mapping[str, Any]
) -> dict[str, Any]:
    """The new instrument's indicators with the earlier ones that the pack names for each, and the levels of both."""
    before = {key[1]: each for key, each in _by_key(old).items() if key[0] == follows["instrument"]}
    after = {key[1]: each for key, each in _by_key(new).items() if key[0] == pack.id}
    mapping: Mapping[str, Sequence[str]] = follows["indicators"]
    rows = [
        {
            "question": indicator.question, "new": _level(after.get(indicator.id)),
            "old": [{"code": each, "value": _level(before.get(each))} for each in mapping.get(indicator.id, ())],
        }
        for indicator in pack.indicators
    ]  # fmt: skip
    return {"mapping": rows, "why": follows["about"]}


def _shown(unit: str) -> str:
    return "" if unit in _SITE else unit


def _level(result: Mapping[str, Any] | None) -> str:
    return str(result["value"]) if result is not None and result["value"] is not None else ""


def _versions(document: Mapping[str, Any]) -> dict[str, str]:
    return {each["id"]: each["version"] for each in document["instruments"]}


def _by_key(document: Mapping[str, Any]) -> dict[tuple[str, str, str], Mapping[str, Any]]:
    return {(each["instrument"], each["id"], each["unit"]): each for each in document["indicators"]}


def _traces(result: Mapping[str, Any] | None) -> list[str]:
    return [each["observation"] for each in result["evidence"] if each["observation"]][:3] if result else []


def _payloads(cycle: Cycle, kind: str) -> dict[str, dict[str, Any]]:
    return {str(e.payload.get("id", e.key)): e.payload for e in cycle.entries_of(kind).exclude(payload=None)}


def _resting(document: Mapping[str, Any]) -> dict[str, set[tuple[str, str, str]]]:
    """Which indicators rest on an observation or answer, by its id; an answer's own id names its indicator too."""
    found: dict[str, set[tuple[str, str, str]]] = {}
    for key, each in _by_key(document).items():
        tail = "" if key[2] in _SITE else f"/{key[2]}"
        for name in (f"answer:{key[0]}/{key[1]}{tail}", *(one["observation"] for one in each["evidence"])):
            found.setdefault(str(name), set()).add(key)
    return found


def _touched(
    chain: Sequence[Mapping[str, Any]],
    rests: Mapping[str, set[tuple[str, str, str]]],
    changes: Mapping[tuple[str, str, str], Any],
) -> list[tuple[tuple[str, str, str], Any]]:
    keys: dict[tuple[str, str, str], None] = {}
    for factor in chain:
        for support in factor.get("support") or ():
            keys.update(dict.fromkeys(sorted(rests.get(str(support), ()))))
    return [(key, changes[key]) for key in keys if key in changes and changes[key].how in _MOVED]
