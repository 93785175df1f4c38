"""`tinjau manage backup FOLDER` and `restore FOLDER`: everything, provably equal afterwards."""

import hashlib
import json
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import serializers
from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

from tinjau.web.models import (
    Cycle,
    Entry,
    Evidence,
    Membership,
    Office,
    Result,
    Run,
    ShareLink,
    models_of_assessors,
    models_of_focus,
    models_of_ministry,
    models_of_notices,
    models_of_security,
    models_of_years,
)

FOLDERS = ("evidence", "archives", "results")


class _WholeMoments(DjangoJSONEncoder):
    """Django's own encoder cuts a moment to milliseconds; the chain of a history is over the whole of it."""

    def default(self, o: Any) -> Any:
        """A moment with all its digits; everything else as Django writes it."""
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def canonical_export() -> bytes:
    """Every row of the application, in one order and one writing: two databases that hold the same export the same."""
    rows: list[Any] = []
    outermost = not connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:  # one moment, while people go on working
        if connection.vendor == "postgresql" and outermost:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for model in models_kept():
            rows += json.loads(serializers.serialize("json", model.objects.order_by("pk"), cls=_WholeMoments))
    return json.dumps(rows, sort_keys=True, ensure_ascii=False, indent=0).encode()


def models_kept() -> tuple[Any, ...]:
    """The tables of a backup, each after those that it points to. Second factors are in it: a restore without them
    would open every account by its password alone."""
    return (
        get_user_model(), Authenticator, SocialAccount, Office, Membership, Cycle, Entry, Evidence, Run, Result,
        ShareLink, *models_of_security(), *models_of_focus(), *models_of_ministry(), *models_of_notices(),
        *models_of_assessors(), *models_of_years(),
    )  # fmt: skip


class Command(BaseCommand):
    """Write a backup."""

    help = "write everything into FOLDER: rows, evidence, archives, results, and a digest to prove it"

    def add_arguments(self, parser: Any) -> None:
        """FOLDER must not exist."""
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Rows first, files after them (files are only ever added, so none that a row names is missing); the whole is
        renamed into place."""
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
