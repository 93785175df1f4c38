"""Due dates of a cycle: set or move one, take one back, and those that concern a person.

Whoever plans something (a coordinator, a ministry's stage) calls `set_due` with a key of his own; calling it again with
the same values changes nothing, so that it may be called whenever a plan is saved.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from tinjau.model import Text
from tinjau.web.models import Cycle, Due, Membership

LONGEST_TITLE = 200
MOST = 200  # due dates of one cycle that stand; project choice


class TooManyError(Exception):
    """The cycle has as many due dates as one may have."""


def set_due(
    cycle: Cycle,
    key: str,
    at: datetime,
    title: Text,
    *,
    roles: Iterable[str] = (),
    persons: Iterable[int] = (),
    address: str = "",
) -> Due:
    """The due date `key` of the cycle stands at `at` (aware) afterwards, made or moved; one at a time, as often as
    wished.

    `roles`: whom of the office it concerns (none: everyone of it). `persons`: ids of accounts that it concerns besides
    (an evaluator). `address`: the path of the page where it is done, "" for the cycle's own. Raises TooManyError.
    """
    fields: dict[str, Any] = {
        "at": at, "title_id": title.get("id")[:LONGEST_TITLE], "title_en": title.get("en")[:LONGEST_TITLE],
        "roles": sorted(set(map(str, roles))), "persons": sorted(set(persons)), "address": address[:300],
        "withdrawn": False,
    }  # fmt: skip
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        found = Due.objects.filter(cycle=cycle, key=key).first()
        if found is None:
            if Due.objects.filter(cycle=cycle, withdrawn=False).count() >= MOST:
                raise TooManyError
            return Due.objects.create(cycle=cycle, key=key, **fields)
        if any(getattr(found, name) != value for name, value in fields.items()):
            for name, value in fields.items():
                setattr(found, name, value)
            found.revision, found.changed = found.revision + 1, timezone.now()
            found.save()
        return found


def take_back(cycle: Cycle, key: str) -> bool:
    """The due date `key` stands no more; whether it stood."""
    with transaction.atomic():
        found = Due.objects.select_for_update().filter(cycle=cycle, key=key, withdrawn=False).first()
        if found is None:
            return False
        found.withdrawn, found.revision, found.changed = True, found.revision + 1, timezone.now()
        found.save(update_fields=["withdrawn", "revision", "changed"])
        return True


def due_dates(
    user: Any, *, after: datetime | None = None, before: datetime | None = None, withdrawn: bool = False
) -> list[Due]:
    """Those that concern this person, soonest first: of his offices by his role there, and those that name him.

    `after` ≤ at < `before`. With `withdrawn` also those that were taken back (for calendars).
    """
    roles = dict(Membership.objects.filter(user=user, office__isnull=False).values_list("office_id", "role"))
    rows = Due.objects.select_related("cycle__office").order_by("at", "pk")
    if not withdrawn:
        rows = rows.filter(withdrawn=False)
    if after is not None:
        rows = rows.filter(at__gte=after)
    if before is not None:
        rows = rows.filter(at__lt=before)
    found = [each for each in rows.filter(cycle__office__in=list(roles)) if concerns(each, user, roles)]
    seen = {each.pk for each in found}
    found += [each for each in _naming(rows, user) if each.pk not in seen]
    return sorted(found, key=lambda each: (each.at, each.pk))


def concerns(due: Due, user: Any, roles: dict[int, str]) -> bool:
    """Whether a due date of one of these offices (id → the person's role there) is for this person."""
    role = roles.get(due.cycle.office_id)
    return user.pk in due.persons or (role is not None and (not due.roles or role in due.roles))


def standing(cycle: Cycle) -> Sequence[Due]:
    """The cycle's due dates, soonest first."""
    return list(Due.objects.filter(cycle=cycle, withdrawn=False))


def _naming(rows: "QuerySet[Due]", user: Any) -> Iterable[Due]:
    """Rows that name the person himself. Text search finds candidates on both databases; the list decides."""
    candidates = rows.filter(~Q(persons=[])).filter(persons__icontains=str(user.pk))
    return (each for each in candidates if user.pk in each.persons)
