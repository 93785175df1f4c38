"""The settings of an evaluation after it began: title, period, sites, instruments, the share of the ladder, who."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from tinjau import packs
from tinjau.web.editing import keeping
from tinjau.web.editing import settings as own
from tinjau.web.history import Author, write
from tinjau.web.models import Cycle
from tinjau.web.permissions import COORDINATE, cycle_page
from tinjau.web.running import sites_of
from tinjau.web.texts_in import sent
from tinjau.web.views.editing.forms import Draft, answered, keep, opened, several_sent, version_sent
from tinjau.web.views.home import back_to
from tinjau.web.words import say

_LINE = 200
_SHORT = 40
_MOST_SITES = 50
_FIELDS = (("period", _SHORT), ("name", _LINE), ("code", _SHORT), ("level", _SHORT), ("country", 2), ("since", 8),
           ("share", 12))  # fmt: skip


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Show the settings; keep changed ones with a reason, and say what is out of date by that."""
    known = keeping.standing_of(cycle, "settings", "study") is not None
    draft = opened(request, cycle, "settings", "study") if known else Draft("settings", "study", {})
    form, orphans = own.as_form(draft.payload), dict[str, int]()
    if request.method == "POST":
        form = _read(request)
        standing, before = draft.payload, sites_of(cycle)
        draft.version, draft.payload = version_sent(request), own.as_payload(form, standing)
        draft.faults = own.faults_of(draft.payload, form, request.lang)
        orphans = _orphans(cycle, form["instruments"])
        if orphans and "drop" not in request.POST:
            draft.faults.setdefault("instruments", say("settings.has-answers", request.lang, n=sum(orphans.values())))
        if not draft.faults and keep(
            request, cycle, draft, str, _beside(cycle, draft.payload, request.lang, list(orphans))
        ):
            messages.success(request, say("settings.kept", request.lang))
            if sites_of(cycle) != before:
                messages.info(request, say("settings.sites-changed", request.lang))
            return back_to(cycle)
    theirs = own.as_form(draft.theirs.payload) if draft.theirs and draft.theirs.payload else None
    levels = [*own.LEVELS, *([form["level"]] if form["level"] and form["level"] not in own.LEVELS else [])]
    context = {
        "form": form, "instruments": own.offered(form["instruments"], request.lang), "orphans": orphans,
        "levels": levels,
        "theirs_text": _as_text(theirs) if theirs else "",
    }  # fmt: skip
    return answered(request, cycle, draft, "web/editing/settings.html", context)


def _read(request: HttpRequest) -> dict[str, Any]:
    language = request.POST.get("language", "")
    return {
        "title": {lang: sent(request, f"title_{lang}", _LINE).replace("\n", " ") for lang in ("id", "en")},
        "language": language if language in {"id", "en"} else "id",
        "sites": "\n".join(sent(request, "sites", 20_000).split()[: _MOST_SITES + 1]),
        "instruments": [each for each in several_sent(request, "instrument") if each in packs.instrument_ids()],
        **{name: sent(request, name, longest).replace("\n", " ") for name, longest in _FIELDS},
    }


def _orphans(cycle: Cycle, instruments: list[str]) -> dict[str, int]:
    """Answers (their keys) by instruments that would no longer be in use: a study cannot hold them."""
    found: dict[str, int] = {}
    for payload in keeping.living(cycle, "answer").values():
        name = str(payload.get("instrument", ""))
        if name not in instruments:
            found[name] = found.get(name, 0) + 1
    return found


def _beside(cycle: Cycle, payload: dict[str, Any], lang: str, dropped: list[str]) -> Any:
    """What is written with the settings: the cycle's own title and period, and the answers that go."""

    def write_beside(author: Author) -> None:
        title = payload["title"].get(lang) or next(iter(payload["title"].values()))
        Cycle.objects.filter(pk=cycle.pk).update(title=str(title)[:200], period=str(payload.get("period", ""))[:40])
        for key, answer in keeping.living(cycle, "answer").items() if dropped else ():
            if answer.get("instrument", "") in dropped:
                write(cycle, "answer", key, None, author, open_only=True)

    return write_beside


def _as_text(form: dict[str, Any]) -> str:
    title = form["title"]["id"] or form["title"]["en"]
    sites, instruments = form["sites"].replace("\n", " "), ", ".join(form["instruments"])
    return " · ".join(each for each in (title, form["period"], form["name"], sites, instruments) if each)
