"""Who may have an account: nobody signs up alone; an administrator invites."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings

from tinjau.web.models import Membership


class Accounts(DefaultAccountAdapter):
    """Sign-up is closed: accounts are made by `tinjau manage` or on an office's members page."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Never."""
        del request
        return False


class Links(DefaultSocialAccountAdapter):
    """An identity provider opens an account only where its owner, signed in, joined the two. Strangers get none."""

    def is_open_for_signup(self, request: Any, sociallogin: Any) -> bool:
        """Never: what a provider says of a person's name or address makes no account and opens none."""
        del request, sociallogin
        return False


def lacks_factor(user: Any) -> bool:
    """Whether a role of this person needs a second factor (TINJAU_MFA) that was not set up yet."""
    if not settings.MFA_ROLES or not Membership.objects.filter(user=user, role__in=settings.MFA_ROLES).exists():
        return False
    factors = Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return not factors.exists()
