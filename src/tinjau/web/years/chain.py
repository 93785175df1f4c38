"""Which evaluation came before which."""

from typing import Any

from django.db import IntegrityError, transaction

from tinjau.web.models import Cycle, Succession

LONGEST = 20  # years back that are followed; project choice


class LoopError(Exception):
    """An evaluation would come before itself, or has one before it already."""


def previous_of(cycle: Cycle) -> Cycle | None:
    """The evaluation before this one."""
    link = Succession.objects.select_related("previous__office").filter(cycle=cycle).first()
    return link.previous if link is not None else None


def earlier(cycle: Cycle) -> list[Cycle]:
    """Every evaluation before this one, the nearest first."""
    found: list[Cycle] = []
    seen = {cycle.pk}
    here = previous_of(cycle)
    while here is not None and here.pk not in seen and len(found) < LONGEST:
        found.append(here)
        seen.add(here.pk)
        here = previous_of(here)
    return found


def link(cycle: Cycle, previous: Cycle, user: Any, taken: list[str] | None = None) -> Succession:
    """`cycle` follows `previous`. Raises LoopError where it follows one already, or would follow itself."""
    with transaction.atomic():
        list(Cycle.objects.select_for_update().filter(office=cycle.office_id).order_by("pk"))
        loops = previous.pk == cycle.pk or cycle.pk in {each.pk for each in earlier(previous)}
        if loops or cycle.office_id != previous.office_id or Succession.objects.filter(cycle=cycle).exists():
            raise LoopError
        try:
            return Succession.objects.create(cycle=cycle, previous=previous, taken=taken or [], by=user)
        except IntegrityError:
            raise LoopError from None


def label_of(cycle: Cycle) -> str:
    """How an evaluation is called beside others: its period, else its title."""
    return str(cycle.period or cycle.title)[:60]


def labels_of(cycles: list[Cycle]) -> list[str]:
    """Labels that tell them apart."""
    plain = [label_of(each) for each in cycles]
    return [
        name if plain.count(name) == 1 else f"{name} ({each.slug})" for name, each in zip(plain, cycles, strict=True)
    ]
