"""Documents that are wrong in every way: each is answered, and the process that reads them is the only one hurt."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.observe.pdfs import bomb, hostile, scanned_pdf, text_pdf

from tinjau.observe.pdf import process as reading
from tinjau.observe.pdf.process import MAX_BYTES, PdfProcess, PdfText
from tinjau.texts import known_reason

GOOD = text_pdf([["LAPORAN KINERJA", "TAHUN 2023"], ["Bab I"], ["Bab II"], ["Bab III"]], "LKjIP")
ENDS = sys.platform == "linux"  # where a process's own clock and memory can be bounded


def test_the_first_pages_are_read() -> None:
    with PdfProcess() as process:
        found = process.read(GOOD)
        assert (found.title, found.pages, found.why) == ("LKjIP", 4, "")
        assert found.text.split() == ["LAPORAN", "KINERJA", "TAHUN", "2023", "Bab", "I", "Bab", "II"]
        assert not found.scanned
        assert not found.tagged
        assert process.read(GOOD) == found


def test_pictures_without_text_are_told_from_text_and_from_nothing() -> None:
    with PdfProcess() as process:
        assert process.read(scanned_pdf(4)).scanned
        assert not process.read(text_pdf([[]])).scanned, "an empty page is no picture"
        assert process.read(text_pdf([["a b c"]], tagged=True)).tagged


def test_every_hostile_document_is_answered_and_the_next_one_read() -> None:
    with PdfProcess(cpu=2) as process:
        answers = {name: process.read(body) for name, body in hostile().items()}
        assert process.read(GOOD).pages == 4
    assert all(known_reason(each.why) for each in answers.values()), {each.why for each in answers.values()}
    whys = {name: each.why for name, each in answers.items()}
    assert whys["a password"] == "The document is protected with a password"
    assert whys["a web page"] == "The file is a web page, not a PDF"
    assert whys["a picture"] == whys["an archive"] == whys["empty"] == "The file is no PDF"
    for name in ("nothing but its name", "torn", "zeros", "objects that name one another"):
        assert whys[name], name
    assert all(len(each.text) <= reading.CHARACTERS and len(each.title) <= 300 for each in answers.values())


@pytest.mark.skipif(not ENDS, reason="the system does not bound a process's CPU seconds")
def test_a_bomb_ends_its_reader_and_nothing_else() -> None:
    with PdfProcess(memory=300, cpu=1) as process:
        found = process.read(bomb(200))
        assert found.why in {reading._LONG, reading._MEMORY, reading._BROKE}
        assert known_reason(found.why)
        assert process.read(GOOD).pages == 4


def test_what_takes_too_long_by_the_clock_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sleeper = tmp_path / "sleeper.py"
    sleeper.write_text("import time; time.sleep(600)", encoding="utf-8")
    monkeypatch.setattr(reading, "_CHILD", sleeper)
    with PdfProcess(wall=0.2) as process:
        assert process.read(GOOD) == PdfText(why=reading._LONG)
        assert process.slow == 1


@pytest.mark.parametrize(
    "answer",
    [
        '{"title": "", "pages": 1, "text": "' + "x" * 2_000_000 + '"}',
        "not json",
        "[1]",
        "{}",
        '{"title": 1, "pages": 1, "text": ""}',
        '{"fault": "novel"}',
        "[" * 5_000,
    ],
)
def test_a_process_that_a_document_took_over_is_not_believed(
    answer: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    liar = tmp_path / "liar.py"
    liar.write_text(
        "import struct, sys\n"
        "size = struct.unpack('>I', sys.stdin.buffer.read(4))[0]\nsys.stdin.buffer.read(size)\n"
        f"answer = {answer!r}.encode()\nsys.stdout.buffer.write(struct.pack('>I', len(answer)) + answer)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(reading, "_CHILD", liar)
    with PdfProcess() as process:
        assert process.read(GOOD) == PdfText(why=reading._BROKE)


@pytest.mark.parametrize("size", [b"\xff\xff\xff\xff", b"\x00\x00", b""])
def test_an_answer_of_any_length_is_bounded(size: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    liar = tmp_path / "liar.py"
    liar.write_text(f"import sys\nsys.stdout.buffer.write({size!r})\n", encoding="utf-8")
    monkeypatch.setattr(reading, "_CHILD", liar)
    with PdfProcess() as process:
        assert process.read(GOOD) == PdfText(why=reading._BROKE)


def test_a_document_over_the_bound_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    with PdfProcess() as process:
        monkeypatch.setattr(process, "_asked", lambda _: pytest.fail("opened"))
        assert process.read(b"%PDF-1.4" + bytes(MAX_BYTES)).why == "The document is larger than 8 MiB"


def test_without_the_library_nothing_is_read_and_a_reason_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with PdfProcess() as process:
        assert process.read(GOOD).why == "Documents cannot be read on this machine"


def test_the_process_sees_no_secret_and_is_gone_afterwards(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    teller = tmp_path / "teller.py"
    teller.write_text(f"import os\nopen({str(tmp_path / 'seen')!r}, 'w').write(repr(dict(os.environ)))\n", "utf-8")
    monkeypatch.setenv("TINJAU_SECRET", "hush")
    monkeypatch.setattr(reading, "_CHILD", teller)
    with PdfProcess() as process:
        process.read(GOOD)
    assert "hush" not in (tmp_path / "seen").read_text("utf-8")
    monkeypatch.undo()
    with PdfProcess() as process:
        process.read(GOOD)
        assert process._process is not None
        child = process._process
    assert child.poll() is not None


def test_bounds_that_the_system_does_not_know_are_no_fault(tmp_path: Path) -> None:
    # As on a system without the module: the process must answer all the same.
    script = f"""
import runpy, sys
sys.modules["resource"] = None
sys.argv = ["child.py", "768", "5", "3", "6000"]
runpy.run_path({str(Path(reading.__file__).with_name("child.py"))!r}, run_name="__main__")
"""
    framed = len(GOOD).to_bytes(4, "big") + GOOD
    done = subprocess.run([sys.executable, "-c", script], input=framed, capture_output=True, check=True)
    assert b'"pages": 4' in done.stdout


@pytest.fixture(scope="module")
def mutations() -> Iterator[PdfProcess]:
    with PdfProcess() as process:
        yield process


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=25),
    end=st.integers(9, len(GOOD)),
)
def test_no_mutation_of_a_document_breaks_the_reader(
    changes: list[tuple[int, int]], end: int, mutations: PdfProcess
) -> None:
    body = bytearray(GOOD)
    for at, value in changes:
        body[at] = value
    found = mutations.read(bytes(body[:end]))
    assert known_reason(found.why)


def test_the_child_stands_alone() -> None:
    """It is run by its path, so it must not need tinjau."""
    source = Path(reading.__file__).with_name("child.py").read_text("utf-8")
    assert "tinjau." not in source.partition('"""')[2].partition('"""')[2]
    assert os.access(Path(reading.__file__).with_name("child.py"), os.R_OK)
