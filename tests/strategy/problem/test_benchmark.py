"""The benchmarks of stage 3 run, and what they measure is what the project relies on."""

import re

import pytest

from benchmarks import strategy, strategy_lint


def test_both_tables_are_printed_and_results_agree(capsys: pytest.CaptureFixture[str]) -> None:
    assert strategy.main(["--draws", "60", "--runs", "1"]) == 0
    printed = capsys.readouterr().out
    assert "| everything |" in printed
    apart = [float(each) for each in re.findall(r"\| ([0-9.]+e[+-][0-9]+) \|$", printed, re.MULTILINE)]
    assert len(apart) == 4
    assert max(apart) < 1e-6


@pytest.mark.parametrize("name", strategy_lint.MAKERS)
def test_the_lint_seldom_cries_wolf_and_finds_what_was_planted(name: str) -> None:
    false, told, _, _ = strategy_lint.rates(strategy_lint.MAKERS[name], 120)
    assert false <= 0.03
    assert told >= 0.93


def test_rates_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert strategy_lint.main(["--tables", "5"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2 + len(strategy_lint.MAKERS)
