"""Steps of an evaluation that make it somebody's turn: handed on, returned, accepted, a round of scoring opened or
closed, a stage returned, a draft shared. Only while it still is that person's turn."""

from typing import Any, Final

from django.urls import reverse

from tinjau.web.models import AssessmentRound, AssessmentSeat, Cycle, Entry
from tinjau.web.notices.sight import Sight
from tinjau.web.notices.wording import moment_in, one_line
from tinjau.web.permissions import ASSESS, COORDINATE, FILL, VERIFY
from tinjau.web.words import say

# What happened → whose turn it is, in which state of the evaluation ("" for any), the sentence, the page.
_TURNS: Final[dict[str, tuple[str, str, str, str]]] = {
    "submitted": (VERIFY, Cycle.State.SUBMITTED, "mail.submitted", "web:check"),
    "returned": (FILL, Cycle.State.OPEN, "mail.returned", "web:check"),
    "verified": (COORDINATE, Cycle.State.VERIFIED, "mail.verified", "web:cycle"),
    "round-return": (COORDINATE, "", "mail.stage-returned", "web:cycle-round"),
    "finding-shared": (COORDINATE, "", "mail.draft-shared", "web:cycle-round"),
}


def step_item(sight: Sight, entry: Entry, lang: str) -> tuple[str, str] | None:
    """The sentence and the path of the page, where this event asks something of the person; else None."""
    if entry.cycle.office_id not in sight.offices:
        return None
    what = entry.payload.get("event") if isinstance(entry.payload, dict) else None
    if what in {"assessment-opened", "assessment-closed"}:
        return _scoring(sight, entry, lang, opened=what == "assessment-opened")
    turn = _TURNS.get(str(what))
    if turn is None:
        return None
    ability, state, sentence, page = turn
    cycle = entry.cycle
    if ability not in sight.opens(cycle) or state not in {"", cycle.state}:
        return None
    return say(sentence, lang, **_words(entry, lang)), reverse(page, args=[cycle.office.slug, cycle.slug])


def _scoring(sight: Sight, entry: Entry, lang: str, *, opened: bool) -> tuple[str, str] | None:
    """To an assessor: a round is open to be scored. To who decides: it is closed. Nothing of how anybody scored."""
    cycle, number = entry.cycle, entry.payload.get("round")
    rounds = AssessmentRound.objects.filter(cycle=cycle, number=number if isinstance(number, int) else 0)
    found = rounds.first()
    if found is None:
        return None
    words = {**_words(entry, lang), "title": one_line(found.title)}
    inside = [cycle.office.slug, cycle.slug, found.number]
    seats = found.seats.filter(user=sight.user)
    if opened:
        mine = seats.filter(kind=AssessmentSeat.Kind.ASSESSOR).exists() and ASSESS in sight.held(cycle)
        if not mine or found.state != AssessmentRound.State.OPEN:
            return None
        return say("mail.scoring-open", lang, **words), reverse("web:assess-sheet", args=inside)
    decides = seats.filter(kind=AssessmentSeat.Kind.RECONCILER).exists() or COORDINATE in sight.opens(cycle)
    if not decides or not sight.reads(cycle) or found.state != AssessmentRound.State.CLOSED:
        return None
    return say("mail.scoring-closed", lang, **words), reverse("web:assess-round", args=inside)


def _words(entry: Entry, lang: str) -> dict[str, Any]:
    return {"who": one_line(entry.author_name, 60), "when": moment_in(entry.at, lang)}
