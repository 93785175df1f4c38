"""Handing a letter to the mail server: what is known of the outcome, and what follows from it.

A message is handed over at most once unless the server said that it did not take it. Where the process or the
connection ended between the beginning of the handing over and the server's answer, nobody knows: `unsure`, and it is
not sent again.
"""

import logging
import re
import smtplib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

from tinjau.web.models import Letter, Wish
from tinjau.web.notices.letters import CONFIRM, DAILY, MOST_TRIES, WAITS, State, claim, move, recover, waiting, where
from tinjau.web.notices.news import DUE, LOOK_BACK, Item, ahead, news
from tinjau.web.notices.writing import confirmation_mail, notice_mail

_LOG = logging.getLogger("tinjau.mail")
_ENHANCED = re.compile(rb"5\.(\d{1,3})\.\d{1,3}(?: |$)")
_OF_ADDRESS = {b"1", b"2"}  # RFC 3463: what is wrong is the address or its mailbox, not our server or what we wrote
_TEMPORARY, _PERMANENT, _END_OF_CODES = 400, 500, 600  # RFC 5321, 4.2.1
Say = Callable[[str], None]
Clock = Callable[[], datetime]


@dataclass(slots=True)
class Sent:
    """How many letters came to which end, and whether the turn was broken off."""

    ends: Counter[str] = field(default_factory=Counter)
    stopped: bool = False


def send_waiting(now: datetime | None = None, tell: Say | None = None) -> Sent:
    """Send every letter that waits. Stops where the server cannot be reached or falls silent: the others wait for a
    later turn. `now`: the moment that all of it is to have (for tests; a turn may be long). `tell` gets one line a
    letter, with the account and without its address."""

    def clock() -> datetime:
        return now or timezone.now()

    recover(clock())
    done = Sent()
    for number in waiting(clock()):
        letter = claim(number, clock())
        if letter is None:
            continue
        end, fault = _deliver(letter, clock)
        done.ends[end] += 1
        if tell is not None:
            tell(f"{end}: {letter.user.get_username()} {letter.key.partition('/')[0]}{f' ({fault})' if fault else ''}")
        if fault in {"unreachable", "sender", "unsure"}:
            done.stopped = True
            break
    return done


def content(letter: Letter, now: datetime) -> EmailMessage | None:
    """The message as it is to go now; None where there is nothing left to say, or nobody who wants it."""
    wish = Wish.objects.select_related("user").filter(user=letter.user_id).first()
    if wish is None or wish.refused or not wish.address or not wish.user.is_active:
        return None
    if letter.key.startswith(CONFIRM):
        return None if wish.confirmed else confirmation_mail(letter, wish)
    if not wish.takes_mail:
        return None
    items = _still_new(letter, wish, now)
    if not items:
        return None
    if letter.key.startswith(DAILY):  # all due dates of the week, not only those that came nearer today
        items = [*(each for each in items if each.part != DUE), *ahead(wish.user, now, wish.lang)]
    return notice_mail(letter, wish, items, now)


def _still_new(letter: Letter, wish: Wish, now: datetime) -> list[Item]:
    """What the letter was made for, as it stands now: what the person may not open any more has gone."""
    named = set(letter.notices.values_list("key", flat=True))
    return [each for each in news(wish.user, letter.made - LOOK_BACK, now, wish.lang) if each.key in named]


def _deliver(letter: Letter, clock: Clock) -> tuple[str, str]:
    """The state that the letter came to, and why where it did not go."""
    try:
        message = content(letter, clock())
    except Exception as error:  # a fault of ours: said once, and the letter is not tried for ever
        _LOG.error("letter %s cannot be written (%s)", letter.pk, where(error))
        return _end(letter, State.CLAIMED, State.FAILED, "fault")
    if message is None:
        return _end(letter, State.CLAIMED, State.NOTHING, "")
    connection = get_connection()
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        _LOG.warning("letter %s: the mail server cannot be reached (%s)", letter.pk, _kind(error))
        _close(connection)
        return _later(letter, State.CLAIMED, "unreachable", clock())
    try:
        if not move(letter, State.CLAIMED, State.HANDING, taken=clock()):
            return State.CLAIMED, ""  # it took so long that another took the letter over
        return _hand(letter, connection, message, clock)
    finally:
        _close(connection)


