"""Measure the detectors against the reader: `python -m evaluation [--shared DIR] [--json FILE] [--docs FILE]`."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import tinjau
from evaluation import act, axe
from evaluation.annotations import Annotation, load_all
from evaluation.challenge import challenge_archive, first_results, load_challenges
from evaluation.compare import EXTENTS, Case, page_cases, site_cases
from evaluation.render import invented, markdown, put_into, results
from evaluation.services import compared
from evaluation.sites import archive_of
from evaluation.static_rules import outcomes
from evaluation.trust import RESULTS, write_trust
from tinjau.observe import observe

_ROOT = Path(__file__).resolve().parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 0 when anything was measured, 1 when every archive was absent."""
    given = _parser().parse_args(arguments)
    shared = given.shared if given.shared and given.shared.is_dir() else None
    annotations = load_all()
    measured = measure(annotations, shared)
    head: dict[str, Any] = {
        "date": datetime.now(UTC).date().isoformat(),
        "tinjau": tinjau.__version__,
        "sites": measured.sites,
        "services": measured.services,
        "invented": invented(measured.invented, first_results()),
    }
    if shared and (shared / "suites" / "act").is_dir():
        head["act"] = act.run(shared / "suites" / "act", outcomes)
    if given.browser and shared:
        archives = [shared / "corpora" / each.archive for each in annotations if each.archive]
        head["axe"] = axe.confusion(archives, given.browser, outcomes)
    elif kept := _kept(given.json, "axe"):
        head["axe"] = kept
    found = results(measured.cases, measured.pages, head)
    generated = markdown(found)
    sys.stdout.write(generated)
    if given.json:
        given.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        if given.json.resolve() == RESULTS:
            write_trust(found)
    if given.docs:
        page = given.docs.read_text(encoding="utf-8")
        given.docs.write_text(put_into(page, generated), encoding="utf-8")
    return 0 if measured.cases else 1


@dataclass(slots=True)
class Measured:
    """What a run over the sites gave: site facts, facts of sampled pages, services, and what is said of each site.

    `invented` are the facts of the challenge's sites, counted apart.
    """

    cases: list[Case] = field(default_factory=list)
    pages: list[Case] = field(default_factory=list)
    services: list[dict[str, Any]] = field(default_factory=list)
    sites: list[dict[str, Any]] = field(default_factory=list)
    invented: list[Case] = field(default_factory=list)


def measure(annotations: Sequence[Annotation], shared: Path | None) -> Measured:
    """Run the detectors on every site that is there."""
    measured = Measured()
    for each in annotations:
        with archive_of(each, shared) as archive:
            if archive is not None:
                result = observe([archive])
                measured.cases += site_cases(each, result.observations)
                measured.pages += page_cases(each, result.observations)
                measured.services.append(compared(each, result.services))
            measured.sites.append({
                "site": each.site, "language": each.language, "sha256": each.sha256, "pages": each.sampled_from,
                "facts": len(each.facts) + len(each.later) + len(each.extents), "measured": archive is not None,
                "contested": sum(fact.contested for fact in each.facts),
                "corrected": sum(bool(fact.corrected) for fact in each.facts),
            })  # fmt: skip
    questions = [fact.detector for fact in annotations[0].facts] + list(EXTENTS)
    for challenge in load_challenges(questions):
        with challenge_archive(challenge) as archive:
            measured.invented += site_cases(challenge, observe([archive]).observations)
    return measured


def _kept(path: Path | None, key: str) -> Any:
    """What an earlier run found and this one does not measure again; None where there is nothing."""
    if path is None or not path.is_file():
        return None
    return json.loads(path.read_text(encoding="utf-8")).get(key)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    shared = Path(os.environ.get("TINJAU_SHARED", _ROOT.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=shared, help="folder with corpora/ and suites/")
    parser.add_argument("--json", type=Path, help="write the results here")
    parser.add_argument("--browser", type=int, default=0, help="pages of each archive for Chromium with axe-core")
    parser.add_argument("--docs", type=Path, help="replace the generated part of this page")
    return parser


if __name__ == "__main__":
    sys.exit(main())
