"""What a password must not be: a word that everyone here would try, or one that was stolen elsewhere before."""

import hashlib
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from tinjau.web.models import Membership, Office
from tinjau.web.words import say

# Words of this application and of its field; with them the names of the offices that a person works for.
WORDS = (
    "tinjau", "password", "sandi", "admin", "operator", "koordinator", "coordinator", "verifikator", "verifier",
    "pemerintah", "kabupaten", "provinsi", "evaluasi", "layanan", "indonesia",
)  # fmt: skip
_LEAST_REST = 6  # characters that must be left when every known word is taken away; project choice
_NAMES_FROM = 4  # characters of a word of an office's name that counts ("kota" does, "dan" does not); project choice
_LINE = 40  # hexadecimal digits of SHA-1 at the beginning of a line


class KnownWords:
    """Refuses a password that is little more than words of the application, the office's name and the user's name."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError where fewer than six characters are left without the known words."""
        rest = password.casefold()
        for word in sorted({*WORDS, *_names_of(user)}, key=len, reverse=True):
            rest = rest.replace(word, "")
        if len(rest) < _LEAST_REST:
            raise ValidationError(say("password.words", _lang()), code="password_known_words")

    def get_help_text(self) -> str:
        """What the form says beforehand."""
        return say("password.words", _lang())


class StolenPasswords:
    """Refuses a password whose SHA-1 stands in the file that TINJAU_STOLEN_PASSWORDS names.

    The file is what Have I Been Pwned gives out: lines `SHA1:count` in the order of the digests. It is searched by
    halving, never read whole; nothing is asked over the network.
    """

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError where the file holds it."""
        del user
        path = settings.STOLEN_PASSWORDS
        if path and stands_in(Path(path), hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()):
            raise ValidationError(say("password.stolen", _lang()), code="password_stolen")

    def get_help_text(self) -> str:
        """What the form says beforehand."""
        return say("password.stolen", _lang()) if settings.STOLEN_PASSWORDS else ""


def stands_in(path: Path, digest: str) -> bool:
    """Whether a line of the sorted file begins with the digest (40 upper-case hexadecimal digits)."""
    wanted = digest.encode()
    with path.open("rb") as handle:
        low, high = 0, handle.seek(0, 2)
        while low < high:  # a line that begins with the digest begins in low..high
            middle = (low + high) // 2
            start, line = _line_at(handle, middle, low)
            if line[:_LINE].upper() == wanted:
                return True
            if line and line[:_LINE].upper() < wanted:
                low = max(handle.tell(), middle + 1)
            else:
                high = min(start, middle)
    return False


def _line_at(handle: BinaryIO, place: int, low: int) -> tuple[int, bytes]:
    """The line that holds this place, where it begins; the handle stands behind it."""
    start = place
    step = 64
    while start > low:
        begin = max(low, start - step)
        handle.seek(begin)
        found = handle.read(start - begin).rfind(b"\n")
        if found >= 0:
            start = begin + found + 1
            break
        start = begin
    handle.seek(start)
    return start, handle.readline(200)


def _names_of(user: Any) -> set[str]:
    if user is None:
        return set()
    offices = Office.objects.filter(memberships__in=Membership.objects.filter(user=user)) if user.pk else ()
    names = " ".join([user.get_username(), *(f"{each.name} {each.slug}" for each in offices)]).casefold()
    return {each for each in "".join(c if c.isalnum() else " " for c in names).split() if len(each) >= _NAMES_FROM}


def _lang() -> str:
    return "en" if (get_language() or "id").startswith("en") else "id"
