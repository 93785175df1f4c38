"""The W3C's ACT test cases through the static rules: agree, disagree, cannot tell, by rule."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Outcomes = Callable[[bytes, str], Mapping[str, str]]  # a page and its address to outcomes by rule


def run(folder: Path, outcomes: Outcomes) -> dict[str, Any]:
    """Every case of `folder`/testcases.json whose rule is implemented.

    A case agrees as ACT's consistency asks: what must fail fails, what must pass or does not apply does not fail
    (`exact` counts equal outcomes). An outcome cantTell is neither agreement nor disagreement.
    """
    cases: list[dict[str, Any]] = json.loads((folder / "testcases.json").read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    totals: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: list[dict[str, str]] = []
    for case in cases:
        rule, expected = case["ruleId"], case["expected"]
        names.setdefault(rule, case["ruleName"])
        totals[rule] += 1
        body = (folder / case["file"]).read_bytes()
        found = outcomes(body, case["url"]).get(rule)
        if found is None:
            continue
        verdict = _verdict(expected, found)
        counts[rule][verdict] += 1
        counts[rule]["exact"] += found == expected
        if verdict == "disagree":
            wrong.append({"rule": rule, "title": case["testcaseTitle"], "expected": expected, "found": found,
                          "file": case["file"]})  # fmt: skip
    return {
        "rules": len(totals), "cases": len(cases),
        "by_rule": [_row(rule, names, counts[rule]) for rule in sorted(counts)],
        "not_implemented": sorted(set(totals) - set(counts)), "disagreements": wrong,
    }  # fmt: skip


def _verdict(expected: str, found: str) -> str:
    if found == "cantTell":
        return "cannot_tell"
    return "agree" if (found == "failed") == (expected == "failed") else "disagree"


def _row(rule: str, names: Mapping[str, str], count: Counter[str]) -> dict[str, Any]:
    verdicts = {key: count[key] for key in ("agree", "disagree", "cannot_tell")}
    return {"rule": rule, "name": names[rule], "cases": sum(verdicts.values()), **verdicts, "exact": count["exact"]}
