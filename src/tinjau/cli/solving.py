"""`tinjau strategy`: stage 3 alone."""

import argparse
from pathlib import Path

from tinjau import pipeline
from tinjau.cli.output import deliver


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("strategy", help="factors, weights, judgements, votes, options: their results")
    parser.add_argument("problem", type=Path, metavar="PROBLEM.yaml")
    parser.add_argument("--out", help="FILE.json (stdout where none is named)")
    parser.set_defaults(handler=_solve)


def _solve(arguments: argparse.Namespace) -> int:
    deliver(pipeline.solve(arguments.problem), arguments.out)
    return 0
