"""`tinjau record`: one archived page as text, with an excerpt marked."""

import argparse
from pathlib import Path

from tinjau import study
from tinjau.archive import Reader, Record
from tinjau.cli.output import say
from tinjau.model import InputError
from tinjau.report.archived import record_page


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("record", help="one archived page as text, with an excerpt marked")
    parser.add_argument("archive", type=Path, help="the archive that a report rests on")
    parser.add_argument("id", help="the record's id, as the report and observations name it")
    parser.add_argument("--excerpt", default="", help="words to mark")
    parser.add_argument("--lang", choices=("id", "en"), default="id", help="language of the page around the text")
    parser.add_argument("--out", type=Path, required=True, help="the HTML file to write")
    parser.set_defaults(handler=_record)


def _record(arguments: argparse.Namespace) -> int:
    record = find_record(arguments.archive, arguments.id)
    study.write_text(arguments.out, record_page(record, arguments.excerpt, arguments.lang))
    say(f"wrote: {arguments.out}")
    return 0


def find_record(archive: Path, name: str) -> Record:
    """The record of that id, with or without angle brackets. Raises InputError where the archive has none."""
    wanted = name.strip().strip("<>")
    for record in Reader(archive):
        if record.id.strip("<>") == wanted:
            return record
    raise InputError(
        str(archive), f"record {name[:80]}", "the archive has no record of this id", "Copy the id from the report"
    )
