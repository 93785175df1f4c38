"""A message put together: plain text, one link for each thing, and what mail programs need to end it with one click.

Subject and headers are of our own words and of titles on one line; Django refuses a line end in a header besides.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.crypto import salted_hmac

from tinjau.web.models import Letter, Wish
from tinjau.web.notices.news import DUE, TALK, TASK, Item
from tinjau.web.notices.tokens import confirming, stopping
from tinjau.web.notices.wording import day_in, one_line
from tinjau.web.words import say

MOST = 50  # things that one message names; the others are counted; project choice
_SUBJECT = 120  # characters; project choice
_PARTS: Final = ((TASK, "mail.tasks"), (DUE, "mail.dues"), (TALK, "mail.talk"))
_ONE: Final = {TASK: "mail.one-task", DUE: "mail.one-due", TALK: "mail.one-talk"}


def notice_mail(letter: Letter, wish: Wish, items: Sequence[Item], now: datetime) -> EmailMessage:
    """The message about these things (one or more), in the person's language."""
    lang = wish.lang
    lines = [say("mail.hello", lang, name=one_line(wish.user.get_username(), 60)), ""]
    shown = list(items)[:MOST]
    for part, heading in _PARTS:
        mine = [each for each in shown if each.part == part]
        if mine:
            lines += [say(heading, lang), ""]
        for each in mine:
            lines += [f"* {each.place}", f"  {each.line}", f"  {settings.OWN_ADDRESS}{each.path}", ""]
    if len(items) > MOST:
        lines += [say("mail.more", lang, n=len(items) - MOST), f"{settings.OWN_ADDRESS}/", ""]
    stop = settings.OWN_ADDRESS + reverse("web:notices-stop", args=[stopping(wish)])
    lines += ["-- ", say("mail.why", lang), settings.OWN_ADDRESS + reverse("web:notices"), say("mail.stop", lang), stop]
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return _message(letter, wish, _subject(items, lang, now), lines, headers)


def confirmation_mail(letter: Letter, wish: Wish) -> EmailMessage:
    """The one message that an address gets before its owner confirmed it."""
    lang = wish.lang
    link = settings.OWN_ADDRESS + reverse("web:notices-confirm", args=[confirming(wish)])
    lines = [
        say("mail.confirm-lead", lang, name=one_line(wish.user.get_username(), 60)), "", link, "",
        say("mail.confirm-not-you", lang),
    ]  # fmt: skip
    return _message(letter, wish, say("mail.confirm-subject", lang), lines, {})


def message_id(letter: Letter) -> str:
    """The same for every try of a letter, so that a mailbox knows the second copy for what it is."""
    mark = salted_hmac("tinjau.notices.message", f"{letter.pk} {letter.made.isoformat()}").hexdigest()[:24]
    return f"<{letter.pk}.{mark}@{urlsplit(settings.OWN_ADDRESS).hostname or 'localhost'}>"


def _subject(items: Sequence[Item], lang: str, now: datetime) -> str:
    if len(items) == 1:
        return say(_ONE[items[0].part], lang, place=items[0].place)
    return say("mail.many", lang, n=len(items), day=day_in(now, lang))


def _message(letter: Letter, wish: Wish, subject: str, lines: Sequence[str], headers: dict[str, str]) -> EmailMessage:
    fixed = {"Auto-Submitted": "auto-generated", "Message-ID": message_id(letter), "Content-Language": wish.lang}
    return EmailMessage(
        one_line(f"tinjau: {subject}", _SUBJECT), "\n".join([*lines, ""]), settings.DEFAULT_FROM_EMAIL, [wish.address],
        headers={**fixed, **headers},
    )  # fmt: skip
