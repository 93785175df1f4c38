"""`tinjau compare`: assessments side by side."""

import argparse
from dataclasses import asdict
from pathlib import Path

from tinjau import pipeline
from tinjau.cli.output import print_json, say
from tinjau.scoring.comparing import Comparison

_ARROWS = {"up": "↑", "down": "↓", "same": "=", "broken": "≠", "appeared": "+", "vanished": "-", "unknown": "?"}


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("compare", help="studies side by side, or the same government over years")
    parser.add_argument("results", nargs="+", type=Path, metavar="RESULT", help="assessment.json, or its folder")
    parser.add_argument("--json", action="store_true", help="print the comparison as one JSON document")
    parser.add_argument("--out", type=Path, help="write the comparison as one file: .html, .pdf or .docx")
    parser.add_argument("--lang", choices=("id", "en"), default="id", help="language of the page")
    parser.set_defaults(handler=_compare)


def _compare(arguments: argparse.Namespace) -> int:
    comparison = pipeline.compare(arguments.results, arguments.lang, arguments.out)
    if arguments.json:
        print_json(asdict(comparison))
    else:
        for line in lines_of(comparison):
            print(line)
    if arguments.out:
        say(f"wrote: {arguments.out}")
    return 0


def lines_of(comparison: Comparison) -> list[str]:
    """The comparison as lines of text: phase, criteria, what moved, what broke."""
    kind = "the same government over time" if comparison.same_government else "several governments"
    lines = [f"{kind}: {' | '.join(comparison.labels)}"]
    lines.append(_line("phase", comparison.phases, [each.how for each in comparison.phase_changes]))
    lines += [
        _line(f"{row.instrument} {row.criterion}", row.values, [each.how for each in row.changes])
        for row in comparison.criteria
    ]
    if comparison.same_government:
        lines += [
            _line(f"  {row.indicator} {row.unit}".rstrip(), row.outcomes, [each.how for each in row.changes])
            for row in comparison.indicators
        ]
    lines += [f"not comparable: {each}" for each in comparison.breaks]
    return lines


def _line(name: str, values: tuple[str | float | None, ...], changes: list[str]) -> str:
    shown = [f"{each:.2f}" if isinstance(each, float) else each or "not assessed" for each in values]
    cells = [shown[0]]
    for how, value in zip(changes, shown[1:], strict=True):
        cells += [_ARROWS[how], value]
    return f"{name:44} {' '.join(cells)}"
