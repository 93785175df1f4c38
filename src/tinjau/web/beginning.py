"""A new evaluation of an office: its address, its title, its instruments."""

from typing import Any

from django.db import transaction
from django.utils.text import slugify

from tinjau import packs
from tinjau.web.models import Cycle, Office

_LONGEST = 200


def create(office: Office, title: str, period: str) -> Cycle:
    """A new cycle with an address of its own."""
    slug = (slugify(title) or "cycle")[:60]
    with transaction.atomic():
        Office.objects.select_for_update().get(pk=office.pk)  # two at once do not take the same address
        taken = set(office.cycles.values_list("slug", flat=True))
        number = 1
        while (name := slug if number == 1 else f"{slug}-{number}") in taken:
            number += 1
        return Cycle.objects.create(office=office, slug=name, title=title, period=period)


def title_of(payload: dict[str, Any], lang: str) -> str:
    """The study's title in the reader's language."""
    title = payload.get("title") or ""
    if isinstance(title, dict):
        title = title.get(lang) or next(iter(title.values()), "")
    return str(title)[:_LONGEST]


def instruments_of(cycle: Cycle) -> list[Any]:
    """The instruments that the cycle's settings name."""
    entry = cycle.entries_of("settings").first()
    names = (entry.payload or {}).get("instruments") if entry else None
    known = set(packs.instrument_ids())
    return [packs.load_instrument(each) for each in names or ("sitokdana-7", "wb-4") if each in known]