def _hand(letter: Letter, connection: Any, message: EmailMessage, clock: Clock) -> tuple[str, str]:
    begun = _watched(connection)
    try:
        connection.send_messages([message])
    except Exception as error:
        refusal = _refusal(error)
        if refusal is not None:
            return _refused(letter, *refusal, clock())
        if isinstance(error, smtplib.SMTPResponseException) and not begun():
            _LOG.warning("letter %s: %s", letter.pk, _kind(error))
            return _later(letter, State.HANDING, "sender", clock())  # our sender or greeting, not the address
        if not begun():  # the server got no word of it
            _LOG.warning("letter %s: the mail server broke off (%s)", letter.pk, _kind(error))
            return _later(letter, State.HANDING, "unreachable", clock())
        _LOG.warning("letter %s: not known whether it was taken (%s)", letter.pk, _kind(error))
        return _end(letter, State.HANDING, State.UNSURE, "unsure")
    return _end(letter, State.HANDING, State.SENT, "", sent=clock())


def _refusal(error: Exception) -> tuple[int, bytes | str] | None:
    """The server's no to the address or to the message: code and words; None for anything else that went wrong."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        said: tuple[int, bytes | str] = next(iter(error.recipients.values()))
    elif isinstance(error, smtplib.SMTPDataError):
        said = (error.smtp_code, error.smtp_error)
    else:
        return None
    return said if _TEMPORARY <= said[0] < _END_OF_CODES else None


def _watched(connection: Any) -> Callable[[], bool]:
    """Whether the message itself began to go out; of a backend that is no SMTP it always may have."""
    server = getattr(connection, "connection", None)
    if not isinstance(server, smtplib.SMTP):
        return lambda: True
    begun, send = list[bool](), server.data

    def data(message: Any) -> tuple[int, bytes]:
        begun.append(True)
        return send(message)

    vars(server)["data"] = data  # of this one connection
    return lambda: bool(begun)


def _refused(letter: Letter, code: int, text: bytes | str, now: datetime) -> tuple[str, str]:
    """The server said no: for now (4xx), or for good; then the address gets nothing more, where it is the address."""
    _LOG.warning("letter %s: refused with %s", letter.pk, code)
    if code < _PERMANENT:
        return _later(letter, State.HANDING, "later", now)
    said = _ENHANCED.match(text if isinstance(text, bytes) else text.encode())
    if said is None or said[1] in _OF_ADDRESS:
        Wish.objects.filter(user=letter.user_id).update(refused=now)
        return _end(letter, State.HANDING, State.FAILED, "refused")
    return _end(letter, State.HANDING, State.FAILED, "policy")


def _later(letter: Letter, state: str, fault: str, now: datetime) -> tuple[str, str]:
    if letter.tries >= MOST_TRIES:
        return _end(letter, state, State.FAILED, fault)
    return _end(letter, state, State.WAITING, fault, not_before=now + WAITS[letter.tries - 1])


def _end(letter: Letter, old: str, new: str, fault: str, **fields: Any) -> tuple[str, str]:
    if move(letter, old, new, fault=fault, **fields) and new == State.FAILED and letter.key.startswith(DAILY):
        letter.notices.all().delete()  # the next morning's digest tells it
    return new, fault


def _close(connection: Any) -> None:
    try:
        connection.close()
    except (OSError, smtplib.SMTPException) as error:
        _LOG.warning("the mail server ended badly (%s)", _kind(error))


def _kind(error: BaseException) -> str:
    """What kind of failure it was: its own words may name addresses."""
    code = getattr(error, "smtp_code", None)
    return f"{type(error).__name__}{f' {code}' if code else ''}"
