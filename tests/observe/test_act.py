"""Accessibility rules by their ACT id: a table of our own, and W3C's cases where they are at hand."""

import json
from collections import Counter

import pytest
from tests.shared_paths import REASON, SHARED

from tinjau.model import Outcome
from tinjau.observe.act import RULES, outcome_for, outcomes

PEOPLES = {"b20e66", "fd3a94"}  # where addresses differ, people tell
CASES = [
    ("2779a5", "<title>Kota</title>", "passed"), ("2779a5", "<p>x", "failed"), ("2779a5", "<title> </title>", "failed"),
    ("b5c3f8", "<html lang=id><p>x", "passed"), ("b5c3f8", "<html><p>x", "failed"),
    ("bf051a", "<html lang=id-ID>", "passed"), ("bf051a", "<html lang=bahasa>", "failed"), ("bf051a", "<html>",
        "inapplicable"),
    ("b4f0c3", "<meta name=viewport content='user-scalable=no'>", "failed"),
    ("b4f0c3", "<meta name=viewport content='width=device-width'>", "inapplicable"),
    ("bc659a", "<meta http-equiv=refresh content='30'>", "failed"), ("bc659a",
        "<meta http-equiv=refresh content='0; URL=/'>", "passed"),
    ("c487ae", "<a href=/>Beranda</a>", "passed"), ("c487ae", "<a href=/></a>", "failed"),
    ("c487ae", "<a href=/><svg></svg></a>", "cantTell"), ("c487ae", "<a>x</a>", "inapplicable"),
    ("c487ae", "<a href=/ style='display:none'></a>", "inapplicable"),
    ("97a4e1", "<button>Kirim</button>", "passed"), ("97a4e1", "<button><i class=icon></i></button>", "failed"),
    ("23a2a8", "<img src=x alt='Balai kota'>", "passed"), ("23a2a8", "<img src=x>", "failed"),
    ("23a2a8", "<img src=x alt=''>", "passed"), ("23a2a8", "<img src=x aria-hidden=true>", "inapplicable"),
    ("e086e5", "<label for=n>Nama</label><input id=n>", "passed"), ("e086e5", "<input name=n>", "failed"),
    ("e086e5", "<label>Nama <input></label>", "passed"), ("e086e5", "<input type=hidden>", "inapplicable"),
    ("cae760", "<iframe src=x title=Peta></iframe>", "passed"), ("cae760", "<iframe src=x></iframe>", "failed"),
    ("ffd0e9", "<h1>Kota</h1>", "passed"), ("ffd0e9", "<h1><img alt=''></h1>", "failed"),
    ("674b10", "<div role=navigation>x</div>", "passed"), ("674b10", "<div role=menuu>x</div>", "failed"),
    ("9e45ec", "<p style='word-spacing: 0.1em !important'>x</p>", "failed"),
    ("46ca7f", "<img src=x alt=''>", "passed"), ("46ca7f", "<img src=x alt='' aria-label=Peta>", "failed"),
    ("46ca7f", "<button role=none>x</button>", "failed"), ("46ca7f", "<img src=x>", "inapplicable"),
    ("kb1m8s", "<p aria-label=x>y</p>", "failed"), ("kb1m8s", "<a href=/ aria-label=x>y</a>", "passed"),
    ("kb1m8s", "<p>x", "inapplicable"), ("kb1m8s", "<x-menu aria-label=x>y</x-menu>", "cantTell"),
    ("5c01ea", "<a href=/ aria-expanded=true>x</a>", "passed"), ("5c01ea", "<p aria-checked=true>x</p>", "failed"),
    ("5c01ea", "<x-menu aria-checked=true>y</x-menu>", "cantTell"),
    ("bc4a75", "<ul><li>x</ul>", "passed"), ("bc4a75", "<ul><a href=/>x</a></ul>", "failed"),
    ("bc4a75", "<div role=menu><div role=group><a role=menuitem>x</a></div></div>", "passed"),
    ("bc4a75", "<div role=tree aria-busy=true></div>", "inapplicable"),
    ("d0f69e", "<table><tr><th>Layanan<th>Biaya<tr><td>KTP<td>Gratis</table>", "passed"),
    ("d0f69e", "<table><tr><th>Layanan<th>Biaya<tr><td>KTP</table>", "failed"),
    ("d0f69e", "<table><tr><th rowspan=2>A<td>1<tr><td>2</table>", "passed"),
    ("d0f69e", "<table><tr><td>1</table>", "inapplicable"),
    ("b20e66", "<a href=/a>Baca</a><a href=/a>Baca</a>", "passed"),
    ("b20e66", "<a href=/a>Baca</a><a href=/b>Baca</a>", "cantTell"), ("b20e66", "<a href=/a>Baca</a>", "inapplicable"),
    ("none", "<p>x", "untested"),
]  # fmt: skip


@pytest.mark.parametrize("rule, html, expected", CASES)
def test_outcome(rule: str, html: str, expected: str) -> None:
    assert outcome_for(rule, html) == expected


def test_all_rules_answer_any_page() -> None:
    found = outcomes(b"<p>\xff<a href=x><svg><title>y</title></svg></a>" + b"<div>" * 3_000)
    assert set(found) == set(RULES)


def test_a_page_of_labels_that_point_at_each_other_ends() -> None:
    html = "".join(f"<a href=/ id=a{n} aria-labelledby=a{(n + 1) % 50}></a>" for n in range(50))
    assert outcome_for("c487ae", html) in (Outcome.FAILED, Outcome.CANT_TELL)


@pytest.mark.skipif(SHARED is None, reason=REASON)
def test_w3c_cases_are_never_contradicted() -> None:
    assert SHARED is not None
    folder = SHARED / "suites/act"
    counts: Counter[str] = Counter()
    wrong = []
    for case in json.loads((folder / "testcases.json").read_text(encoding="utf-8")):
        if case["ruleId"] not in RULES:
            continue
        found, expected = outcome_for(case["ruleId"], (folder / case["file"]).read_bytes()), case["expected"]
        if case["ruleId"] not in PEOPLES:
            counts["cannot tell" if found == Outcome.CANT_TELL else "told"] += 1
        if found != Outcome.CANT_TELL and (found == Outcome.FAILED) != (expected == "failed"):
            wrong.append((case["ruleId"], case["testcaseTitle"], expected, found))
    assert not wrong
    assert counts["cannot tell"] < 0.1 * counts["told"]


@pytest.mark.parametrize("rule", sorted(RULES))
def test_no_rule_is_dearer_than_its_page_is_long(rule: str) -> None:
    # Quadratic work on these would take minutes, not the second that all rules take together.
    rows = "".join(f"<tr><th>a<td rowspan=9>{number}<td headers=x>b" for number in range(2_000))
    lists = "<ul><li><a href=/a>Baca</a>" * 150
    assert outcome_for(rule, f"<table>{rows}</table>{lists}<div role=list aria-owns=o><p id=o aria-owns=o>x") in Outcome
