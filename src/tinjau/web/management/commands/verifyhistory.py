"""`tinjau manage verifyhistory [FILE …]`: whether every history is whole, also by lines kept elsewhere."""

import re
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tinjau.web.history import faults_in
from tinjau.web.models import Cycle

_LARGEST = 4 << 20  # bytes of a file of lines; project choice
_HASH = re.compile(r"[0-9a-f]{64}|-")


class Command(BaseCommand):
    """Check the chains of hashes, the anchors in the database, and kept lines."""

    help = "check every history; FILE holds lines of `anchor` or of an export's history-anchor.txt"

    def add_arguments(self, parser: Any) -> None:
        """Any number of files."""
        parser.add_argument("files", nargs="*", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what does not hold, and end with status 1 where something does not."""
        del args
        held: dict[str, set[tuple[int, str]]] = {}
        for path in options["files"]:
            for place, count, head in _lines(path):
                held.setdefault(place, set()).add((count, head))
        cycles = {f"{each.office.slug}/{each.slug}": each for each in Cycle.objects.select_related("office")}
        faults = [f"{place}: the evaluation is gone" for place in sorted(held.keys() - cycles.keys())]
        for place, cycle in sorted(cycles.items()):
            faults += [f"{place}: {each}" for each in faults_in(cycle, held.get(place, ()))]
        for each in faults:
            self.stdout.write(each)
        if faults:
            raise CommandError(f"{len(faults)} faults in {len(cycles)} histories")
        self.stdout.write(f"whole: {len(cycles)} histories, {sum(map(len, held.values()))} kept lines agree")


def _lines(path: Path) -> list[tuple[str, int, str]]:
    try:
        if path.stat().st_size > _LARGEST:
            raise CommandError(f"{path} is too large for a file of kept lines")
        rows = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} cannot be read: {error}") from None
    found = []
    for number, row in enumerate(rows, start=1):
        parts = row.split()
        if not parts or parts[0].startswith("#"):
            continue
        if len(parts) != 4 or not (parts[2].isascii() and parts[2].isdecimal()) or not _HASH.fullmatch(parts[3]):
            raise CommandError(f"{path}, line {number}: no line of `tinjau manage anchor`")
        found.append((parts[1], int(parts[2]), "" if parts[3] == "-" else parts[3]))
    return found
