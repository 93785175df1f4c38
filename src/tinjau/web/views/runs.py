"""Captures and evaluations in the background: start, watch, call off."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tinjau.web import captures, running, tasks
from tinjau.web.editing.progress import doing
from tinjau.web.models import Cycle, Run
from tinjau.web.permissions import COORDINATE, VIEW, cycle_page
from tinjau.web.texts_in import sent
from tinjau.web.views.home import back_to
from tinjau.web.words import say


@cycle_page(COORDINATE)
@require_POST
def start(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Queue a capture or an evaluation; where one is open already, show that one.

    A capture that is finished is not made again by the way: `anew` asks for another one beside it.
    """
    kind, anew = request.POST.get("kind", ""), request.POST.get("anew") == "1"
    if kind not in Run.Kind.values:
        raise Http404
    standing = captures.newest(cycle)
    if kind == Run.Kind.CAPTURE and not anew and standing is not None and standing.complete and not cycle.runs.filter(
        state__in=Run.OPEN
    ).exists() and not captures.is_of_other_sites(standing, running.sites_of(cycle)):  # fmt: skip
        messages.info(request, say("capture.finished", request.lang))
        return back_to(cycle)
    with transaction.atomic():
        run = running.ask_for(cycle, kind, request.user, anew=anew, reason=sent(request, "reason", 2000))
        transaction.on_commit(lambda: tasks.queue(run.pk))
    return back_to(cycle, "run", run=run.pk)


@cycle_page(VIEW)
@require_GET
def show(request: HttpRequest, cycle: Cycle, run: int) -> HttpResponse:
    """How far a run is; the page asks again by itself while the run is open, and can be reloaded without scripts."""
    found = _found(cycle, run)
    template = "web/run_state.html" if request.htmx else "web/run.html"
    context = {"cycle": cycle, "run": found, "abilities": request.abilities, "result": getattr(found, "result", None),
               "doing": doing(found.cursor, request.lang)}  # fmt: skip
    return render(request, template, context)


@cycle_page(COORDINATE)
@require_POST
def cancel(request: HttpRequest, cycle: Cycle, run: int) -> HttpResponse:
    """Call a run off: at once where it waits, at its next step where it works. A capture goes on when asked again."""
    found = _found(cycle, run)
    Run.objects.filter(pk=found.pk, state=Run.State.QUEUED).update(state=Run.State.CANCELLED, finished=timezone.now())
    Run.objects.filter(pk=found.pk, state=Run.State.RUNNING).update(cancel_requested=True)
    del request
    return back_to(cycle, "run", run=found.pk)


def _found(cycle: Cycle, run: int) -> Run:
    found: Run | None = cycle.runs.filter(pk=run).first()
    if found is None:
        raise Http404
    return found
