"""`tinjau observe`: facts of an archive."""

import argparse
from pathlib import Path

from tinjau import pipeline
from tinjau.cli.output import say

EXIT_PARTIAL = 3


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("observe", help="state facts of archives: one row an observation")
    parser.add_argument("archives", nargs="+", type=Path, metavar="ARCHIVE")
    parser.add_argument("--out", type=Path, required=True, help="FILE.parquet or FILE.jsonl")
    parser.set_defaults(handler=_observe)


def _observe(arguments: argparse.Namespace) -> int:
    result = pipeline.observe_archives(arguments.archives, arguments.out)
    say(f"wrote: {arguments.out} ({len(result.observations)} observations)")
    if result.capture and result.capture.loss:
        say(f"partly done: {result.capture.loss}")
        return EXIT_PARTIAL
    return 0
