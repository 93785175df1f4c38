"""A run through the real detectors, small: nothing breaks, parts are the same batches, troubles are found and named."""

from pathlib import Path

import fuzz.run as fuzz_run
import pytest
from fuzz.__main__ import main
from fuzz.pages import made
from fuzz.run import Outcome, Trouble, run, together

from tinjau.observe import ObservationResult, observe

SMALL = 60


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz_run, "BATCH", 20)


def test_a_run_ends_without_trouble_and_says_its_seed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--pages", str(SMALL), "--seed", "3", "--shared", str(tmp_path / "none"), "--workers", "1"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("seed 3, 60 pages")
    assert "0 real ones" in said


@pytest.mark.usefixtures("small_batches")
def test_parts_of_a_run_are_the_batches_of_the_whole() -> None:
    whole = run(SMALL, 5, made(), [])
    parts = together([run(SMALL, 5, made(), [], part, 2) for part in range(2)])
    assert (whole.pages, whole.observed) == (parts.pages, parts.observed) == (SMALL, SMALL + 20)


@pytest.mark.usefixtures("small_batches")
def test_the_one_page_that_breaks_a_batch_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(paths: list[Path]) -> ObservationResult:
        if b"Pasar Pagi" in paths[0].read_bytes():
            raise RecursionError("too deep")
        return observe(paths)

    monkeypatch.setattr(fuzz_run, "observe", breaking)
    outcome = run(40, 7, made(), [])
    assert {each.kind for each in outcome.troubles} == {"crash"}
    assert all(b"Pasar Pagi" in each.page for each in outcome.troubles if each.page)
    assert outcome.troubles[0].seed.startswith("7:")


@pytest.mark.usefixtures("small_batches")
def test_another_answer_the_second_time_is_a_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[int] = []

    def unsteady(paths: list[Path]) -> ObservationResult:
        times.append(1)
        found = observe(paths)
        return ObservationResult(found.observations[len(times) % 2 :], found.capture, found.services)

    monkeypatch.setattr(fuzz_run, "observe", unsteady)
    assert [each.kind for each in run(20, 7, made(), []).troubles] == ["unsteady"]


def test_memory_of_a_run_is_that_of_the_part_that_grew_most() -> None:
    parts = [Outcome(1, 1, 1.0, 0.0, 100.0, 101.0), Outcome(2, 2, 1.0, 0.0, 90.0, 140.0, [Trouble("1:1", "slow", "")])]
    whole = together(parts)
    assert (whole.pages, whole.memory_early, whole.memory_late, len(whole.troubles)) == (3, 90.0, 140.0, 1)
