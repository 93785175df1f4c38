"""What is new for a person between two moments: due dates that come near, comments, tasks. Titles, days and names, and
never what somebody answered, noted, scored or voted; only what the person may open at this very moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from tinjau import packs
from tinjau.web.models import Assignment, Cycle, Due, Entry
from tinjau.web.notices.due import due_dates
from tinjau.web.notices.sight import Sight
from tinjau.web.notices.steps import step_item
from tinjau.web.notices.wording import moment_in, one_line
from tinjau.web.permissions import COORDINATE, assigned_to
from tinjau.web.words import say

DUE, TALK, TASK = "due", "talk", "task"
LOOK_BACK = timedelta(days=7)  # what is older is no news any more, nor a due date that was missed; project choice
MARKS: Final = (7, 1)  # days before a due date on which one is told, besides its end; project choice
_MOST = 500  # entries that are looked at for one person; project choice
_WRITTEN: Final = ("answer", "factor", "strategy")  # kinds of entries that threads are about
_TALK: Final = {"comment": "mail.said", "resolve": "mail.resolved", "reopen": "mail.reopened"}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is new: its name for good, since when it is news, where, what, and the path of its page."""

    key: str
    part: str
    at: datetime
    place: str
    line: str
    path: str


def news(user: Any, after: datetime, until: datetime, lang: str) -> list[Item]:
    """What became news for this person later than `after` and not later than `until`, oldest first."""
    sight = Sight(user)
    if sight.blocked:
        return []
    found = [*_dues(sight, after, until, lang), *_entries(sight, after, until, lang),
             *_assigned(sight, after, until, lang)]  # fmt: skip
    return sorted(found, key=lambda each: (each.at, each.key))


def ahead(user: Any, now: datetime, lang: str) -> list[Item]:
    """The due dates of this person in the next week and those just missed, soonest first: a digest lists them all."""
    sight = Sight(user)
    return [] if sight.blocked else [_due_item(each, 0, now, lang) for each in _near(sight, now)]


def place_of(cycle: Cycle) -> str:
    """Government and evaluation, as a message names them."""
    return f"{one_line(cycle.office.name, 80)}, {one_line(cycle.title, 80)}"


def reached(due: Due, now: datetime) -> tuple[int, datetime] | None:
    """The last mark before the end (days; 0: the end itself) that has come, and since when it counts; None before.

    A mark comes in the morning, at the hour of the digest; one of a date that was made or moved later counts from then.
    """
    day = timezone.localtime(due.at).date()
    found = None
    for days in MARKS:
        morning = timezone.make_aware(datetime.combine(day - timedelta(days=days), time(settings.MAIL_HOUR)))
        if morning <= now:
            found = (days, morning)
    if due.at <= now:
        found = (0, due.at)
    return found and (found[0], max(found[1], due.changed))


def _near(sight: Sight, now: datetime) -> list[Due]:
    dues = due_dates(sight.user, after=now - LOOK_BACK, before=now + timedelta(days=max(MARKS) + 1))
    return [each for each in dues if sight.reaches(each)]


def _dues(sight: Sight, after: datetime, until: datetime, lang: str) -> Iterator[Item]:
    for due in _near(sight, until):
        mark = reached(due, until)
        if mark is not None and after < mark[1] <= until:
            yield _due_item(due, mark[0], until, lang, mark[1])


def _due_item(due: Due, days: int, now: datetime, lang: str, at: datetime | None = None) -> Item:
    words = {"title": one_line(due.title(lang)), "when": moment_in(due.at, lang)}
    line = say("mail.overdue", lang, **words) if due.at <= now else say("mail.due", lang, **words)
    path = due.address or reverse("web:cycle", args=[due.cycle.office.slug, due.cycle.slug])
    return Item(f"due/{due.pk}/{due.revision}/{days}", DUE, at or due.at, place_of(due.cycle), line, path)


