"""What a closed session gives its cycle: factors, strategies, judgements by code, conclusions; once or not at all."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from tinjau.web.focus import counting, ideas
from tinjau.web.focus.sessions import RefusedError, ask, locked, meaning_in, note
from tinjau.web.focus.states import VOTES
from tinjau.web.history import Author, ClosedError, write, write_new
from tinjau.web.models import Cycle, FocusIdea, FocusSession, FocusStep

Thing = tuple[str, str, Any]


def take(session: FocusSession, user: Any) -> int:
    """Write the session's results into its cycle as what people said; the number of entries.

    Done a second time it is refused. Everything is written or nothing. Raises RefusedError where the session is not
    closed, where the cycle was handed on, or where the study gives ratings another meaning than the session did.
    """
    with locked(session) as mine:
        ask("take", mine)
        cycle = Cycle.objects.select_for_update().get(pk=mine.cycle_id)
        author = Author(user, mine.title)
        mine.prefix = _prefix(mine, cycle)
        names = _named(mine)
        try:
            things = [
                *_options(mine, cycle, author), *_new(mine, "factor", names), *_new(mine, "strategy", names),
                *_judgements(mine, names), *_conclusions(mine, cycle, names),
            ]  # fmt: skip
            written = write_new(cycle, things, author)
            written += _reworded(mine, cycle, author)
        except ClosedError:
            raise RefusedError("focus.cycle-closed") from None
        mine.taken = timezone.now()
        mine.save(update_fields=["taken", "prefix"])
        note(mine, "taken", user, data={"entries": written})
        write(cycle, "event", f"focus-{mine.number}-taken", {"event": "focus-taken", "entries": written}, author)
    return written


def _prefix(session: FocusSession, cycle: Cycle) -> str:
    """Empty, so that the codes stand as they are, unless another session or file judges under such codes already."""
    codes = set(session.people.values_list("code", flat=True))
    taken = {entry.payload.get("assessor", "") for entry in cycle.entries_of("judgement").exclude(payload=None)}
    return f"FG{session.number}-" if codes & taken or session.number > 1 else ""


def _named(session: FocusSession) -> dict[int, str]:
    """The id in the study of everything that stands, by primary key; new ones get the next free number of their box."""
    names: dict[int, str] = {}
    for family, boxes in ideas.FAMILIES.items():
        used = ideas.ids_in(session, family)
        for each in ideas.in_order(session, boxes):
            if not each.study_id:
                each.study_id = each.label if each.label and each.label not in used else _free(each.box, used)
                each.save(update_fields=["study_id"])
            used.add(each.study_id)
            names[each.pk] = each.study_id
    return names


def _free(box: str, used: set[str]) -> str:
    return next(name for number in range(1, 1000) if (name := f"{box}{number}") not in used)


def _new(session: FocusSession, family: str, names: dict[int, str]) -> Iterator[Thing]:
    """Factors and strategies that the study does not know yet; a strategy names the factors that it uses."""
    standing_for = _standing_for(session)
    for each in ideas.in_order(session, ideas.FAMILIES[family]):
        payload: dict[str, Any] = {"id": each.study_id, "text": {session.language: each.text}}
        if family == "factor":
            payload["status"] = "stated"
        else:
            used = [names[pk] for use in each.uses if (pk := standing_for.get(use, use)) in names]
            payload["uses"] = [{"factor": name, "by": "person"} for name in dict.fromkeys(used)]
        yield family, each.study_id, payload


def _standing_for(session: FocusSession) -> dict[int, int]:
    """For each merged proposal the one that stands for it now, by primary key."""
    parents = dict(session.ideas.exclude(merged_into=None).values_list("pk", "merged_into"))
    found = {}
    for pk, parent in parents.items():
        seen = {pk}
        while parent in parents and parent not in seen:
            seen.add(parent)
            parent = parents[parent]
        found[pk] = parent
    return found


def _judgements(session: FocusSession, names: dict[int, str]) -> Iterator[Thing]:
    """One judgement for each person's number in each closed round, under the code and nothing else."""
    by_label = {label: names.get(idea.pk, label) for label, idea in counting.labelled(session).items()}
    for step in session.steps.filter(kind__in=VOTES):
        for found in counting.closed_rounds(step):
            ballots = found.ballots.filter(current=True, unread=False).exclude(values=None)
            for ballot in ballots.select_related("participant").order_by("participant__code"):
                assessor = f"{session.prefix}{ballot.participant.code}"
                for label, value in counting.comparable(ballot.values, step.kind).items():
                    subject, number = by_label.get(label, label), str(found.number)
                    row = {
                        "assessor": assessor, "subject": subject, "kind": step.kind, "value": f"{value:g}",
                        "round": number, "file": f"focus-{session.number}.csv",
                    }  # fmt: skip
                    yield "judgement", "/".join((assessor, step.kind, subject, number)), row


