"""`tinjau score`: an instrument on tabular answers."""

import argparse
from pathlib import Path

from tinjau import packs
from tinjau.cli.output import deliver, say
from tinjau.scoring.tabular import document, score_tabular
from tinjau.study.workbook import compare_with, read_folder


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("score", help="an instrument on answers in a table, a workbook or a folder")
    parser.add_argument("instrument", metavar="INSTRUMENT", help="an id of `tinjau instruments list`")
    parser.add_argument("answers", type=Path, metavar="ANSWERS", help="a .csv, a filled .xlsx, or a folder of tables")
    parser.add_argument("--out", help="FILE.json (stdout where none is named)")
    parser.add_argument("--compare", type=Path, metavar="DIR", help="published scores; every differing cell is listed")
    parser.set_defaults(handler=_score)


def _score(arguments: argparse.Namespace) -> int:
    instrument = packs.load_instrument(arguments.instrument)
    rows = read_folder(instrument, arguments.answers)
    result = score_tabular(instrument, rows)
    written = document(result)
    if arguments.compare is not None:
        written["compared"] = compare_with(instrument, result, arguments.compare)
        for table in written["compared"]["tables"]:
            say(f"{table}")
    deliver(written, arguments.out)
    return 0
