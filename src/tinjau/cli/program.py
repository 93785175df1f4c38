"""The program: its commands, its exit codes, and how it fails."""

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from importlib.metadata import entry_points

from tinjau import pipeline
from tinjau.cli import (
    archiving,
    browsing,
    capturing,
    checking,
    comparing,
    evaluating,
    importing,
    instruments,
    observing,
    reporting,
    scoring,
    solving,
)
from tinjau.model import TinjauError

_COMMANDS = (
    evaluating, capturing, observing, scoring, solving, checking, comparing, browsing, archiving, reporting,
    importing, instruments,
)  # fmt: skip
EXIT_INTERRUPTED = 3
EXIT_INTERNAL = 70  # EX_SOFTWARE of BSD's sysexits.h: a fault of ours, not of the input


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (0 done, 1 errors found, 2 unusable input, 3 interrupted or partial)."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.handler(arguments))
    except TinjauError as error:
        print(f"tinjau: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("tinjau: interrupted. Call the same command again to go on.", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output closed it (`tinjau … | head`): silence is what they asked for.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"tinjau: {error.filename or 'the file system'}: {error.strerror or error}.", file=sys.stderr)
        return 2
    except Exception as error:  # the last line of defence: a user never sees a traceback
        if os.environ.get("TINJAU_DEBUG"):
            traceback.print_exc()
        print(
            f"tinjau: a fault of tinjau's own ({type(error).__name__}: {error}). Nothing was half-written. "
            "Set TINJAU_DEBUG=1 to see where, and report it.",
            file=sys.stderr,
        )
        return EXIT_INTERNAL


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tinjau",
        description="Evaluate a government's online services, find its phase, derive strategies - with the evidence.",
        epilog="Exit codes: 0 done, 1 errors found, 2 unusable input, 3 interrupted or partly done (call again).",
    )
    parser.add_argument("--version", action="version", version=f"tinjau {pipeline.version()}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in _COMMANDS:
        module.register(commands)
    for point in entry_points(group="tinjau.commands"):
        point.load()(commands)
    return parser
