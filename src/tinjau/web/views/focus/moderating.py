"""What was proposed, for the facilitator: hide with a reason, merge, take a merger back, add one from the floor."""

import secrets
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tinjau.web.focus import ideas, noting, sessions
from tinjau.web.focus.sessions import RefusedError, locked
from tinjau.web.models import Cycle, FocusBallot, FocusIdea, FocusSession
from tinjau.web.permissions import COORDINATE, cycle_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.focus.finding import back, refused, session_of

_MOST_MERGED = 50
_BOXES = (*ideas.FAMILIES["factor"], *ideas.FAMILIES["strategy"])


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """The boxes with what stands in each, what was merged and hidden, and pairs worded alike."""
    session = session_of(cycle, group)
    if request.method == "POST":
        what = _ACTIONS.get(request.POST.get("action", ""))
        if what is None:
            raise Http404
        try:
            what(request, session)
        except RefusedError as error:
            refused(request, error)
        return back(session, "focus-ideas")
    frozen = {family: ideas.frozen(session, family) for family in ideas.FAMILIES}
    shown = [family for family, boxes in ideas.FAMILIES.items() if session.ideas.filter(box__in=boxes).exists()]
    families = [
        {
            "name": family,
            "frozen": frozen[family],
            "boxes": [{"box": box, "ideas": _rows(session, box)} for box in ideas.FAMILIES[family]],
            "alike": [] if frozen[family] else ideas.alike(session, ideas.FAMILIES[family]),
            "hidden": session.ideas.filter(box__in=ideas.FAMILIES[family], hidden__isnull=False),
        }
        for family in (shown or ["factor"])
    ]
    context = {
        "cycle": cycle, "session": session, "families": families, "longest": ideas.LONGEST,
        "boxes": ideas.FAMILIES["factor"], "once": secrets.token_urlsafe(12), "abilities": request.abilities,
        "may_add": session.state == "open" and not frozen["factor"],
    }  # fmt: skip
    return render(request, "web/focus/ideas.html", context)


def _rows(session: FocusSession, box: str) -> list[dict[str, object]]:
    names = {each.pk: each.label or each.box for each in session.ideas.all()}
    return [
        {"idea": each, "originals": noting.originals_of(each), "uses": [names.get(pk, "") for pk in each.uses]}
        for each in ideas.in_order(session, (box,))
    ]


def _family(box: str) -> str:
    return "strategy" if len(box) > 1 else "factor"


def _kind(box: str) -> str:
    return "tows" if len(box) > 1 else "collect"


def _chosen(request: HttpRequest, session: FocusSession) -> list[FocusIdea]:
    wanted = [number(each) or 0 for each in request.POST.getlist("idea")[: _MOST_MERGED + 1]]
    return list(session.ideas.select_for_update().filter(pk__in=wanted, box__in=_BOXES).order_by("pk"))


def _check(session: FocusSession, box: str) -> None:
    """Raise RefusedError where this family may not change any more."""
    if session.state != "open":
        raise RefusedError("focus.not-open")
    if ideas.frozen(session, _family(box)):
        raise RefusedError("focus.frozen")


def _hide(request: HttpRequest, session: FocusSession) -> None:
    reason = sent(request, "reason", 500)
    if not reason:
        raise RefusedError("focus.needs-reason")
    with locked(session) as mine:
        for each in _chosen(request, mine)[:1]:
            _check(mine, each.box)
            each.hidden = timezone.now()
            each.save(update_fields=["hidden"])
            sessions.note(mine, "hidden", request.user, idea=each, text=reason)


def _hide_reason(request: HttpRequest, session: FocusSession) -> None:
    """What somebody wrote beside a ballot of a closed round is shown no more; the ballot itself counts as before."""
    reason = sent(request, "reason", 500)
    if not reason:
        raise RefusedError("focus.needs-reason")
    with locked(session) as mine:
        wanted = number(request.POST.get("ballot", ""), 18) or 0
        closed = FocusBallot.objects.filter(round__step__session=mine, round__closed__isnull=False)
        if closed.filter(pk=wanted, reason_hidden__isnull=True).update(reason_hidden=timezone.now()):
            sessions.note(mine, "reason-hidden", request.user, text=reason)


def _unhide(request: HttpRequest, session: FocusSession) -> None:
    with locked(session) as mine:
        for each in _chosen(request, mine)[:1]:
            _check(mine, each.box)
            each.hidden = None
            each.save(update_fields=["hidden"])
            sessions.note(mine, "unhidden", request.user, idea=each)


def _merge(request: HttpRequest, session: FocusSession) -> None:
    with locked(session) as mine:
        standing = ideas.standing(mine, _BOXES).values_list("pk", flat=True)
        chosen = [each for each in _chosen(request, mine) if each.pk in set(standing)]
        if not 2 <= len(chosen) <= _MOST_MERGED or len({each.box for each in chosen}) != 1:
            raise RefusedError("focus.merge-two")
        _check(mine, chosen[0].box)
        text = sent(request, "text", ideas.LONGEST)
        made = ideas.merge(mine, request.user, chosen, text)
        sessions.note(mine, "merged", request.user, idea=made, text=made.text, data={"of": [e.pk for e in chosen]})


def _unmerge(request: HttpRequest, session: FocusSession) -> None:
    with locked(session) as mine:
        for each in _chosen(request, mine)[:1]:
            _check(mine, each.box)
            if not each.originals.exists() or each.merged_into_id is not None:
                raise RefusedError("focus.merge-two")
            ideas.unmerge(each)
            sessions.note(mine, "unmerged", request.user, idea=each, text=each.text)


def _add(request: HttpRequest, session: FocusSession) -> None:
    """A factor said aloud: the facilitator writes it down."""
    box, text = request.POST.get("box", ""), sent(request, "text", ideas.LONGEST)
    if box not in ideas.FAMILIES["factor"] or not text:
        raise RefusedError("focus.needs-text")
    with locked(session) as mine:
        _check(mine, box)
        step = mine.steps.filter(kind=_kind(box)).exclude(state="waiting").first()
        if step is None:
            raise RefusedError("focus.step-not-open")
        if not ideas.room_for(step, None):
            raise RefusedError("focus.most-ideas")
        once = f"floor:{sent(request, 'once', 24) or secrets.token_urlsafe(12)}"
        made = ideas.propose(step, None, request.user, box, text, (), once)
        sessions.note(mine, "added", request.user, idea=made, text=text)


_ACTIONS: dict[str, Callable[[HttpRequest, FocusSession], None]] = {
    "hide": _hide, "hide-reason": _hide_reason, "unhide": _unhide, "merge": _merge, "unmerge": _unmerge, "add": _add,
}  # fmt: skip
