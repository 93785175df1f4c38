"""Letters: gathered from what is new, and handed to the mail server once. The rows are the truth for all processes.

Gathering and claiming happen under locks of the database; no message is put together or sent within a transaction.
"""

import logging
import secrets
import traceback
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from tinjau.web.models import Letter, Notice, Wish
from tinjau.web.notices.news import LOOK_BACK, Item, news

State = Letter.State
CONFIRM, DAILY, EACH = "confirm/", "daily/", "each/"  # how the keys of letters begin
MOST_TRIES = 6  # of one letter; project choice
WAITS = tuple(timedelta(minutes=each) for each in (1, 5, 30, 120, 360))  # after each try; project choice
STALE = timedelta(minutes=10)  # nobody needs so long to reach a server and hand a message over; project choice
SPACING = timedelta(minutes=5)  # between two letters of who is told at once; project choice
KEPT = timedelta(days=90)  # letters and notices; project choice
_LOG = logging.getLogger("tinjau.mail")


def morning(day: date) -> datetime:
    """When the digest of this day goes, in the installation's zone."""
    return timezone.make_aware(datetime.combine(day, time(settings.MAIL_HOUR)))


def ask_to_confirm(wish: Wish) -> Letter:
    """A letter that asks the owner of the address; those that still wait for another go are gone."""
    with transaction.atomic():
        waiting = Letter.objects.filter(user=wish.user, key__startswith=CONFIRM, state=State.WAITING)
        waiting.update(state=State.NOTHING)
        return Letter.objects.create(user=wish.user, key=f"{CONFIRM}{secrets.token_hex(8)}")


def writable() -> list[Wish]:
    """Those who asked for notices at an address that they confirmed."""
    rows = Wish.objects.filter(confirmed__isnull=False, refused__isnull=True, user__is_active=True)
    return list(rows.exclude(mode=Wish.Mode.NONE).exclude(address="").select_related("user").order_by("user_id"))


def gather(now: datetime, day: date | None = None) -> int:
    """Make a letter for everybody for whom there is something new; how many were made.

    `day`: make the digests of this day, whatever the hour; else those of today from their hour on. One digest a person
    and day, however many gather at once.
    """
    made = 0
    wanted = day or timezone.localtime(now).date()
    early = day is None and now < morning(wanted)
    written = Letter.objects.filter(key=f"{DAILY}{wanted.isoformat()}").values_list("user_id", flat=True)
    spaced = Letter.objects.filter(key__startswith=EACH, made__gt=now - SPACING).values_list("user_id", flat=True)
    done = {Wish.Mode.DAILY: set(written), Wish.Mode.EACH: set(spaced)}
    for wish in writable():
        if wish.user_id in done[wish.mode] or (early and wish.mode == Wish.Mode.DAILY):
            continue
        try:
            made += _gather_for(wish, now, wanted)
        except Exception as error:  # a fault of ours with one person's news keeps nobody else waiting
            _LOG.error("the news of account %s cannot be gathered (%s)", wish.user_id, where(error))
    return made


def fresh(wish: Wish, now: datetime) -> list[Item]:
    """What is new for this person and was not told yet."""
    found = news(wish.user, max(wish.since, now - LOOK_BACK), now, wish.lang)
    told = Notice.objects.filter(user=wish.user, key__in=[each.key for each in found])
    known = set(told.values_list("key", flat=True))
    return [each for each in found if each.key not in known]


def _gather_for(wish: Wish, now: datetime, day: date) -> bool:
    daily = f"{DAILY}{day.isoformat()}" if wish.mode == Wish.Mode.DAILY else ""
    items = fresh(wish, now)
    if not items and not daily:
        return False
    with transaction.atomic():  # one at a time for each person: whoever comes second finds what the first one made
        locked = Wish.objects.select_for_update().get(pk=wish.pk)
        if not locked.takes_mail or locked.mode != wish.mode:
            return False
        if daily and Letter.objects.filter(user=wish.user, key=daily).exists():
            return False
        told = Notice.objects.filter(user=wish.user, key__in=[each.key for each in items])
        known = set(told.values_list("key", flat=True))
        items = [each for each in items if each.key not in known]
        if not items and not daily:
            return False
        state = State.WAITING if items else State.NOTHING
        letter = Letter.objects.create(
            user=wish.user, key=daily or f"{EACH}{secrets.token_hex(8)}", state=state, not_before=now, made=now
        )
        Notice.objects.bulk_create(Notice(user=wish.user, key=each.key, letter=letter) for each in items)
    return bool(items)


def recover(now: datetime) -> None:
    """Letters whose sender is gone: tried again where it had handed nothing over, else not known and left alone."""
    gone = Letter.objects.filter(taken__lt=now - STALE)
    claimed = gone.filter(state=State.CLAIMED)
    claimed.filter(tries__gte=MOST_TRIES).update(state=State.FAILED, fault="gone")
    claimed.filter(tries__lt=MOST_TRIES).update(state=State.WAITING, not_before=now)
    gone.filter(state=State.HANDING).update(state=State.UNSURE, fault="unsure")


def claim(number: int, now: datetime) -> Letter | None:
    """The letter, this sender's own from now on; None where another has it or it does not wait."""
    waiting = Letter.objects.filter(pk=number, state=State.WAITING, not_before__lte=now)
    if not waiting.update(state=State.CLAIMED, taken=now, tries=F("tries") + 1):
        return None
    return Letter.objects.select_related("user").get(pk=number)


def move(letter: Letter, old: str, new: str, **fields: object) -> bool:
    """From one state to another, if this try still holds the letter (its count of tries is the token)."""
    held = Letter.objects.filter(pk=letter.pk, state=old, tries=letter.tries)
    return bool(held.update(state=new, **fields))


def waiting(now: datetime) -> list[int]:
    """The numbers of the letters that may be sent now, oldest first."""
    return list(Letter.objects.filter(state=State.WAITING, not_before__lte=now).values_list("pk", flat=True))


def where(error: BaseException) -> str:
    """What kind of fault, and in which line: for the log, which gets no words of people and no address."""
    frames = traceback.extract_tb(error.__traceback__)
    return (
        f"{type(error).__name__} at {Path(frames[-1].filename).name}:{frames[-1].lineno}"
        if frames
        else type(error).__name__
    )


def sweep(now: datetime) -> None:
    """Forget letters and what they told after their time, and the addresses of people who have no role any more."""
    done = (State.SENT, State.FAILED, State.UNSURE, State.NOTHING)
    Letter.objects.filter(made__lt=now - KEPT, state__in=done).delete()
    left = Wish.objects.filter(user__memberships__isnull=True).exclude(address="")
    left.update(address="", confirmed=None, refused=None, mode=Wish.Mode.NONE)
