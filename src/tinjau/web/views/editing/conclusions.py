"""Add, change and withdraw a conclusion: what strategies come to, also several that are joined."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from tinjau.web.editing import keeping, things
from tinjau.web.editing.keeping import both_texts
from tinjau.web.history import Author, write
from tinjau.web.models import Cycle
from tinjau.web.permissions import COORDINATE, cycle_page
from tinjau.web.texts_in import sent
from tinjau.web.tracing.entered import names
from tinjau.web.views.editing.forms import (
    LONGEST,
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

_TEMPLATE = "web/editing/conclusion.html"


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """A conclusion from the strategies that are named (`?from=SO1&from=WO2`)."""
    known = keeping.living(cycle, "strategy")
    asked = [each for each in request.GET.getlist("from")[:50] if each in known]
    return _form(request, cycle, Draft("conclusion", "", {"from": asked} if asked else {}))


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, cycle: Cycle, conclusion: str) -> HttpResponse:
    """A conclusion that stands; a withdrawn one comes back when it is kept."""
    if request.POST.get("action") == "withdraw":
        return withdrawn(request, cycle, "conclusion", conclusion, "swot")
    return _form(request, cycle, opened(request, cycle, "conclusion", conclusion))


def _form(request: HttpRequest, cycle: Cycle, draft: Draft) -> HttpResponse:
    language = language_of(cycle)
    strategies, others = keeping.living(cycle, "strategy"), keeping.living(cycle, "conclusion")
    others.pop(draft.key, None)
    absorbed: list[str] = []
    if request.method == "POST":
        absorbed = [each for each in several_sent(request, "absorb") if each in others]
        _read(request, draft, strategies, [name for each in absorbed for name in names(others[each].get("from"))])
        draft.faults = things.conclusion_faults({"id": draft.key or "1", **draft.payload}, language, request.lang)
        in_use = [each for each in absorbed if keeping.acted_on(cycle, each)]
        prefix = _prefix([draft.key, *others])
        if not draft.faults and keep(
            request,
            cycle,
            draft,
            lambda: keeping.next_id(cycle, "conclusion", prefix),
            _absorb(cycle, draft, absorbed, in_use),
        ):
            return kept(request, cycle, draft, "swot")
    chosen = names(draft.payload.get("from"))
    context = {
        "texts": both_texts(draft.payload.get("text"), language), "chosen": chosen, "absorbed": absorbed,
        "strategies": [{"id": each, "text": strategies[each].get("text")} for each in strategies]
        + [{"id": each, "text": ""} for each in chosen if each not in strategies],
        "others": [{"id": each, "text": payload.get("text"), "from": names(payload.get("from"))}
                   for each, payload in others.items()],
        "theirs": both_texts((draft.theirs.payload or {}).get("text"), language) if draft.theirs else {},
    }  # fmt: skip
    return answered(request, cycle, draft, _TEMPLATE, context)


def _absorb(cycle: Cycle, draft: Draft, absorbed: list[str], in_use: list[str]) -> Any:
    """Withdraw the conclusions that go into this one, and let their actions be this one's."""

    def write_absorbed(author: Author) -> None:
        for each in in_use:
            for key in keeping.acted_on(cycle, each):
                payload = keeping.living(cycle, "action")[key]
                write(cycle, "action", key, {**payload, "strategy": draft.key}, author, open_only=True)
        for each in absorbed:
            write(cycle, "conclusion", each, None, author, open_only=True)

    return write_absorbed if absorbed else None


def _read(request: HttpRequest, draft: Draft, strategies: dict[str, Any], more: list[str]) -> None:
    draft.version = version_sent(request)
    before = names(draft.payload.get("from"))
    chosen = [each for each in several_sent(request, "from") if each in strategies or each in before]
    read: dict[str, Any] = {
        "text": texts_sent(request), "from": list(dict.fromkeys((*chosen, *more))),
        "why": sent(request, "why", LONGEST),
    }  # fmt: skip
    draft.payload = {
        **{k: v for k, v in draft.payload.items() if k not in read},
        **{k: v for k, v in read.items() if v},
    }


def _prefix(keys: list[str]) -> str:
    """The letters that this study's conclusions begin with (C in C1), if all that are numbered agree; else none."""
    heads = {each.rstrip("0123456789") for each in keys if each and each[-1].isdecimal()}
    return heads.pop() if len(heads) == 1 else ""
