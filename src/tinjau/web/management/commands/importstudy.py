"""`tinjau manage importstudy OFFICE FILE.zip`: an exported evaluation, too large for the page that takes small ones."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tinjau.model import InputError
from tinjau.web.editing.bundle import BY_COMMAND
from tinjau.web.editing.importing import import_study
from tinjau.web.history import Author
from tinjau.web.models import Office


class Command(BaseCommand):
    """Make an evaluation of a zip."""

    help = "make an evaluation of an exported zip, with its evidence and archives: importstudy medan medan.zip"

    def add_arguments(self, parser: Any) -> None:
        """OFFICE is its address; FILE a zip as the export page gives it."""
        parser.add_argument("office")
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """All of it, or nothing and why."""
        del args
        office = Office.objects.filter(slug=options["office"]).first()
        if office is None:
            raise CommandError(f"there is no office '{options['office']}'; make it with createoffice")
        path: Path = options["file"]
        if not path.is_file() or path.stat().st_size > BY_COMMAND.packed:
            raise CommandError(f"{path} is no file that can be taken in")
        try:
            with path.open("rb") as handle:
                cycle = import_study(office, handle, path.stem, Author(None, "importstudy"), "id", BY_COMMAND)
        except InputError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"made: {office.slug}/{cycle.slug}")
