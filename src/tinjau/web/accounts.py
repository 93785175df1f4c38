"""Who may have an account: nobody signs up alone; an administrator invites."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class Accounts(DefaultAccountAdapter):
    """Sign-up is closed: accounts are made by `tinjau manage` or on an office's members page."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Never."""
        del request
        return False
