"""A run through the real detectors, small: nothing breaks, parts are the same batches, troubles are found and named."""

from pathlib import Path

import fuzz.outcome as fuzz_outcome
import fuzz.run as fuzz_run
import pytest
from fuzz.__main__ import main
from fuzz.outcome import Outcome, Trouble, load, save, together
from fuzz.pages import made
from fuzz.run import run

from tinjau.observe import ObservationResult, observe

SMALL = 60


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz_run, "BATCH", 20)


def test_a_run_ends_without_trouble_and_says_its_seed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--pages", str(SMALL), "--seed", "3", "--shared", str(tmp_path / "none"), "--workers", "1",
                 "--state", str(tmp_path / "state")]) == 0  # fmt: skip
    said = capsys.readouterr().out
    assert not (tmp_path / "state").exists()
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


@pytest.mark.usefixtures("small_batches")
def test_an_interrupted_run_goes_on_with_its_seed_and_ends_as_if_nothing_had_been(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz_outcome, "_EVERY", 1)
    seen: list[bytes] = []
    stop_at = [5]

    def watched(paths: list[Path]) -> ObservationResult:
        if len(seen) == stop_at[0]:
            raise KeyboardInterrupt
        seen.append(paths[0].read_bytes())
        return observe(paths)

    monkeypatch.setattr(fuzz_run, "observe", watched)
    arguments = ["--pages", "120", "--shared", str(tmp_path / "none"), "--workers", "1", "--state", str(tmp_path / "s")]
    assert main([*arguments, "--seed", "11"]) == 3
    assert load(tmp_path / "s" / "part-0.json").batches == 4
    stop_at[0] = -1
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert "going on" in said
    assert "120 pages, 20 of them twice" in said
    interrupted = {each for each in seen if each.count(b"WARC/1.1") > 2}
    seen.clear()
    assert main([*arguments, "--seed", "11"]) == 0
    assert interrupted == {each for each in seen if each.count(b"WARC/1.1") > 2}


def test_another_seed_or_other_pages_begin_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "run.json").write_text('{"seed": 1, "pages": 60, "parts": 1, "shared": "None", "code": "older"}')
    save(Outcome(pages=40, observed=40, batches=1), tmp_path / "part-0.json")
    assert main(["--pages", "20", "--seed", "3", "--shared", str(tmp_path / "none"), "--workers", "1",
                 "--state", str(tmp_path)]) == 0  # fmt: skip
    assert "20 pages, 20 of them twice" in capsys.readouterr().out


def test_what_a_run_keeps_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = Outcome(
        3, 4, 1.5, 0.25, 0.0, 101.0, [Trouble("1:1", "crash", "x", b"\xff<")], 2, [(3, 101.0)], [(0.5, "1:1")]
    )
    save(kept, tmp_path / "part-0.json")
    assert load(tmp_path / "part-0.json") == kept
    assert load(None) == load(tmp_path / "none.json") == Outcome()
