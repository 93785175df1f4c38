"""Private notes: encrypted with the installation's key, read for their author alone.

A stolen database or a backup without the file `secret-key` (or TINJAU_SECRET_KEY) shows that there are notes, not
what they say. They are no entries: no history, export, count or erasure of others reaches them.
"""

import base64
import hashlib
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils import timezone

from tinjau.web.models import Cycle, PrivateNote

LONGEST = 8_000  # characters of a note; project choice
MOST = 2_000  # notes of one person in one cycle; project choice


class TooManyNotesError(Exception):
    """The person has as many notes here as one may have."""


def notes_of(user: Any, cycle: Cycle) -> dict[str, str]:
    """The person's own notes in the cycle by what they are about; one that the key does not open is left out."""
    found: dict[str, str] = {}
    for note in PrivateNote.objects.filter(user=user, cycle=cycle):
        try:
            found[note.about] = _lock().decrypt(bytes(note.sealed)).decode()
        except InvalidToken:
            continue
    return found


def keep(user: Any, cycle: Cycle, about: str, text: str) -> None:
    """The note says `text` afterwards; it is gone where the text is empty. Raises TooManyNotesError."""
    mine = PrivateNote.objects.filter(user=user, cycle=cycle)
    if not text:
        mine.filter(about=about).delete()
        return
    if not mine.filter(about=about).exists() and mine.count() >= MOST:
        raise TooManyNotesError
    fields = {"sealed": _lock().encrypt(text[:LONGEST].encode()), "at": timezone.now()}
    PrivateNote.objects.update_or_create(user=user, cycle=cycle, about=about, defaults=fields)


def _lock() -> Fernet:
    key = hashlib.sha256(b"tinjau private notes " + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
