"""Assessors and a following year in the demonstration: in the invented city only."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from tinjau.web.assessors import rounds
from tinjau.web.assessors.items import chosen_items
from tinjau.web.beginning import create, instruments_of
from tinjau.web.history import Author
from tinjau.web.models import Cycle, Membership, Office, Role
from tinjau.web.years.cloning import Wanted, clone

LOGINS = ("penilai-1", "penilai-2", "penilai-3")
_ASKED = ("sitokdana-7/transparency/whole", "sitokdana-7/economy/verdict")


def demonstrate(office: Office, cycle: Cycle, password: str) -> None:
    """Three assessors of this office, and a second evaluation that follows `cycle` with a round open to them."""
    users = get_user_model()
    people = []
    for name in LOGINS:
        user: Any = users.objects.filter(username=name).first()
        people.append(user or users.objects.create_user(username=name, password=password))
        Membership.objects.get_or_create(user=people[-1], office=office, defaults={"role": Role.ASSESSOR})
    with transaction.atomic():
        made = create(office, "Kota Arunika, tahun berikutnya (rekaan)", "2027")
        taken = ("services", "settings", "factors", "strategies", "actions")
        clone(cycle, made, Wanted(made.title, made.period, taken, ("sitokdana-7", "wb-4")), Author(None, "demo"))
        items = chosen_items(instruments_of(made), _ASKED, ())
        wanted = rounds.Wanted(
            "Penilaian oleh tiga penilai (rekaan)", "", items, "code", None, tuple(each.pk for each in people), ()
        )
        rounds.start(rounds.save(made, wanted, None), Author(None, "demo"))