def _entries(sight: Sight, after: datetime, until: datetime, lang: str) -> Iterator[Item]:
    found = Entry.objects.filter(
        sight.cycles(), kind__in=("comment", "event"), payload__isnull=False, at__gt=after, at__lte=until
    ).exclude(author=sight.user)  # fmt: skip
    rows = list(found.select_related("cycle__office", "cycle__participation").order_by("-at")[:_MOST])
    own = _own(sight.user, {each.cycle_id for each in rows if each.kind == "comment"})
    known: dict[tuple[int, str], bool] = {}
    for entry in rows:
        if entry.kind == "event":
            step = step_item(sight, entry, lang)
            if step is not None:
                yield Item(f"entry/{entry.pk}", TASK, entry.at, place_of(entry.cycle), *step)
            continue
        about, sentence = str(entry.payload.get("about", "")), _TALK.get(entry.payload.get("do", ""))
        thread = (entry.cycle_id, about)
        if thread not in known:
            known[thread] = (thread in own or _falls_to(sight, entry.cycle, about)) and sight.reads(entry.cycle)
        if sentence is not None and known[thread]:
            words = {"who": one_line(entry.author_name, 60), "when": moment_in(entry.at, lang),
                     "thing": _thing(about, lang)}  # fmt: skip
            line, page = say(sentence, lang, **words), _page(entry.cycle, about)
            yield Item(f"entry/{entry.pk}", TALK, entry.at, place_of(entry.cycle), line, page)


def _own(user: Any, cycles: set[int]) -> set[tuple[int, str]]:
    """The threads of these cycles that the person takes part in, and what he wrote, which a thread may be about."""
    mine = Entry.objects.filter(cycle__in=cycles, author=user, kind__in=("comment", *_WRITTEN))
    found = set()
    for cycle, kind, key in mine.order_by().values_list("cycle_id", "kind", "key").distinct():
        about = key.partition("#")[0] if kind == "comment" else f"{kind}/{key}"
        found.add((cycle, "/".join(about.split("/")[:3]) if kind == "answer" else about))
    return found


def _falls_to(sight: Sight, cycle: Cycle, about: str) -> bool:
    """Whether what a thread is about was written by nobody, and the person coordinates the evaluation."""
    if cycle.office_id not in sight.offices or COORDINATE not in sight.opens(cycle):
        return False
    kind, _, name = about.partition("/")
    same = Q(key__startswith=f"{name}/") if kind == "answer" else Q(key=name)
    return not cycle.entries.filter(same, kind=kind, author__isnull=False).exists()


def _thing(about: str, lang: str) -> str:
    kind, _, name = about.partition("/")
    if kind == "factor":
        return say("mail.thing-factor", lang)
    if kind == "strategy":
        return say("mail.thing-strategy", lang)
    indicator = _indicator(name)
    if indicator is None:
        return say("mail.thing-question", lang)
    return say("mail.thing-answer", lang, question=one_line(indicator.question.get(lang)))


def _page(cycle: Cycle, about: str) -> str:
    kind, _, name = about.partition("/")
    inside = [cycle.office.slug, cycle.slug]
    indicator = _indicator(name) if kind == "answer" else None
    if indicator is not None:
        page = reverse("web:criterion", args=[*inside, name.partition("/")[0], indicator.criterion])
    else:
        page = reverse("web:swot", args=inside)
    return f"{page}#said-{about.replace('/', '-')}"  # within the thread: browsers open it for that


def _indicator(name: str) -> Any:
    instrument, _, indicator = name.partition("/")
    if instrument not in packs.instrument_ids():
        return None
    return next((each for each in packs.load_instrument(instrument).indicators if each.id == indicator), None)


def _assigned(sight: Sight, after: datetime, until: datetime, lang: str) -> Iterator[Item]:
    rows = Assignment.objects.filter(
        user=sight.user, participation__in=assigned_to(sight.user), at__gt=after, at__lte=until
    ).exclude(by_name=sight.user.get_username())  # fmt: skip
    for each in rows.select_related("participation__cycle__office", "participation__round")[:_MOST]:
        part = each.participation
        words = {"who": one_line(each.by_name, 60), "when": moment_in(each.at, lang)}
        path = reverse("web:round-government", args=[part.round.slug, part.cycle.office.slug])
        yield Item(
            f"assigned/{each.pk}", TASK, each.at, place_of(part.cycle), say("mail.assigned", lang, **words), path
        )
