"""Words of people on one line of a message, and moments as a reader writes them."""

import unicodedata
from datetime import datetime

from django.utils import timezone

from tinjau import texts

_NOT_SHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})  # among them line ends and turns of direction
LONGEST = 160  # characters of a title within a message; project choice


def one_line(text: str, longest: int = LONGEST) -> str:
    """The text on one line, bounded, without characters that are not shown, and with no address that a mail program
    would make a link of: the only links of a message are our own."""
    shown = "".join(" " if unicodedata.category(each) in _NOT_SHOWN else each for each in text)
    flat = " ".join(shown.replace("://", ": //").split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1].rstrip()}…"


def moment_in(moment: datetime, lang: str) -> str:
    """A moment in the installation's zone: '5 Maret 2031, 09.30 WIB'."""
    local = timezone.localtime(moment)
    return f"{texts.date(local.strftime('%Y-%m-%dT%H:%M'), 'en' if lang == 'en' else 'id')} {local.tzname()}"


def day_in(moment: datetime, lang: str) -> str:
    """A day in the installation's zone: '5 Maret 2031'."""
    return texts.date(timezone.localtime(moment).date().isoformat(), "en" if lang == "en" else "id")
