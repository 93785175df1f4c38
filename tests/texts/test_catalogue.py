"""The catalogue is whole: both languages, the same parameters, nothing unused, nothing asked for that is not there."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from tinjau.texts import SENTENCES, both, say

SOURCE = Path(__file__).resolve().parents[2] / "src" / "tinjau"


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_a_sentence_stands_in_both_languages_with_the_same_parameters(key: str) -> None:
    indonesian, english = SENTENCES[key]
    assert indonesian.strip()
    assert english.strip()
    assert names(indonesian) == names(english)
    assert indonesian == indonesian.strip()
    assert "  " not in indonesian + english


def literals() -> Iterator[tuple[str, bool]]:
    """Every string of the rooms that speak by the catalogue; True marks the constant beginning of an f-string."""
    for path in SOURCE.rglob("*.py"):
        if "catalogue" in path.parts or ("report" not in path.parts and "tinjau.texts" not in path.read_text("utf-8")):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
                yield str(node.values[0].value), True
                continue
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value, False


def test_no_sentence_is_unused() -> None:
    found = list(literals())
    whole = {text for text, started in found if not started}
    starts = {text for text, started in found if started and "." in text}
    # `edition.word("status", value)` and `columns(edition, "service")` name a family and a member apart.
    families = {
        "assessor",
        "moved",
        "verdict",
        "outcome",
        "severity",
        "status",
        "theme",
        "actor",
        "origin",
        "by",
        "derivation",
        "decision",
        "verified",
        "access",
    }
    unused = [
        key
        for key in SENTENCES
        if key not in whole
        and not any(key.startswith(start) for start in starts)
        and not (key.split(".")[0] in families and key.split(".")[0] in whole)
    ]
    assert unused == []
    columns = {key.split(".")[1] for key in SENTENCES if key.startswith("column.")}
    assert {each for each in columns if each not in whole and f"column.{each}" not in whole} == set()


def test_every_id_that_is_asked_for_exists() -> None:
    families = {key.split(".")[0] for key in SENTENCES}
    asked = {
        text
        for text, started in literals()
        if not started
        and text[-1:] != "-"
        and text.count(".") == 1
        and text.split(".")[0] in families
        and text.split(".")[1].replace("-", "").isalpha()
    }
    suffixes = {"yaml", "csv", "zip", "json", "html", "pdf", "docx", "xlsx", "parquet", "md"}
    asked = {each for each in asked if each.split(".")[1] not in suffixes}
    assert {each for each in asked if each not in SENTENCES} == set()


def test_a_parameter_is_text_and_never_a_template() -> None:
    hostile = "{all} {0.__class__} %s {"
    assert hostile in say("summary.verdicts", "en", all=7, parts=hostile)


def test_a_missing_parameter_is_a_fault() -> None:
    with pytest.raises(KeyError):
        say("summary.verdicts", "en", all=7)
    with pytest.raises(KeyError):
        say("no.such-sentence", "id")


def test_counts_choose_their_word() -> None:
    assert say("method.answers-count", "en", n=1, people=1) == "1 answer of 1 assessor"
    assert say("method.answers-count", "en", n=2032, people=2) == "2,032 answers of 2 assessors"
    assert both("method.answers-count", n=2032, people=2).id == "2.032 jawaban dari 2 penilai"
