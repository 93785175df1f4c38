"""Comments, private notes, due dates on their pages, calendar files and addresses."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests.web.rows import EXPECTED
from tests.web.test_permissions import arguments_of

from tinjau import packs, study
from tinjau.model import Text
from tinjau.web import mapping
from tinjau.web.editing.changed import STUDY_KINDS
from tinjau.web.history import faults_in
from tinjau.web.management.commands.backup import canonical_export
from tinjau.web.models import Cycle, Due, Entry, PrivateNote, Role, Wish
from tinjau.web.notices import private, threads
from tinjau.web.notices.calendar import calendar_of, escaped, folded
from tinjau.web.notices.due import set_due, take_back

ASKED = packs.load_instrument("sitokdana-7").indicators[0]
ABOUT = f"answer/sitokdana-7/{ASKED.id}"
PAGE = f"/o/a/c/2026/criteria/sitokdana-7/{ASKED.criterion}/"
CANARY = "kenari-rahasia-4411"


@pytest.fixture
def office(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> SimpleNamespace:
    """A cycle, and a client for each role of its office."""
    cycle = medan_cycle("a")
    people = {role: person(f"orang-{role}", role, cycle.office) for role in ("operator", "coordinator", "verifier")}
    return SimpleNamespace(cycle=cycle, people=people, **{role: browser(user) for role, user in people.items()})


def test_a_thread_is_written_resolved_and_reopened(office: SimpleNamespace) -> None:
    said = office.operator.post("/o/a/c/2026/comments/", {"about": ABOUT, "text": "<b>Mana buktinya?", "next": PAGE})
    assert said.headers["Location"] == PAGE
    office.verifier.post("/o/a/c/2026/comments/", {"about": ABOUT, "text": "Di berkas 3", "do": "resolve"})
    page = office.coordinator.get(PAGE).content.decode()
    assert "&lt;b&gt;Mana buktinya?" in page
    assert "2 komentar" not in page  # the move is no comment
    assert "menyatakan selesai" in page
    thread = threads.threads_of(office.cycle)[ABOUT]
    assert (thread.comments, thread.resolved, len(thread.items)) == (1, True, 2)
    office.verifier.post("/o/a/c/2026/comments/", {"about": ABOUT, "do": "resolve"})  # it is already
    office.operator.post("/o/a/c/2026/comments/", {"about": ABOUT, "do": "reopen"})
    assert [each.payload["do"] for each in threads.threads_of(office.cycle)[ABOUT].items] == [
        "comment", "resolve", "reopen",
    ]  # fmt: skip
    assert faults_in(office.cycle) == []


def test_a_comment_may_come_late_and_makes_no_result_old(office: SimpleNamespace, tmp_path: Any) -> None:
    office.operator.post("/o/a/c/2026/submit/")
    office.verifier.post("/o/a/c/2026/comments/", {"about": ABOUT, "text": CANARY})
    assert threads.threads_of(office.cycle)[ABOUT].comments == 1
    assert "comment" not in STUDY_KINDS
    mapping.write_folder(office.cycle, tmp_path / "out")
    study.read_study(tmp_path / "out")
    assert not any(CANARY in each.read_text() for each in (tmp_path / "out").rglob("*") if each.is_file())


@pytest.mark.parametrize(
    "about",
    ["", "answer/", "answer/none/x", "answer/sitokdana-7/none", "factor/none", "strategy/\x00", "event/x", "x" * 5000,
     "factor/#", "answer/../x"],
)  # fmt: skip
def test_there_is_no_thread_about_nothing(office: SimpleNamespace, about: str) -> None:
    for path in ("comments", "note"):
        assert office.operator.post(f"/o/a/c/2026/{path}/", {"about": about, "text": "x"}).status_code == 404
    assert Entry.objects.filter(kind="comment").count() == PrivateNote.objects.count() == 0


def test_threads_stand_about_factors_and_strategies_of_people(office: SimpleNamespace) -> None:
    names = {kind: office.cycle.entries_of(kind).first().key for kind in ("factor", "strategy")}
    for kind, name in names.items():
        about = f"{kind}/{name}"
        assert office.operator.post("/o/a/c/2026/comments/", {"about": about, "text": "setuju"}).status_code == 302
    assert set(threads.threads_of(office.cycle)) == {f"{kind}/{name}" for kind, name in names.items()}
    assert "1 komentar" in office.operator.get("/o/a/c/2026/swot/").content.decode()


def test_a_comment_is_bounded(office: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    post = {"about": ABOUT, "text": "p\x00\x07" + "x" * 9000}
    office.operator.post("/o/a/c/2026/comments/", post)
    assert len(threads.threads_of(office.cycle)[ABOUT].items[0].payload["text"]) == threads.LONGEST
    page = office.operator.post("/o/a/c/2026/comments/", {"about": ABOUT, "text": " \n"}, follow=True)
    assert "Tulis komentarnya dahulu" in page.content.decode()
    monkeypatch.setattr(threads, "MOST", 1)
    page = office.operator.post("/o/a/c/2026/comments/", {"about": ABOUT, "text": "lagi"}, follow=True)
    assert "sudah penuh" in page.content.decode()
    far = office.operator.post("/o/a/c/2026/comments/", {"about": ABOUT, "do": "resolve", "next": "//jahat.example/"})
    assert far.headers["Location"] == "/o/a/c/2026/"
    assert office.operator.post("/o/a/c/2026/comments/", {"about": ABOUT, "do": "delete"}).status_code == 404


def test_a_private_note_is_its_authors_alone(
    office: SimpleNamespace, person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    office.operator.post("/o/a/c/2026/note/", {"about": ABOUT, "text": CANARY, "next": PAGE})
    assert CANARY in office.operator.get(PAGE).content.decode()
    assert private.notes_of(office.people["operator"], office.cycle) == {ABOUT: CANARY}
    others = [office.coordinator, office.verifier, browser(person("adm", Role.OFFICE_ADMIN, office.cycle.office)),
              browser(person("pusat", Role.NATIONAL_ADMIN))]  # fmt: skip
    for client in others:
        for name, (_, method) in EXPECTED.items():
            arguments = {**arguments_of(name, office.cycle), **({"criterion": ASKED.criterion} if "criterion" in
                         arguments_of(name, office.cycle) else {})}  # fmt: skip
            answer = getattr(client, method)(reverse(name, kwargs=arguments))
            content = getattr(answer, "content", b"") or b"".join(getattr(answer, "streaming_content", ()))
            assert CANARY.encode() not in content, name
        assert CANARY.encode() not in client.get(PAGE).content
    found = others[2].post("/o/a/erase/", {"step": "find", "text": CANARY})
    assert found.context["entries"] == []  # not even a count
    assert CANARY not in canonical_export().decode()  # sealed: a backup shows that there is a note, not what it says
    assert not Entry.objects.filter(kind="note").exists()
    office.operator.post("/o/a/c/2026/note/", {"about": ABOUT, "text": ""})
    assert PrivateNote.objects.count() == 0


def test_notes_under_another_key_are_left_out(office: SimpleNamespace, settings_key: Callable[[str], None]) -> None:
    private.keep(office.people["operator"], office.cycle, ABOUT, CANARY)
    settings_key("another key " * 6)
    assert private.notes_of(office.people["operator"], office.cycle) == {}
    assert office.operator.get("/health/").status_code == 200


@pytest.fixture
def settings_key(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    from django.conf import settings

    return lambda key: monkeypatch.setattr(settings, "SECRET_KEY", key)


def test_a_coordinator_sets_due_dates_and_others_read_them(office: SimpleNamespace) -> None:
    fields = {"title": "Isi semua <jawaban>", "date": "2031-03-05", "time": "09:30", "roles": ["operator", "raja"]}
    assert office.operator.post("/o/a/c/2026/due/", fields).status_code == 403
    assert office.coordinator.post("/o/a/c/2026/due/", fields).status_code == 302
    due = Due.objects.get()
    assert (due.at.astimezone(UTC).isoformat(), due.roles) == ("2031-03-05T02:30:00+00:00", ["operator"])  # WIB
    page = office.verifier.get("/o/a/c/2026/due/").content.decode()
    assert "Isi semua &lt;jawaban&gt;" in page
    assert "Batalkan" not in page
    assert office.verifier.post(f"/o/a/c/2026/due/{due.pk}/remove/").status_code == 403
    Due.objects.update(at=timezone.now() + timedelta(days=2))
    assert "Isi semua" in office.operator.get("/").content.decode()
    assert "Isi semua" not in office.verifier.get("/").content.decode()  # it does not concern him
    office.coordinator.post(f"/o/a/c/2026/due/{due.pk}/remove/")
    assert "Isi semua" not in office.operator.get("/").content.decode()
    assert office.coordinator.post(f"/o/a/c/2026/due/{due.pk}/remove/").status_code == 404


def test_a_date_of_a_plan_is_moved_in_the_plan(office: SimpleNamespace) -> None:
    due = set_due(office.cycle, "stage-self", timezone.now(), Text("Tahap", "Stage"))
    page = office.coordinator.post(f"/o/a/c/2026/due/{due.pk}/remove/", follow=True)
    assert "mengikuti jadwal" in page.content.decode()
    assert Due.objects.filter(withdrawn=False).count() == 1


@pytest.mark.parametrize(
    "fields",
    [{}, {"title": "x"}, {"title": "x", "date": "kemarin"}, {"title": "x", "date": "9999-12-31"},
     {"title": "x", "date": "2026-02-30"}, {"title": "x", "date": "2026-12-31", "time": "25:00"},
     {"title": "\x00", "date": "2026-12-31"}, {"title": "x", "date": "0001-01-01"},
     {"title": "x", "date": "2026-12-31", "time": "1+01:"}],
)  # fmt: skip
def test_what_is_no_due_date_is_said(office: SimpleNamespace, fields: dict[str, str]) -> None:
    assert office.coordinator.post("/o/a/c/2026/due/", fields).status_code == 422
    assert Due.objects.count() == 0


def lines_of(data: bytes) -> list[str]:
    """The content lines, unfolded; every physical line ends and is short as RFC 5545, 3.1, asks."""
    assert data.endswith(b"\r\n")
    physical = data.split(b"\r\n")[:-1]
    assert all(len(each) <= 75 and b"\n" not in each and b"\r" not in each for each in physical)
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def unescaped(value: str) -> str:
    out, each = "", iter(value)
    for char in each:
        if char == "\\":
            char = {"n": "\n"}.get(following := next(each), following)
        out += char
    return out


@given(st.text(max_size=300))
def test_any_text_comes_back_out_of_a_calendar_line(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    pieces = list(folded(f"SUMMARY:{escaped(text)}"))
    assert all(len(each.encode()) <= 75 for each in pieces)
    line = pieces[0] + "".join(each[1:] for each in pieces[1:])
    kept = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c == "\n" or (c >= " " and c != "\x7f"))
    assert unescaped(line.removeprefix("SUMMARY:")) == kept


def test_the_calendar_file_line_by_line(office: SimpleNamespace) -> None:
    due = set_due(office.cycle, "k", datetime(2031, 3, 5, 2, 30, tzinfo=UTC), Text("Isi; semua, ya", "Fill in"))
    Due.objects.update(changed=datetime(2030, 1, 1, tzinfo=UTC))
    answer = office.operator.get("/o/a/c/2026/due/calendar.ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert lines_of(answer.content) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tinjau//due dates//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        "X-WR-CALNAME:Studi a", "BEGIN:VEVENT", f"UID:{due.uid}@tinjau", "DTSTAMP:20300101T000000Z",
        "LAST-MODIFIED:20300101T000000Z", "SEQUENCE:0", "DTSTART:20310305T023000Z", "SUMMARY:Isi\\; semua\\, ya",
        "DESCRIPTION:Kota a: Studi a", "URL:http://127.0.0.1:8765/o/a/c/2026/", "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Isi\\; semua\\, ya", "TRIGGER:-P1D",
        "END:VALARM", "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip


def test_a_date_that_moved_keeps_its_name_and_one_taken_back_is_cancelled(office: SimpleNamespace) -> None:
    moment = timezone.now() + timedelta(days=2)
    due = set_due(office.cycle, "k", moment, Text("a", "a"))
    set_due(office.cycle, "k", moment + timedelta(days=1), Text("a", "a"))
    take_back(office.cycle, "k")
    due.refresh_from_db()
    lines = lines_of(calendar_of([due], "en", "https://x", "n"))
    assert {f"UID:{due.uid}@tinjau", "SEQUENCE:2", "STATUS:CANCELLED"} <= set(lines)
    assert "BEGIN:VALARM" not in lines


def test_a_calendars_address_is_secret_renewed_and_closed(office: SimpleNamespace, medan_cycle: Any) -> None:
    set_due(office.cycle, "k", timezone.now() + timedelta(days=2), Text("Milik sendiri", "Own"))
    set_due(medan_cycle("b"), "k", timezone.now() + timedelta(days=2), Text(CANARY, CANARY))
    shown = office.operator.post("/account/dates/", {"do": "make"}).context["shown"]
    path = shown[shown.index("/s/") :]
    answer = Client().get(path)
    assert answer.status_code == 200
    assert "SUMMARY:Milik sendiri" in lines_of(answer.content)
    assert CANARY not in answer.content.decode()
    assert (answer.headers["X-Robots-Tag"], answer.headers["Referrer-Policy"]) == ("noindex", "no-referrer")
    assert Wish.objects.get().feed not in shown  # a stolen database opens no calendar
    assert office.operator.get("/account/dates/").context["shown"] == ""  # shown once
    renewed = office.operator.post("/account/dates/", {"do": "make"}).context["shown"]
    assert Client().get(path).status_code == 404
    second = renewed[renewed.index("/s/") :]
    assert Client().get(second).status_code == 200
    user = office.people["operator"]
    user.memberships.all().delete()
    assert "BEGIN:VEVENT" not in lines_of(Client().get(second).content)  # what he may see now
    user.is_active = False
    user.save()
    assert Client().get(second).status_code == 404
    user.is_active = True
    user.save()
    office.operator.post("/account/dates/", {"do": "close"})
    assert Client().get(second).status_code == 404
    assert Client().get("/s/calendar/.ics").status_code == 404
