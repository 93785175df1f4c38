"""Demo data: Medan and the sample city, and three logins with a known password. Only in the demo mode."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

import tinjau
from tinjau.web import mapping, running
from tinjau.web.assessors.demonstration import demonstrate
from tinjau.web.focus import demonstration
from tinjau.web.history import Author
from tinjau.web.ministry import demonstration as ministry_demonstration
from tinjau.web.models import Cycle, Membership, Office, Role, Run

PASSWORD = "peragaan-tinjau"  # noqa: S105 - the demo's, shown on its login page; it refuses a public address
LOGINS = (("operator", Role.OPERATOR), ("koordinator", Role.COORDINATOR), ("verifikator", Role.VERIFIER))
STUDIES = (
    ("kota-medan", "Pemerintah Kota Medan", "12.71", "medan"),
    ("kota-arunika", "Pemerintah Kota Arunika (rekaan)", "", "sample-city"),
)


class Command(BaseCommand):
    """Fill an empty database with the two built-in studies."""

    help = "demo data and logins (TINJAU_DEMO=1 only)"

    def handle(self, *args: Any, **options: Any) -> None:
        """Add what is missing; what stands is left alone."""
        del args, options
        if not settings.DEMO:
            raise CommandError("demo data come only with TINJAU_DEMO=1: the passwords are known")
        users = get_user_model()
        people = {
            name: users.objects.filter(username=name).first()
            or users.objects.create_user(username=name, password=PASSWORD)
            for name, _ in LOGINS
        }
        for slug, name, code, folder in STUDIES:
            office, _ = Office.objects.get_or_create(slug=slug, defaults={"name": name, "code": code})
            for login, role in LOGINS:
                Membership.objects.get_or_create(user=people[login], office=office, defaults={"role": role})
            if not office.cycles.exists():
                self._study(office, folder)
        ministry_demonstration.demonstrate(PASSWORD)

    def _study(self, office: Office, name: str) -> None:
        folder = Path(tinjau.__file__).parent / "demo" / "studies" / name
        with transaction.atomic():
            cycle = Cycle.objects.create(office=office, slug=name, title=name, period="2026")
            mapping.read_folder(folder, cycle, Author(None, "demo"))
            payload = cycle.entries_of("settings").first().payload
            cycle.title = str((payload.get("title") or {}).get("id") or name)[:200]
            cycle.save(update_fields=["title"])
            run = running.ask_for(cycle, Run.Kind.EVALUATE, None)
        running.work(run.pk)
        if name == "medan":
            demonstration.prepare(cycle)
        else:
            demonstrate(office, cycle, PASSWORD)
        self.stdout.write(f"made: {office.slug}/{cycle.slug}")
