"""Comments and private notes: each form leads back to the page that it stood on."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from tinjau.web.history import Author
from tinjau.web.models import Cycle
from tinjau.web.notices import private, threads
from tinjau.web.permissions import VIEW, cycle_page
from tinjau.web.texts_in import sent
from tinjau.web.views.home import back_to
from tinjau.web.words import say


@cycle_page(VIEW)
@require_POST
def comment(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Say something in a thread, resolve it, or reopen it. Also after the cycle was handed on."""
    about, do = request.POST.get("about", ""), request.POST.get("do", "comment")
    if do not in threads.MOVES or not threads.exists(cycle, about):
        raise Http404
    try:
        done = threads.say_about(cycle, about, do, sent(request, "text", threads.LONGEST), Author(request.user))
        if done is None and do == "comment":
            messages.error(request, say("thread.empty", request.lang))
    except threads.FullError:
        messages.error(request, say("thread.full", request.lang))
    return _back(request, cycle)


@cycle_page(VIEW)
@require_POST
def note(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Keep a private note; an empty one is gone."""
    about = request.POST.get("about", "")
    if not threads.exists(cycle, about):
        raise Http404
    try:
        private.keep(request.user, cycle, about, sent(request, "text", private.LONGEST))
    except private.TooManyNotesError:
        messages.error(request, say("note.full", request.lang))
    else:
        messages.success(request, say("note.kept", request.lang))
    return _back(request, cycle)


def _back(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    target = request.POST.get("next", "")
    inside = f"/o/{cycle.office.slug}/c/{cycle.slug}/"
    if target.startswith(inside) and url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        return HttpResponseRedirect(target)
    return back_to(cycle)
