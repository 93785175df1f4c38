"""The offline sheet and back again, hostile workbooks, and the package without names."""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.web.rounds_at_hand import assessors, made, score

from tinjau import packs
from tinjau.web import running
from tinjau.web.assessors import rounds
from tinjau.web.assessors.items import questions_of
from tinjau.web.assessors.reconciling import decide
from tinjau.web.history import Author, write
from tinjau.web.models import AssessmentScore, Cycle, Role, Run

People = Callable[..., Any]
Browser = Callable[[Any], Client]
Medan = Callable[[str], Cycle]
LANG = {"accept-language": "id"}


def address(name: str, cycle: Cycle, **more: Any) -> str:
    return str(reverse(f"web:{name}", kwargs={"office": cycle.office.slug, "cycle": cycle.slug, **more}))


def changed(book: bytes, change: Callable[[Any], None]) -> SimpleUploadedFile:
    """The workbook after this change, as an upload."""
    opened = openpyxl.load_workbook(io.BytesIO(book))
    change(opened)
    out = io.BytesIO()
    opened.save(out)
    return SimpleUploadedFile("lembar.xlsx", out.getvalue())


@pytest.fixture
def sheet(db: None, person: People, browser: Browser, medan_cycle: Medan) -> tuple[Cycle, Client, bytes]:
    """An assessor in an open round, and the downloaded sheet."""
    cycle = medan_cycle("own")
    (ani,) = assessors(person, cycle, ["ani"])
    found = made(cycle, [ani])
    score(found, ani, 1, "yes", note="+SUM(A1)", evidence="@bukti")
    client = browser(ani)
    return cycle, client, client.get(address("assess-workbook", cycle, assessment=1), headers=LANG).content


def test_a_sheet_goes_out_is_filled_in_previewed_and_kept(sheet: tuple[Cycle, Client, bytes]) -> None:
    cycle, client, book = sheet
    opened = openpyxl.load_workbook(io.BytesIO(book))
    rows = list(opened.worksheets[0].iter_rows(min_row=3, values_only=True))
    assert len(rows) == len(cycle.assessments.get().items)
    assert rows[0][4:7] == ("ya", "@bukti", "+SUM(A1)")

    def fill(target: Any) -> None:
        target.worksheets[0]["G3"] = "catatan baru"
        for line, value in ((4, "TIDAK"), (5, "yes"), (6, "ya")):
            target.worksheets[0][f"E{line}"] = value

    preview = client.post(address("assess-preview", cycle, assessment=1), {"table": changed(book, fill)}, headers=LANG)
    text = preview.content.decode()
    assert preview.status_code == 200
    assert text.count("<ins>") == 3
    assert "bukti atau catatan berubah" in text
    assert AssessmentScore.objects.count() == 1  # nothing is kept yet
    sealed = re.search(r'name="sealed" value="([^"]+)"', text)
    assert sealed
    typed = {"sealed": sealed.group(1)}
    client.post(address("assess-apply", cycle, assessment=1), typed)
    kept = AssessmentScore.objects.filter(current=True).exclude(value="")
    assert sorted(kept.values_list("value", flat=True)) == ["no", "yes", "yes", "yes"]
    again = client.post(address("assess-apply", cycle, assessment=1), typed, follow=True, headers=LANG)
    assert "Unggah buku kerjanya sekali lagi" in again.content.decode()  # a replay is refused


def test_a_text_that_looks_like_a_formula_stays_a_text(sheet: tuple[Cycle, Client, bytes]) -> None:
    cycle, client, _ = sheet
    AssessmentScore.objects.update(note="=SUM(A1)")
    book = client.get(address("assess-workbook", cycle, assessment=1), headers=LANG).content
    assert openpyxl.load_workbook(io.BytesIO(book)).worksheets[0]["G3"].data_type == "s"
    upload = SimpleUploadedFile("lembar.xlsx", book)
    preview = client.post(address("assess-preview", cycle, assessment=1), {"table": upload}, headers=LANG)
    assert "sama dengan yang sudah tersimpan" in preview.content.decode()


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("E4", "mungkin", "E4"), ("A4", "9999", "A4"), ("A4", "1", "A4"), ("E4", "=1+1", "E4"),
        ("G4", "x" * 5000, "G4"), ("G4", "catatan tanpa jawaban", "E4"),
    ],
)  # fmt: skip
def test_a_sheet_with_a_fault_says_which_cell_and_keeps_nothing(
    sheet: tuple[Cycle, Client, bytes], cell: str, value: str, said: str
) -> None:
    cycle, client, book = sheet

    def spoil(target: Any) -> None:
        target.worksheets[0][cell] = value

    answer = client.post(address("assess-preview", cycle, assessment=1), {"table": changed(book, spoil)}, headers=LANG)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert AssessmentScore.objects.count() == 1


def test_hostile_files_are_refused(sheet: tuple[Cycle, Client, bytes]) -> None:
    cycle, client, book = sheet
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (40 << 20))
    entity = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as source, zipfile.ZipFile(entity, "w") as packed:
        for name in source.namelist():
            data = source.read(name)
            packed.writestr(name, b'<!DOCTYPE x [<!ENTITY a "b">]>' + data if name.endswith("sheet1.xml") else data)
    hidden = changed(book, lambda target: target.remove(target["_tinjau"]))
    for data in (
        b"",
        b"PK\x03\x04",
        b"\x00" * 100,
        bomb.getvalue(),
        entity.getvalue(),
        hidden.read(),
        b"x" * (5 << 20),
    ):
        upload = SimpleUploadedFile("../../lembar\x00.xlsx", data)
        answer = client.post(address("assess-preview", cycle, assessment=1), {"table": upload})
        assert answer.status_code == 422
    assert client.post(address("assess-preview", cycle, assessment=1)).status_code == 422
    for sealed in ("", "x", "a:b:c", "\x00"):
        assert client.post(address("assess-apply", cycle, assessment=1), {"sealed": sealed}).status_code == 302
    assert AssessmentScore.objects.count() == 1


