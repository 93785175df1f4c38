"""What a person may open at this moment, asked by the same rules as the pages ask."""

from typing import Any

from django.db.models import Q

from tinjau.web.accounts import lacks_factor
from tinjau.web.models import Cycle, Due, Membership
from tinjau.web.permissions import ASSESS, VIEW, assigned_to, offices_for, standing_in, within


class Sight:
    """One person's view; what was asked once is remembered as long as this lives."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self.blocked = not user.is_active or lacks_factor(user)
        # Whose turn something is, is decided by roles in offices alone: elsewhere one only reads.
        self.offices = set(Membership.objects.filter(user=user, office__isnull=False).values_list("office", flat=True))
        self._held: dict[int, frozenset[str]] = {}
        self._opens: dict[int, frozenset[str]] = {}

    def cycles(self) -> Q:
        """The condition on an entry that its cycle is within reach at all."""
        return Q(cycle__office__in=offices_for(self.user)) | Q(cycle__participation__in=assigned_to(self.user))

    def held(self, cycle: Cycle) -> frozenset[str]:
        """The abilities in this cycle's office; reading alone where the government was assigned; else none."""
        if cycle.pk not in self._held:
            office, abilities = standing_in(self.user, cycle.office.slug)
            if office is None and assigned_to(self.user).filter(cycle=cycle.pk).exists():
                abilities = frozenset({VIEW})
            self._held[cycle.pk] = frozenset() if self.blocked else abilities
        return self._held[cycle.pk]

    def opens(self, cycle: Cycle) -> frozenset[str]:
        """What of these holds in this cycle: whoever scores it blind opens nothing but the own sheet."""
        if cycle.pk not in self._opens:
            self._opens[cycle.pk] = within(self.user, cycle, self.held(cycle))
        return self._opens[cycle.pk]

    def reads(self, cycle: Cycle) -> bool:
        """Whether the person may read this evaluation."""
        return VIEW in self.opens(cycle)

    def reaches(self, due: Due) -> bool:
        """Whether a due date that concerns the person may be told: one may read the evaluation, or scores it and is
        named in it."""
        named = self.user.pk in due.persons and ASSESS in self.held(due.cycle)
        return named or self.reads(due.cycle)
