"""`pip install .` gives a working tinjau with its packs inside, and nothing optional is needed to go the whole way."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OPTIONAL = (
    "allauth", "dask", "distributed", "django", "duckdb", "fsspec", "huey", "hypothesis", "playwright", "pytest",
    "rest_framework", "statsmodels", "waitress", "warcio",
)  # fmt: skip

BLOCK = f"""
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] in {OPTIONAL!r}:
            raise ModuleNotFoundError(f'No module named {{name!r}} (kept out by the test)', name=name)
sys.meta_path.insert(0, Absent())
from tinjau.cli import main
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built wheel, unpacked: what an installation would hold."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def call(unpacked: Path, code: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, "-c", BLOCK + code], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def test_the_wheel_carries_its_packs(unpacked: Path, tmp_path: Path) -> None:
    code = "import tinjau; print(tinjau.__file__, file=sys.stderr); sys.exit(main(['instruments', 'list', '--json']))"
    done = call(unpacked, code, tmp_path)
    assert done.returncode == 0, done.stderr
    assert str(unpacked) in done.stderr
    ids = {each["id"] for each in json.loads(done.stdout)["instruments"]}
    assert {"sitokdana-7", "wb-4"} <= ids


def test_the_whole_way_needs_nothing_optional(unpacked: Path, tmp_path: Path) -> None:
    done = call(unpacked, "sys.exit(main(['demo', '--out', 'out']))", tmp_path)
    assert done.returncode == 0, done.stderr
    for study in ("medan", "sample-city"):
        for name in ("assessment.json", "plan.json", "report.html"):
            assert (tmp_path / "out" / study / name).stat().st_size > 1000
