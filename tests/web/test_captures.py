"""Captures beside one another, archives that nobody writes twice, an evaluation that goes out and comes in whole."""

import csv
import fcntl
import hashlib
import io
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from tests.web.test_mapping import plain
from tests.web.test_tracing import archive_with

from tinjau import study
from tinjau.archive import Manifest, write_manifest
from tinjau.web import captures, mapping, running
from tinjau.web.history import Author, write
from tinjau.web.models import Cycle, Office, Role, Run

BASE = "/o/a/c/2026/"
SITE = "https://kota.go.id/"


@pytest.fixture
def cycle(db: None, medan_cycle: Callable[[str], Cycle], home: Path) -> Iterator[Cycle]:
    """The Medan study with one site. What a test leaves on disk goes: the next database counts from one again."""
    shutil.rmtree(home / "archives", ignore_errors=True)
    made = medan_cycle("a")
    payload = {**made.entries_of("settings").get().payload, "sites": [SITE]}
    write(made, "settings", "study", payload, Author(None, "uji"))
    yield made
    shutil.rmtree(home / "archives", ignore_errors=True)


@pytest.fixture
def kori(cycle: Cycle, person: Callable[..., Any], browser: Callable[[Any], Client]) -> Client:
    """Its coordinator."""
    return browser(person("kori", Role.COORDINATOR, cycle.office))


def put(folder: Path, *, complete: bool, site: str = SITE, frontier: bool = True) -> Path:
    """A capture as a worker leaves it."""
    archive = folder / captures.NAME
    archive_with(archive)
    manifest = Manifest(archive=archive.name, urls=(site,), settings={}, started="2026-11-25T00:00:00Z",
                        ended="2026-11-25T01:00:00Z", complete=complete, pages=1, discovered=1, states={"ok": 1},
                        completeness=1.0 if complete else None)  # fmt: skip
    write_manifest(archive, manifest)
    if frontier:
        with closing(sqlite3.connect(archive.with_name(f"{archive.name}.frontier.sqlite"))) as base:
            base.execute("CREATE TABLE IF NOT EXISTS meta (key TEXT, value TEXT)")
            base.commit()
    return archive


def test_a_finished_capture_is_made_anew_only_on_request(cycle: Cycle, kori: Client) -> None:
    old = put(captures.root_of(cycle), complete=True)
    said = kori.post(f"{BASE}runs/", {"kind": "capture"}, follow=True).content.decode()
    assert "Perekaman sudah selesai" in said
    assert not Run.objects.exists()
    kori.post(f"{BASE}runs/", {"kind": "capture", "anew": "1", "reason": "tampilan baru"})
    run = Run.objects.get()
    place = captures.place_for(run)
    assert place == captures.root_of(cycle) / "capture-2" / captures.NAME
    assert captures.used(cycle).archives == (old,)  # type: ignore[union-attr] # it is there
    put(place.parent, complete=False)
    assert captures.used(cycle).number == 1  # type: ignore[union-attr] # the newest whole one
    put(place.parent, complete=True)
    assert captures.used(cycle).archives == (place,)  # type: ignore[union-attr] # the new one
    assert old.is_file()
    page = kori.get(BASE).content.decode()
    assert "Rekaman ke-2" in page
    assert "Rekaman ke-1" in page
    assert "tampilan baru" in kori.get(f"{BASE}history/").content.decode()


@pytest.mark.parametrize(
    ("complete", "site", "frontier", "anew", "number"),
    [(False, SITE, True, False, 1), (False, SITE, True, True, 2), (True, "https://lain.go.id/", True, False, 2),
     (True, SITE, False, False, 2), (False, "https://KOTA.go.id", True, False, 1)],
)  # fmt: skip
def test_which_capture_goes_on(
    cycle: Cycle, complete: bool, site: str, frontier: bool, anew: bool, number: int
) -> None:
    put(captures.root_of(cycle), complete=complete, site=site, frontier=frontier)
    running.ask_for(cycle, Run.Kind.CAPTURE, None, anew=anew)
    assert captures.number_of(cycle) == number


def test_a_sleeping_worker_keeps_its_file_and_another_goes_on_in_a_copy(cycle: Cycle) -> None:
    archive = put(captures.root_of(cycle), complete=False)
    run = running.ask_for(cycle, Run.Kind.CAPTURE, None)
    run.token = 3
    assert captures.place_for(run) == archive  # nobody holds it
    before = archive.read_bytes()
    with archive.open("r+b") as asleep:
        fcntl.flock(asleep, fcntl.LOCK_EX)
        place = captures.place_for(run)
        assert place.parent.name == f"capture-1.r{run.pk}t3"
        assert place.read_bytes() == before
        asleep.seek(0, 2)
        asleep.write(b"what the sleeper still had in hand")
    assert place.read_bytes() == before
    newest = captures.newest(cycle)
    assert newest is not None
    assert newest.archives == (place,)
    assert captures.place_for(run) == place  # from here on the copy is the capture


def evidence(cycle: Cycle, kori: Client) -> str:
    content = b"%PDF-1.7 surat keputusan"
    kori.post(f"{BASE}evidence/", {"file": SimpleUploadedFile("SK wali kota.pdf", content)})
    return hashlib.sha256(content).hexdigest()


