"""A zipped study becomes a new evaluation of an office: all of it or nothing."""

import tempfile
from pathlib import Path
from typing import IO, Any

from django.db import transaction

from tinjau.web import mapping
from tinjau.web.beginning import create, title_of
from tinjau.web.editing import bundle
from tinjau.web.history import Author
from tinjau.web.models import Cycle, Office


def import_study(
    office: Office, upload: IO[bytes] | Any, name: str, author: Author, lang: str, bounds: bundle.Bounds
) -> Cycle:
    """The new cycle. Raises InputError, and leaves nothing behind, where the study or a file with it cannot be read."""
    with tempfile.TemporaryDirectory(prefix="tinjau-import-") as scratch:
        folder = bundle.unpack(upload, Path(scratch) / "study", bounds)
        with transaction.atomic():
            cycle = create(office, name[:200] or "study", "")
            mapping.read_folder(folder, cycle, author)
            payload = cycle.entries_of("settings").first().payload
            cycle.title = title_of(payload, lang) or cycle.title
            cycle.period = str(payload.get("period", ""))[:40]
            cycle.save(update_fields=["title", "period"])
            bundle.bring_in(folder, cycle, author)
    return cycle
