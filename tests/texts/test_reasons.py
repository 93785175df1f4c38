"""Reasons in Indonesian: known by their template, filled, joined; what is not known stays and is marked."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tinjau
from tinjau.texts import known_reason, reason, reason_pieces
from tinjau.texts.catalogue.reasons import REASONS

SOURCE = Path(tinjau.__file__).parent
WORDS = frozenset(["the", "The", "not", "no", "is", "was", "were", "has", "than", "nothing", "that", "leads"])
MARKS = frozenset("\\|{}<>")
ARCHIVE = ("framing", "fastframes", "bytestream")
SCORING = tuple(f"scoring/{each}.py" for each in ("quantifiers", "deciding", "criteria", "comparing"))
ELSEWHERE = frozenset(["names no sitemap", "the same as 7", "a member was opened"])  # a value, an excerpt, an assertion
KINDS = {"", "#", "=", "/", "*", "~"}


def holes(template: str) -> list[tuple[str, str]]:
    return [(name, kind or "") for _, name, kind, _ in string.Formatter().parse(template) if name is not None]


@pytest.mark.parametrize("english, indonesian", REASONS)
def test_twins_have_the_same_holes(english: str, indonesian: str) -> None:
    assert {name for name, _ in holes(english)} == {name for name, _ in holes(indonesian)}
    assert {kind for _, kind in holes(english)} <= KINDS
    assert {kind for _, kind in holes(indonesian)} <= {""}
    assert len(holes(english)) == len({name for name, _ in holes(english)})
    assert indonesian.strip() == indonesian
    assert "  " not in indonesian


def test_no_template_stands_twice() -> None:
    assert len({english for english, _ in REASONS}) == len(REASONS)


@pytest.mark.parametrize("english, indonesian", REASONS)
def test_every_template_is_recognised_as_itself(english: str, indonesian: str) -> None:
    values = {
        "": "kata Anda",
        "#": "12",
        "=": "404",
        "/": "https://contoh.go.id/a",
        "*": "no answer in time",
        "~": "ya",
    }
    twins = values | {"*": "tidak ada jawaban sampai batas waktu"}
    kinds = dict(holes(english))
    plain = english
    for name, kind in kinds.items():
        plain = plain.replace("{" + name + (f":{kind}" if kind else "") + "}", values[kind])
    assert reason(plain, "id") == indonesian.format(**{name: twins[kind] for name, kind in kinds.items()})
    assert known_reason(plain)


@pytest.mark.parametrize(
    "english, indonesian",
    [
        ("", ""),
        ("12 of 1234 pages; sources disagree on 0", "12 dari 1.234 halaman; sumber tanggal berbeda pada 0 halaman"),
        (
            "“Berita; Arsip” leads to a page that does not exist (https://a.id/x)",
            "“Berita; Arsip” mengarah ke halaman yang tidak ada (https://a.id/x)",
        ),
        (
            "The archive holds no page of the site that could be read: "
            "http_error(403); net_error(dns): a.id has no address",
            "Arsip tidak memuat halaman situs yang dapat dibaca: jawaban berstatus 403; nama host tidak ditemukan: "
            "a.id tidak memiliki alamat",
        ),
        (
            "part of the archive could not be read: a.warc.gz: at byte 9: "
            "bytes that are no record; 8 bytes were passed over",
            "sebagian arsip tidak dapat dibaca: a.warc.gz: pada bita ke-9: deretan bita yang bukan catatan arsip; "
            "8 bita dilewati",
        ),
        ("rejected by Ani: salah; lihat peta", "ditolak oleh Ani: salah; lihat peta"),
    ],
)
def test_sentences(english: str, indonesian: str) -> None:
    assert reason(english, "id") == indonesian
    assert known_reason(english)
    assert reason(english, "en") == english


def test_what_is_not_known_stays_and_is_marked() -> None:
    text = "The front page is not in the archive: the moon was full; no page could be read"
    assert [(each.text, each.lang) for each in reason_pieces(text, "id")] == [
        ("Halaman utama tidak ada di arsip: ", "id"),
        ("the moon was full; ", "en"),
        ("tidak ada halaman yang dapat dibaca", "id"),
    ]
    assert not known_reason(text)


def test_an_empty_hole_is_no_reason() -> None:
    assert not known_reason("Years: ")
    assert not known_reason("“” leads to a page without content (u)")


def sentences(path: Path) -> Iterator[str]:
    """Strings of a module that are worded like a reason, with 7 in the holes of f-strings; docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    formatted = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    skipped |= {id(part) for node in formatted for part in ast.walk(node)}
    texts = [str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in skipped]
    for node in formatted:
        parts = [str(each.value) if isinstance(each, ast.Constant) else "7" for each in node.values]
        texts.append("".join(parts))
    for text in texts:
        if " " in text and WORDS & set(text.split()) and not MARKS & set(text):
            text = text.removeprefix("7; ").replace("the 7 links", "the menu links")
            yield text.removesuffix("7") + "no page could be read" if text.endswith(": 7") else text


@pytest.mark.parametrize("pattern", ["observe/*/*.py", *(f"archive/{each}.py" for each in ARCHIVE), *SCORING])
def test_every_reason_in_the_source_has_a_twin(pattern: str) -> None:
    found = {text for path in sorted(SOURCE.glob(pattern)) for text in sentences(path)}
    assert {each for each in found - ELSEWHERE if not known_reason(each)} == set()


def test_a_hole_is_never_a_template() -> None:
    assert reason("“{url} %s {0.__class__}” leads to a page without content (u)", "id") == (
        "“{url} %s {0.__class__}” mengarah ke halaman tanpa isi (u)"
    )


@pytest.mark.parametrize(
    "unit", ["; ", ": ", "at byte 1: ", "“", "“a” leads to ", "a (", "robots.txt could not be reached ("]
)
def test_long_and_repetitive_texts_are_left_alone_or_read_at_once(unit: str) -> None:
    assert reason(unit * 100_000, "id") == unit * 100_000
    assert "".join(each.text for each in reason_pieces(unit * 300, "id"))


@given(st.text(max_size=300))
def test_any_text_comes_back(text: str) -> None:
    assert reason(text, "en") == text
    if not known_reason(text):
        assert any(each.lang == "en" for each in reason_pieces(text, "id"))
