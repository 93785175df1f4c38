"""Erasing personal data: by page and by command; what stays, what no backup holds any more, what is named."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from tinjau import packs
from tinjau.web import erasure, mapping, running
from tinjau.web.history import Author, faults_in, write
from tinjau.web.management.commands.backup import canonical_export
from tinjau.web.models import Cycle, Entry, Evidence, Result, Role, Run

CANARY = "Siti Kenari-7781"
ME = Author(None, "test")


@pytest.fixture
def spoilt(medan_cycle: Callable[[str], Cycle]) -> Callable[[], Cycle]:
    """A cycle that names a citizen in several places and versions."""

    def make() -> Cycle:
        cycle = medan_cycle("a")
        write(cycle, "answer", "k", {"value": "yes", "note": f"kata {CANARY}"}, ME)
        write(cycle, "answer", "k", {"value": "yes", "note": "diperbaiki"}, ME)
        write(cycle, "answer", f"k2/{CANARY}", {"value": "yes"}, ME)
        write(cycle, "decision", "9/x", {"subject": "x"}, Author(None, f"permintaan {CANARY.upper()}"))
        write(cycle, "answer", "other", {"value": "yes", "note": "tetap"}, ME)
        return cycle

    return make


def test_what_was_erased_is_in_no_place_and_the_chain_holds(
    db: None, spoilt: Callable[[], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client], tmp_path: Path
) -> None:
    cycle = spoilt()
    client = browser(person("adm", Role.OFFICE_ADMIN, cycle.office))
    assert CANARY in canonical_export().decode()
    found = client.post("/o/a/erase/", {"step": "find", "text": CANARY.lower()})
    assert [each.kind for each, _ in found.context["entries"]] == ["answer", "answer", "decision"]
    chosen = [each.pk for each, _ in found.context["entries"]]
    nothing = client.post("/o/a/erase/", {"step": "erase", "entry": chosen, "reason": ""}, follow=True)
    assert "Tulis alasannya" in nothing.content.decode()
    assert CANARY in canonical_export().decode()
    done = client.post("/o/a/erase/", {"step": "erase", "entry": chosen, "reason": "diminta warga"}, follow=True)
    assert "4 versi isian" in done.content.decode()  # two versions of the first
    assert CANARY.casefold() not in canonical_export().decode().casefold()
    assert faults_in(cycle) == []
    stones = Entry.objects.filter(cycle=cycle, erased=True)
    assert stones.count() == 4
    assert all((each.payload, each.reason, each.key[:7]) == (None, "", "erased/") for each in stones)
    assert cycle.entries_of("answer").get(key="other").payload["note"] == "tetap"
    event = cycle.entries.filter(kind="event").last()
    assert (event.author_name, event.reason) == ("adm", "diminta warga")
    mapping.write_folder(cycle, tmp_path / "out")  # the study goes out without them
    again = client.post("/o/a/erase/", {"step": "find", "text": CANARY})
    assert "Tidak ada yang ditemukan" in again.content.decode()
    write(cycle, "answer", "k", {"value": "no"}, ME)  # the thing may be written anew
    assert faults_in(cycle) == []


def test_results_that_were_made_from_it_are_named_and_can_be_erased(
    committed_db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any],
    browser: Callable[[Any], Client],
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    asked = packs.load_instrument("sitokdana-7").indicators[0].id
    answer = {"instrument": "sitokdana-7", "indicator": asked, "assessor": "sari", "value": "yes",
              "note": f"kata {CANARY}", "file": "web.csv"}  # fmt: skip
    write(cycle, "answer", mapping.answer_key(answer), answer, ME)
    early = Result.objects.create(
        run=Run.objects.create(cycle=cycle, kind="evaluate", state="done"), cycle=cycle, assessment={}, plan={},
        folder="run-0-0", entries_sequence=3,
    )  # fmt: skip
    running.work(running.ask_for(cycle, Run.Kind.EVALUATE, None).pk)
    result = Result.objects.exclude(pk=early.pk).get()
    folder = Path(settings.HOME) / "results" / Path(result.folder).name
    assert folder.is_dir()
    client = browser(person("adm", Role.OFFICE_ADMIN, cycle.office))
    found = client.post("/o/a/erase/", {"step": "find", "text": CANARY}).context["found"]
    assert [each.pk for each in found.results] == [result.pk]  # the early one was made before any of it stood
    fields = {"step": "erase", "entry": [each.pk for each in found.entries], "result": [result.pk], "reason": "x"}
    client.post("/o/a/erase/", fields)
    assert not folder.exists()
    assert list(Result.objects.all()) == [early]
    assert CANARY not in canonical_export().decode()
    assert faults_in(cycle) == []


def test_a_file_goes_from_the_disk_unless_another_office_has_it_too(
    committed_db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any],
    browser: Callable[[Any], Client],
) -> None:  # fmt: skip
    from django.core.files.uploadedfile import SimpleUploadedFile

    one, two = medan_cycle("a"), medan_cycle("b")
    admin = browser(person("adm", Role.OFFICE_ADMIN, one.office))
    other = browser(person("lain", Role.OPERATOR, two.office))
    for client, slug in ((admin, "a"), (other, "b")):
        client.post(f"/o/{slug}/c/2026/evidence/", {"file": SimpleUploadedFile("KTP Kenari.pdf", b"%PDF-1.7 sama")})
    digest = one.evidence.get().digest
    path = Path(settings.MEDIA_ROOT) / digest[:2] / digest
    found = admin.post("/o/a/erase/", {"step": "find", "text": "ktp kenari"}).context["found"]
    assert [each.cycle_id for each in found.files] == [one.pk]
    admin.post("/o/a/erase/", {"step": "erase", "file": [found.files[0].pk], "reason": "x"})
    assert (one.evidence.count(), two.evidence.count(), path.is_file()) == (0, 1, True)
    foreign = two.evidence.get()
    admin.post("/o/a/erase/", {"step": "erase", "file": [foreign.pk], "reason": "x"})
    assert Evidence.objects.filter(pk=foreign.pk).exists()  # another office's
    erasure.take_out([], [foreign], [], ME)
    assert not path.is_file()
    assert "KTP" not in canonical_export().decode()


def test_nothing_of_a_foreign_office_is_found_or_erased(
    db: None, spoilt: Callable[[], Cycle], medan_cycle: Callable[[str], Cycle], person: Callable[..., Any],
    browser: Callable[[Any], Client],
) -> None:  # fmt: skip
    cycle, own = spoilt(), medan_cycle("b")
    client = browser(person("adm", Role.OFFICE_ADMIN, own.office))
    page = client.post("/o/b/erase/", {"step": "find", "text": CANARY})
    assert page.context["entries"] == []
    assert client.post("/o/b/erase/", {"step": "find", "text": CANARY, "cycle": "none"}).status_code == 404
    pks = list(cycle.entries.values_list("pk", flat=True))
    client.post("/o/b/erase/", {"step": "erase", "entry": pks, "reason": "x"})
    assert not Entry.objects.filter(erased=True).exists()
    assert client.post("/o/a/erase/", {"step": "erase", "entry": pks, "reason": "x"}).status_code == 404


@pytest.mark.parametrize("fields", [{"text": "ab"}, {"text": "\x00\x00"}, {}, {"text": " a "}])
def test_too_little_to_look_for_is_said(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client],
    fields: dict[str, str],
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    page = browser(person("adm", Role.OFFICE_ADMIN, cycle.office)).post("/o/a/erase/", {"step": "find", **fields})
    assert page.status_code == 422


def test_by_command_with_a_preview_first(db: None, spoilt: Callable[[], Cycle], person: Callable[..., Any]) -> None:
    cycle = spoilt()
    sari = person("sari", Role.OPERATOR, cycle.office)
    write(cycle, "answer", "mine", {"value": "yes"}, Author(sari))
    out = StringIO()
    call_command("erase", "a", "--text", CANARY, stdout=out)
    assert out.getvalue().count("entry 2026") == 3
    assert "nothing was changed" in out.getvalue()
    assert CANARY in canonical_export().decode()
    with pytest.raises(CommandError, match="why"):
        call_command("erase", "a", "--text", CANARY, "--yes")
    with pytest.raises(CommandError, match="no evaluation"):
        call_command("erase", "none", "--text", CANARY)
    with pytest.raises(CommandError, match="at least 3"):
        call_command("erase", "a/2026", "--text", "x")
    call_command("erase", "a/2026", "--text", CANARY, "--yes", "--reason", "diminta", stdout=out)
    assert CANARY not in canonical_export().decode()
    call_command("erase", "a", "--by", "sari", "--yes", "--reason", "diminta", stdout=out)
    assert cycle.entries.filter(author_name="sari", erased=False).count() == 0
    assert faults_in(cycle) == []
