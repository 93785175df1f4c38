"""The table of docs/asvs.md is complete, and every test that it names exists."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Levels 1 and 2 of OWASP ASVS 5.0.0 by section: how many items, or which where level 3 stands between them.
SECTIONS: dict[str, tuple[int, ...]] = {
    "1.1": (1, 2), "1.2": tuple(range(1, 10)), "1.3": tuple(range(1, 12)), "1.4": (1, 2, 3), "1.5": (1, 2),
    "2.1": (1, 2, 3), "2.2": (1, 2, 3), "2.3": (1, 2, 3, 4), "2.4": (1,), "3.2": (1, 2), "3.3": (1, 2, 3, 4),
    "3.4": tuple(range(1, 7)), "3.5": tuple(range(1, 6)), "3.7": (1, 2), "4.1": (1, 2, 3), "4.2": (1,), "4.3": (1, 2),
    "4.4": (1, 2, 3, 4), "5.1": (1,), "5.2": (1, 2, 3), "5.3": (1, 2), "5.4": (1, 2, 3), "6.1": (1, 2, 3),
    "6.2": tuple(range(1, 13)), "6.3": (1, 2, 3, 4), "6.4": (1, 2, 3, 4), "6.5": (1, 2, 3, 4, 5), "6.6": (1, 2, 3),
    "6.8": (1, 2, 3, 4), "7.1": (1, 2, 3), "7.2": (1, 2, 3, 4), "7.3": (1, 2), "7.4": (1, 2, 3, 4, 5), "7.5": (1, 2),
    "7.6": (1, 2), "8.1": (1, 2), "8.2": (1, 2, 3), "8.3": (1,), "8.4": (1,), "9.1": (1, 2, 3), "9.2": (1, 2, 3, 4),
    "10.1": (1, 2), "10.2": (1, 2), "10.3": (1, 2, 3, 4), "10.4": tuple(range(1, 12)), "10.5": (1, 2, 3, 4, 5),
    "10.6": (1, 2), "10.7": (1, 2, 3), "11.1": (1, 2), "11.2": (1, 2, 3), "11.3": (1, 2, 3), "11.4": (1, 2, 3, 4),
    "11.5": (1,), "11.6": (1,), "12.1": (1, 2, 3), "12.2": (1, 2), "12.3": (1, 2, 3, 4), "13.1": (1,),
    "13.2": (1, 2, 3, 4, 5), "13.3": (1, 2), "13.4": (1, 2, 3, 4, 5), "14.1": (1, 2), "14.2": (1, 2, 3, 4),
    "14.3": (1, 2, 3), "15.1": (1, 2, 3), "15.2": (1, 2, 3), "15.3": tuple(range(1, 8)), "16.1": (1,),
    "16.2": (1, 2, 3, 4, 5), "16.3": (1, 2, 3, 4), "16.4": (1, 2, 3), "16.5": (1, 2, 3), "17.1": (1,),
    "17.2": (1, 2, 3, 4), "17.3": (1, 2),
}  # fmt: skip
STATES = {"holds", "partly", "does not hold", "who runs it", "none here"}


def rows() -> list[list[str]]:
    text = (ROOT / "docs" / "asvs.md").read_text(encoding="utf-8")
    found = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
    return [row for row in found if re.fullmatch(r"\d+\.\d+\.\d+", row[0])]


def test_every_item_of_the_two_levels_has_one_row_in_order() -> None:
    wanted = [f"{section}.{number}" for section, numbers in SECTIONS.items() for number in numbers]
    assert len(wanted) == 253
    assert [row[0] for row in rows()] == wanted


def test_every_row_says_what_where_it_stands_and_why() -> None:
    assert [row for row in rows() if len(row) != 4 or not all(row) or row[2] not in STATES] == []
    assert [row for row in rows() if "`test_" not in row[3] and len(row[3]) < 6] == []


def test_every_test_that_is_named_exists() -> None:
    named = {each for row in rows() for each in re.findall(r"`(test_\w+)`", row[3])}
    known = {
        node.name
        for path in (ROOT / "tests").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    assert named - known == set()
    assert len(named) > 40
    files = {each for row in rows() for each in re.findall(r"tests/[\w/]+\.py", row[3])}
    assert [each for each in files if not (ROOT / each).is_file()] == []