def test_an_evaluation_goes_out_with_everything_and_comes_in_again(cycle: Cycle, kori: Client, tmp_path: Path) -> None:
    digest = evidence(cycle, kori)
    put(captures.root_of(cycle), complete=True)
    assert "Rekaman situs" in kori.get(f"{BASE}export/").content.decode()
    sent = kori.get(f"{BASE}export/file/?with=evidence&with=archives")
    data = b"".join(sent.streaming_content)
    names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    assert {f"2026/evidence/{digest}", "2026/evidence/files.csv", "2026/archive/archive.warc.gz"} <= names
    made = kori.post("/o/a/import/", {"study": SimpleUploadedFile("lagi.zip", data)})
    copy = Cycle.objects.exclude(pk=cycle.pk).get()
    assert made.headers["Location"] == f"/o/a/c/{copy.slug}/"
    row = copy.evidence.get()
    assert (row.digest, row.name) == (digest, "SK wali kota.pdf")
    found = captures.used(copy)
    assert found is not None
    assert found.archives[0].read_bytes() == (captures.root_of(cycle) / captures.NAME).read_bytes()
    for each, name in ((cycle, "x"), (copy, "y")):
        mapping.write_folder(each, tmp_path / name)
    assert plain(study.read_study(tmp_path / "x")) == plain(study.read_study(tmp_path / "y"))
    (tmp_path / "lagi.zip").write_bytes(data)
    call_command("importstudy", "a", str(tmp_path / "lagi.zip"), verbosity=0)
    assert Office.objects.get().cycles.count() == 3
    with pytest.raises(CommandError, match="no office"):
        call_command("importstudy", "b", str(tmp_path / "lagi.zip"))


def test_without_a_wish_only_the_study_goes_out(cycle: Cycle, kori: Client) -> None:
    evidence(cycle, kori)
    data = b"".join(kori.get(f"{BASE}export/file/").streaming_content)
    assert all(each.endswith((".yaml", ".csv")) for each in zipfile.ZipFile(io.BytesIO(data)).namelist())


def packed(members: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return written.getvalue()


STUDY = b"government: {name: Kota A}\nperiod: '2026'\n"
ZIPS = {
    "wrong digest": packed({"study.yaml": STUDY, f"evidence/{'a' * 64}": b"%PDF-1.7"}),
    "no archive": packed({"study.yaml": STUDY, "archive/a.warc.gz": b"bukan arsip"}),
    "empty archive": packed({"study.yaml": STUDY, "archive/a.warc.gz": b""}),
    "bomb": packed({"study.yaml": STUDY, "archive/a.warc": bytes(65 << 20)}),
}


@pytest.mark.parametrize("name", sorted(ZIPS))
def test_what_is_no_evidence_and_no_archive_leaves_nothing_behind(cycle: Cycle, kori: Client, name: str) -> None:
    made = kori.post("/o/a/import/", {"study": SimpleUploadedFile("x.zip", ZIPS[name])})
    assert made.status_code == 422
    assert Cycle.objects.count() == 1


def test_members_beside_the_known_ones_are_left_out(cycle: Cycle, kori: Client) -> None:
    html = b"<html><script>alert(1)</script>"
    digest = hashlib.sha256(html).hexdigest()
    data = packed({"study.yaml": STUDY, f"evidence/{digest}": html, "archive/.hidden.warc": b"x",
                   "archive/a/b.warc": b"x", "evidence/../../x.pdf": b"%PDF",
                   "archive/run.sh": b"x"})  # fmt: skip
    assert kori.post("/o/a/import/", {"study": SimpleUploadedFile("x.zip", data)}).status_code == 302
    copy = Cycle.objects.exclude(pk=cycle.pk).get()
    assert not copy.evidence.exists()  # a kind that the evidence page would not take either
    assert captures.used(copy) is None


QUESTION = f"{BASE}criteria/sitokdana-7/transparency/"


def first_question(kori: Client) -> str:
    text = kori.get(QUESTION).content.decode()
    return str(text.split('name="indicator" value="', 1)[1].split('"', 1)[0])


def test_a_file_is_attached_right_at_the_question(cycle: Cycle, kori: Client) -> None:
    indicator = first_question(kori)
    fields = {"indicator": indicator, "version": "0"}
    without = kori.post(QUESTION, {**fields, "value": "", "file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 a")})
    assert without.status_code == 422
    assert "Pilih jawaban dahulu" in without.content.decode()
    wrong = kori.post(
        QUESTION, {**fields, "value": "yes", "note": "ini", "file": SimpleUploadedFile("a.pdf", b"<svg>")}
    )
    assert wrong.status_code == 422
    assert "ini</textarea>" in wrong.content.decode()  # what was typed stays
    kori.post(QUESTION, {**fields, "value": "yes", "file": SimpleUploadedFile("SK.pdf", b"%PDF-1.7 a")})
    answer = cycle.entries_of("answer").get(author_name="kori").payload
    row = cycle.evidence.get()
    assert f"sha256:{row.digest}" in answer["evidence"]
    assert f'href="{BASE}evidence/{row.digest}/"' in kori.get(QUESTION).content.decode()
    assert "sha256:" in next(csv.reader([answer["evidence"]]))[0]
