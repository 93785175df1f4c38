"""Add, change and withdraw an action of the plan: who does what by when, with which money."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from tinjau.web.editing import keeping, things
from tinjau.web.models import Cycle
from tinjau.web.permissions import COORDINATE, cycle_page
from tinjau.web.texts_in import sent
from tinjau.web.views.cycles import instruments_of
from tinjau.web.views.editing.forms import Draft, answered, keep, kept, opened, version_sent, withdrawn

_TEMPLATE = "web/editing/action.html"
_FIELDS = ("strategy", "owner", "start", "end", "budget", "spent", "indicator", "status")
_LONGEST = 400


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """An action for the conclusion or strategy that is named (`?for=C1`)."""
    asked = request.GET.get("for", "")
    known = _subjects(cycle)
    return _form(request, cycle, Draft("action", "", {"strategy": asked} if asked in known else {}))


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, cycle: Cycle, action: int) -> HttpResponse:
    """An action that stands; a withdrawn one comes back when it is kept."""
    entry = cycle.entries.filter(kind="action", key__startswith=f"{action}/", current=True).first()
    key = entry.key if entry else f"{action}/"
    if request.POST.get("action") == "withdraw":
        return withdrawn(request, cycle, "action", key, "plan")
    return _form(request, cycle, opened(request, cycle, "action", key))


def _form(request: HttpRequest, cycle: Cycle, draft: Draft) -> HttpResponse:
    subjects = _subjects(cycle)
    standing = dict(draft.payload)
    if request.method == "POST":
        draft.version = version_sent(request)
        read = {name: sent(request, name, _LONGEST).replace("\n", " ") for name in _FIELDS}
        draft.payload = {name: value for name, value in read.items() if value}
        known = frozenset(subjects) | frozenset({standing.get("strategy", "")} - {""})
        draft.faults = things.action_faults(draft.payload, known, standing, request.lang)
        if not draft.faults and keep(
            request, cycle, draft, lambda: f"{keeping.next_row(cycle, 'action')}/{read['strategy']}"
        ):
            return kept(request, cycle, draft, "plan")
    stands_for = draft.payload.get("strategy", "")
    if stands_for and stands_for not in subjects:
        subjects[stands_for] = ""
    context = {
        "subjects": [{"id": each, "text": text} for each, text in subjects.items()],
        "indicators": _indicators(cycle), "doings": _doings(draft.payload),
        "theirs": draft.theirs.payload or {} if draft.theirs else {},
    }  # fmt: skip
    return answered(request, cycle, draft, _TEMPLATE, context)


def _subjects(cycle: Cycle) -> dict[str, Any]:
    """What an action may be for: conclusions first, then strategies."""
    return {key: payload.get("text") for kind in ("conclusion", "strategy")
            for key, payload in keeping.living(cycle, kind).items()}  # fmt: skip


def _indicators(cycle: Cycle) -> list[dict[str, Any]]:
    """What an action may move: the criteria and questions of the instruments in use."""
    found = []
    for pack in instruments_of(cycle):
        found += [{"id": f"{pack.id}/{each.id}", "text": each.title} for each in pack.criteria]
        found += [{"id": f"{pack.id}/{each.id}", "text": each.question} for each in pack.indicators]
    return found


def _doings(payload: dict[str, Any]) -> list[str]:
    own = str(payload.get("status", ""))
    return [*things.DOINGS, *([own] if own and own not in things.DOINGS else [])]
