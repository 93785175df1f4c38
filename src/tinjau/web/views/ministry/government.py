"""One government in a round, on the ministry's side: stages, evaluators, minutes, findings, replies."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tinjau.web.evidence_files import MAX_BYTES, store
from tinjau.web.history import Author, write
from tinjau.web.ministry import findings, moving
from tinjau.web.ministry.monitor import cell
from tinjau.web.ministry.refusing import RefusedError
from tinjau.web.models import Assignment, Membership, Participation, Reply, Role, Stage
from tinjau.web.permissions import EVALUATE, GOVERN, government_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.ministry.asking import moment, reason_of, tell
from tinjau.web.views.ministry.letters import letter_response

_LONGEST = 8_000
_MOST_MINUTES = 200  # of one government; project choice
_EVENTS = 100
MEETINGS = (Stage.Kind.INTERVIEW, Stage.Kind.VISIT)


@government_page(EVALUATE)
@require_GET
def show(request: HttpRequest, part: Participation) -> HttpResponse:
    """Everything that the ministry knows of this government in this round."""
    now = timezone.now()
    states = list(part.states.select_related("stage"))
    begun = part.cycle.entries_of("answer").exclude(payload=None).exists()
    newest = findings.latest(part)
    context: dict[str, Any] = {
        "part": part, "round": part.round, "cycle": part.cycle, "abilities": request.abilities,
        "stages": [{"row": each, "cell": cell(each, now, begun=begun)} for each in states],
        "assignments": part.assignments.select_related("user"), "people": _free_evaluators(part),
        "minutes": [each for each in part.cycle.entries_of("minutes") if each.payload],
        "findings": [
            {"finding": each, "state": findings.state_of(each), "replies": list(each.replies.all())}
            for each in part.findings.select_related("facts")
        ],
        "newest": newest, "blocked": findings.why_not_public(newest) if newest else "",
        "handed_in": findings.handed_in_result(part), "events": part.events.all()[:_EVENTS],
        "meetings": [each.stage.kind for each in states if each.stage.kind in MEETINGS],
    }  # fmt: skip
    return render(request, "web/ministry/government.html", context)


@government_page(EVALUATE)
@require_POST
def step(request: HttpRequest, part: Participation, step: str) -> HttpResponse:
    """One act on this government; what each needs stands in one table."""
    if step not in STEPS:
        raise Http404
    ability, act = STEPS[step]
    if ability not in request.abilities:
        raise PermissionDenied
    try:
        act(request, part)
    except RefusedError as error:
        tell(request, error)
    return redirect("web:round-government", the_round=part.round.slug, government=part.office.slug)


@government_page(EVALUATE)
@require_GET
def letter(request: HttpRequest, part: Participation) -> HttpResponse:
    """The letter of the newest version; it tells a rank only where the league that holds this version is public."""
    newest = findings.latest(part)
    if newest is None:
        raise Http404
    return letter_response(newest, request.lang)


def _move(action: str) -> Callable[[HttpRequest, Participation], None]:
    def act(request: HttpRequest, part: Participation) -> None:
        kind, until = _stage(request), moment(request.POST.get("until", ""))
        moves_by_itself = kind == Stage.Kind.DECISION and action != moving.EXTEND  # with its finding
        if moves_by_itself or (action == moving.HAND_IN and kind in Stage.GOVERNMENTS_OWN):
            raise Http404
        moving.move(part, kind, action, Author(request.user, reason_of(request)), request.lang, until)

    return act


def _minutes(request: HttpRequest, part: Participation) -> None:
    """Keep the minutes of an interview or a visit, with a file where one was sent; the government reads them too."""
    kind, text = _stage(request), sent(request, "text", _LONGEST)
    if not text:
        raise RefusedError("minutes.needs-text")
    state = part.states.select_related("stage").filter(stage__kind=kind).first()
    if state is None or kind not in MEETINGS:
        raise Http404
    moving.need_open(state, request.lang)
    digest = ""
    if "file" in request.FILES:
        kept, fault = store(part.cycle, request.FILES["file"], request.user, open_only=False)
        if kept is None:
            raise RefusedError(fault, size=MAX_BYTES >> 20)
        digest = kept.digest
    author = Author(request.user)
    with transaction.atomic():
        if state.state == moving.State.NOT_BEGUN:
            moving.move(part, kind, moving.BEGIN, author, request.lang)
        made = part.cycle.entries.filter(kind="minutes", version=1).count() + 1
        if made > _MOST_MINUTES:
            raise RefusedError("reply.enough")
        payload = {"stage": kind, "text": text, "by": author.name, **({"file": digest} if digest else {})}
        write(part.cycle, "minutes", f"{kind}-{made}", payload, author)


def _assign(request: HttpRequest, part: Participation) -> None:
    """Let an evaluator look at this government: not one who works for it."""
    user = get_user_model().objects.filter(pk=number(request.POST.get("user", ""), 12) or 0).first()
    if user is None or not user.memberships.filter(role=Role.NATIONAL_EVALUATOR).exists():
        raise RefusedError("assign.no-evaluator")
    if user.memberships.filter(office=part.office).exists():
        raise RefusedError("assign.conflict", name=user.get_username())
    with transaction.atomic():
        _, made = Assignment.objects.get_or_create(
            participation=part, user=user, defaults={"by_name": request.user.get_username()}
        )
        if made:
            moving.note(part, "assign", Author(request.user, reason_of(request)), user.get_username())


def _unassign(request: HttpRequest, part: Participation) -> None:
    found = part.assignments.filter(pk=number(request.POST.get("assignment", ""), 12) or 0).first()
    if found is None:
        raise Http404
    with transaction.atomic():
        moving.note(part, "unassign", Author(request.user, reason_of(request)), found.user.get_username())
        found.delete()


def _draft(request: HttpRequest, part: Participation) -> None:
    seen = number(request.POST.get("seen", ""))
    author = Author(request.user, sent(request, "reason", _LONGEST))
    findings.draft(part, author, -1 if seen is None else seen, sent(request, "change", _LONGEST))


def _on_newest(act: Callable[[Any, Author], None]) -> Callable[[HttpRequest, Participation], None]:
    def done(request: HttpRequest, part: Participation) -> None:
        version = number(request.POST.get("version", "")) or 0
        found = part.findings.filter(version=version).first()
        if found is None:
            raise Http404
        act(found, Author(request.user, sent(request, "reason", _LONGEST)))

    return done


def _answer(request: HttpRequest, part: Participation) -> None:
    key = number(request.POST.get("reply", ""), 12) or 0
    found = Reply.objects.select_related("finding__participation").filter(finding__participation=part, pk=key).first()
    if found is None:
        raise Http404
    findings.answer(found, request.POST.get("verdict", ""), Author(request.user, sent(request, "reason", _LONGEST)))


def _stage(request: HttpRequest) -> str:
    kind = request.POST.get("stage", "")
    if kind not in Stage.Kind.values:
        raise Http404
    return kind


def _free_evaluators(part: Participation) -> Any:
    """Evaluators who may be assigned: not assigned yet, and not working for this government."""
    evaluators = Membership.objects.filter(role=Role.NATIONAL_EVALUATOR).values("user")
    users = get_user_model().objects.filter(pk__in=evaluators).exclude(memberships__office=part.office)
    return users.exclude(assignments__participation=part).order_by("username")[:500]


STEPS: Mapping[str, tuple[str, Callable[[HttpRequest, Participation], None]]] = {
    "minutes": (EVALUATE, _minutes),
    "return": (EVALUATE, _move(moving.RETURN)),
    "settle": (EVALUATE, _move(moving.SETTLE)),
    "hand-in": (EVALUATE, _move(moving.HAND_IN)),
    "draft": (EVALUATE, _draft),
    "skip": (GOVERN, _move(moving.SKIP)),
    "extend": (GOVERN, _move(moving.EXTEND)),
    "assign": (GOVERN, _assign),
    "unassign": (GOVERN, _unassign),
    "share": (GOVERN, _on_newest(findings.share)),
    "answer": (GOVERN, _answer),
    "publish": (GOVERN, _on_newest(findings.publish)),
}
