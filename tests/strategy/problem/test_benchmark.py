"""The benchmark of stage 3 runs, and its witnesses agree."""

import re

import pytest

from benchmarks import strategy


def test_both_tables_are_printed_and_results_agree(capsys: pytest.CaptureFixture[str]) -> None:
    assert strategy.main(["--draws", "60", "--runs", "1"]) == 0
    printed = capsys.readouterr().out
    assert "| everything |" in printed
    apart = [float(each) for each in re.findall(r"\| ([0-9.]+e[+-][0-9]+) \|$", printed, re.MULTILINE)]
    assert len(apart) == 4
    assert max(apart) < 1e-6
