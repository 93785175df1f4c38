"""A round from being set up to being decided: who may what, what is kept, what two at once get."""

import json
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from tests.web.rounds_at_hand import assessors, made, score

from tinjau import study
from tinjau.web import mapping, running
from tinjau.web.assessors import rounds, scores
from tinjau.web.assessors.items import questions_of
from tinjau.web.assessors.reconciling import decide, disputes_of
from tinjau.web.history import Author, ClosedError, faults_in, write
from tinjau.web.management.commands.backup import canonical_export
from tinjau.web.models import AssessmentRound, AssessmentScore, AssessmentSeat, Cycle, Due, Entry, Role, Run

People = Callable[..., Any]
Browser = Callable[[Any], Client]
Medan = Callable[[str], Cycle]


def address(name: str, cycle: Cycle, **more: Any) -> str:
    return str(reverse(f"web:{name}", kwargs={"office": cycle.office.slug, "cycle": cycle.slug, **more}))


def form_of(people: list[Any], **more: Any) -> dict[str, Any]:
    return {
        "title": "Putaran satu", "naming": "code", "asked": ["sitokdana-7/transparency/whole"],
        "assessors": [each.pk for each in people], **more,
    }  # fmt: skip


def test_a_round_is_set_up_changed_opened_and_closed(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    coordinator = browser(person("ketua", Role.COORDINATOR, cycle.office))
    people = assessors(person, cycle, ["ani", "budi", "citra"])
    done = coordinator.post(address("assess-new", cycle), form_of(people, due="2027-01-31"))
    assert done.status_code == 302
    found = cycle.assessments.get()
    assert found.state == "draft"
    assert found.seats.count() == 3
    assert {each[1] for each in found.items} == {"transparency"}
    client = browser(people[0])
    assert client.get(address("assess-sheet", cycle, assessment=1)).status_code == 404  # not before it is open
    changed = form_of(people[:2], asked=["sitokdana-7/transparency/i:" + found.items[0][2]], title="Dua penilai")
    assert (
        coordinator.post(address("assess-change", cycle, assessment=1), {**changed, "due": "2027-01-31"}).status_code
        == 302
    )
    coordinator.post(address("assess-open", cycle, assessment=1))
    found.refresh_from_db()
    assert (found.state, found.title, len(found.items), found.seats.count()) == ("open", "Dua penilai", 1, 2)
    assert sorted(found.seats.values_list("label", flat=True)) == ["N1", "N2"]
    due = Due.objects.get(cycle=cycle)
    assert sorted(due.persons) == sorted(each.pk for each in people[:2])
    assert due.address.endswith("/sheets/1/")
    coordinator.post(address("assess-change", cycle, assessment=1), form_of(people))
    found.refresh_from_db()
    assert found.title == "Dua penilai"  # nothing changes under people's hands
    assert client.get(address("assess-sheet", cycle, assessment=1)).status_code == 200
    assert "Dua penilai" in client.get("/").content.decode()
    coordinator.post(address("assess-close", cycle, assessment=1))
    found.refresh_from_db()
    assert found.state == "closed"
    assert not Due.objects.filter(cycle=cycle, withdrawn=False).exists()
    assert "Satu pendapat" in coordinator.get(address("assess-round", cycle, assessment=1)).content.decode()
    assert faults_in(cycle) == []


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "", "Isi nama"), ("asked", [], "satu pertanyaan"), ("asked", ["x/y/whole"], "satu pertanyaan"),
        ("assessors", [], "satu penilai"), ("assessors", ["999999", "x", "-1", "9" * 40], "satu penilai"),
        ("due", "besok", "tanggal"), ("due", "9999-12-31", "tanggal"), ("due", "0001-01-01", "tanggal"),
    ],
)  # fmt: skip
def test_a_form_that_cannot_be_used_says_why_and_keeps_what_was_typed(
    db: None, person: People, browser: Browser, medan_cycle: Medan, field: str, value: Any, said: str
) -> None:
    cycle = medan_cycle("own")
    coordinator = browser(person("ketua", Role.COORDINATOR, cycle.office))
    sent = {**form_of(assessors(person, cycle, ["ani"]), note="petunjuk-yang-diketik"), field: value}
    answer = coordinator.post(address("assess-new", cycle), sent, headers={"accept-language": "id"})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "petunjuk-yang-diketik" in answer.content.decode()
    assert not cycle.assessments.exists()


