"""What a number rests on, what rests on it, and the archived page where it was read."""

from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tinjau.web import captures, running
from tinjau.web.models import Cycle
from tinjau.web.permissions import VIEW, cycle_page
from tinjau.web.tracing.archived import read_archived
from tinjau.web.tracing.graph import graph_of
from tinjau.web.tracing.node import Node
from tinjau.web.tracing.things import Graph

_MOST = 500  # things that one page lists in one direction


@cycle_page(VIEW)
@require_GET
def trace(request: HttpRequest, cycle: Cycle, observation: str) -> HttpResponse:
    """One thing: what it says, what it rests on, what rests on it, and its versions where people wrote it."""
    graph, node = _node(request, cycle, observation)
    rests_on, used_by = graph.rests_on(node), graph.used_by(node)
    context = {
        "cycle": cycle,
        "node": node,
        "rests_on": rests_on[:_MOST],
        "used_by": used_by[:_MOST],
        "versions": versions_of(cycle, node),
        "files": {each.digest: each for each in cycle.evidence.all()},
        "decisions": decisions_on(cycle, node.id),
        "abilities": request.abilities,
    }
    return render(request, "web/trace.html", context)


@cycle_page(VIEW)
@require_GET
def archived(request: HttpRequest, cycle: Cycle, observation: str) -> HttpResponse:
    """The text of the archived page that an observation was read on, with its excerpt marked."""
    _, node = _node(request, cycle, observation)
    if not node.record:
        raise Http404
    hosts = tuple(urlsplit(each).hostname or "" for each in running.sites_of(cycle))
    page = read_archived(captures.captures_of(cycle), node.record, node.excerpt, hosts)
    context = {"cycle": cycle, "node": node, "page": page, "abilities": request.abilities}
    return render(request, "web/editing/archived.html", context)


def versions_of(cycle: Cycle, node: Node) -> list[Any]:
    """Every version of what people wrote, newest first; none for what a machine found."""
    if node.entry is None:
        return []
    kind, key = node.entry
    return list(cycle.entries.filter(kind=kind, key=key).order_by("-version")[:50])


def decisions_on(cycle: Cycle, subject: str) -> list[dict[str, Any]]:
    """What people decided about it, oldest first: on a proposal by its id, on an outcome or an answer by its place."""
    bare = subject.partition(":")[2]
    wanted = {subject, *((f"outcome:{bare}", f"answer:{bare}") if subject.startswith("indicator:") else ())}
    entries = cycle.entries_of("decision").exclude(payload=None)
    return [each.payload for each in entries if each.payload.get("subject") in wanted]


def _node(request: HttpRequest, cycle: Cycle, name: str) -> tuple[Graph, Node]:
    graph = graph_of(cycle, cycle.results.first(), request.lang)
    node = graph.find(name)
    if node is None:
        raise Http404
    return graph, node
