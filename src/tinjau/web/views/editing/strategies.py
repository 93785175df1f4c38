"""Add, change and withdraw a strategy of the TOWS matrix, from scratch or from what a rule proposes."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from tinjau.model import THEMES
from tinjau.web.editing import keeping, things
from tinjau.web.editing.keeping import both_texts
from tinjau.web.models import Cycle
from tinjau.web.permissions import COORDINATE, cycle_page
from tinjau.web.tracing.entered import names, used_factors
from tinjau.web.views.editing.factors import also
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

_TEMPLATE = "web/editing/strategy.html"


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """A strategy of the cell that is asked for (`?cell=WO`), or made of a proposal (`?proposal=ID`)."""
    proposal = proposal_of(request, cycle, "strategies")
    asked = request.POST.get("cell", "") or request.GET.get("cell", "")
    cell = asked or (proposal["cell"] if proposal else "")
    if cell not in things.CELLS:
        raise Http404
    payload = _proposed(proposal, cell, keeping.living(cycle, "factor")) if proposal else {}
    return _form(request, cycle, Draft("strategy", "", payload), cell, proposal)


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, cycle: Cycle, strategy: str) -> HttpResponse:
    """A strategy that stands; a withdrawn one comes back when it is kept."""
    if request.POST.get("action") == "withdraw":
        return withdrawn(request, cycle, "strategy", strategy, "swot")
    return _form(request, cycle, opened(request, cycle, "strategy", strategy), strategy[:2], None)


def _form(request: HttpRequest, cycle: Cycle, draft: Draft, cell: str, proposal: dict[str, Any] | None) -> HttpResponse:
    language = language_of(cycle)
    factors = keeping.living(cycle, "factor")
    if request.method == "POST":
        _read(request, draft, cell, factors)
        others = len([each for each in keeping.living(cycle, "strategy") if each != draft.key])
        whole = {"id": draft.key or f"{cell}1", **draft.payload}
        draft.faults = things.strategy_faults(whole, others, language, request.lang)
        if not draft.faults and keep(
            request, cycle, draft, lambda: keeping.next_id(cycle, "strategy", cell), also(cycle, draft, proposal)
        ):
            return kept(request, cycle, draft, "swot")
    uses = used_factors(draft.payload.get("uses"))
    offered = [each for each in factors if things.fits(cell, each) or each in uses]
    context = {
        "cell": cell, "proposal": proposal, "texts": both_texts(draft.payload.get("text"), language), "uses": uses,
        "factors": [{"id": each, "text": factors[each].get("text")} for each in offered], "factor_ids": offered,
        "themes": THEMES, "own_themes": names(draft.payload.get("themes")),
        "template": template_of(cycle, draft.key, proposal), "naming": keeping.naming(cycle, "strategy", draft.key),
        "theirs": both_texts((draft.theirs.payload or {}).get("text"), language) if draft.theirs else {},
    }  # fmt: skip
    return answered(request, cycle, draft, _TEMPLATE, context)


def template_of(cycle: Cycle, key: str, proposal: dict[str, Any] | None) -> dict[str, Any] | None:
    """The library's entry behind a strategy, with its first step and whom to ask; None where none stands behind it."""
    result = cycle.results.first()
    proposals = result.plan["proposals"]["strategies"] if result else []
    taken = {each["subject"] for each in keeping.living(cycle, "decision").values()
             if key and str(each.get("reason", "")).split(" ")[0] == key}  # fmt: skip
    found = proposal or next(
        (each for each in proposals if key and (each["matches"] == key or each["id"] in taken)), None
    )
    template: dict[str, Any] | None = found.get("template") if found else None
    return template


def _read(request: HttpRequest, draft: Draft, cell: str, factors: dict[str, Any]) -> None:
    draft.version = version_sent(request)
    standing = draft.payload.get("uses") or []
    before = {used_factors([each])[0]: each for each in (standing if isinstance(standing, list) else [standing])}
    chosen = [
        each
        for each in several_sent(request, "uses")
        if each in before or (each in factors and things.fits(cell, each))
    ]
    themes = names(draft.payload.get("themes"))
    read: dict[str, Any] = {
        "text": texts_sent(request),
        "themes": [each for each in several_sent(request, "theme") if each in THEMES or each in themes],
        "uses": [before.get(each, {"factor": each, "by": "person"}) for each in chosen],
    }
    draft.payload = {
        **{k: v for k, v in draft.payload.items() if k not in read},
        **{k: v for k, v in read.items() if v},
    }


def _proposed(proposal: dict[str, Any], cell: str, factors: dict[str, Any]) -> dict[str, Any]:
    """A strategy in the words of a proposal, from those of its factors that people wrote and the cell draws on."""
    uses = [
        {"factor": each, "by": "person"} for each in proposal["because"] if each in factors and things.fits(cell, each)
    ]
    return {"text": dict(proposal["text"]), "themes": list(proposal["themes"]), "uses": uses}