def test_a_stranger_cannot_be_made_an_assessor(db: None, person: People, browser: Browser, medan_cycle: Medan) -> None:
    cycle, foreign = medan_cycle("own"), medan_cycle("foreign")
    coordinator = browser(person("ketua", Role.COORDINATOR, cycle.office))
    own, other = person("ani", Role.ASSESSOR, cycle.office), person("zul", Role.ASSESSOR, foreign.office)
    observer = person("lihat", Role.OBSERVER, cycle.office)
    coordinator.post(address("assess-new", cycle), form_of([own, other, observer], reconcilers=[other.pk]))
    assert list(cycle.assessments.get().seats.values_list("user_name", flat=True)) == ["ani"]


def test_answers_are_kept_by_version_and_a_second_window_gets_a_conflict(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    (ani,) = assessors(person, cycle, ["ani"])
    made(cycle, [ani])
    client, page = browser(ani), {"assessment": 1, "instrument": "sitokdana-7", "criterion": "transparency"}
    here = address("assess-criterion", cycle, **page)
    assert client.post(here, {"question": 1, "value": "yes", "version": 0, "note": "satu"}).status_code == 302
    late = client.post(
        here, {"question": 1, "value": "no", "version": 0, "note": "dua"}, headers={"accept-language": "id"}
    )
    assert late.status_code == 409
    text = late.content.decode()
    assert "Yang sekarang tersimpan: ya" in text
    assert ">dua</textarea>" in text
    assert client.post(here, {"question": 1, "value": "no", "version": 1, "note": "dua"}).status_code == 302
    assert client.post(here, {"question": 1, "value": "", "version": 2}).status_code == 302
    versions = AssessmentScore.objects.order_by("version").values_list("value", "note", "current")
    assert list(versions) == [("yes", "satu", False), ("no", "dua", False), ("", "", True)]
    assert client.post(here, {"question": 1, "value": "perhaps", "version": 3}).status_code == 404
    assert client.post(here, {"question": 99_999, "value": "yes", "version": 0}).status_code == 404
    strange = {"question": 1, "value": "yes", "version": "9" * 30, "note": "a\x00b\ud800"[:3]}
    assert client.post(here, strange).status_code == 409


def test_closing_writes_every_answer_into_the_study_and_no_name_under_codes(
    db: None, person: People, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    chief = person("ketua", Role.COORDINATOR, cycle.office)
    people = assessors(person, cycle, ["ani", "budi", "citra"])
    found = made(cycle, people, by=chief)
    for each, value in zip(people, ("yes", "no", "no"), strict=True):
        score(found, each, 1, value, note=f"catatan {value}", evidence="https://contoh.go.id/")
    before = cycle.entries.filter(kind="answer").count()
    rounds.close(found, Author(chief, "selesai"))
    rows = list(cycle.entries.filter(kind="answer").order_by("sequence"))[before:]
    assert sorted(each.payload["assessor"] for each in rows) == ["N1", "N2", "N3"]
    assert sorted(each.payload["value"] for each in rows) == ["no", "no", "yes"]
    assert {each.author_name for each in rows} == {"ketua"}
    assert faults_in(cycle) == []
    written = json.dumps([each.payload for each in rows]) + "".join(each.key for each in rows)
    assert not any(name in written for name in ("ani", "budi", "citra"))
    with pytest.raises(rounds.MovedError):
        rounds.close(found, Author(chief))


def test_under_names_the_assessor_is_the_author_and_an_open_answer_of_the_same_person_is_superseded(
    db: None, person: People, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    chief = person("ketua", Role.COORDINATOR, cycle.office)
    budi = person("budi", Role.OPERATOR, cycle.office)
    found = made(cycle, [budi], by=chief, naming="name")
    asked = questions_of(found)[0]
    row = {"instrument": "sitokdana-7", "indicator": asked.id, "unit": "", "assessor": "budi", "value": "no"}
    write(cycle, "answer", mapping.answer_key(row), row, Author(budi))
    score(found, budi, 1, "yes")
    rounds.close(found, Author(chief))
    entry = cycle.entries.get(kind="answer", key=mapping.answer_key(row), current=True)
    assert (entry.payload["value"], entry.author_name, entry.version) == ("yes", "budi", 2)
    assert "one_opinion" in AssessmentRound.objects.get(pk=found.pk).agreement


def test_an_answer_after_closing_is_told_that_it_came_too_late(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    (ani,) = assessors(person, cycle, ["ani"])
    found = made(cycle, [ani])
    rounds.close(found, Author(None))
    client = browser(ani)
    here = address("assess-criterion", cycle, assessment=1, instrument="sitokdana-7", criterion="transparency")
    answer = client.post(here, {"question": 1, "value": "yes", "version": 0}, headers={"accept-language": "id"})
    assert answer.status_code == 403
    assert "tidak disimpan" in answer.content.decode()
    assert client.get(here).status_code == 200
    assert not AssessmentScore.objects.exists()


def test_a_round_cannot_be_closed_while_the_evaluation_takes_no_answers(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    coordinator = browser(person("ketua", Role.COORDINATOR, cycle.office))
    made(cycle, assessors(person, cycle, ["ani"]))
    Cycle.objects.filter(pk=cycle.pk).update(state=Cycle.State.SUBMITTED)
    page = coordinator.post(
        address("assess-close", cycle, assessment=1), follow=True, headers={"accept-language": "id"}
    )
    assert "tidak menerima jawaban" in page.content.decode()
    assert cycle.assessments.get().state == "open"


def test_agreement_spread_and_decision_flow_into_the_study(
    db: None, person: People, browser: Browser, medan_cycle: Medan, tmp_path: Any
) -> None:
    cycle = medan_cycle("own")
    chief = person("ketua", Role.COORDINATOR, cycle.office)
    people = assessors(person, cycle, ["ani", "budi", "citra"])
    found = made(cycle, people, by=chief)
    for number, values in enumerate(
        (("yes", "no", "no"), ("yes", "yes", "yes"), ("no", "no", "no"), ("yes", "yes", "no")), 1
    ):
        for each, value in zip(people, values, strict=True):
            score(found, each, number, value)
    found = rounds.close(found, Author(chief))
    agreement = found.agreement
    assert agreement["questions"] == 4
    assert agreement["level"] == "nominal"
    assert agreement["percent"] == pytest.approx((1 / 3 + 1 + 1 + 1 / 3) / 4)
    assert agreement["alpha"] == pytest.approx(1 - 11 * 2 / (6 * 6))  # by hand: 6 yes, 6 no, 2 units of 2:1
    assert agreement["interval"] is None  # four questions are too few for one
    assert agreement["ac1"] is not None
    assert [each["spread"] for each in agreement["items"]][:2] == [pytest.approx(2 / 3)] * 2
    client = browser(chief)
    page = client.get(address("assess-round", cycle, assessment=1), headers={"accept-language": "id"}).content.decode()
    assert "2 pertanyaan berbeda" in page
    assert "Alfa Krippendorff" in page
    assert "0,39" in page
    item = address("assess-item", cycle, assessment=1, item=1)
    assert client.post(item, {"value": "yes", "version": 0}).status_code == 422  # a reason is asked for
    assert client.post(item, {"value": "", "reason": "x", "version": 0}).status_code == 422
    done = client.post(item, {"value": "yes", "reason": "Dokumen ada di JDIH", "version": 0})
    assert done.status_code == 302
    dispute = next(each for each in disputes_of(found) if each.question.number == 1)
    assert dispute.decided == {
        "instrument": "sitokdana-7", "indicator": dispute.question.id, "assessor": "decided:ketua", "value": "yes",
        "note": "Dokumen ada di JDIH", "file": "decided.csv",
    }  # fmt: skip
    assert [each["value"] for each in dispute.answers if each["assessor"].startswith("N")]
    assert len(dispute.answers) == 3
    mapping.write_folder(cycle, tmp_path / "study")
    read = study.read_study(tmp_path / "study")
    assert any(each.assessor == "decided:ketua" and each.note == "Dokumen ada di JDIH" for each in read.answers)
    run = running.ask_for(cycle, Run.Kind.EVALUATE, chief)
    running.work(run.pk)
    result = cycle.results.first()
    judged = {(each["id"], each["unit"]): each for each in result.assessment["indicators"]}
    mine = judged[dispute.question.id, "site"]
    assert (mine["outcome"], mine["decided_by"]) == ("passed", "ketua")
    again = client.post(item, {"do": "reopen", "reason": "Dokumen ternyata lama", "version": dispute.version})
    assert again.status_code == 302
    dispute = next(each for each in disputes_of(found) if each.question.number == 1)
    assert dispute.decided is None
    assert dispute.version == 2
    client.post(item, {"value": "no", "reason": "Dokumen 2019", "version": 2})
    dispute = next(each for each in disputes_of(found) if each.question.number == 1)
    assert dispute.decided is not None
    assert dispute.decided["value"] == "no"
    assert faults_in(cycle) == []
    reasons = list(
        Entry.objects.filter(cycle=cycle, key__endswith="/decided").order_by("version").values_list("reason", flat=True)
    )
    assert reasons == ["Dokumen ada di JDIH", "Dokumen ternyata lama", "Dokumen 2019"]


def test_two_reconcilers_at_once_see_each_other(db: None, person: People, browser: Browser, medan_cycle: Medan) -> None:
    cycle = medan_cycle("own")
    one = browser(person("ketua", Role.COORDINATOR, cycle.office))
    two = browser(person("admin", Role.OFFICE_ADMIN, cycle.office))
    people = assessors(person, cycle, ["ani", "budi"])
    found = made(cycle, people)
    score(found, people[0], 1, "yes")
    score(found, people[1], 1, "no")
    rounds.close(found, Author(None))
    item = address("assess-item", cycle, assessment=1, item=1)
    assert one.post(item, {"value": "yes", "reason": "menurut saya ya", "version": 0}).status_code == 302
    late = two.post(
        item, {"value": "no", "reason": "menurut saya tidak", "version": 0}, headers={"accept-language": "id"}
    )
    text = late.content.decode()
    assert late.status_code == 409
    assert "menurut saya tidak</textarea>" in text
    assert "menurut saya ya" in text
    assert two.post(item, {"value": "no", "reason": "menurut saya tidak", "version": 1}).status_code == 302
    assert Entry.objects.filter(cycle=cycle, key__endswith="/decided").count() == 2


def test_only_those_who_are_named_or_coordinate_decide(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    people = assessors(person, cycle, ["ani", "budi"])
    verifier = person("periksa", Role.VERIFIER, cycle.office)
    found = made(cycle, people)
    AssessmentSeat.objects.create(round=found, user=verifier, user_name="periksa", kind="reconciler")
    score(found, people[0], 1, "yes")
    score(found, people[1], 1, "no")
    item = address("assess-item", cycle, assessment=1, item=1)
    assert browser(verifier).get(item).status_code == 404  # nothing to see while it is open
    rounds.close(found, Author(None))
    sent = {"value": "yes", "reason": "bukti kuat", "version": 0}
    assert browser(person("isi", Role.OPERATOR, cycle.office)).post(item, sent).status_code == 403
    assert browser(people[0]).get(item).status_code == 403  # an assessor opens an own sheet, nothing else
    assert browser(verifier).post(item, sent).status_code == 302


def test_a_decision_that_came_in_with_a_study_is_the_same_decision(
    db: None, person: People, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    people = assessors(person, cycle, ["ani", "budi"])
    found = made(cycle, people)
    score(found, people[0], 1, "yes")
    score(found, people[1], 1, "no")
    rounds.close(found, Author(None))
    asked = questions_of(found)[0]
    row = {"instrument": "sitokdana-7", "indicator": asked.id, "assessor": "decided:sari", "value": "no"}
    write(cycle, "answer", mapping.answer_key(row), row, Author(None))
    dispute = next(each for each in disputes_of(found) if each.question.number == 1)
    assert dispute.decided is not None
    assert dispute.decided is not None
    assert dispute.decided["value"] == "no"
    assert dispute.version == 1
    decide(cycle, asked, "yes", Author(person("ketua"), "lebih kuat"), 1)
    dispute = next(each for each in disputes_of(found) if each.question.number == 1)
    assert dispute.decided is not None
    assert dispute.decided["value"] == "yes"
    standing = [each for each in cycle.entries_of("answer").exclude(payload=None) if "decided" in each.key]
    assert len(standing) == 1


def test_answers_at_the_moment_of_closing_are_in_or_are_told(
    committed_db: None, person: People, medan_cycle: Medan
) -> None:
    """Six threads answer while a seventh closes: what was acknowledged is in the study, what came late was refused."""
    cycle = medan_cycle("own")
    people = assessors(person, cycle, [f"penilai{number}" for number in range(6)])
    found = made(cycle, people)
    kept: list[str] = []
    late: list[str] = []
    some = threading.Semaphore(0)

    def answer(place: int) -> None:
        try:
            for number in (1, 2, 3):
                try:
                    score(found, people[place], number, "yes")
                    kept.append(f"{place}-{number}")
                    some.release()
                except ClosedError:
                    late.append(f"{place}-{number}")
        finally:
            connection.close()

    def shut() -> None:
        try:
            for _ in range(4):  # closing falls into the middle of the answering
                some.acquire(timeout=60)
            rounds.close(AssessmentRound.objects.get(pk=found.pk), Author(None))
        finally:
            connection.close()

    threads = [threading.Thread(target=answer, args=(each,)) for each in range(6)] + [threading.Thread(target=shut)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(120)
    assert len(kept) + len(late) == 18
    entered = cycle.entries.filter(kind="answer", payload__file="rounds.csv").count()
    assert entered == len(kept) >= 4
    assert faults_in(cycle) == []


def test_scores_are_in_a_backup(db: None, person: People, medan_cycle: Medan) -> None:
    cycle = medan_cycle("own")
    people = assessors(person, cycle, ["ani"])
    score(made(cycle, people), people[0], 1, "yes", note="kenari-cadangan")
    with transaction.atomic():
        assert b"kenari-cadangan" in canonical_export()


def test_what_a_sheet_says_of_progress_is_ones_own(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    chief = person("ketua", Role.COORDINATOR, cycle.office)
    people = assessors(person, cycle, ["ani", "budi"])
    found = made(cycle, people, by=chief)
    total = len(found.items)
    score(found, people[0], 1, "yes")
    page = (
        browser(chief)
        .get(address("assess-round", cycle, assessment=1), headers={"accept-language": "id"})
        .content.decode()
    )
    assert f"1 dari {total} · masih menilai" in page
    assert f"0 dari {total}" in page
    client = browser(people[0])
    client.post(address("assess-finish", cycle, assessment=1), {"finished": "1"})
    assert scores.answered(AssessmentSeat.objects.get(user=people[0])) == 1
    page = (
        browser(chief)
        .get(address("assess-round", cycle, assessment=1), headers={"accept-language": "id"})
        .content.decode()
    )
    assert "selesai menilai" in page
