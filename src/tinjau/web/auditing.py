"""What the history of an evaluation comes to, for the line that its reports print."""

from django.db.models import Q
from django.utils import timezone

from tinjau.model import NOBODY, History
from tinjau.web.models import Cycle, Membership


def audit_of(cycle: Cycle, until: int) -> History | None:
    """The first `until` entries of a cycle in figures, without names; None where there are none.

    People are counted by the names that the history keeps (an account that was removed still wrote), roles by what
    those accounts are in the office, or nationally, today.
    """
    entries = cycle.entries.filter(sequence__lte=until).order_by("sequence")
    first, last = entries.first(), entries.last()
    if first is None or last is None:
        return None
    names = set(entries.order_by().values_list("author_name", flat=True).distinct()) - {NOBODY}
    authors = entries.order_by().exclude(author=None).values_list("author_id", flat=True).distinct()
    held = Membership.objects.filter(Q(office=cycle.office_id) | Q(office=None), user__in=authors)
    roles = held.order_by().values_list("role", flat=True).distinct().count()
    days = [timezone.localtime(each.at).date().isoformat() for each in (first, last)]
    return History(last.sequence, len(names), roles, days[0], days[1], last.hash)
