"""`tinjau instruments`: the packs that ship, and validation of one's own."""

import argparse
import sys
from pathlib import Path
from typing import Any

from tinjau import packs
from tinjau.cli.output import print_json, say
from tinjau.model import InputError, Instrument
from tinjau.observe import DETECTORS
from tinjau.scoring.tabular import read_plan
from tinjau.study.workbook import write_workbook


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("instruments", help="list, show or validate instruments")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    listing = verbs.add_parser("list", help="every instrument that ships")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(handler=_list)
    show = verbs.add_parser("show", help="one instrument, or a published schema")
    show.add_argument("id", nargs="?")
    show.add_argument("--json", action="store_true")
    show.add_argument("--schema", choices=("assessment", "plan"))
    show.add_argument("--format", choices=("text", "json", "xlsx"), default="text", help="xlsx: a workbook to fill in")
    show.add_argument("--out", type=Path, help="FILE.xlsx for the workbook (ID.xlsx where none is named)")
    show.set_defaults(handler=_show)
    validate = verbs.add_parser("validate", help="check an instrument of your own")
    validate.add_argument("path", type=Path)
    validate.set_defaults(handler=_validate)


def _list(arguments: argparse.Namespace) -> int:
    instruments = packs.list_instruments()
    if arguments.json:
        print_json({"instruments": [_head(each) for each in instruments]})
    else:
        for each in instruments:
            print(f"{each.id:20} {each.version:10} verified: {each.verified:8} {each.title.en}")
    return 0


def _show(arguments: argparse.Namespace) -> int:
    if arguments.schema:
        print_json(packs.load_schema(arguments.schema))
        return 0
    if not arguments.id:
        raise InputError("instruments show", "", "no instrument is named", "Give an id of `tinjau instruments list`")
    instrument = packs.load_instrument(arguments.id)
    if arguments.format == "xlsx":
        out = arguments.out or Path(f"{instrument.id}.xlsx")
        write_workbook(instrument, out)
        say(f"wrote: {out}")
    elif arguments.json or arguments.format == "json":
        print_json(_whole(instrument))
    else:
        print(packs.catalogue(instrument))
    return 0


def _validate(arguments: argparse.Namespace) -> int:
    faults = packs.faults_of(arguments.path, frozenset(each.name for each in DETECTORS))
    if not faults:
        faults = _faults_of_calculation(arguments.path)
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        say(f"{arguments.path}: valid")
    return 1 if faults else 0


def _faults_of_calculation(path: Path) -> list[str]:
    """What the scoring room finds wrong in a pack that is well-formed; empty where it has no calculation."""
    instrument = packs.read_instrument(path)
    if not instrument.data.get("calculation"):
        return []
    try:
        read_plan(instrument)
    except InputError as error:
        return [str(error)]
    return []


def _head(each: Instrument) -> dict[str, Any]:
    return {
        "id": each.id,
        "version": each.version,
        "title": {"id": each.title.id, "en": each.title.en},
        "in_force": each.in_force,
        "verified": each.verified,
    }


def _whole(each: Instrument) -> dict[str, Any]:
    document = dict(each.data)
    document.update(_head(each))
    document["criteria"] = [
        {
            **dict(criterion.extra),
            "id": criterion.id,
            "title": {"id": criterion.title.id, "en": criterion.title.en},
            "about": {"id": criterion.about.id, "en": criterion.about.en},
            "weight": criterion.weight,
            "parent": criterion.parent or None,
            "source": criterion.source,
            "verified": criterion.verified,
            "themes": list(criterion.themes),
        }
        for criterion in each.criteria
    ]
    document["indicators"] = [
        {
            **dict(indicator.extra),
            "id": indicator.id,
            "criterion": indicator.criterion,
            "weight": indicator.weight,
            "mode": indicator.mode.value,
            "verified": indicator.verified,
            "source": indicator.source,
            "unit": indicator.unit,
            "question": {"id": indicator.question.id, "en": indicator.question.en},
            "why": {"id": indicator.why.id, "en": indicator.why.en},
            "mend": {"id": indicator.mend.id, "en": indicator.mend.en},
            "ask": {"id": indicator.ask.id, "en": indicator.ask.en},
            "values": list(indicator.values),
            "themes": list(indicator.themes),
            "settled": [
                {
                    "detectors": list(s.detectors),
                    "quantifier": s.quantifier,
                    "threshold": s.threshold,
                    "subject": s.subject,
                }
                for s in indicator.settled
            ],
        }
        for indicator in each.indicators
    ]
    return document
