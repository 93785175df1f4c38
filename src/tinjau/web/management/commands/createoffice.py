"""`tinjau manage createoffice SLUG NAME [--code CODE]`: a new government."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tinjau.web.models import Office


class Command(BaseCommand):
    """Make an office."""

    help = "make an office: createoffice medan 'Pemerintah Kota Medan' --code 12.71"

    def add_arguments(self, parser: Any) -> None:
        """SLUG, NAME and the official code."""
        parser.add_argument("slug")
        parser.add_argument("name")
        parser.add_argument("--code", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, or say that it is there."""
        del args
        if Office.objects.filter(slug=options["slug"]).exists():
            raise CommandError(f"there is an office '{options['slug']}' already")
        Office.objects.create(slug=options["slug"], name=options["name"], code=options["code"])
        self.stdout.write(f"made: {options['slug']}")
