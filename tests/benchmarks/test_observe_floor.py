"""The benchmark measures what it says: the same pages on both sides, in processes of their own."""

from pathlib import Path

import pytest
from benchmarks.floor import read_and_parse
from benchmarks.observe_floor import Measured, growth_table, interleaved, speed_table
from fastwarc.warc import ArchiveIterator

from benchmarks import observe_floor, synthetic
from tinjau.demo.site import sample_city

PAGES = len(sample_city().pages)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.warc.gz"
    assert synthetic.write_archive(path, 2) == 2 * PAGES
    return path


def test_the_made_archive_holds_each_page_once_at_its_own_address(archive: Path) -> None:
    with archive.open("rb") as stream:
        addresses = [record.headers["WARC-Target-URI"] for record in ArchiveIterator(stream)]
    assert len(addresses) == len(set(addresses)) == 2 * PAGES


def test_the_made_archive_is_the_same_each_time(archive: Path, tmp_path: Path) -> None:
    synthetic.write_archive(tmp_path / "again.warc.gz", 2)
    assert (tmp_path / "again.warc.gz").read_bytes() == archive.read_bytes()


def test_the_floor_parses_every_page(archive: Path) -> None:
    assert read_and_parse([archive]) == 2 * PAGES


def test_both_sides_see_the_same_pages(archive: Path) -> None:
    both = interleaved([archive], 1)
    assert both["floor"].pages == both["observe"].pages == 2 * PAGES
    assert all(each.cpu > 0 and each.peak_mb > 5 for each in both.values())


def rows(full_cpu: float, full_mb: float) -> dict[str, Measured]:
    return {"floor": Measured(1000, 0.5, 30), "observe": Measured(1000, full_cpu, full_mb)}


@pytest.mark.parametrize(("cpu", "words"), [(1.5, "met."), (3.0, "within the limit."), (5.0, "missed.")])
def test_the_table_states_the_ratio_against_goal_and_limit(cpu: float, words: str) -> None:
    table = speed_table([("a.warc.gz", rows(cpu, 90))])
    assert f"| a.warc.gz | 1000 | 2,000 | {1000 / cpu:,.0f} | {cpu / 0.5:.1f} | 30 | 90 | 3.0 |" in table
    assert table.rstrip().endswith(words)


def test_growth_is_named() -> None:
    grown = [(2.0, rows(1, 90)), (20.0, {**rows(9, 95), "observe": Measured(2_000, 4.0, 95)})]
    assert "| 1,000 | 20 | 500 | 8.0 | 30 | 95 |" in growth_table(grown)
    assert "Limit 300 MB: met; 5.00 kB more for each page." in growth_table(grown)
    assert "largest 5 MB more" in growth_table(grown)
    assert "missed" in growth_table([(2.0, rows(1, 90)), (20.0, rows(9, 350))])


def test_documents_are_measured_apart(tmp_path: Path) -> None:
    size, both = observe_floor.documents(2, tmp_path / "made.warc.gz")
    assert both["with"].pages == both["without"].pages == 1
    assert both["with"].cpu > both["without"].cpu
    assert size > 10_000
    assert "| 2 |" in observe_floor.documents_table(size, both, 2)


def test_it_runs_without_the_shared_archives(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--shared", str(tmp_path), "--runs", "1", "--growth", "10,100", "--documents", "1"]
    assert observe_floor.main(given) == 0
    printed = capsys.readouterr().out
    assert f"| {PAGES} |" in printed
    assert f"| {2 * PAGES} |" in printed
