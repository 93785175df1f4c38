"""A government's own side of a round: its stages and days, handing in, the draft, its reply."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tinjau.web.history import Author
from tinjau.web.ministry import findings, moving
from tinjau.web.ministry.facts import instruments_of
from tinjau.web.ministry.monitor import cell
from tinjau.web.ministry.refusing import RefusedError
from tinjau.web.models import Cycle, Finding, Participation, Stage, StageState
from tinjau.web.permissions import COORDINATE, VIEW, cycle_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.home import back_to
from tinjau.web.views.ministry.asking import tell
from tinjau.web.views.ministry.league import names_of
from tinjau.web.views.ministry.letters import letter_response

_LONGEST = 8_000


@cycle_page(VIEW)
@require_GET
def show(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Where this government stands, until when, and what was shared with it."""
    part = _part(cycle)
    if getattr(request, "from_assignment", False):
        return redirect("web:round-government", the_round=part.round.slug, government=part.office.slug)
    now = timezone.now()
    states = list(part.states.select_related("stage"))
    begun = cycle.entries_of("answer").exclude(payload=None).exists()
    own = next((each for each in states if each.stage.kind == Stage.Kind.SELF), None)
    self_done = own is not None and own.state not in StageState.UNFINISHED
    names = names_of(part.round, request.lang)
    wanted = {each.id for each in instruments_of(part.round)}
    publication = part.round.publications.filter(withdrawn=None).defer("rows").first()
    context: dict[str, Any] = {
        "cycle": cycle, "part": part, "round": part.round, "abilities": request.abilities, "names": names,
        "stages": [
            {
                "row": each, "cell": cell(each, now, begun=begun),
                "open": each.is_open(now) and (each.stage.kind == Stage.Kind.SELF or self_done),
            }
            for each in states
        ],
        "minutes": [each for each in cycle.entries_of("minutes") if each.payload],
        "findings": [
            {
                "finding": each, "state": findings.state_of(each), "replies": list(each.replies.all()),
                "criteria": [
                    one for one in (each.result.assessment["criteria"] if each.result else ())
                    if one["instrument"] in wanted and one["id"] in names.criteria
                ],
            }
            for each in _shared(part)
        ],
        "publication": publication,
    }  # fmt: skip
    return render(request, "web/ministry/own.html", context)


@cycle_page(COORDINATE)
@require_POST
def step(request: HttpRequest, cycle: Cycle, step: str) -> HttpResponse:
    """Begin a stage, hand it in, or reply to a draft."""
    part = _part(cycle)
    try:
        if step in {moving.BEGIN, moving.HAND_IN}:
            kind = request.POST.get("stage", "")
            if kind not in Stage.GOVERNMENTS_OWN:
                raise Http404
            moving.move(part, kind, step, Author(request.user, sent(request, "reason", 4_000)), request.lang)
        elif step == "reply":
            found = _shared(part).filter(version=number(request.POST.get("version", "")) or 0).first()
            if found is None:
                raise Http404
            agrees = request.POST.get("agrees") == "yes"
            findings.reply(found, sent(request, "text", _LONGEST), Author(request.user), agrees=agrees)
        else:
            raise Http404
    except RefusedError as error:
        tell(request, error)
    return back_to(cycle, "cycle-round")


@cycle_page(VIEW)
@require_GET
def letter(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The letter of the newest version that was shared with this government."""
    found = _shared(_part(cycle)).first()
    if found is None:
        raise Http404
    return letter_response(found, request.lang)


def _shared(part: Participation) -> Any:
    """The versions that the government may see: those that were shared with it."""
    return Finding.objects.filter(participation=part, shared__isnull=False).select_related(
        "result", "facts", "participation__office", "participation__round"
    )


def _part(cycle: Cycle) -> Participation:
    found: Participation | None = Participation.objects.select_related("round", "office").filter(cycle=cycle).first()
    if found is None:
        raise Http404
    return found
