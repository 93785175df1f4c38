"""Outcomes of single pages, rule by rule."""

import pytest
from evaluation.static_rules import outcomes


@pytest.mark.parametrize(
    "rule,page,outcome",
    [
        ("2779a5", "<title>Kota</title>", "passed"),
        ("2779a5", "<title> </title>", "failed"),
        ("b5c3f8", "<html lang=id>", "passed"),
        ("b5c3f8", "<html>", "failed"),
        ("bf051a", "<html>", "inapplicable"),
        ("bf051a", "<html lang='#1'>", "failed"),
        ("b4f0c3", "<meta name=viewport content='user-scalable=no'>", "failed"),
        ("b4f0c3", "<p>x", "inapplicable"),
        ("23a2a8", "<img src=a.png alt=''>", "passed"),
        ("23a2a8", "<img src=a.png>", "failed"),
        ("23a2a8", "<p>x", "inapplicable"),
        ("e086e5", "<input name=q placeholder=Cari>", "passed"),
        ("e086e5", "<input name=q>", "failed"),
        ("e086e5", "<input type=hidden name=q>", "inapplicable"),
        ("c487ae", "<a href=/x>Profil</a>", "passed"),
        ("c487ae", "<a href=/x></a>", "failed"),
    ],
)
def test_a_rule_says_what_the_page_shows(rule: str, page: str, outcome: str) -> None:
    assert outcomes(page.encode(), "http://x.example/")[rule] == outcome
