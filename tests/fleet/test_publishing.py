"""The ministry's booklet and the governments' letters: what they say, and that hostile names stay text."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.fleet.test_league import assessment

from tinjau.fleet.publishing import publish
from tinjau.model import InputError

HOSTILE = "Kota <script>alert(1)</script> #set text(red)"


@pytest.fixture
def fleet(tmp_path: Path) -> Path:
    """Three accepted governments on disk: one good, one poor, one that could not be read."""
    rows: list[tuple[str, dict[str, Any]]] = [
        ("satu", assessment(HOSTILE, 3, ["positive"], missing=())),
        ("dua", assessment("Kabupaten Dua", 1, ["negative"])),
        ("tiga", assessment("Kota Tiga", None, [None])),
    ]
    for name, document in rows:
        folder = tmp_path / "governments" / name
        folder.mkdir(parents=True)
        for criterion in document["criteria"]:
            criterion |= {"outcomes": {}, "statement": {"id": "Dinilai.", "en": "Judged."}}
            criterion["id"] = criterion["id"].replace("c0", "transparency")
            criterion["instrument"] = "sitokdana-7" if criterion["instrument"] == "i" else "wb-4"
            criterion["outcomes"] = dict.fromkeys(("passed", "failed", "cantTell", "inapplicable", "untested"), 0)
        document |= {
            "tinjau_version": "0.1.0",
            "instruments": [{"id": "sitokdana-7"}, {"id": "wb-4"}],
            "indicators": [],
        }
        document["capture"] |= {"sha256": "ab" * 32, "note": "refused" if name == "tiga" else ""}
        (folder / "assessment.json").write_text(json.dumps(document), encoding="utf-8")
        (folder / "receipt.json").write_text(json.dumps({"id": name, "state": "done"}), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("lang", "words"), [("id", ["Hak jawab", "peringkat"]), ("en", ["Right of reply", "ranks"])])
def test_a_booklet_and_a_letter_each(fleet: Path, lang: Any, words: list[str]) -> None:
    files = publish(fleet, lang, ("html",), lambda _line: None)
    assert sorted(each.name for each in files) == ["booklet.html", "dua.html", "satu.html", "tiga.html"]
    letter = (fleet / "letters/dua.html").read_text(encoding="utf-8")
    assert all(word in letter for word in words)
    booklet = (fleet / "booklet.html").read_text(encoding="utf-8")
    assert booklet.index("Kabupaten Dua") < booklet.index("Kota Tiga")  # what was not assessed stands apart, below
    assert "<script>" not in booklet
    assert "&lt;script&gt;" in booklet


def test_the_letters_print(fleet: Path) -> None:
    files = publish(fleet, "id", ("pdf",), lambda _line: None)
    assert {each.read_bytes()[:5] for each in files} == {b"%PDF-"}


def test_an_unknown_form_is_refused(fleet: Path) -> None:
    with pytest.raises(InputError, match="docx"):
        publish(fleet, "id", ("docx",), lambda _line: None)
    assert not (fleet / "letters").exists()
