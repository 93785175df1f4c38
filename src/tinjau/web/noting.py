"""What is noted by the way: in the security log who signed in, failed and signed out (names are quoted, so that none
forges a line); and with every result the head of the history that it was made of."""

import logging
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_save
from django.dispatch import receiver

from tinjau.web.history import anchor
from tinjau.web.models import Result

_LOG = logging.getLogger("tinjau.security")


@receiver(user_logged_in)
def signed_in(sender: Any, request: Any, user: Any, **more: Any) -> None:
    """A session begins."""
    del sender, more
    _LOG.info("signed in: %r from %s", user.get_username(), _address(request))


@receiver(user_logged_out)
def signed_out(sender: Any, request: Any, user: Any, **more: Any) -> None:
    """A session ends."""
    del sender, more
    _LOG.info("signed out: %r from %s", user.get_username() if user else "", _address(request))


@receiver(user_login_failed)
def failed(sender: Any, credentials: Any, request: Any = None, **more: Any) -> None:
    """A wrong password, or a name that nobody has; the password is never noted."""
    del sender, more
    _LOG.warning("failed sign-in: %r from %s", str((credentials or {}).get("username", ""))[:150], _address(request))


@receiver(post_save, sender=Result)
def concluded(sender: Any, instance: Result, *, created: bool, raw: bool = False, **more: Any) -> None:
    """A result holds the head of its history; one that a restore writes brings its own anchor along."""
    del sender, more
    if created and not raw:
        anchor(instance.cycle, f"result-{instance.pk}")


def _address(request: Any) -> str:
    return repr(str(request.META.get("REMOTE_ADDR", ""))) if request is not None else "''"
