"""`tinjau manage backup FOLDER` and `restore FOLDER`: everything, provably equal afterwards."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import serializers
from django.core.management.base import BaseCommand, CommandError

from tinjau.web.models import Cycle, Entry, Evidence, Membership, Office, Result, Run, ShareLink

FOLDERS = ("evidence", "archives", "results")


def canonical_export() -> bytes:
    """Every row of the application, in one order and one writing: two databases that hold the same export the same."""
    from django.contrib.auth import get_user_model  # the model is known only once the settings are loaded

    rows = []
    for model in (get_user_model(), Office, Membership, Cycle, Entry, Evidence, Run, Result, ShareLink):
        rows += json.loads(serializers.serialize("json", model.objects.order_by("pk")))
    return json.dumps(rows, sort_keys=True, ensure_ascii=False, indent=0).encode()


class Command(BaseCommand):
    """Write a backup."""

    help = "write everything into FOLDER: rows, evidence, archives, results, and a digest to prove it"

    def add_arguments(self, parser: Any) -> None:
        """FOLDER must not exist."""
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Files first, rows last, the whole renamed into place."""
        del args
        target: Path = options["folder"]
        if target.exists():
            raise CommandError(f"{target} exists already; name a new folder")
        part = target.with_name(target.name + ".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        rows = canonical_export()
        for name in FOLDERS:
            source = Path(settings.HOME) / name
            if source.is_dir():
                shutil.copytree(source, part / name)
        (part / "rows.json").write_bytes(rows)
        (part / "SHA256").write_text(hashlib.sha256(rows).hexdigest() + "\n", encoding="ascii")
        part.rename(target)
        self.stdout.write(f"wrote: {target}")
