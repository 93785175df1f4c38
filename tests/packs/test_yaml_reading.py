"""What people's YAML may be, and what is refused with its line."""

from pathlib import Path

import pytest

from tinjau.model import InputError
from tinjau.packs import load_yaml_file
from tinjau.packs.yaml_reading import MAX_BYTES, MAX_DEPTH, key_lines, load_yaml

KEPT = [
    ("a: yes", {"a": "yes"}),
    ("a: [on, off, y, n]", {"a": ["on", "off", "y", "n"]}),
    ("a: 012", {"a": "012"}),
    ("a: 2024-01-01", {"a": "2024-01-01"}),
    ("a: 1:30", {"a": "1:30"}),
    ("a: 0x1F", {"a": "0x1F"}),
    ("a: 1_000", {"a": "1_000"}),
    ("a: .inf", {"a": ".inf"}),
    ("a: 12345678901234567890", {"a": "12345678901234567890"}),
    ("a: '12'", {"a": "12"}),
    ("a: 12", {"a": 12}),
    ("a: -0.5", {"a": -0.5}),
    ("a: 1e3", {"a": 1000.0}),
    ("a: true", {"a": True}),
    ("a:", {"a": None}),
    ("\ufeffa: 1", {"a": 1}),
    ("a: !!str 5", {"a": "5"}),
    ("<<: {b: 1}", {"<<": {"b": 1}}),
    ("", None),
]

REFUSED = [
    ("a: 1\nb:\n  c: 1\n  c: 2", "line 4", "twice"),
    ("a: &x [1]\nb: *x", "line 1", "alias"),
    ("a: 1\nb: *x", "line 2", "alias"),
    ("a: !!python/object:os.system x", "line 1", "tag"),
    ("a: !!int hello", "line 1", "tag"),
    ("a: !own x", "line 1", "tag"),
    ("[" * (MAX_DEPTH + 1), "line 1", "deeper"),
    ("a: [1,\n2", "line", "YAML"),
    ("a: 1e999", "line 1", "large"),
    ("a: \x01", "line 1", "control"),
    ("a: b: c", "line 1", "YAML"),
    ("a: 1\n---\nb: 1", "line 2", "document"),
    ("? [a]\n: 1", "line 1", "plain word"),
    ("a:\n\t- 1", "line 2", "YAML"),
]


@pytest.mark.parametrize("text,expected", KEPT)
def test_values_are_what_people_wrote(text: str, expected: object) -> None:
    assert load_yaml(text.encode(), "f.yaml") == expected


@pytest.mark.parametrize("text,line,word", REFUSED)
def test_refused_with_its_line(text: str, line: str, word: str) -> None:
    with pytest.raises(InputError) as caught:
        load_yaml(text.encode(), "f.yaml")
    assert caught.value.file == "f.yaml"
    assert caught.value.place.startswith(line)
    assert word in caught.value.problem
    assert caught.value.mend


def test_bytes_that_are_no_text_name_their_line() -> None:
    with pytest.raises(InputError, match="line 2"):
        load_yaml(b"a: 1\nb: \xff\xfe", "f.yaml")


def test_size_is_bounded_before_parsing(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text("#" * (MAX_BYTES + 1))
    with pytest.raises(InputError, match="larger"):
        load_yaml_file(path)
    path.write_text("#" * MAX_BYTES)
    assert load_yaml_file(path) is None


@pytest.mark.parametrize("name", ["absent.yaml", ".", "a\0b.yaml"])
def test_what_is_no_file_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        load_yaml_file(tmp_path / name)


def test_lines_of_keys_and_entries() -> None:
    lines = key_lines("a:\n  - b: 1\n    c: {d: 2}\n")
    assert lines[("a", 0, "b")] == 2
    assert lines[("a", 0, "c", "d")] == 3
