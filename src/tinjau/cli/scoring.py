"""`tinjau score`: an instrument on answers in tables."""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tinjau import packs
from tinjau.cli.output import deliver, say
from tinjau.model import Instrument
from tinjau.scoring.tabular import TabularResult, document, score_tabular
from tinjau.study.workbook import bridge, compare_with, differences, differences_document, follows, read_answers

_SHOWN = 10
"""Indices that are printed; the document has all. Project choice."""


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("score", help="an instrument on answers in a table, a workbook or a folder")
    parser.add_argument("instrument", metavar="INSTRUMENT", help="an id of `tinjau instruments list`, or FILE.yaml")
    parser.add_argument("answers", type=Path, metavar="ANSWERS", help="a .csv, a filled .xlsx, or a folder of tables")
    parser.add_argument("--out", help="FILE.json (stdout where none is named)")
    parser.add_argument("--compare", type=Path, metavar="DIR", help="published scores; every differing cell is listed")
    parser.add_argument("--against", type=Path, metavar="ANSWERS", help="earlier answers; what changes is listed")
    parser.add_argument("--previous", type=Path, metavar="ANSWERS", help="last year's levels and recommendations")
    parser.add_argument("--previous-instrument", metavar="ID", help="theirs, where it is not the one replaced")
    parser.add_argument("--year", type=float, help="the year that currency of documents is counted from")
    parser.add_argument("--reading", default="", metavar="ID", help="another reading of an index, e.g. IKM-0.11")
    parser.set_defaults(handler=_score)


def _score(arguments: argparse.Namespace) -> int:
    instrument = _instrument(arguments.instrument)
    reading = read_answers(instrument, arguments.answers)
    result = score_tabular(instrument, reading.rows, as_of=arguments.year, reading=arguments.reading)
    written = document(replace(result, lint=(*reading.notes, *result.lint)))
    if arguments.against is not None:
        before = read_answers(instrument, arguments.against)
        written["differences"] = differences_document(differences(before.rows, reading.rows, instrument))
    if arguments.previous is not None:
        earlier = packs.load_instrument(arguments.previous_instrument or follows(instrument) or instrument.id)
        written["previous"] = bridge(instrument, earlier, read_answers(earlier, arguments.previous).rows)
    if arguments.compare is not None:
        written["compared"] = compare_with(instrument, result, arguments.compare)
    deliver(written, arguments.out)
    say(f"{instrument.id} {instrument.version} (verified: {instrument.verified}): {len(result.scores)} scores")
    for line in _summary(result):
        say(line)
    for table in written.get("compared", {}).get("tables", ()):
        say(_compared(table))
    return 0


def _summary(result: TabularResult) -> Iterator[str]:
    """What a person wants to see at once: the indices, how far assessors agree, how many objections there are."""
    indices = [each for each in result.scores if each.node.finish.bands and each.score is not None]
    for each in indices[:_SHOWN]:
        number = each.result.rounded if each.result.rounded is not None else each.score
        band = each.result.band_title.en if each.result.band_title else "no band"
        coverage = f"coverage {each.result.coverage:.0%}"
        yield f"  {' / '.join(each.unit.values())}: {each.id} {number:g} ({band}), {coverage}"
    if len(indices) > _SHOWN:
        yield f"  and {len(indices) - _SHOWN} more"
    agreement = result.agreement
    if agreement is not None:
        alpha = "undefined" if agreement["alpha"] is None else f"{agreement['alpha']:.3f}"
        people, cells = len(agreement["assessors"]), agreement["cells"]
        yield f"  agreement: alpha {alpha} over {cells} cells of {people} assessors"
    if result.lint:
        yield f"  {len(result.lint)} objections and notes: see `lint`"


def _instrument(name: str) -> Instrument:
    """An instrument that ships, or one's own from a file."""
    own = name.endswith((".yaml", ".yml"))
    return packs.read_instrument(Path(name)) if own else packs.load_instrument(name)


def _compared(table: Mapping[str, Any]) -> str:
    both = table["same"] + table["close"] + table["differing"]
    share = f"{(table['same'] + table['close']) / both:.2%}" if both else "none"
    return (
        f"{table['file']}: {table['same']} cells the same, {table['close']} within {table['tolerance']:g}, "
        f"{table['differing']} differing ({share} within); {table['only_published']} only published, "
        f"{table['only_computed']} only computed"
    )
