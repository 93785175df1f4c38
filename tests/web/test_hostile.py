"""Hostile uploads, hostile strings, hostile numbers: kept as text, refused with a reason, never a fault of ours."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.shared_paths import SHARED

from tinjau.model import InputError
from tinjau.web import evidence_files as evidence
from tinjau.web import running
from tinjau.web.evidence_files import name_of
from tinjau.web.history import Author, faults_in, write
from tinjau.web.models import Cycle, Evidence, Office, Role, Run
from tinjau.web.views import inventory

PDF = (".pdf",)
ZIP = (".zip", ".docx", ".xlsx")
STRINGS = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>", "</textarea><b>x",
    "{{ 7|add:7 }}{% csrf_token %}", "=HYPERLINK(\"http://x\")", "\u202eexe.fdp", "\ufeff", "\u200b", "&lt;b&gt;",
    "\x01\x1b[31m", "a\x00b", "\u202etest\u202c", "../../etc/passwd", "%00%0d%0aSet-Cookie:x=1",
    "\U0001d573\U0001f3f3\ufe0f\u200d\U0001f308", "' OR 1=1 --", "${7*7}", "<!--",
)  # fmt: skip


def value_of(part: Any, name: str) -> str:
    """What the first field of this name holds."""
    return str(part.css_first(f"input[name={name}]").attributes["value"])


def coordinator(
    cycle: Cycle, person: Callable[..., Any], browser: Callable[[Any], Client], name: str = "kori"
) -> Client:
    return browser(person(name, Role.COORDINATOR, cycle.office))


@pytest.mark.parametrize(
    ("given", "suffixes", "kept"),
    [
        ("../../etc/passwd", PDF, "passwd.pdf"),
        ("..\\..\\autoexec.bat", PDF, "autoexec.bat.pdf"),
        ("laporan\r\nSet-Cookie: a=b.pdf", PDF, "laporanSet-Cookie a=b.pdf"),
        ("\u202efdp.exe", PDF, "fdp.exe.pdf"),
        ("a\x00.pdf", PDF, "a.pdf"),
        ("...", PDF, "evidence.pdf"),
        (".pdf", PDF, "pdf.pdf"),
        ("x" * 300 + ".pdf", PDF, "x" * 180 + ".pdf"),
        ("surat.pdf.html", PDF, "surat.pdf.html.pdf"),
        ("tabel.xlsx", PDF, "tabel.xlsx.pdf"),
        ("tabel.XLSX", ZIP, "tabel.xlsx"),
        ("nama <b>tebal</b>.docx", ZIP, "b.docx.zip"),
        ("Foto rapat 2025.jpeg", (".jpg", ".jpeg"), "Foto rapat 2025.jpeg"),
    ],
)
def test_names_of_evidence(given: str, suffixes: tuple[str, ...], kept: str) -> None:
    found = name_of(given, suffixes)
    if "<b>" in given:  # what stands after the slash
        assert found == "b.docx"
    else:
        assert found == kept
    assert found.isprintable()
    assert "/" not in found


def packed(members: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kept"),
    [
        ("surat.pdf", b"%PDF-1.7 isi", True),
        ("gambar.png", b"\x89PNG\r\n\x1a\nisi", True),
        ("rapat.docx", packed({"word/document.xml": b"<w/>"}), True),
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", False),
        ("foto.png", b"<html><script>alert(1)</script>", False),
        ("skrip.pdf", b"#!/bin/sh\nrm -rf /\n", False),
        ("kosong.pdf", b"", False),
        ("terpotong.docx", b"PK\x03\x04 dan tidak ada lagi", False),
        ("banyak.zip", packed({f"{n}.txt": b"" for n in range(evidence.MAX_MEMBERS + 1)}), False),
    ],
)
def test_evidence_by_what_it_is(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client],
    name: str, content: bytes, kept: bool,
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    client = coordinator(cycle, person, browser)
    response = client.post("/o/a/c/2026/evidence/", {"file": SimpleUploadedFile(name, content)}, follow=True)
    assert response.status_code == 200
    assert Evidence.objects.filter(cycle=cycle).exists() == kept
    if kept:
        row = Evidence.objects.get(cycle=cycle)
        got = client.get(f"/o/a/c/2026/evidence/{row.digest}/")
        assert b"".join(got.streaming_content) == content
        assert got.headers["Content-Disposition"].startswith("attachment")
        assert got.headers["Content-Type"] == "application/octet-stream"
        assert got.headers["X-Content-Type-Options"] == "nosniff"
        assert got.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert cycle.entries_of("event").filter(key=f"evidence-{row.digest}").exists()
        assert faults_in(cycle) == []
    else:
        assert "notice-error" in response.content.decode()


def test_an_archive_that_unpacks_to_too_much_is_no_evidence(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(evidence, "MAX_UNPACKED", 1 << 20)
    cycle = medan_cycle("a")
    bomb = SimpleUploadedFile("bom.zip", packed({"nol": bytes(2 << 20)}))
    page = coordinator(cycle, person, browser).post("/o/a/c/2026/evidence/", {"file": bomb}, follow=True)
    assert "terlalu banyak bila dibuka" in page.content.decode()
    assert not Evidence.objects.exists()


def workbook(rows: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def with_sheet(xml: str) -> bytes:
    """A workbook whose first sheet is this text."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([["id"], ["x"]]))) as old, zipfile.ZipFile(written, "w") as new:
        for member in old.infolist():
            data = old.read(member)
            new.writestr(member, xml.encode() if member.filename.endswith("sheet1.xml") else data)
    return written.getvalue()


