"""The walls between rooms, and what must never stand in the project."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base", "manager"}
# Split so that this file does not name what it looks for.
FORBIDDEN_TEXT = re.compile(r"py" r"pi\.org|python" r"hosted|npm" r"js\.|deb\." r"debian|/(?:wo" r"rk|fa" r"rm)/")


def tracked_files() -> list[Path]:
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [ROOT / line for line in listing.stdout.splitlines()]


def test_import_contracts_hold() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_is_small_and_well_named(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES
    assert len(path.read_text().splitlines()) <= 400


SCOPES = {"page", "response", "site"}
DETECTORS = [path for path in SOURCES if path.parent.parent.name == "observe" and path.parent.name in SCOPES]


@pytest.mark.parametrize("path", DETECTORS, ids=lambda path: path.stem)
def test_detector_stays_within_its_budget(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 150


def test_nothing_names_a_machine_or_a_registry() -> None:
    found = []
    texts = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".lock", ".json", ".sh", ""}
    for path in tracked_files():
        if path.suffix in texts and path.is_file():
            match = FORBIDDEN_TEXT.search(path.read_text(errors="replace"))
            if match:
                found.append(f"{path.relative_to(ROOT)}: {match.group()}")
    assert found == []


def test_lock_pins_every_package_with_a_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert "http" + "://" not in lock
    assert "https" + "://" not in lock
    pins = [line for line in lock.splitlines() if re.match(r"^[A-Za-z0-9_.-]+==", line)]
    assert len(pins) > 20
    assert all(line.endswith("\\") for line in pins)


def test_no_import_hides_in_a_function_without_a_reason() -> None:
    """A function-level import needs a comment on its line or the line above."""
    found = []
    for path in SOURCES:
        lines = path.read_text().splitlines()
        tree = ast.parse("\n".join(lines))
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    nearby = lines[node.lineno - 1] + (lines[node.lineno - 2] if node.lineno > 1 else "")
                    if "#" not in nearby:
                        found.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert found == []
