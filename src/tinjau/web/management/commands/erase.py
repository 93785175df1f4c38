"""`tinjau manage erase OFFICE [--text T] [--by NAME]`: erase personal data, with a preview first."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from tinjau.web import erasure
from tinjau.web.erasing_rooms import take_rows
from tinjau.web.history import Author
from tinjau.web.models import Office


class Command(BaseCommand):
    """Erase what a person wrote, or what mentions a person."""

    help = "erase personal data: shows what would go; with --yes and --reason it goes, and a tombstone stays"

    def add_arguments(self, parser: Any) -> None:
        """OFFICE (or OFFICE/CYCLE) and what to look for."""
        parser.add_argument("place", metavar="OFFICE[/CYCLE]")
        parser.add_argument("--text", default="", help=f"at least {erasure.SHORTEST} characters; capitals do not count")
        parser.add_argument("--by", default="", help="name of the account that wrote it")
        parser.add_argument("--reason", default="", help="why; the history keeps it")
        parser.add_argument("--results", action="store_true", help="also the results that were made from it")
        parser.add_argument("--yes", action="store_true", help="erase; without it nothing is changed")

    def handle(self, *args: Any, **options: Any) -> None:
        """Find, say what was found, and erase it where that is asked for."""
        del args
        slug, _, part = options["place"].partition("/")
        office = Office.objects.filter(slug=slug).first()
        cycles = office.cycles.filter(**({"slug": part} if part else {})) if office else ()
        if not cycles:
            raise CommandError(f"there is no evaluation at '{options['place']}'")
        if len(options["text"]) < erasure.SHORTEST and not options["by"]:
            raise CommandError(f"name an account with --by, or at least {erasure.SHORTEST} characters with --text")
        found = erasure.find(cycles, text=options["text"], author=options["by"])
        for entry in found.entries:
            self.stdout.write(f"entry {entry.cycle.slug} {entry.sequence}: {entry.kind} {entry.key}")
        for each in found.files:
            self.stdout.write(f"file {each.cycle.slug}: {each.name}")
        for result in found.results:
            said = "mentions it" if result.pk in found.mentioning else "was made while it stood"
            self.stdout.write(f"result {result.cycle.slug} {result.pk}: {said}")
        for row in found.rows:
            self.stdout.write(f"row {row.cycle.slug} {row.id}")
        if found.more:
            self.stdout.write(f"more than {erasure.MOST}: call it again afterwards")
        if not options["yes"]:
            self.stdout.write("nothing was changed; add --yes and --reason")
            return
        if not options["reason"].strip():
            raise CommandError("say why with --reason")
        results = found.results if options["results"] else ()
        author = Author(None, options["reason"][:2000])
        with transaction.atomic():
            done = erasure.take_out(found.entries, found.files, results, author)
            rows = take_rows([each.id for each in found.rows], cycles, author, text=options["text"])
        self.stdout.write(
            f"erased: {done[0]} entries, {done[1]} files, {done[2]} results, {rows} rows of rounds and groups"
        )
