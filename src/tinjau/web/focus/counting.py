"""What closed votes say, counted once by the strategy room and kept; and what pages and minutes show of it."""

import json
from dataclasses import asdict
from typing import Any

from tinjau.stats import mid_ranks
from tinjau.strategy import tally
from tinjau.web.models import FocusIdea, FocusParticipant, FocusRound, FocusSession, FocusStep


def votes_of(found: FocusRound) -> list[dict[str, float]]:
    """The ballots of a closed round, in an order of their own values; none of an open one."""
    if found.closed is None:
        return []
    ballots = found.ballots.filter(current=True, unread=False).exclude(values=None)
    return sorted((comparable(each.values, found.step.kind) for each in ballots), key=lambda one: sorted(one.items()))


def comparable(values: dict[str, int], kind: str) -> dict[str, float]:
    """Places as ranks, where equal places share the mean of those that they take up; other numbers as they are."""
    if kind != "rank":
        return {label: float(value) for label, value in values.items()}
    return dict(zip(values, mid_ranks([float(each) for each in values.values()]), strict=True))


def counted(found: FocusRound) -> dict[str, Any] | None:
    """The tally of a closed round as plain data; None while it is open. Counted once, and kept."""
    if found.closed is None:
        return None
    if found.tally is None:
        before = found.step.rounds.filter(number=found.number - 1).first()
        old = votes_of(before) if before is not None else []
        made = asdict(tally(votes_of(found), list(found.items), found.step.kind, old))
        found.tally = json.loads(json.dumps(made))  # as the database gives it back
        found.save(update_fields=["tally"])
    kept: dict[str, Any] = found.tally
    return kept


def own_values(found: FocusRound, person: FocusParticipant) -> dict[str, int]:
    """What this person said in a closed round; nothing of an open one, not even to the person."""
    if found.closed is None:
        return {}
    ballot = found.ballots.filter(participant=person, current=True).first()
    return dict(ballot.values or {}) if ballot is not None else {}


def outcome(found: FocusRound, ideas: dict[str, FocusIdea], person: FocusParticipant | None = None) -> dict[str, Any]:
    """A closed round for a page: its rows in the order of the result, reasons without names, and what is proposed."""
    kept = counted(found)
    if kept is None:
        raise ValueError("an open round has no outcome")
    own = own_values(found, person) if person is not None else {}
    best = sorted(kept["items"], key=lambda each: _place(each, found.step.kind))
    rows = [{**each, "idea": ideas.get(each["id"]), "own": own.get(each["id"])} for each in best]
    given = found.ballots.filter(current=True, reason_hidden__isnull=True).exclude(reason="").order_by("reason")
    return {
        **kept,
        "round": found,
        "rows": rows,
        "own": bool(own),
        "reasons": [{"id": each.pk, "text": each.reason} for each in given],
        "unread": found.ballots.filter(current=True, unread=True).count(),
        "paper": found.ballots.filter(current=True, paper=True).count(),
        "leading": [ideas[each] for each in kept["leaders"] if each in ideas],
    }


def _place(item: dict[str, Any], kind: str) -> tuple[bool, float, float]:
    value = item["mean"] if item["mean"] is not None else item["median"]
    return (value is None, 0.0 if value is None else value if kind == "rank" else -value, 0.0)


def labelled(session: FocusSession) -> dict[str, FocusIdea]:
    """What was voted on, by label: the one that stands, else the newest of that name."""
    found: dict[str, FocusIdea] = {}
    for each in session.ideas.exclude(label="").order_by("pk"):
        stands = each.merged_into_id is None and each.hidden is None and each.withdrawn is None
        if stands or each.label not in found:
            found[each.label] = each
    return found


def closed_rounds(step: FocusStep) -> list[FocusRound]:
    """The rounds of a step that are closed, in order."""
    return [each for each in step.rounds.select_related("step") if each.closed is not None]
