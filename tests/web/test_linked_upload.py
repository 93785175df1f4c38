"""A catalogue as linked data is uploaded like a table: the same preview, the same bounds, the same words for faults."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.study.test_linked_services import FULL, exported

from tinjau.model import InputError
from tinjau.web.history import Author, faults_in, write
from tinjau.web.models import Cycle, Office, Role
from tinjau.web.views import inventory

BASE = "/o/a/c/2026/services/"
CPSV = json.dumps(exported(FULL, "id")["services-cpsv.jsonld"]).encode()
FOREIGN = json.dumps({
    "@context": "https://schema.org", "@type": "GovernmentService", "@id": "https://kota.example/ktp",
    "name": "Cetak KTP", "identifier": "ktp", "url": "https://kota.example/ktp",
}).encode()  # fmt: skip


@pytest.fixture
def cycle(db: None) -> Cycle:
    """An evaluation without services."""
    office = Office.objects.create(slug="a", name="Kota A")
    made: Cycle = Cycle.objects.create(office=office, slug="2026", title="Kajian", period="2026")
    return made


@pytest.fixture
def sari(cycle: Cycle, person: Callable[..., Any], browser: Callable[[Any], Client]) -> Client:
    """An operator."""
    return browser(person("sari", Role.OPERATOR, cycle.office))


def upload(client: Client, name: str, data: bytes) -> Any:
    return client.post(f"{BASE}preview/", {"table": SimpleUploadedFile(name, data)})


@pytest.mark.parametrize("name", ["katalog.jsonld", "katalog.json", "KATALOG.JSONLD"])
def test_a_catalogue_is_previewed_and_then_kept(cycle: Cycle, sari: Client, name: str) -> None:
    shown = upload(sari, name, CPSV)
    assert shown.status_code == 200, shown.content
    assert [(each["how"], each["id"]) for each in shown.context["changes"]] == [("added", each.id) for each in FULL]
    assert not cycle.entries_of("service").exists()
    sari.post(f"{BASE}apply/", {"sealed": shown.context["sealed"]})
    kept = {each.key: each.payload for each in cycle.entries_of("service").exclude(payload=None)}
    assert list(kept) == [each.id for each in FULL]
    assert kept["ktp"] == {
        "id": "ktp", "name_id": "Pencetakan KTP", "name_en": "Identity card", "audience": "public", "access": "good",
        "guide": "yes", "url": "https://layanan.arunika.example/ktp", "owner": "Dinas Dukcapil",
        "contact": "dukcapil@arunika.example", "notes": "Setiap hari kerja.",
    }  # fmt: skip
    assert upload(sari, name, CPSV).context["changes"] == []  # the same again changes nothing
    assert faults_in(cycle) == []


def test_what_a_catalogue_does_not_say_stays_as_people_said_it(cycle: Cycle, sari: Client) -> None:
    row = {"id": "ktp", "name_id": "KTP", "audience": "public", "access": "lacking", "guide": "missing"}
    write(cycle, "service", "ktp", row, Author(None))
    write(cycle, "service", "lama", {"id": "lama", "name_id": "Lama"}, Author(None))
    changes = {each["id"]: each for each in upload(sari, "katalog.json", FOREIGN).context["changes"]}
    assert {name: each["how"] for name, each in changes.items()} == {"ktp": "changed", "lama": "withdrawn"}
    assert {each["column"] for each in changes["ktp"]["cells"]} == {"name_id", "url"}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b"\xff\xfe\x00", "JSON"),
        (b"[" * 50_000, "nested"),
        (b'{"@context": "http://127.0.0.1:9/x", "@type": "GovernmentService"}', "context"),
        (b'{"@context": "https://schema.org", "@type": "Person", "name": "x"}', "no public service"),
        (json.dumps({"@context": "https://schema.org", "@graph": [
            {"@type": "GovernmentService", "identifier": "a", "name": "=cmd|x"}]}).encode(), "formula"),
        (json.dumps({"@context": "https://schema.org", "@graph": [
            {"@type": "GovernmentService", "identifier": f"a{n}", "name": f"n{n}"} for n in range(2_001)]}).encode(),
         "more than 2000"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_told_and_nothing_is_written(
    cycle: Cycle, sari: Client, data: bytes, problem: str
) -> None:
    with pytest.raises(InputError, match=problem) as caught:
        inventory.rows_of("../../etc/katalog.jsonld", data)
    assert caught.value.file == "katalog.jsonld"
    answer = upload(sari, "katalog.jsonld", data)
    assert answer.status_code == 422
    assert "katalog.jsonld" in answer.content.decode() or not data  # of an empty file only the form says something
    assert not cycle.entries_of("service").exists()


def test_a_catalogue_that_is_too_large_is_refused_before_it_is_read(cycle: Cycle, sari: Client) -> None:
    answer = upload(sari, "katalog.jsonld", b" " * (inventory.MAX_BYTES + 1))
    assert answer.status_code == 422
    assert "MB" in answer.content.decode()
