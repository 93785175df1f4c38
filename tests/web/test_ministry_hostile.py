"""Races, uploads, fields and folders that mean no good: a clear message, nothing lost, never a fault of ours."""

import contextlib
import io
import json
import os
import threading
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.ministry_making import ADMIN, a_round, document, found, handed_in, part_of, published, state

from tinjau.packs.governments import national_governments
from tinjau.web.history import Author, ClosedError, faults_in, write
from tinjau.web.management.commands.backup import canonical_export, models_kept
from tinjau.web.ministry import findings, fleets, moving
from tinjau.web.ministry.intake import from_table, of_province
from tinjau.web.ministry.league import league, publish_league
from tinjau.web.ministry.opening import Window, add_governments, check_windows
from tinjau.web.ministry.refusing import RefusedError
from tinjau.web.models import Assignment, Cycle, Finding, Participation, Role, Round, Stage, StageState

Person = Callable[..., Any]
Browser = Callable[[Any], Client]
GOOD = ["positive"] * 7


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do these in threads that start together; what each gave, or the error that it raised."""
    barrier = threading.Barrier(len(acts))
    given_back: list[Any] = [None] * len(acts)

    def run(number: int) -> None:
        barrier.wait()
        try:
            given_back[number] = acts[number]()
        except (RefusedError, ClosedError) as error:
            given_back[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(acts))]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    return given_back


# Races


def test_of_two_hand_ins_at_once_one_counts_and_no_answer_comes_behind(committed_db: None) -> None:
    part = part_of(a_round(["Kota Satu"]), "kota-satu")
    handed_in(part, GOOD)
    moving.move(part, "self", moving.RETURN, Author(None, "bukti"))
    Cycle.objects.filter(pk=part.cycle_id).update(state=Cycle.State.VERIFIED)

    def hand_in() -> Any:
        return moving.move(part, "self", moving.HAND_IN, ADMIN)

    def answer() -> Any:
        return write(part.cycle, "answer", "terlambat", {"value": "no"}, ADMIN, open_only=True)

    given_back = at_once(hand_in, hand_in, answer)
    assert sum(isinstance(each, StageState) for each in given_back[:2]) == 1
    assert [each.key for each in given_back[:2] if isinstance(each, RefusedError)] == ["move.not-now"]
    assert isinstance(given_back[2], ClosedError)
    assert faults_in(part.cycle) == []


def test_a_hand_in_at_the_closing_moment_is_in_or_out_and_never_both(committed_db: None) -> None:
    the_round = a_round(["Kota Satu"])
    part = part_of(the_round, "kota-satu")
    handed_in(part, GOOD)
    moving.move(part, "self", moving.RETURN, Author(None, "bukti"))
    Cycle.objects.filter(pk=part.cycle_id).update(state=Cycle.State.VERIFIED)
    end = timezone.now() - timedelta(seconds=1)

    def close() -> None:
        Stage.objects.filter(round=the_round, kind="self").update(closes=end)

    given_back = at_once(lambda: moving.move(part, "self", moving.HAND_IN, ADMIN), close)
    after = state(part, "self")
    if isinstance(given_back[0], RefusedError):
        assert (given_back[0].key, after.state) == ("move.too-late", "returned")
        assert after.is_late(timezone.now())
    else:
        assert after.state == "handed-in"
        assert not after.is_late(timezone.now())


def test_of_two_who_decide_at_once_the_second_is_told(committed_db: None) -> None:
    part = part_of(a_round(["Kota Satu"]), "kota-satu")
    handed_in(part, GOOD)
    given_back = at_once(*[lambda: found(part)] * 3)
    assert sorted(type(each).__name__ for each in given_back) == ["Finding", "RefusedError", "RefusedError"]
    draft = findings.latest(part)
    assert draft is not None
    given_back = at_once(*[lambda: findings.share(draft, ADMIN)] * 2)
    assert sum(isinstance(each, RefusedError) for each in given_back) == 1
    findings.reply(draft, "", ADMIN, agrees=True)
    why = Author(None, "keputusan")
    given_back = at_once(*[lambda: findings.publish(draft, why)] * 3)
    assert sum(isinstance(each, RefusedError) for each in given_back) == 2
    assert Finding.objects.filter(published__isnull=False).count() == 1


# Uploads


def workbook(*rows: tuple[Any, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_table_of_governments_comes_in(db: None) -> None:
    rows = from_table("a.csv", "kode;nama;situs\n12.71;;medan.go.id\n;Kota Rekaan;\n".encode("utf-8-sig"))
    assert [(each.slug, each.name, each.code, each.site) for each in rows] == [
        ("kota-1271", "Kota Medan", "12.71", "https://medan.go.id"), ("kota-rekaan", "Kota Rekaan", "", ""),
    ]  # fmt: skip
    book = workbook(("code", "name"), ("12.71", None), (None, "Kota Rekaan"))
    assert from_table("a.xlsx", book)[1].name == "Kota Rekaan"
    assert len(of_province("", ["regency", "city"])) == 514
    assert len(national_governments()) == 552


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.csv", b"", "intake.columns"), ("a.csv", b"warna\nmerah\n", "intake.columns"),
        ("a.csv", b"code\n99.99\n", "intake.unknown-code"), ("a.csv", b"name\nA\nA\n", "intake.twice"),
        ("a.csv", b"name\n" + b"x" * 300 + b"\n", "intake.long"), ("a.csv", b"name\n\xff\xfe\n", "intake.unreadable"),
        ("a.csv", b"name\n!!!\n", "intake.no-name"), ("a.csv", b"name\n\n\n", "intake.none"),
        ("a.csv", b"name\n" + b"".join(b"Kota %d\n" % n for n in range(2100)), "intake.rows"),
        ("a.csv", b"x" * (3 << 20), "intake.size"), ("a.xlsx", b"PK\x03\x04 no workbook", "intake.unreadable"),
        ("a.xlsx", workbook(("name",), ("=1+1",)), "intake.formula"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_governments_is_refused(db: None, name: str, data: bytes, key: str) -> None:
    with pytest.raises(RefusedError, match=f"^{key}$"):
        from_table(name, data)


def test_a_bomb_of_a_workbook_is_refused(db: None) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (40 << 20))
    with pytest.raises(RefusedError, match=r"^intake\.size$"):
        from_table("a.xlsx", stream.getvalue())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), suffix=st.sampled_from(["csv", "xlsx"]))
def test_any_bytes_are_a_table_or_refused(db: None, data: bytes, suffix: str) -> None:
    for body in (data, b"name,code\n" + data):
        with contextlib.suppress(RefusedError):  # any other exception fails the test
            assert all(each.name for each in from_table(f"a.{suffix}", body))


def test_a_government_whose_code_belongs_to_another_address_is_refused(db: None) -> None:
    the_round = a_round(["Kota Satu"])
    with pytest.raises(RefusedError, match=r"^round\.two-codes$"):
        add_governments(the_round, from_table("a.csv", b"id,name,code\nkota-satu,Kota Lain,99.01\n"), ADMIN)


# Windows


@settings(max_examples=100, deadline=None)
@given(days=st.lists(st.tuples(st.integers(-3000, 3000), st.integers(-3000, 3000)), min_size=2, max_size=2),
       apart=st.booleans())  # fmt: skip
def test_windows_that_are_taken_are_in_order(days: list[tuple[int, int]], apart: bool) -> None:
    now = timezone.now()
    asked = [
        Window(kind, now + timedelta(opens), now + timedelta(closes))
        for kind, (opens, closes) in zip(("self", "decision"), days, strict=True)
    ]
    try:
        check_windows(asked, apart=apart)
    except RefusedError:
        return
    assert all(each.opens < each.closes for each in asked)
    assert asked[0].opens <= asked[1].opens
    assert not apart or asked[0].closes <= asked[1].opens


def test_hostile_fields_meet_a_message(db: None, person: Person, browser: Browser) -> None:
    the_round = a_round(["Kota Satu"])
    client = browser(person("pusat", Role.NATIONAL_ADMIN))
    evil = "\x00<script>alert(1)</script>" + "x" * 100_000
    for body in (
        {"title": evil, "period": evil, "instruments": ["../../etc", evil], "opens-self": evil, "reply_days": "9" * 40},
        {"title": "a", "period": "b", "instruments": ["wb-4"], "stage-self": "yes", "stage-decision": "yes",
         "opens-self": "9999-99-99T99:99", "closes-self": "0001-01-01T00:00"},
    ):  # fmt: skip
        assert client.post("/m/new/", body).status_code == 422
    assert client.post(f"/m/r/{the_round.slug}/windows/", {"opens-self": "x"}).status_code == 422
    assert Round.objects.count() == 1
    base = f"/m/r/{the_round.slug}/"
    searches = ("?page=99999999", "?page=-1", "?page=x", "?state=late&stage=%00", f"?q={'%25' * 200}", "?kind=';drop")
    for query in searches:
        assert client.get(base + query).status_code == 200, query
        assert client.get(f"{base}league/{query}").status_code == 200, query
    for step in ("minutes", "return", "settle", "hand-in", "draft", "skip", "extend", "assign", "unassign", "share",
                 "answer", "publish", "no-such-step"):  # fmt: skip
        for each in ({}, {"stage": evil, "reason": evil, "until": evil, "version": evil, "reply": evil, "seen": "-1",
                          "user": "9" * 30, "assignment": evil}, {"stage": "interview", "text": "x"},
                     {"stage": "decision", "reason": "x"}):  # fmt: skip
            response = client.post(f"{base}g/kota-satu/{step}/", each)
            assert response.status_code in {302, 404}, (step, response.status_code)
    for how in ("national", "table", "offices", "x"):
        assert client.post(f"{base}governments/", {"how": how, "province": evil}).status_code == 302


def test_minutes_keep_their_evidence_and_the_government_reads_them(db: None, person: Person, browser: Browser) -> None:
    the_round = a_round(["Kota Satu"])
    part = part_of(the_round, "kota-satu")
    evaluator = person("asesor", Role.NATIONAL_EVALUATOR)
    Assignment.objects.create(participation=part, user=evaluator, by_name="x")
    client = browser(evaluator)
    address = reverse("web:round-step", args=[the_round.slug, "kota-satu", "minutes"])
    paper = io.BytesIO(b"%PDF-1.7 berita")
    paper.name = "berita.pdf"
    client.post(address, {"stage": "interview", "text": "Bukti cocok <b>", "file": paper})
    assert state(part, "interview").state == "under-way"
    entry = part.cycle.entries_of("minutes").get()
    assert entry.payload["file"] == part.cycle.evidence.get().digest
    reader = browser(person("sari", Role.OBSERVER, part.office))
    page = reader.get(reverse("web:cycle-round", args=["kota-satu", part.cycle.slug])).content.decode()
    assert "Bukti cocok &lt;b&gt;" in page
    bad = io.BytesIO(b"MZ\x90 program")
    bad.name = "berita.exe"
    client.post(address, {"stage": "interview", "text": "kedua", "file": bad})
    assert part.cycle.entries_of("minutes").count() == 1
    Stage.objects.filter(round=the_round).update(closes=timezone.now() - timedelta(minutes=1))
    page = client.post(address, {"stage": "interview", "text": "terlambat"}, follow=True).content.decode()
    assert "Tahap ini sudah ditutup" in page


def test_a_closed_stage_says_its_days(db: None, person: Person, browser: Browser) -> None:
    the_round = a_round(["Kota Satu"])
    part = part_of(the_round, "kota-satu")
    Stage.objects.filter(round=the_round, kind="self").update(closes=timezone.now() - timedelta(minutes=1))
    client = browser(person("sari", Role.OPERATOR, part.office))
    address = reverse("web:criterion", args=["kota-satu", part.cycle.slug, "sitokdana-7", "transparency"])
    response = client.post(address, {"indicator": "x", "value": "yes", "version": "0"})
    assert response.status_code == 403
    assert "Evaluasi mandiri: dibuka" in response.content.decode()
    assert "terlambat" in browser(person("koor", Role.COORDINATOR, part.office)).get("/").content.decode()


# Fleets


@pytest.fixture
def fleet(db: None, home: Path) -> Path:
    """A folder as `tinjau fleet run` leaves it: two governments, one failure, and files that mean no good."""
    folder = home / "fleet" / "uji"
    for name, verdicts in (("satu", GOOD), ("dua", ["negative"] * 7)):
        each = folder / "governments" / name
        each.mkdir(parents=True, exist_ok=True)
        text = json.dumps(document(f"Kota {name} <script>", verdicts))
        (each / "assessment.json").write_text(text, encoding="utf-8")
        (each / "receipt.json").write_text("{}", encoding="utf-8")
    for name, text in (("rusak", "[" * 100_000), ("kosong", "{}"), ("nan", '{"criteria": NaN}')):
        each = folder / "governments" / name
        each.mkdir(exist_ok=True)
        (each / "assessment.json").write_text(text, encoding="utf-8")
        (each / "receipt.json").write_text("{}", encoding="utf-8")
    failures = {"failures": [{"id": "gagal", "reason": "<b>tidak menjawab</b>"}, "x", 7]}
    (folder / "failures.json").write_text(json.dumps(failures), encoding="utf-8")
    progress = {"state": "running", "total": 9, "done": 5, "failed": 1, "seconds_left": 240}
    (folder / "progress.json").write_text(json.dumps(progress), encoding="utf-8")
    outside = home / "rahasia.txt"
    outside.write_text("rahasia", encoding="utf-8")
    link = folder / "governments" / "satu" / "report.html"
    if not link.is_symlink():
        link.symlink_to(outside)
        (home / "fleet" / "tautan").symlink_to(folder)
    return folder


def test_a_fleet_is_shown_as_it_lies_there(fleet: Path, person: Person, browser: Browser) -> None:
    client = browser(person("pusat", Role.NATIONAL_ADMIN))
    assert fleets.folders() == ["uji"]  # a link is no folder of ours
    assert b"uji" in client.get("/m/fleets/").content
    page = client.get("/m/fleets/uji/").content.decode()
    for each in ("sedang berjalan", "5 selesai", "4 menit", "Kota satu &lt;script&gt;", "&lt;b&gt;tidak menjawab",
                 "3 berkas hasil tidak dapat dibaca", "3 tersisa"):  # fmt: skip
        assert each in page, each
    assert page.index("Kota satu") < page.index("Kota dua")
    assert "Kota dua" not in client.get("/m/fleets/uji/?q=satu").content.decode()
    assert "Kota dua" in client.get("/m/fleets/uji/dua/").content.decode()
    assert client.get("/m/fleets/uji/dua/json/").headers["Content-Security-Policy"].startswith("sandbox")
    for path in ("tautan/", "nada/", "..%2F..%2Fetc/", "uji/rusak/", "uji/kosong/", "uji/satu/html/", "uji/..%2Fdua/",
                 "uji/dua/passwd/"):  # fmt: skip
        assert client.get(f"/m/fleets/{path}").status_code == 404, path


def test_a_fleet_that_fell_silent_is_not_called_running(fleet: Path) -> None:
    old = timezone.now().timestamp() - 3600
    os.utime(fleet / "progress.json", (old, old))
    found = fleets.read_fleet("uji")
    assert found is not None
    assert (found.progress.state, found.progress.seconds) == ("silent", None)
    (fleet / "progress.json").unlink()
    found = fleets.read_fleet("uji")
    assert found is not None
    assert (found.progress.state, found.progress.total, found.progress.left) == ("unknown", 6, 0)


def test_the_list_shows_who_is_late_and_as_a_file(db: None, person: Person, browser: Browser) -> None:
    the_round = a_round(["Kota Satu", "Kota Dua"])
    handed_in(part_of(the_round, "kota-satu"), GOOD)
    Stage.objects.filter(round=the_round, kind="self").update(closes=timezone.now() - timedelta(hours=1))
    client = browser(person("pusat", Role.NATIONAL_ADMIN))
    page = client.get(f"/m/r/{the_round.slug}/?stage=self&state=late").content.decode()
    assert "Kota Dua" in page
    assert "Kota Satu" not in page
    table = client.get(f"/m/r/{the_round.slug}/files/csv/?stage=self&state=late").content.decode("utf-8-sig")
    assert "terlambat" in table
    assert "Kota Satu" not in table
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/m/r/{the_round.slug}/files/xlsx/").content))
    assert book.worksheets[0].max_row == 3
    moving.move(part_of(the_round, "kota-dua"), "self", moving.EXTEND, Author(None, "banjir"),
                until=timezone.now() + timedelta(days=1))  # fmt: skip
    assert "Kota Dua" not in client.get(f"/m/r/{the_round.slug}/?stage=self&state=late").content.decode()
    assert Participation.objects.count() == 2


def test_a_round_goes_through_a_backup(committed_db: None, person: Person, tmp_path: Path) -> None:
    the_round = a_round()
    part = part_of(the_round, "kota-satu")
    evaluator = person("asesor", Role.NATIONAL_EVALUATOR)
    Assignment.objects.create(participation=part, user=evaluator, by_name="x")
    handed_in(part, GOOD)
    published(part)
    publish_league(the_round, Author(None, "Keputusan"), "")
    rows = league(the_round, public=True)
    before = canonical_export()
    call_command("backup", str(tmp_path / "b"), verbosity=0)
    for model in reversed(models_kept()):
        model.objects.all().delete()
    call_command("restore", str(tmp_path / "b"), verbosity=0)
    assert canonical_export() == before
    assert league(Round.objects.get(), public=True) == rows
    assert faults_in(Cycle.objects.get(pk=part.cycle_id)) == []
