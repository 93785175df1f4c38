"""A study folder goes in and comes out without loss; a cycle goes through a backup without loss."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from tests.web.conftest import STUDIES

from tinjau import study
from tinjau.model import InputError, Study
from tinjau.web import mapping
from tinjau.web.history import Author, faults_in, write
from tinjau.web.management.commands.backup import canonical_export, models_kept
from tinjau.web.models import Cycle, Entry, Office, models_of_the_moment

ME = Author(None, "test")


def plain(found: Study) -> Study:
    """The study without where its things stood (file and line)."""

    def bare(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(each, where="") for each in items)

    return replace(
        found,
        folder="",
        answers=bare(found.answers),
        factors=bare(found.factors),
        strategies=bare(found.strategies),
        judgements=bare(found.judgements),
        claims=tuple(replace(each, at="") for each in found.claims),
    )


@pytest.mark.parametrize("name", sorted(path.name for path in STUDIES.iterdir() if (path / "study.yaml").is_file()))
def test_in_and_out_without_loss(db: None, tmp_path: Path, name: str) -> None:
    office = Office.objects.create(slug=name, name=name)
    cycle = Cycle.objects.create(office=office, slug="x", title="x")
    written = mapping.read_folder(STUDIES / name, cycle, ME)
    assert written == cycle.entries.count() > 10
    mapping.write_folder(cycle, tmp_path / "out")
    assert plain(study.read_study(tmp_path / "out")) == plain(study.read_study(STUDIES / name))
    assert mapping.read_folder(STUDIES / name, cycle, ME) == 0  # the same folder again changes nothing


def test_a_faulty_folder_writes_nothing(db: None, tmp_path: Path) -> None:
    cycle = Cycle.objects.create(office=Office.objects.create(slug="a", name="A"), slug="x", title="x")
    (tmp_path / "study.yaml").write_text("government: {name: Kota A}\n")
    (tmp_path / "services.csv").write_text("id,name\nsatu,Satu\nsatu,Dua\n")
    with pytest.raises(InputError, match=r"services\.csv, line 3"):
        mapping.read_folder(tmp_path, cycle, ME)
    assert Entry.objects.count() == 0


def test_backup_and_restore_are_equal(
    committed_db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], tmp_path: Path, home: Path
) -> None:
    cycle = medan_cycle("cadangan")
    person("sari", "operator", cycle.office)
    _at_awkward_moments(cycle)
    (home / "evidence" / "ab").mkdir(parents=True, exist_ok=True)
    (home / "evidence" / "ab" / "abc").write_bytes(b"bukti")
    call_command("backup", str(tmp_path / "b"), verbosity=0)
    before = canonical_export()
    with pytest.raises(CommandError, match="not empty"):
        call_command("restore", str(tmp_path / "b"))
    _empty()
    (home / "evidence" / "ab" / "abc").unlink()
    call_command("restore", str(tmp_path / "b"), verbosity=0)
    assert canonical_export() == before
    assert faults_in(Cycle.objects.get(pk=cycle.pk)) == []  # the chain is over whole moments: none lost a digit
    assert (home / "evidence" / "ab" / "abc").read_bytes() == b"bukti"
    Cycle.objects.create(office=cycle.office, slug="baru", title="the sequences go on")
    _empty()
    rows = tmp_path / "b" / "rows.json"
    rows.write_bytes(rows.read_bytes().replace(b"Medan", b"Nadem", 1))
    with pytest.raises(CommandError, match="digest"):
        call_command("restore", str(tmp_path / "b"))
    assert Office.objects.count() == 0


def _at_awkward_moments(cycle: Cycle) -> None:
    """Entries at moments whose microseconds a careless writer cuts, wholly (000400) or in part (123456)."""
    moments = [datetime(2026, 11, 25, 4, 0, 0, each, tzinfo=UTC) for each in (0, 1, 400, 1000, 123456, 999999)]
    for number, moment in enumerate(moments):
        with patch("tinjau.web.history.timezone.now", return_value=moment):
            write(cycle, "note", f"saat-{number}", {"text": str(number)}, ME)


def _empty() -> None:
    for model in reversed(models_kept()):
        model.objects.all().delete()


def test_a_backup_leaves_out_no_table() -> None:
    """But those that only say who is signed in and how often someone asked just now."""
    every = set(apps.get_app_config("tinjau_web").get_models())
    assert every - set(models_of_the_moment()) <= set(models_kept())
