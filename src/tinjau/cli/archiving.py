"""`tinjau archive`: whether archives are whole, and the end of their retention."""

import argparse
import dataclasses
import sys
from pathlib import Path

from tinjau.archive import purge, verify
from tinjau.cli.output import print_json, say
from tinjau.model import InputError

EXIT_FAULTS = 1
EXIT_UNUSABLE = 2

_SHOWN = 20  # faults of one file that are printed; --json has all


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("archive", help="check web archives, or purge one at the end of its retention")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    check = actions.add_parser("verify", help="check every gzip member, record, length and digest")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check.add_argument("--json", action="store_true", help="print one JSON document to stdout")
    check.set_defaults(handler=_verify)
    end = actions.add_parser("purge", help="replace an archive by a tombstone that keeps ids, addresses and digests")
    end.add_argument("file", type=Path, metavar="FILE")
    end.set_defaults(handler=_purge)


def _verify(arguments: argparse.Namespace) -> int:
    """0 when every file is whole, 1 when one has faults, 2 when one is no archive."""
    results = []
    code = 0
    for path in arguments.files:
        try:
            result = verify(path)
        except InputError as error:
            say(f"tinjau: {error}")
            results.append({"file": str(path), "whole": False, "unusable": str(error)})
            code = EXIT_UNUSABLE
            continue
        results.append({**dataclasses.asdict(result), "whole": not result.faults})
        say(f"{path}: {result.records} records, {'whole' if not result.faults else f'{len(result.faults)} faults'}")
        for fault in result.faults[:_SHOWN]:
            say(f"  at byte {fault.offset}: {fault.message} [{fault.code}]")
        if len(result.faults) > _SHOWN:
            say(f"  and {len(result.faults) - _SHOWN} more")
        if result.faults:
            code = max(code, EXIT_FAULTS)
    if arguments.json:
        print_json({"files": results})
    sys.stdout.flush()
    return code


def _purge(arguments: argparse.Namespace) -> int:
    count = purge(arguments.file)
    say(f"purged: {arguments.file} ({count} records)" if count else f"{arguments.file} was purged already")
    return 0
