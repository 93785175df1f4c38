"""Add, change and withdraw a factor, from scratch or from what a rule proposes."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from tinjau.model import THEMES
from tinjau.web.editing import keeping, support, things
from tinjau.web.editing.keeping import both_texts
from tinjau.web.history import Author
from tinjau.web.models import Cycle
from tinjau.web.permissions import COORDINATE, cycle_page
from tinjau.web.texts_in import sent
from tinjau.web.tracing.entered import names
from tinjau.web.tracing.graph import graph_of
from tinjau.web.views.editing.forms import (
    Draft,
    answered,
    keep,
    kept,
    language_of,
    opened,
    several_sent,
    texts_sent,
    version_sent,
    withdrawn,
)
from tinjau.web.views.editing.proposed import proposal_of

_TEMPLATE = "web/editing/factor.html"


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """A factor of the box that is asked for (`?box=W`), or made of a proposal (`?proposal=ID`)."""
    proposal = proposal_of(request, cycle, "factors")
    asked = request.POST.get("box", "") or request.GET.get("box", "")
    box = proposal["kind"] if proposal else asked
    if box not in things.KINDS:
        raise Http404
    draft = Draft("factor", "", _proposed(proposal) if proposal else {})
    return _form(request, cycle, draft, box, proposal)


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, cycle: Cycle, factor: str) -> HttpResponse:
    """A factor that stands; a withdrawn one comes back when it is kept."""
    if request.POST.get("action") == "withdraw":
        return withdrawn(request, cycle, "factor", factor, "swot")
    return _form(request, cycle, opened(request, cycle, "factor", factor), factor[:1], None)


def _form(request: HttpRequest, cycle: Cycle, draft: Draft, box: str, proposal: dict[str, Any] | None) -> HttpResponse:
    language = language_of(cycle)
    if request.method == "POST":
        _read(request, draft)
    if request.method == "POST" and "search" not in request.POST:
        others = len([each for each in keeping.living(cycle, "factor") if each != draft.key])
        draft.faults = things.factor_faults(
            {"id": draft.key or f"{box}1", **draft.payload}, others, language, request.lang
        )
        if not draft.faults and keep(
            request, cycle, draft, lambda: keeping.next_id(cycle, "factor", box), also(cycle, draft, proposal)
        ):
            return kept(request, cycle, draft, "swot")
    graph = graph_of(cycle, cycle.results.first(), request.lang)
    resting = names(draft.payload.get("support"))
    query = sent(request, "q", 200)
    choices, more = support.offered(graph, query, resting)
    context = {
        "box": box, "proposal": proposal, "texts": both_texts(draft.payload.get("text"), language),
        "chosen": support.chosen(graph, resting), "choices": choices, "more": more, "query": query,
        "actors": things.ACTORS_KNOWN, "statuses": things.STATUSES, "themes": THEMES,
        "own_themes": names(draft.payload.get("themes")),
        "naming": keeping.naming(cycle, "factor", draft.key), "standing": draft.version > 0,
        "theirs": both_texts((draft.theirs.payload or {}).get("text"), language) if draft.theirs else {},
    }  # fmt: skip
    return answered(request, cycle, draft, _TEMPLATE, context)


def also(cycle: Cycle, draft: Draft, proposal: dict[str, Any] | None) -> Any:
    """What is written beside a thing that came of a proposal: the decision; nothing else."""
    if proposal is None:
        return None

    def write_decision(author: Author) -> None:
        keeping.take_over(cycle, str(proposal["id"]), draft.key, author)

    return write_decision


def _read(request: HttpRequest, draft: Draft) -> None:
    draft.version = version_sent(request)
    themes = names(draft.payload.get("themes"))
    status, actor = request.POST.get("status", ""), request.POST.get("actor", "")
    read: dict[str, Any] = {
        "text": texts_sent(request),
        "themes": [each for each in several_sent(request, "theme") if each in (*THEMES, *themes)],
        "actor": actor if actor in things.ACTORS_KNOWN else "",
        "support": several_sent(request, "support"),
        "status": status if status in things.STATUSES else "stated",
    }  # fmt: skip
    draft.payload = {
        **{k: v for k, v in draft.payload.items() if k not in read},
        **{k: v for k, v in read.items() if v},
    }


def _proposed(proposal: dict[str, Any]) -> dict[str, Any]:
    """A factor in the words of a proposal, resting on what the proposal rests on, and on the proposal itself."""
    context = proposal["rule"] == "context"
    return {
        "text": dict(proposal["text"]), "themes": list(proposal["themes"]), "actor": proposal["actor"],
        "support": [proposal["id"], *proposal["because"]], "status": "literature" if context else "evidenced",
    }  # fmt: skip
