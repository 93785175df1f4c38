"""What the command line says while it works is in the language of the run, and nothing that a stage says is lost."""

from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tinjau
from tinjau.capture import Progress
from tinjau.cli import main
from tinjau.cli.telling import in_indonesian

MEDAN = Path(tinjau.__file__).parent / "demo" / "studies" / "medan"

LINES = [
    (
        "capture: https://kota.example/, https://lain.example/",
        "perekaman: https://kota.example/, https://lain.example/",
    ),
    (
        f"capture: {Progress(7, 200, 3, 0, 1, 1_250_000, 2.0, None)}",
        "perekaman: 7 halaman dari paling banyak 200, 3 dokumen, 0 menunggu, 1 gagal, 1,2 MB",
    ),
    (
        f"capture: {Progress(7, 200, 3, 5, 0, 1_000_000, 2.0, 12.0)}",
        "perekaman: 7 halaman dari paling banyak 200, 3 dokumen, 5 menunggu, 1,0 MB; "
        "kira-kira 12 detik lagi untuk yang sudah diketahui",
    ),
    (
        f"capture: {Progress(7, 200, 3, 5, 0, 1_000_000, 2.0, 600.0)}",
        "perekaman: 7 halaman dari paling banyak 200, 3 dokumen, 5 menunggu, 1,0 MB; "
        "kira-kira 10 menit lagi untuk yang sudah diketahui",
    ),
    ("observe: a.warc.gz", "pembacaan: a.warc.gz"),
    ("wrote: hasil", "tersimpan: hasil"),
    ("something else: 3 pages", "something else: 3 pages"),
    ("no colon", "no colon"),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_stage_s_line_is_said_in_indonesian(line: str, expected: str) -> None:
    assert in_indonesian(line) == expected


@given(st.text(max_size=80), st.sampled_from(("", "capture: ", "observe: ", "partly done: ")))
def test_any_line_is_told(text: str, head: str) -> None:
    assert in_indonesian(head + text) or not head + text


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("id", ("tersimpan: ", "positif", "cakupan", "fase: interaction (menurut situs)")),
        ("en", ("wrote: ", "positive", "coverage", "phase: interaction (site)")),
    ],
)
def test_a_run_speaks_its_language(
    lang: str, words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(MEDAN), "--out", str(tmp_path), "--format", "json", "--lang", lang]) == 0
    told = capsys.readouterr().err
    assert [each for each in words if each not in told] == []


def test_both_languages_are_one_print_and_two_pages(tmp_path: Path) -> None:
    assert main(["run", str(MEDAN), "--out", str(tmp_path), "--format", "html,pdf", "--lang", "both"]) == 0
    assert sorted(each.name for each in tmp_path.iterdir()) == ["report-en.html", "report.html", "report.pdf"]
    assert '<html lang="id">' in (tmp_path / "report.html").read_text("utf-8")
    assert '<html lang="en">' in (tmp_path / "report-en.html").read_text("utf-8")
    printed = " ".join(each.get_textpage().get_text_range() for each in pypdfium2.PdfDocument(tmp_path / "report.pdf"))
    assert "Laporan evaluasi layanan e-government" in printed
    assert "Evaluation of e-government services" in printed
