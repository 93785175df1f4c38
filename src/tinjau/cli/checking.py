"""`tinjau check`: what a careful reader would object."""

import argparse
from pathlib import Path
from typing import Any

from tinjau import pipeline
from tinjau.cli.output import print_json, say


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("check", help="lint a study folder or a published SWOT/IFE/EFE/QSPM/AHP table")
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", action="store_true", help="print the findings as one JSON document")
    parser.add_argument("--lang", choices=("id", "en"), default="en")
    parser.set_defaults(handler=_check)


def _check(arguments: argparse.Namespace) -> int:
    findings = pipeline.check(arguments.path)
    if arguments.json:
        print_json({"path": str(arguments.path), "findings": findings})
    else:
        for each in findings:
            print(_line(each, arguments.lang))
        say(f"{len(findings)} findings")
    return 1 if any(each["severity"] == "error" for each in findings) else 0


def _line(finding: dict[str, Any], lang: str) -> str:
    return f"{finding['severity']}: {finding['where']}: {finding['message'][lang]} [{finding['code']}]"
