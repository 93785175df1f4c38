"""One form for each kind of thing: show it, keep it, withdraw it; two at once see each other."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tinjau.model import Lang
from tinjau.web.editing import keeping
from tinjau.web.editing.things import Faults
from tinjau.web.history import Author, ClosedError, ConflictError, write
from tinjau.web.models import Cycle, Entry
from tinjau.web.texts_in import number, sent
from tinjau.web.views.home import back_to
from tinjau.web.words import say

LONGEST = 4_000  # characters of a text; project choice
REASON = 2_000


@dataclass(slots=True)
class Draft:
    """A thing as the form has it: what would be written, the version that was seen, and what is wrong with it."""

    kind: str
    key: str  # empty while it has no id yet
    payload: dict[str, Any]
    version: int = 0
    faults: Faults = field(default_factory=dict)
    theirs: Entry | None = None
    conflict: bool = False


def opened(request: HttpRequest, cycle: Cycle, kind: str, key: str) -> Draft:
    """The thing as it stands, or as an earlier version (`?version=`) had it. 404 where there is none."""
    standing = keeping.standing_of(cycle, kind, key)
    if standing is None:
        raise Http404
    payload = standing.payload
    asked = number(request.GET.get("version", ""))
    if asked is not None:
        earlier = cycle.entries.filter(kind=kind, key=key, version=asked).first()
        payload = earlier.payload if earlier else payload
    if payload is None:
        payload = _last_words(cycle, kind, key)
    return Draft(kind, key, dict(payload), standing.version)


def language_of(cycle: Cycle) -> Lang:
    """The study's language: that of a text that stands alone."""
    entry = cycle.entries_of("settings").first()
    return "en" if entry and (entry.payload or {}).get("language") == "en" else "id"


def texts_sent(request: HttpRequest) -> dict[str, str]:
    """The text of a form in both languages, without the one that was left empty."""
    return {lang: text for lang in ("id", "en") if (text := sent(request, f"text_{lang}", LONGEST))}


def version_sent(request: HttpRequest) -> int:
    """The version that the form was opened with; 0 where it names none."""
    return number(request.POST.get("version", "")) or 0


def several_sent(request: HttpRequest, name: str, most: int = 500) -> list[str]:
    """The values of a field that may come more than once, each once, bounded and without control characters."""
    values = [each[:400] for each in request.POST.getlist(name)[:most]]
    return list(dict.fromkeys(each for each in values if each and each.isprintable()))


def keep(
    request: HttpRequest,
    cycle: Cycle,
    draft: Draft,
    name: Callable[[], str],
    also: Callable[[Author], None] | None = None,
) -> bool:
    """Write the draft (and what `also` writes) in one transaction; False where it could not be, and the draft says why.

    `name` gives a new thing its id, under the cycle's lock: two people who add at once get two ids.
    """
    author = Author(request.user, sent(request, "reason", REASON))
    try:
        with transaction.atomic():
            keeping.locked(cycle)
            if not draft.key:
                draft.key = name()
                if draft.kind != "action":
                    draft.payload = {"id": draft.key, **draft.payload}
            write(cycle, draft.kind, draft.key, draft.payload, author, expected=draft.version, open_only=True)
            if also is not None:
                also(author)
    except ClosedError:
        draft.faults = {"": say("fault.closed", request.lang)}
        return False
    except ConflictError as error:
        draft.conflict, draft.theirs = True, error.theirs
        draft.version = error.theirs.version if error.theirs else 0
        return False
    return True


def withdrawn(request: HttpRequest, cycle: Cycle, kind: str, key: str, page: str) -> HttpResponse:
    """Withdraw the thing, or say why it stays."""
    in_use = keeping.acted_on(cycle, key) if kind in {"strategy", "conclusion"} else []
    if in_use:
        messages.error(request, say("edit.has-actions", request.lang, n=len(in_use)))
        return back_to(cycle, page)
    author = Author(request.user, sent(request, "reason", REASON))
    try:
        keeping.withdraw(cycle, kind, key, author, number(request.POST.get("version", "")) or 0)
    except ConflictError:
        messages.error(request, say("edit.moved", request.lang))
    except ClosedError:
        messages.error(request, say("fault.closed", request.lang))
    else:
        messages.success(request, say("edit.withdrawn", request.lang, id=key.split("/", 1)[0]))
    return back_to(cycle, page)


def answered(request: HttpRequest, cycle: Cycle, draft: Draft, template: str, context: dict[str, Any]) -> HttpResponse:
    """The form with the draft in it: 409 where somebody else was first, 422 where something is wrong."""
    status = 409 if draft.conflict else 422 if draft.faults else 200
    whole = {"cycle": cycle, "draft": draft, "abilities": request.abilities, "reason": sent(request, "reason", REASON),
             "open": cycle.is_open, **context}  # fmt: skip
    return render(request, template, whole, status=status)


def kept(request: HttpRequest, cycle: Cycle, draft: Draft, page: str) -> HttpResponse:
    """Back to the page of all things, with a word that it is kept."""
    messages.success(request, say("edit.kept", request.lang, id=draft.key.split("/", 1)[0]))
    return back_to(cycle, page)


def _last_words(cycle: Cycle, kind: str, key: str) -> dict[str, Any]:
    """What a withdrawn thing last said, so that it can be brought back; empty where that was erased."""
    entries = cycle.entries.filter(kind=kind, key=key).exclude(payload=None).order_by("-version")
    last = entries.first()
    return dict(last.payload) if last else {}
