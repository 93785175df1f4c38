"""SWOT, strategies and the plan as they stand now, with what rules propose beside them and what people decided."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tinjau.web.editing import keeping, things
from tinjau.web.editing.changed import changed_since
from tinjau.web.models import Cycle, Entry, Result
from tinjau.web.permissions import VIEW, cycle_page
from tinjau.web.tracing.entered import names, used_factors
from tinjau.web.tracing.graph import graph_of
from tinjau.web.tracing.things import Graph


@cycle_page(VIEW)
@require_GET
def swot(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Factors, strategies and conclusions of people, and what rules propose beside them."""
    result = cycle.results.first()
    graph = graph_of(cycle, result, request.lang)
    last = result.entries_sequence if result else 0
    factors = [_factor(each, graph, last) for each in _entries(cycle, "factor")]
    strategies = [_strategy(each, last) for each in _entries(cycle, "strategy")]
    conclusions = [_conclusion(each, last) for each in _entries(cycle, "conclusion")]
    plan = result.plan if result else {}
    ever = {
        kind: frozenset(cycle.entries.filter(kind=kind).values_list("key", flat=True))
        for kind in ("factor", "strategy")
    }
    decided = {each["subject"]: each for each in keeping.living(cycle, "decision").values()}
    context = {
        "cycle": cycle, "result": result, "abilities": request.abilities, "open": cycle.is_open,
        "graph": graph,
        "stale": changed_since(cycle, result),
        "boxes": [{"id": box, "factors": [each for each in factors if each["id"][:1] == box],
                   "taken": _taken(plan.get("factors", {}).get(box, []), ever["factor"])} for box in things.KINDS],
        "cells": [{"id": cell, "strategies": [each for each in strategies if each["id"][:2] == cell],
                   "taken": _taken([each for each in plan.get("strategies", []) if each["cell"] == cell],
                                                             ever["strategy"])}
                  for cell in things.CELLS],
        "conclusions": conclusions,
        "proposals": [{"group": group, "items": [_proposal(each, decided, graph) for each in items]}
                      for group, items in plan.get("proposals", {}).items()],
        "merges": [{**each, "decided": decided.get(each["id"])} for each in plan.get("merge_proposals", [])],
        "counts": {"factors": len(factors), "supported": sum(bool(each["support"]) for each in factors)},
    }  # fmt: skip
    return render(request, "web/swot.html", context)


@cycle_page(VIEW)
@require_GET
def plan(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Conclusions with their actions, and the money of the last evaluation."""
    result: Result | None = cycle.results.first()
    graph = graph_of(cycle, result, request.lang)
    last = result.entries_sequence if result else 0
    actions = [{**entry.payload, "number": entry.key.split("/", 1)[0], "new": entry.sequence > last}
               for entry in _entries(cycle, "action")]  # fmt: skip
    conclusions = [_conclusion(each, last) for each in _entries(cycle, "conclusion")]
    known = {each["id"] for each in conclusions}
    groups = [
        {**each, "actions": [one for one in actions if one.get("strategy") == each["id"]]} for each in conclusions
    ]
    context = {
        "cycle": cycle, "result": result, "abilities": request.abilities, "open": cycle.is_open,
        "stale": changed_since(cycle, result), "groups": groups, "graph": graph,
        "others": [each for each in actions if each.get("strategy") not in known],
        "money": next((each for each in (result.plan["absorption"] if result else []) if not each["strategy"]), None),
    }  # fmt: skip
    return render(request, "web/plan.html", context)


def _entries(cycle: Cycle, kind: str) -> list[Entry]:
    return list(cycle.entries_of(kind).exclude(payload=None))


def _factor(entry: Entry, graph: Graph, last: int) -> dict[str, Any]:
    support = names(entry.payload.get("support"))
    return {**entry.payload, "id": entry.key, "new": entry.sequence > last,
            "support": [{"id": each, "node": graph.find(each)} for each in support]}  # fmt: skip


def _strategy(entry: Entry, last: int) -> dict[str, Any]:
    return {
        **entry.payload,
        "id": entry.key,
        "new": entry.sequence > last,
        "uses": used_factors(entry.payload.get("uses")),
    }


def _conclusion(entry: Entry, last: int) -> dict[str, Any]:
    return {**entry.payload, "id": entry.key, "new": entry.sequence > last, "sources": names(entry.payload.get("from"))}


def _taken(planned: list[dict[str, Any]], written: frozenset[str]) -> list[dict[str, Any]]:
    """What the last evaluation took from accepted proposals without anybody writing it (a study's decisions.csv)."""
    return [each for each in planned if each["id"] not in written]


def _proposal(each: dict[str, Any], decided: dict[str, Any], graph: Graph) -> dict[str, Any]:
    decision = decided.get(each["id"])
    into = str((decision or {}).get("reason", "")).split(" ")[0]
    taken = into if decision and decision["verdict"] == "merge" and graph.find(into) else ""
    return {
        **each,
        "decided": decision,
        "taken": taken,
        "because": [{"id": one, "node": graph.find(one)} for one in each["because"]],
    }