def test_questions_on_services_and_levels_stand_in_the_sheet(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    settings = cycle.entries_of("settings").get().payload
    write(cycle, "settings", "study", {**settings, "instruments": ["wb-4", "pemdi-2026"]}, Author(None))
    service = cycle.entries_of("service").filter(payload__audience="public").first().key
    (ani,) = assessors(person, cycle, ["ani"])
    ticks = ("wb-4/transaction/whole", "wb-4/presence/whole", "wb-4/interaction/whole", "wb-4/transformation/whole",
             *(f"pemdi-2026/{each.id}/whole" for each in packs.load_instrument("pemdi-2026").criteria))  # fmt: skip
    found = made(cycle, [ani], ticks=ticks, units=[service])
    assert any(each.unit == service for each in questions_of(found))
    client = browser(ani)
    for each in {(one.instrument.id, one.criterion.id) for one in questions_of(found)}:
        page = client.get(address("assess-criterion", cycle, assessment=1, instrument=each[0], criterion=each[1]))
        assert page.status_code == 200
    book = client.get(address("assess-workbook", cycle, assessment=1), headers={"accept-language": "en"}).content
    assert client.post(
        address("assess-preview", cycle, assessment=1), {"table": SimpleUploadedFile("a.xlsx", book)}
    ).status_code == 200  # fmt: skip


NAMES = ("burhan.kenari", "kenari-ketua", "kenari_penilai", "Kenari Sastrowardoyo")


@pytest.fixture
def settled(db: None, person: People, medan_cycle: Medan) -> tuple[Cycle, Any]:
    """A closed round with names in every text that people write, reconciled and evaluated."""
    cycle = medan_cycle("own")
    chief = person("kenari-ketua", Role.COORDINATOR, cycle.office)
    chief.first_name, chief.last_name = "Kenari", "Sastrowardoyo"
    chief.save()
    people = [person(each, Role.ASSESSOR, cycle.office) for each in ("burhan.kenari", "kenari_penilai")]
    found = made(cycle, people, by=chief, naming="name")
    score(found, people[0], 1, "yes", note="Menurut burhan.kenari jelas ada", evidence="ditunjukkan kenari-ketua")
    score(found, people[1], 1, "no", note="kenari_penilai tidak menemukannya; tanya Kenari Sastrowardoyo")
    rounds.close(found, Author(chief))
    decide(cycle, questions_of(found)[0], "yes", Author(chief, "disepakati oleh burhan.kenari"), 0)
    write(cycle, "action", "1/SO1", {"strategy": "SO1", "owner": "Kenari Sastrowardoyo"}, Author(chief))
    decision = {"subject": "factor:S1", "verdict": "accept", "by": "kenari-ketua", "reason": "kata kenari_penilai"}
    write(cycle, "decision", "1/factor:S1", decision, Author(chief))
    running.work(running.ask_for(cycle, Run.Kind.EVALUATE, None).pk)
    return cycle, chief


@pytest.mark.parametrize("texts", ["none", "all", "ticked"])
def test_no_name_of_anybody_is_in_the_package(settled: tuple[Cycle, Any], browser: Browser, texts: str) -> None:
    cycle, chief = settled
    client = browser(chief)
    page = client.get(address("package", cycle), headers=LANG).content.decode()
    assert re.search(r"Menurut A\d jelas ada", page)
    keep = re.findall(r'name="keep" value="([0-9a-f]+)"', page)
    assert len(keep) >= 4
    done = client.post(address("package", cycle), {"texts": texts, "keep": keep[:1] if texts == "ticked" else []})
    assert done["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(done.content)) as packed:
        whole = "\n".join(f"{name}\n{packed.read(name).decode()}" for name in packed.namelist())
        answers = list(csv.DictReader(io.StringIO(packed.read("study/answers/answers.csv").decode())))
    assert not any(name.casefold() in whole.casefold() for name in NAMES)
    mine = {
        each["assessor"]: each for each in answers if each["assessor"] in {"A1", "A2"} or "decided" in each["assessor"]
    }
    decided = [each for each in mine.values() if each["assessor"].startswith("decided:A")]
    assert [each["value"] for each in decided] == ["yes"]
    notes = [each["note"] for each in answers if each["note"]]
    assert bool(notes) == (texts != "none")
    if texts == "ticked":
        assert len(notes) + sum(bool(each["evidence"]) for each in answers) == 1


def test_the_package_recomputes_to_the_same_tables(settled: tuple[Cycle, Any], browser: Browser, tmp_path: Any) -> None:
    cycle, chief = settled
    done = browser(chief).post(address("package", cycle), {"texts": "all"})
    with zipfile.ZipFile(io.BytesIO(done.content)) as packed:
        packed.extractall(tmp_path)
    again = subprocess.run([sys.executable, "recompute.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stdout[-2000:] + again.stderr[-2000:]
    assert " 0 differences" in again.stdout


def test_a_result_from_before_packages_asks_for_another_evaluation(
    settled: tuple[Cycle, Any], browser: Browser
) -> None:
    cycle, chief = settled
    result = cycle.results.first()
    result.assessment = {**result.assessment, "capture": {"archive": "x"}}
    result.folder = "gone"
    result.save()
    page = browser(chief).get(address("package", cycle), headers=LANG).content.decode()
    assert "Nilai lagi evaluasi ini" in page
    assert 'name="texts"' not in page
    assert json.dumps(result.assessment)
