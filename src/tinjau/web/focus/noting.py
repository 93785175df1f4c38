"""The minutes of a session from its rows: only closed rounds, no name beside a code, no text that was hidden."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from tinjau.report.minutes import AgendaItem, Decided, Meeting, Part, Proposal, Removed, Vote, VoteItem, VoteRound
from tinjau.web.focus import ballots, counting, ideas
from tinjau.web.focus.states import VOTES
from tinjau.web.models import FocusIdea, FocusRound, FocusSession, FocusStep


def meeting_of(session: FocusSession) -> Meeting:
    """Everything that the minutes say of this session so far."""
    people = list(session.people.filter(removed__isnull=True))
    opener = session.events.filter(what="session-open").first()
    return Meeting(
        government=session.cycle.office.name,
        cycle=f"{session.cycle.title} {session.cycle.period}".strip(),
        title=session.title,
        purpose=session.purpose,
        place=session.place,
        date=_moment(session.created)[:10],
        started=_moment(session.opened),
        ended=_moment(session.closed),
        facilitator=opener.user_name if opener else "",
        codes=tuple(each.code for each in people if not each.paper),
        paper=tuple(each.code for each in people if each.paper),
        names=tuple(sorted((each.name for each in people if each.name), key=str.casefold)),
        agenda=tuple(AgendaItem(s.title, s.kind, _moment(s.opened), _moment(s.closed)) for s in session.steps.all()),
        parts=tuple(_part(session, each) for each in session.steps.exclude(state="waiting")),
        invented=session.demo,
        closed=session.state == FocusSession.State.CLOSED,
        corrections=tuple(
            f"{each.data.get('code', '')}: {each.text}" for each in session.events.filter(what="paper-corrected")
        ),
    )


def _moment(value: datetime | None) -> str:
    return timezone.localtime(value).strftime("%Y-%m-%dT%H:%M") if value is not None else ""


def _part(session: FocusSession, step: FocusStep) -> Part:
    notes = session.events.filter(step=step, what="note").order_by("pk").values_list("text", flat=True)
    proposals: tuple[Proposal, ...] = ()
    removed: tuple[Removed, ...] = ()
    if step.kind in {"collect", "tows"}:
        boxes = ideas.FAMILIES["strategy" if step.kind == "tows" else "factor"]
        proposals = tuple(_proposal(session, each) for each in ideas.in_order(session, boxes))
        removed = tuple(
            Removed(each.idea.box, each.text)
            for each in session.events.filter(what="hidden", idea__hidden__isnull=False, idea__box__in=boxes)
        )
    return Part(
        title=step.title,
        kind=step.kind,
        note="\n".join(notes),
        proposals=proposals,
        removed=removed,
        vote=_vote(session, step) if step.kind in VOTES else None,
        decisions=_decisions(session, step) if step.kind == "decide" else (),
        mergers=_mergers(session, step) if step.kind == "merge" else 0,
    )


def _mergers(session: FocusSession, step: FocusStep) -> int:
    """How many common wordings were made while the step went on and still stand."""
    made = session.events.filter(what="merged", at__gte=step.opened, idea__withdrawn__isnull=True)
    return int(made.filter(at__lte=step.closed).count() if step.closed else made.count())


def _proposal(session: FocusSession, idea: FocusIdea) -> Proposal:
    names = {each.pk: each.label or each.box for each in session.ideas.filter(pk__in=idea.uses)}
    return Proposal(
        label=idea.label,
        box=idea.box,
        text=idea.text,
        merged=tuple(each.text for each in originals_of(idea)),
        uses=tuple(names[pk] for pk in idea.uses if pk in names),
        from_study=bool(idea.once.startswith("study:")),
    )


def originals_of(idea: FocusIdea) -> list[FocusIdea]:
    """The proposals beneath a common wording, those beneath them in their turn instead of them."""
    found: list[FocusIdea] = []
    waiting = list(idea.originals.order_by("pk"))
    while waiting and len(found) < ideas.MOST:
        each = waiting.pop(0)
        beneath = list(each.originals.order_by("pk"))
        if beneath:
            waiting = beneath + waiting
        else:
            found.append(each)
    return found


def _decisions(session: FocusSession, step: FocusStep) -> tuple[Decided, ...]:
    labels = {each.pk: each.label or each.box for each in session.ideas.filter(box__in=ideas.FAMILIES["strategy"])}
    return tuple(
        Decided(
            each.text,
            str(each.data.get("why", "")),
            tuple(labels[pk] for pk in each.data.get("strategies", ()) if pk in labels),
        )
        for each in session.events.filter(what="decision", step=step)
    )


def _vote(session: FocusSession, step: FocusStep) -> Vote:
    known = counting.labelled(session)
    rounds = counting.closed_rounds(step)
    asks = ballots.asks_of(rounds[0]) if rounds else []
    ended = session.events.filter(step=step, what="step-close").order_by("-pk").first()
    scale = step.options.get("scale") if step.kind == "weight" else step.options.get("semantics")
    return Vote(
        kind=step.kind,
        scale=str(scale or ""),
        low=min((each.low for each in asks), default=1),
        high=max((each.high for each in asks), default=1),
        rule=_rule(rounds),
        rounds=tuple(_round(each, known) for each in rounds),
        reason=ended.text if ended else "",
    )


def _rule(rounds: list[FocusRound]) -> str:
    kept = counting.counted(rounds[-1]) if rounds else None
    return str(kept["rule"]) if kept else ""


def _round(found: FocusRound, known: dict[str, FocusIdea]) -> VoteRound:
    made = counting.outcome(found, known)
    return VoteRound(
        number=found.number,
        ballots=made["ballots"],
        paper=made["paper"],
        unread=made["unread"],
        w=made["w"],
        p=made["p"],
        items=tuple(_item(each) for each in made["rows"]),
        leaders=tuple(made["leaders"]),
        clear=made["clear"],
        stop=made["stop"],
        reasons=tuple(each["text"] for each in made["reasons"]),
    )


def _item(row: dict[str, Any]) -> VoteItem:
    return VoteItem(
        label=row["id"],
        text=row["idea"].text if row["idea"] is not None else "",
        count=row["count"],
        median=row["median"],
        lower=row["lower"],
        upper=row["upper"],
        mean=row["mean"],
        interval=tuple(row["interval"]) if row["interval"] else None,
        rank=row["rank"],
        change=row["change"],
    )
