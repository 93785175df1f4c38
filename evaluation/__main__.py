"""Measure the detectors against the reader: `python -m evaluation [--shared DIR] [--json FILE] [--docs FILE]`."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import tinjau
from evaluation.annotations import Annotation, load_all
from evaluation.compare import Case, site_cases
from evaluation.render import markdown, put_into, results
from evaluation.sites import archive_of
from tinjau.observe import observe

_ROOT = Path(__file__).resolve().parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 0 when anything was measured, 1 when every archive was absent."""
    given = _parser().parse_args(arguments)
    shared = given.shared if given.shared and given.shared.is_dir() else None
    cases, sites = measure(load_all(), shared)
    head: dict[str, Any] = {"date": datetime.now(UTC).date().isoformat(), "tinjau": tinjau.__version__, "sites": sites}
    found = results(cases, head)
    generated = markdown(found)
    sys.stdout.write(generated)
    if given.json:
        given.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if given.docs:
        page = given.docs.read_text(encoding="utf-8")
        given.docs.write_text(put_into(page, generated), encoding="utf-8")
    return 0 if cases else 1


def measure(annotations: Sequence[Annotation], shared: Path | None) -> tuple[list[Case], list[dict[str, Any]]]:
    """Run the detectors on every site that is there; the cases, and what is to be said of each site."""
    cases: list[Case] = []
    sites: list[dict[str, Any]] = []
    for each in annotations:
        with archive_of(each, shared) as archive:
            if archive is not None:
                cases += site_cases(each, observe([archive]).observations)
            sites.append({
                "site": each.site, "language": each.language, "sha256": each.sha256, "pages": each.sampled_from,
                "facts": len(each.facts) + len(each.extents), "measured": archive is not None,
                "contested": sum(fact.contested for fact in each.facts),
                "corrected": sum(bool(fact.corrected) for fact in each.facts),
            })  # fmt: skip
    return cases, sites


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    shared = Path(os.environ.get("TINJAU_SHARED", _ROOT.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=shared, help="folder with corpora/ and suites/")
    parser.add_argument("--json", type=Path, help="write the results here")
    parser.add_argument("--docs", type=Path, help="replace the generated part of this page")
    return parser


if __name__ == "__main__":
    sys.exit(main())
