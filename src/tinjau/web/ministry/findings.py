"""What the ministry found: draft, shared, answered, published; and a correction as a new version.

Nothing of a finding's words is ever changed. Each stamp is set once, under the lock of the participation, so that of
two people who decide at once the second is refused.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from tinjau.web.history import Author, write
from tinjau.web.ministry.facts import keep_facts
from tinjau.web.ministry.moving import note
from tinjau.web.ministry.planning import plan_reply, plan_stages
from tinjau.web.ministry.refusing import RefusedError
from tinjau.web.models import Finding, Participation, Reply, Result, RoundEvent, Stage, StageState

MOST_REPLIES = 20  # of one version; project choice
State = StageState.State


def latest(part: Participation) -> Finding | None:
    """The newest version, whatever became of it."""
    return part.findings.first()


def standing(part: Participation) -> Finding | None:
    """The version that is public now."""
    return part.findings.filter(published__isnull=False).first()


def state_of(finding: Finding) -> str:
    """draft, shared, over (the days of reply are), published or superseded."""
    if finding.published is not None:
        newer = Finding.objects.filter(
            participation=finding.participation_id, version__gt=finding.version, published__isnull=False
        )
        return "superseded" if newer.exists() else "published"
    if finding.shared is None:
        return "draft"
    return "shared" if finding.reply_until and timezone.now() < finding.reply_until else "over"


def handed_in_result(part: Participation) -> Result | None:
    """The evaluation on which the last hand-in of the government rests; None where nothing was handed in."""
    stages = [str(each) for each in Stage.GOVERNMENTS_OWN]
    event = RoundEvent.objects.filter(participation=part, what="hand-in", detail__in=stages).first()
    if event is None:
        return None
    found: Result | None = part.cycle.results.filter(at__lte=event.at).first()
    return found


def draft(part: Participation, author: Author, seen: int, change: str = "") -> Finding:
    """A new version, resting on what was handed in. `seen` is the version that the writer's page showed (0: none).

    Raises RefusedError where another was written meanwhile, a reason is missing, or replies wait for an answer.
    """
    if not author.reason:
        raise RefusedError("finding.needs-reason")
    with transaction.atomic():
        Participation.objects.select_for_update().get(pk=part.pk)
        before = latest(part)
        if (before.version if before else 0) != seen:
            raise RefusedError("finding.conflict")
        if before is not None:
            if before.replies.filter(answer="").exclude(agrees=True).exists():
                raise RefusedError("finding.answer-first")
            if before.shared is not None and not change:
                raise RefusedError("finding.needs-change")
        made = Finding.objects.create(
            participation=part, version=seen + 1, result=handed_in_result(part), reason=author.reason, change=change,
            by=author.user, by_name=author.name,
        )  # fmt: skip
        keep_facts(made)
        if before is not None:
            plan_reply(before)  # a version that was overtaken takes no reply any more
        _stage(part, State.UNDER_WAY, author)
        note(part, "draft", author, f"{made.version}")
    return made


def share(finding: Finding, author: Author) -> None:
    """Give the draft to the government for the round's days of reply; nobody else sees it."""
    part = finding.participation
    with transaction.atomic():
        Participation.objects.select_for_update().get(pk=part.pk)
        _newest(finding)
        now = timezone.now()
        until = now + timedelta(days=part.round.reply_days)
        done = Finding.objects.filter(pk=finding.pk, shared__isnull=True).update(
            shared=now, shared_by=author.name, reply_until=until
        )
        if not done:
            raise RefusedError("finding.conflict")
        _stage(part, State.HANDED_IN, author)
        note(part, "share", author, f"{finding.version}")
        _tell(finding, "finding-shared", author)
        finding.refresh_from_db()
        plan_reply(finding)


def reply(finding: Finding, text: str, author: Author, *, agrees: bool) -> Reply:
    """The government's answer to a draft, kept beside it. Raises RefusedError after the days of reply."""
    with transaction.atomic():
        Participation.objects.select_for_update().get(pk=finding.participation_id)
        _newest(finding)
        finding.refresh_from_db()
        if state_of(finding) != "shared":
            raise RefusedError("reply.over")
        if not text and not agrees:
            raise RefusedError("reply.needs-text")
        if finding.replies.count() >= MOST_REPLIES or finding.replies.filter(agrees=True).exists():
            raise RefusedError("reply.enough")
        made: Reply = Reply.objects.create(
            finding=finding, text=text, agrees=agrees, by=author.user, by_name=author.name
        )
        note(finding.participation, "reply", Author(author.user), f"{finding.version}")
        plan_reply(finding)
    return made


def answer(given: Reply, verdict: str, author: Author) -> None:
    """The ministry accepts a reply (a new version follows) or rejects it, with a reason; once."""
    if verdict not in Reply.Answer.values:
        raise RefusedError("move.not-now")
    if not author.reason:
        raise RefusedError("move.needs-reason")
    with transaction.atomic():
        part = given.finding.participation
        Participation.objects.select_for_update().get(pk=part.pk)
        done = Reply.objects.filter(pk=given.pk, answer="").update(
            answer=verdict, answer_reason=author.reason, answered_by=author.name, answered=timezone.now()
        )
        if not done:
            raise RefusedError("finding.conflict")
        note(part, verdict, author, f"{given.finding.version}")


def publish(finding: Finding, author: Author) -> None:
    """Make this version public: a person's decision, after the reply. Raises RefusedError with what is open."""
    if not author.reason:
        raise RefusedError("finding.needs-why")
    with transaction.atomic():
        part = finding.participation
        Participation.objects.select_for_update().get(pk=part.pk)
        _newest(finding)
        finding.refresh_from_db()
        blocked = why_not_public(finding)
        if blocked:
            raise RefusedError(blocked)
        Finding.objects.filter(pk=finding.pk).update(
            published=timezone.now(), published_by=author.name, published_why=author.reason
        )
        _stage(part, State.DECIDED, author)
        note(part, "publish", author, f"{finding.version}")
        _tell(finding, "finding-published", author)
        finding.refresh_from_db()
        plan_reply(finding)


def why_not_public(finding: Finding) -> str:
    """The id of the sentence that says what stands between this version and the public; empty where nothing does."""
    if finding.published is not None:
        return "finding.conflict"
    if finding.shared is None:
        return "finding.share-first"
    replies = list(finding.replies.all())
    if any(not each.answer and not each.agrees for each in replies):
        return "finding.answer-first"
    if any(each.answer == Reply.Answer.ACCEPTED for each in replies):
        return "finding.accepted-needs-version"
    waits = finding.reply_until is not None and timezone.now() < finding.reply_until
    return "finding.still-open" if waits and not any(each.agrees for each in replies) else ""


def _newest(finding: Finding) -> None:
    if Finding.objects.filter(participation=finding.participation_id, version__gt=finding.version).exists():
        raise RefusedError("finding.conflict")


def _stage(part: Participation, state: str, author: Author) -> None:
    states = part.states.filter(stage__kind=Stage.Kind.DECISION)
    states.update(state=state, moved=timezone.now(), moved_by=author.name)
    plan_stages(part)


def _tell(finding: Finding, what: str, author: Author) -> None:
    """The government's own history says that it happened, not what it says: a history is read by many."""
    cycle = finding.participation.cycle
    told = {"event": what, "version": finding.version}
    write(cycle, "event", f"{what}-{finding.version}", told, Author(author.user))
