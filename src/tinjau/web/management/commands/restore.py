"""`tinjau manage restore FOLDER`: a backup into an empty installation."""

import hashlib
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import serializers
from django.core.management.base import BaseCommand, CommandError
from django.core.management.color import no_style
from django.db import connection, transaction

from tinjau.web.management.commands.backup import FOLDERS, canonical_export, models_kept
from tinjau.web.models import Office


class Command(BaseCommand):
    """Read a backup."""

    help = "read a backup into an empty installation; it is complete or it is not there"

    def add_arguments(self, parser: Any) -> None:
        """FOLDER is what `backup` wrote."""
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Check the digest, copy the files, write all rows in one transaction, compare."""
        del args
        folder: Path = options["folder"]
        if not (folder / "rows.json").is_file():
            raise CommandError(f"{folder} is no backup")
        rows = (folder / "rows.json").read_bytes()
        if hashlib.sha256(rows).hexdigest() != (folder / "SHA256").read_text(encoding="ascii").strip():
            raise CommandError("the backup was changed or torn: its digest does not agree")
        if Office.objects.exists() or get_user_model().objects.exists():
            raise CommandError("this installation is not empty; restore into a new one (TINJAU_HOME)")
        for name in FOLDERS:
            if (folder / name).is_dir():
                shutil.copytree(folder / name, Path(settings.HOME) / name, dirs_exist_ok=True)
        with transaction.atomic():
            models = set(models_kept())
            for row in serializers.deserialize("json", rows.decode()):
                if type(row.object) not in models:
                    raise CommandError(f"no backup of tinjau holds rows of {type(row.object).__name__}")
                row.save()
            with connection.cursor() as cursor:
                for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
                    cursor.execute(statement)
            if canonical_export() != rows:
                raise CommandError("what was written is not what the backup holds; nothing was kept")
        self.stdout.write(f"restored: {folder}")