ENTITIES = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{(f"&{chr(97 + n)};") * 10}">' for n in range(8)
)
TABLES = {
    "formula": (workbook([["id", "name"], ["satu", "=1+1"]]), "a formula stands here"),
    "link formula": (workbook([["id", "name"], ["satu", '=HYPERLINK("http://x","y")']]), "a formula stands here"),
    "rows": (workbook([["id"], *[[f"s{n}"] for n in range(inventory.MAX_ROWS + 2)]]), "rows"),
    "texts": (workbook([["id", "notes"], *[[f"s{n}", "x" * 32_000] for n in range(150)]]), "too long"),
    "no workbook": (b"PK\x03\x04 rusak", "cannot be read"),
    "entities": (with_sheet(f"{ENTITIES}]><worksheet>&i;</worksheet>"), "cannot be read"),
    "outside entity": (
        with_sheet('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'),
        "layanan",
    ),
}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_hostile_workbook_is_refused_with_its_reason(name: str) -> None:
    data, words = TABLES[name]
    with pytest.raises(InputError, match=words):
        inventory.rows_of("layanan.xlsx", data)


def test_a_workbook_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory, "MAX_UNPACKED", 1_000)
    with pytest.raises(InputError, match="unpacks to too much"):
        inventory.rows_of("layanan.xlsx", workbook([["id"], ["satu"]]))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"id,name\n" + b"".join(b"s%d,x\n" % n for n in range(inventory.MAX_ROWS + 1)), "more than"),
        (b"\xff\xfe\x00\x01", "layanan.csv"),
        (b"nama\nsatu\n", "id"),
        (b"id\n\x00\n", "layanan.csv"),
        (b"id,name,audience\nsatu,Satu,semua\n", "audience"),
    ],
)
def test_a_hostile_csv_is_refused_with_its_reason(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        inventory.rows_of("layanan.csv", data)


SETTINGS = b"government: {name: Kota A}\nperiod: '2026'\n"
STUDIES = {
    "no zip": b"bukan zip",
    "two studies": packed({"a/study.yaml": SETTINGS, "b/study.yaml": SETTINGS}),
    "no study": packed({"a.csv": b"id\n"}),
    "NUL": packed({"study.yaml": SETTINGS, "claims.yaml": b'claims: [{text: "a\\0b"}]\n'}),
    "no number": packed({"study.yaml": SETTINGS + b"ladder_share: .nan\n"}),
    "aliases": packed({"study.yaml": b"a: &a [1]\nb: *a\n"}),
    "python": packed({"study.yaml": b"!!python/object/apply:os.system ['true']\n"}),
    "deep": packed({"study.yaml": b"[" * 5_000}),
    "long key": packed({"study.yaml": SETTINGS, "services.csv": b"id,name\n" + b"x" * 400 + b",y\n"}),
    "unknown instrument": packed({"study.yaml": SETTINGS + b"instruments: ['../../secret']\n"}),
    "torn": packed({"study.yaml": SETTINGS * 50})[:-60] + b"PK\x05\x06" + bytes(18),
    "file as folder": packed({"study.yaml": SETTINGS, "a.csv": b"x", "a.csv/b.csv": b"y"}),
}


@pytest.mark.parametrize("name", sorted(STUDIES))
def test_a_hostile_study_leaves_nothing_behind(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client],
    name: str,
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    upload = SimpleUploadedFile("study.zip", STUDIES[name])
    response = coordinator(cycle, person, browser).post("/o/a/import/", {"study": upload})
    assert response.status_code in {302, 422}, response.status_code
    if response.status_code == 422:
        assert Cycle.objects.count() == 1
        assert "notice-error" in response.content.decode()
    else:  # what was harmless in it came in, and its page opens
        assert coordinator(cycle, person, browser, "dua").get(response.headers["Location"]).status_code == 200


def test_members_outside_the_study_are_left_out(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client],
    tmp_path: Path,
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    data = packed({"s/study.yaml": SETTINGS, "s/../../../jahat.csv": b"x\n", "/s/jahat.yaml": b"x", "s/x.sh": b"x"})
    client = coordinator(cycle, person, browser)
    response = client.post("/o/a/import/", {"study": SimpleUploadedFile("<b>.zip", data)})
    assert response.status_code == 302
    assert not list(tmp_path.parent.rglob("jahat*"))


def test_a_zip_bomb_is_no_study(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    cycle = medan_cycle("a")
    data = packed({"study.yaml": SETTINGS, **{f"answers/{n}.csv": bytes(6 << 20) for n in range(10)}})
    assert len(data) < 1 << 20
    client = coordinator(cycle, person, browser)
    response = client.post("/o/a/import/", {"study": SimpleUploadedFile("study.zip", data)})
    assert response.status_code == 422
    assert Cycle.objects.count() == 1


def naughty() -> list[str]:
    """The strings that are tried: our own, and the public list of naughty strings where it is at hand."""
    found = list(STRINGS)
    path = SHARED / "suites" / "blns.json" if SHARED else None
    if path is not None and path.is_file():
        found += [each for each in json.loads(path.read_text(encoding="utf-8")) if each.strip()]
    return found


def shape(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """Elements with the names of their attributes; what a text may never change."""
    tree = HTMLParser(page)
    return [(each.tag or "", tuple(sorted(each.attributes))) for each in tree.css("main *")]


def test_whatever_people_write_is_shown_as_text(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    """Title, period, site, answer, note, reason, factor, service: no text makes an element or an attribute."""
    pages = {text: shown_with(text, number, person, browser) for number, text in enumerate(("biasa", *sample()))}
    plain = pages.pop("biasa")
    for text, shapes in pages.items():
        for name, each in shapes.items():
            assert each == plain[name], (name, text)


def sample() -> list[str]:
    """Ours one by one, the public list joined into a few long texts: as many elements, far fewer pages."""
    every = naughty()
    rest = every[len(STRINGS) :]
    return [*STRINGS, *(" ".join(rest[at : at + 60]) for at in range(0, len(rest), 60))]


def shown_with(text: str, number: int, person: Callable[..., Any], browser: Callable[[Any], Client]) -> dict[str, Any]:
    office = Office.objects.create(slug=f"o{number}", name=f"x{text}"[:200].replace("\x00", ""))
    client = browser(person(f"orang{number}", Role.COORDINATOR, office))
    made = client.post(f"/o/o{number}/new/", {"title": f"x{text}", "period": f"x{text}", "sites": "https://a.go.id"})
    assert made.status_code == 302, text
    cycle = office.cycles.get()
    base = f"/o/o{number}/c/{cycle.slug}"
    question = f"{base}/criteria/sitokdana-7/transparency/"
    first = value_of(HTMLParser(client.get(question).content.decode()), "indicator")
    answer = {"indicator": first, "value": "yes", "version": "0", "note": f"x{text}", "evidence": f"x{text}"}
    assert client.post(question, answer).status_code == 302, text
    assert client.post(question, answer).status_code == 409, text  # the same page again: a conflict
    service = {"id": "satu", "name_id": f"x{text}".replace("\x00", ""), "owner": f"x{text}".replace("\x00", "")}
    write(cycle, "service", "satu", service, Author(None, f"x{text}".replace("\x00", "")))
    if number:
        client.post(f"{base}/submit/", {"reason": f"x{text}"})
    else:
        client.post(f"{base}/submit/", {"reason": "x"})
    paths = {"office": f"/o/o{number}/", "cycle": f"{base}/", "services": f"{base}/services/", "tasks": "/",
             "question": question, "check": f"{base}/check/", "history": f"{base}/history/"}  # fmt: skip
    return {name: shape(client.get(path).content.decode()) for name, path in paths.items()}


def test_an_evaluation_goes_through_with_hostile_texts(
    committed_db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any],
    browser: Callable[[Any], Client],
) -> None:  # fmt: skip
    """What the pages took, the pipeline can read again: the study that the entries make is a study."""
    cycle = medan_cycle("a")
    client = coordinator(cycle, person, browser)
    question = "/o/a/c/2026/criteria/sitokdana-7/transparency/"
    forms = HTMLParser(client.get(question).content.decode()).css("form[hx-post]")
    units = 0
    for form, text in zip(forms, STRINGS * 4, strict=False):
        hidden = {each: value_of(form, each) for each in ("indicator", "unit")}
        units += bool(hidden["unit"])
        answer = {**hidden, "value": "yes", "version": "0", "note": text}
        assert client.post(question, answer).status_code == 302
    assert units >= 9  # a question that is asked of each service has a form for each
    run = running.ask_for(cycle, Run.Kind.EVALUATE, None)
    running.work(run.pk)
    run.refresh_from_db()
    assert run.state == "done", run.message
    assert client.get("/o/a/c/2026/export/").status_code == 200


HUGE = "9" * 5_000


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/o/a/c/2026/criteria/sitokdana-7/transparency/", {"indicator": "FIRST", "value": "yes", "version": HUGE}),
        ("/o/a/c/2026/criteria/sitokdana-7/transparency/", {"indicator": "FIRST", "value": "yes", "version": "²"}),
        ("/o/a/c/2026/criteria/sitokdana-7/transparency/", {"indicator": "FIRST", "value": "lebih"}),
        ("/o/a/c/2026/criteria/sitokdana-7/transparency/", {}),
        ("/o/a/c/2026/runs/", {"kind": "semua"}),
        (f"/o/a/c/2026/runs/{HUGE}/cancel/", {}),
        (f"/o/a/c/2026/runs/{'9' * 30}/cancel/", {}),
        ("/o/a/c/2026/links/", {"days": HUGE}),
        ("/o/a/c/2026/decide/", {"subject": "tidak-ada", "verdict": "accept"}),
        ("/o/a/c/2026/services/apply/", {"sealed": "x:y:z"}),
        ("/o/a/c/2026/services/preview/", {"table": "bukan berkas"}),
        ("/language/xx/", {"next": "https://jahat.example/"}),
        ("/language/en/", {"next": "//jahat.example/"}),
        ("/accounts/password/reset/", {"email": "a@b.example"}),
        ("/accounts/signup/", {"username": "baru", "password1": "kata-sandi-9", "password2": "kata-sandi-9"}),
        ("/accounts/email/", {"email": "a@b.example", "action_add": ""}),
    ],
)
def test_no_field_makes_a_fault_of_ours(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client],
    path: str, fields: dict[str, str],
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    client = coordinator(cycle, person, browser)
    if fields.get("indicator"):
        first = value_of(HTMLParser(client.get(path).content.decode()), "indicator")
        fields = {**fields, "indicator": first}
    response = client.post(path, fields)
    assert response.status_code < 500
    assert "jahat" not in response.headers.get("Location", "")
