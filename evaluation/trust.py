"""What the program itself knows of how far its detectors can be trusted: the packaged summary of results.json."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[1]
RESULTS = _ROOT / "evaluation" / "results.json"
TRUST = _ROOT / "src" / "tinjau" / "observe" / "trust.json"


def trust(found: Mapping[str, Any]) -> dict[str, Any]:
    """The summary: over everything, over sites seen for the first time, and for each detector.

    `cases` are cases that reader and detector both decided, `independent` how many of them count as independent;
    `proven` means that there are enough of these (evaluation/figures.py, INDEPENDENT).
    """
    measured = {each["name"]: each for each in (*found["pages"], *found["detectors"])}  # what is said of a site counts
    first = found["invented"]["first"]
    return {
        "date": found["date"],
        "read": {"sites": len(found["sites"]), **_shares(found["overall"])},
        "unseen": {"sites": sum(len(each["sites"]) for each in first), **_shares(_added(first))},
        "detectors": {name: _detector(measured[name]) for name in sorted(measured)},
    }


def write_trust(found: Mapping[str, Any], path: Path = TRUST) -> None:
    """Keep the summary where the program reads it."""
    path.write_text(json.dumps(trust(found), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _added(runs: list[Mapping[str, Any]]) -> dict[str, int]:
    return {name: sum(each[name] for each in runs) for name in ("tp", "fp", "fn", "tn")}


def _shares(counts: Mapping[str, Any]) -> dict[str, float | None]:
    reported, there = counts["tp"] + counts["fp"], counts["tp"] + counts["fn"]
    return {
        "precision": round(counts["tp"] / reported, 3) if reported else None,
        "recall": round(counts["tp"] / there, 3) if there else None,
    }


def _detector(figures: Mapping[str, Any]) -> dict[str, Any]:
    agreement = figures["agreement"]
    return {
        "cases": agreement["of"] if agreement else 0,
        "independent": agreement["effective"] if agreement else 0,
        **_shares(figures),
        "proven": not figures["unproven"],
    }


if __name__ == "__main__":
    write_trust(json.loads(RESULTS.read_text(encoding="utf-8")))
