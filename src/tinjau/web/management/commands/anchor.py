"""`tinjau manage anchor`: one line a cycle to keep elsewhere; `verifyhistory` compares with it."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from tinjau.web.history import head_of
from tinjau.web.models import Cycle


class Command(BaseCommand):
    """Print the heads of all histories."""

    help = "print a line for each history: moment, office/evaluation, number of entries, hash of the last"

    def handle(self, *args: Any, **options: Any) -> None:
        """One line a cycle, in the order of their addresses."""
        del args, options
        for cycle in Cycle.objects.select_related("office").order_by("office__slug", "slug"):
            self.stdout.write(line_of(cycle))


def line_of(cycle: Cycle) -> str:
    """The line to keep: moment (UTC), office/cycle, number of entries, hash of the last."""
    count, head = head_of(cycle)
    now = timezone.now().isoformat(timespec="seconds")
    return f"{now} {cycle.office.slug}/{cycle.slug} {count} {head or '-'}"