def _options(session: FocusSession, cycle: Cycle, author: Author) -> list[Thing]:
    """What ratings mean, where the group rated and the study does not say it yet; a demonstration marks the study."""
    added: dict[str, Any] = {"illustrative": True} if session.demo else {}
    step = session.steps.filter(kind="rating", rounds__closed__isnull=False).first()
    standing = meaning_in(cycle)
    if step is not None and standing and standing != step.options.get("semantics"):
        raise RefusedError("focus.other-meaning")
    if step is not None and not standing:
        added["ratings"] = {each: step.options[each] for each in ("semantics", "low", "high") if each in step.options}
    entry = cycle.entries_of("options").first()
    if not added:
        return []
    if entry is None:
        return [("options", "options", added)]
    write(cycle, "options", entry.key, {**(entry.payload or {}), **added}, author, open_only=True)
    return []


def _conclusions(session: FocusSession, cycle: Cycle, names: dict[int, str]) -> Iterator[Thing]:
    """Decisions that name strategies become conclusions of the study, with where they come from."""
    keys = cycle.entries.filter(kind="conclusion").values_list("key", flat=True)
    last = max((int(each) for each in keys if each.isascii() and each.isdecimal() and len(each) < 6), default=0)
    standing_for = _standing_for(session)
    for event in session.events.filter(what="decision"):
        used = [standing_for.get(each, each) for each in event.data.get("strategies", ())]
        chosen = [names[each] for each in used if each in names]
        if chosen:
            last += 1
            why = str(event.data.get("why", ""))
            payload = {"id": str(last), "from": list(dict.fromkeys(chosen)), "text": {session.language: event.text}}
            yield "conclusion", str(last), payload | ({"why": why} if why else {})


def _reworded(session: FocusSession, cycle: Cycle, author: Author) -> int:
    """The study's own factors and strategies whose common wording the group changed: a new version, the rest kept."""
    written = 0
    for family, boxes in ideas.FAMILIES.items():
        for each in ideas.standing(session, boxes).exclude(study_id="").filter(originals__isnull=False).distinct():
            entry = cycle.entries_of(family).filter(key=each.study_id).exclude(payload=None).first()
            if entry is not None and not _says(entry.payload, each, session.language):
                text = entry.payload.get("text")
                both = dict(text) if isinstance(text, dict) else {}
                payload = {**entry.payload, "text": {**both, session.language: each.text}}
                written += write(cycle, family, entry.key, payload, author, open_only=True) is not None
    return written


def _says(payload: dict[str, Any], idea: FocusIdea, language: str) -> bool:
    text = payload.get("text") or ""
    return idea.text == (text.get(language) if isinstance(text, dict) else text)


def taken_of(session: FocusSession) -> list[FocusStep]:
    """The steps that were voted on, for the page that says what was taken over."""
    return [each for each in session.steps.filter(kind__in=VOTES) if counting.closed_rounds(each)]
