"""Sessions: a person sees and ends his own; an administrator ends those of his members."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from tinjau.web import sessions
from tinjau.web.models import Office
from tinjau.web.permissions import ADMIN, office_page
from tinjau.web.texts_in import number
from tinjau.web.words import say


@login_required
@reauthentication_required(allow_get=True)
@require_http_methods(["GET", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """Where this account is signed in; end one, the others, or all, with the password shown anew."""
    here = request.session.session_key
    if request.method == "POST":
        which = request.POST.get("which", "")
        if which == "all":
            sessions.end(request.user)
            request.session.flush()
            return redirect("account_login")
        row = number(which)
        done = sessions.end(request.user, but=here, only=row) if which == "others" or row is not None else 0
        messages.info(request, say("session.done", request.lang, n=done))
        return redirect("web:sessions")
    return render(request, "web/security/sessions.html", {"rows": sessions.standing(request.user), "here": here})


@office_page(ADMIN)
@require_POST
def of_member(request: HttpRequest, office: Office, member: int) -> HttpResponse:
    """End all sessions of a member of this office."""
    found = office.memberships.select_related("user").filter(pk=member).first()
    if found is None:
        raise Http404
    but = request.session.session_key if found.user_id == request.user.pk else None
    done = sessions.end(found.user, but=but)
    messages.info(request, say("session.done", request.lang, n=done))
    return redirect("web:members", office=office.slug)
