"""Due dates follow people: whoever evaluates a government no more, or works for it now, is named in none of them."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from tinjau.web.ministry.planning import plan_stages
from tinjau.web.models import Assignment, Membership, Participation


@receiver((post_save, post_delete), sender=Membership, dispatch_uid="tinjau-plan-for-member")
def plan_for_member(instance: Membership, *, raw: bool = False, **more: Any) -> None:
    """Plan anew the stages of every government that is assigned to whoever got or lost a role."""
    del more
    if not raw:  # of a backup: its due dates come with it
        for part in _parts(assignments__user=instance.user_id):
            plan_stages(part)


@receiver((post_save, post_delete), sender=Assignment, dispatch_uid="tinjau-plan-for-assignment")
def plan_for_assignment(instance: Assignment, *, raw: bool = False, **more: Any) -> None:
    """Plan anew the stages of a government that got or lost an evaluator."""
    del more
    if not raw:
        for part in _parts(pk=instance.participation_id):
            plan_stages(part)


def _parts(**which: Any) -> list[Participation]:
    return list(Participation.objects.filter(**which).select_related("office", "cycle"))
