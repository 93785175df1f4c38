"""Signed links: one confirms an address, another ends the messages. Each is good for its purpose, for one person and
for one address alone; neither holds the address itself."""

import hashlib
from datetime import timedelta
from typing import Any

from django.core import signing

from tinjau.web.models import Wish

CONFIRM_WITHIN = timedelta(hours=24)  # project choice
_CONFIRM, _STOP = "tinjau.notices.confirm", "tinjau.notices.stop"
_LONGEST = 300  # characters of a token that are looked at; project choice


def confirming(wish: Wish) -> str:
    """The token of the link that is sent to the address."""
    return signing.dumps(_payload(wish), salt=_CONFIRM)


def confirmed_by(token: str, user: Any) -> Wish | None:
    """The wish of this person whose address the token confirms, or has confirmed already; None for another person's
    token, one of another address, one that is too old or no token at all."""
    found = _opened(token, _CONFIRM, CONFIRM_WITHIN)
    return found if found is not None and found.user_id == user.pk else None


def stopping(wish: Wish) -> str:
    """The token of the link that ends the messages; without an end, as long as the address stands."""
    return signing.dumps(_payload(wish), salt=_STOP)


def stopped_by(token: str) -> Wish | None:
    """The wish whose messages the token ends."""
    return _opened(token, _STOP, None)


def _payload(wish: Wish) -> list[Any]:
    return [wish.user_id, hashlib.sha256(wish.address.encode()).hexdigest()[:24]]


def _opened(token: str, salt: str, within: timedelta | None) -> Wish | None:
    if len(token) > _LONGEST:
        return None
    try:
        payload = signing.loads(token, salt=salt, max_age=within)
    except signing.BadSignature:
        return None
    wish = Wish.objects.select_related("user").filter(user=payload[0]).exclude(address="").first()
    return wish if wish is not None and _payload(wish) == payload else None
