"""Ballots of an open round are kept sealed under the server's key: no query, export or backup shows what they say."""

import base64
import hashlib
import hmac
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


def seal(ballot: dict[str, Any]) -> str:
    """The ballot as a text that only this server opens again; of two equal ballots the texts differ."""
    text = json.dumps(ballot, sort_keys=True, separators=(",", ":"))
    size = -(-len(text) // _BLOCK) * _BLOCK  # the length tells nothing of the numbers
    return _box().encrypt(text.ljust(size).encode()).decode()


def opened(sealed: str) -> dict[str, Any] | None:
    """What was sealed; None where this server has another key (a backup that was restored without it)."""
    try:
        found = json.loads(_box().decrypt(sealed.encode()))
    except (InvalidToken, ValueError):
        return None
    return found if isinstance(found, dict) else None


_BLOCK = 512  # characters


def _box() -> Fernet:
    key = hmac.new(settings.SECRET_KEY.encode(), b"tinjau.focus.ballot", hashlib.sha256).digest()
    return Fernet(base64.urlsafe_b64encode(key))
