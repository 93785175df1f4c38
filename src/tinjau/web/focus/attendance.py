"""Who is in a session: people with a telephone, numbers of paper ballots, and who was taken out."""

import secrets
from typing import Any

from django.utils import timezone

from tinjau.web.focus import invitations
from tinjau.web.focus.sessions import RefusedError, ask, locked, note
from tinjau.web.models import FocusParticipant, FocusSession


def join(session: FocusSession, token: str, name: str) -> FocusParticipant:
    """Someone comes in under a code drawn at random: its number does not say who came when.

    Joining again with the same token is the same person. Raises RefusedError where the room is full or not open.
    """
    digest = invitations.digest_of(token)
    with locked(session) as mine:
        known = mine.people.filter(digest=digest).first()
        if known is not None and known.removed is None:
            return known
        ask("join", mine)
        if known is not None:
            raise RefusedError("focus.removed")
        used = set(mine.people.filter(paper=False).values_list("code", flat=True))
        gone = mine.people.filter(paper=False, removed__isnull=False).count()
        if len(used) - gone >= mine.most:
            raise RefusedError("focus.full")
        free = [code for number in range(1, mine.most + gone + 1) if (code := code_of("P", number)) not in used]
        return FocusParticipant.objects.create(session=mine, code=secrets.choice(free), digest=digest, name=name)


def code_of(letter: str, number: int) -> str:
    """P07: of someone in the room; K07: the number of a paper ballot."""
    return f"{letter}{number:02d}"


def on_paper(session: FocusSession, number: int, *, known: bool = False) -> FocusParticipant:
    """Who votes on the paper with this number. Raises RefusedError for a number that no sheet bears, and with `known`
    for one of which no ballot was typed yet."""
    if not 1 <= number <= session.most:
        raise RefusedError("focus.no-such-number")
    if known and not session.people.filter(code=code_of("K", number)).exists():
        raise RefusedError("focus.not-typed")
    person, _ = FocusParticipant.objects.get_or_create(
        session=session, code=code_of("K", number), defaults={"paper": True}
    )
    if person.removed is not None:
        raise RefusedError("focus.removed")
    return person


def remove(session: FocusSession, code: str, user: Any, reason: str) -> None:
    """Take someone out (a double, a stranger): the token opens nothing more and open ballots do not count."""
    with locked(session) as mine:
        person = mine.people.filter(code=code, removed__isnull=True).first()
        if person is None:
            raise RefusedError("focus.no-such-code")
        if not reason:
            raise RefusedError("focus.needs-reason")
        person.removed = timezone.now()
        person.save(update_fields=["removed"])
        person.ballots.filter(round__closed__isnull=True).update(current=False)
        note(mine, "removed", user, text=reason, data={"code": code})


def forget_names(session: FocusSession, user: Any) -> None:
    """Take the names of the list of attendance away for good."""
    with locked(session) as mine:
        if mine.state != FocusSession.State.CLOSED:
            raise RefusedError("focus.close-first")
        mine.people.update(name="")
        note(mine, "names-forgotten", user)
