"""A round: stages and windows, hand-in, findings, reply, publication, correction; who may do what; nobody sees more."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.ministry_making import ADMIN, a_round, document, evaluated, found, handed_in, part_of, published, state
from tests.web.test_permissions import get_resolver_arguments, routes

from tinjau.scoring.league import official_indices, standings
from tinjau.web.history import Author, ClosedError, faults_in, write
from tinjau.web.ministry import findings, moving
from tinjau.web.ministry.facts import instruments_of, rebuild
from tinjau.web.ministry.league import digest_of, league, publish_league, published_rows, withdraw
from tinjau.web.ministry.refusing import RefusedError
from tinjau.web.models import (
    Assignment,
    Cycle,
    LeagueFacts,
    Participation,
    Publication,
    Role,
    Round,
    Stage,
    StageState,
)

Person = Callable[..., Any]
Browser = Callable[[Any], Client]
GOOD, POOR = ["positive"] * 7, ["negative"] * 7


def refused(key: str) -> Any:
    return pytest.raises(RefusedError, match=f"^{key}$")


def close(the_round: Round, kind: str = "self", hours: float = 1) -> None:
    """The stage closed so many hours ago."""
    Stage.objects.filter(round=the_round, kind=kind).update(closes=timezone.now() - timedelta(hours=hours))


# The state machine


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(list(moving.MOVES)), max_size=12))
def test_every_path_of_moves_stays_in_the_table(actions: list[str]) -> None:
    here = str(StageState.State.NOT_BEGUN)
    handed = False
    for action in actions:
        after = moving.after(here, action)
        if after is None:
            continue
        handed |= action == moving.HAND_IN
        assert after in StageState.State.values
        if after in {"decided", "returned"}:
            assert handed  # nothing is decided or returned that was never handed in
        here = str(after)
    assert here != "skipped" or not handed


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.sampled_from([*moving.MOVES, moving.EXTEND]), st.integers(-5, 5)), max_size=8))
def test_the_clock_and_the_table_agree_in_the_database(db: None, moves: list[tuple[str, int]]) -> None:
    with transaction.atomic():
        the_round = a_round(["Kota Satu"])
        part = part_of(the_round, "kota-satu")
        for action, days in moves:
            moment = timezone.now() + timedelta(days=days)
            Stage.objects.filter(round=the_round, kind="interview").update(closes=moment, opens=moment - timedelta(40))
            before = state(part, "interview")
            was_open = before.is_open(timezone.now())
            try:
                after = moving.move(
                    part, "interview", action, Author(None, "alasan"), until=timezone.now() + timedelta(2)
                )
            except RefusedError:
                assert state(part, "interview").state == before.state
                continue
            if action in moving.IN_WINDOW:
                assert was_open
            if action != moving.EXTEND:
                assert after.state == moving.after(before.state, action)
        assert faults_in(part.cycle) == []
        transaction.set_rollback(True)


# Windows and hand-in


def test_answers_are_taken_only_while_a_stage_of_the_government_is_open(db: None) -> None:
    the_round = a_round()
    part = part_of(the_round, "kota-satu")
    write(part.cycle, "answer", "a", {"value": "yes"}, ADMIN, open_only=True)
    close(the_round)
    assert not Cycle.objects.get(pk=part.cycle_id).is_open
    with pytest.raises(ClosedError):
        write(part.cycle, "answer", "a", {"value": "no"}, ADMIN, open_only=True)
    moving.move(part, "self", moving.EXTEND, Author(None, "banjir"), until=timezone.now() + timedelta(days=2))
    write(part.cycle, "answer", "a", {"value": "no"}, ADMIN, open_only=True)
    other = part_of(the_round, "kabupaten-dua")
    with pytest.raises(ClosedError):  # an extension is for one government
        write(other.cycle, "answer", "a", {"value": "no"}, ADMIN, open_only=True)
    handed_in(part, GOOD)
    with pytest.raises(ClosedError):  # nobody writes behind a hand-in
        write(part.cycle, "answer", "a", {"value": "yes"}, ADMIN, open_only=True)


def test_a_hand_in_needs_the_verifier_an_evaluation_and_the_rounds_instruments(db: None) -> None:
    part = part_of(a_round(), "kota-satu")
    with refused("move.not-verified"):
        moving.move(part, "self", moving.HAND_IN, ADMIN)
    Cycle.objects.filter(pk=part.cycle_id).update(state=Cycle.State.VERIFIED)
    with refused("move.no-result"):
        moving.move(part, "self", moving.HAND_IN, ADMIN)
    evaluated(part.cycle, {**document("x", GOOD), "instruments": [{"id": "wb-4"}]})
    with refused("move.instruments"):
        moving.move(part, "self", moving.HAND_IN, ADMIN)
    evaluated(part.cycle, document("x", GOOD))
    write(part.cycle, "answer", "a", {"value": "yes"}, ADMIN)
    with refused("move.stale"):
        moving.move(part, "self", moving.HAND_IN, ADMIN)
    evaluated(part.cycle, document("x", GOOD))
    moving.move(part, "self", moving.HAND_IN, ADMIN)
    assert state(part, "self").state == "handed-in"
    with refused("move.not-now"):
        moving.move(part, "self", moving.HAND_IN, ADMIN)


def test_the_documents_follow_the_self_assessment_and_reopen_the_answers(db: None) -> None:
    part = part_of(a_round(), "kota-satu")
    with refused("move.self-first"):
        moving.move(part, "documents", moving.BEGIN, ADMIN)
    handed_in(part, GOOD)
    assert not Cycle.objects.get(pk=part.cycle_id).is_open
    moving.move(part, "documents", moving.BEGIN, ADMIN)
    assert Cycle.objects.get(pk=part.cycle_id).is_open


def test_a_return_after_the_window_needs_a_new_end(db: None) -> None:
    the_round = a_round()
    part = part_of(the_round, "kota-satu")
    handed_in(part, GOOD)
    with refused("move.needs-reason"):
        moving.move(part, "self", moving.RETURN, Author(None))
    close(the_round)
    with refused("move.needs-date"):
        moving.move(part, "self", moving.RETURN, Author(None, "bukti kurang"))
    moving.move(part, "self", moving.RETURN, Author(None, "bukti kurang"), until=timezone.now() + timedelta(days=3))
    assert Cycle.objects.get(pk=part.cycle_id).is_open


def test_a_stage_closes_after_it_opens_in_the_database_too(db: None) -> None:
    the_round = a_round()
    now = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        Stage.objects.filter(round=the_round, kind="self").update(opens=now, closes=now)


# Findings, reply, publication, correction


def test_nothing_is_public_before_the_right_of_reply(db: None) -> None:
    part = part_of(a_round(), "kota-satu")
    handed_in(part, GOOD)
    draft = found(part)
    with refused("finding.share-first"):
        findings.publish(draft, Author(None, "keputusan"))
    findings.share(draft, ADMIN)
    with refused("finding.still-open"):
        findings.publish(draft, Author(None, "keputusan"))
    reply = findings.reply(draft, "Kami keberatan", ADMIN, agrees=False)
    type(draft).objects.filter(pk=draft.pk).update(reply_until=timezone.now() - timedelta(minutes=1))
    with refused("finding.answer-first"):
        findings.publish(draft, Author(None, "keputusan"))
    findings.answer(reply, "accepted", Author(None, "benar"))
    with refused("finding.accepted-needs-version"):
        findings.publish(draft, Author(None, "keputusan"))
    with refused("finding.needs-change"):
        findings.draft(part, Author(None, "baru"), 1)
    second = findings.draft(part, Author(None, "baru"), 1, "Bukti diterima")
    with refused("finding.conflict"):
        findings.publish(draft, Author(None, "keputusan"))
    assert not type(draft).objects.filter(published__isnull=False).exists()
    findings.share(second, ADMIN)
    with refused("finding.needs-why"):
        findings.publish(second, Author(None, ""))
    findings.reply(second, "", ADMIN, agrees=True)
    findings.publish(second, Author(None, "Keputusan 1"))
    with refused("finding.conflict"):
        findings.publish(second, Author(None, "Keputusan 1"))
    assert list(type(draft).objects.filter(published__isnull=False)) == [second]


def test_a_reply_after_its_days_is_refused(db: None) -> None:
    part = part_of(a_round(), "kota-satu")
    handed_in(part, GOOD)
    draft = found(part)
    with refused("reply.over"):
        findings.reply(draft, "x", ADMIN, agrees=False)  # not shared yet
    findings.share(draft, ADMIN)
    type(draft).objects.filter(pk=draft.pk).update(reply_until=timezone.now())
    with refused("reply.over"):
        findings.reply(draft, "x", ADMIN, agrees=False)
    assert not draft.replies.exists()


def test_a_correction_is_a_new_version_and_the_old_one_stays_as_it_was(db: None) -> None:
    the_round = a_round()
    part = part_of(the_round, "kota-satu")
    handed_in(part, POOR, secret="lama")
    first = published(part)
    publication = publish_league(the_round, Author(None, "Keputusan 7"), "")
    moving.move(part, "self", moving.RETURN, Author(None, "koreksi"), until=timezone.now() + timedelta(days=30))
    handed_in(part, GOOD, secret="baru")
    second = published(part)
    first.refresh_from_db()
    assert (first.reason, first.change, first.result.assessment["criteria"][0]["verdict"]["value"]) == (
        "Pertimbangan ", "koreksi", "negative",
    )  # fmt: skip
    assert (findings.state_of(first), findings.state_of(second)) == ("superseded", "published")
    with refused("finding.needs-change"):
        publish_league(the_round, Author(None, "Keputusan 8"), "")
    publish_league(the_round, Author(None, "Keputusan 8"), "Nilai Kota Satu dikoreksi")
    publication.refresh_from_db()
    assert digest_of(publication.rows) == publication.digest
    assert publication.rows[0]["criteria"]["transparency"] == "negative"
    client = Client()
    newest = client.get(f"/p/{the_round.slug}/").content.decode()
    assert "Nilai Kota Satu dikoreksi" in newest
    old = client.get(f"/p/{the_round.slug}/v1/").content.decode()
    assert "Ini versi lama" in old
    result = client.get(f"/p/{the_round.slug}/g/kota-satu/").content.decode()
    assert result.index("Dinilai. baru") < result.index("Dinilai. lama")
    assert "digantikan versi yang lebih baru" in result


def test_a_withdrawn_league_is_gone_from_the_public_address(db: None) -> None:
    the_round = a_round()
    part = part_of(the_round, "kota-satu")
    with refused("league.nothing"):
        publish_league(the_round, Author(None, "Keputusan"), "")
    handed_in(part, GOOD)
    published(part)
    publication = publish_league(the_round, Author(None, "Keputusan"), "")
    assert Client().get(f"/p/{the_round.slug}/").status_code == 200
    withdraw(publication, Author(None, "keliru"))
    with refused("finding.conflict"):
        withdraw(publication, Author(None, "keliru"))
    assert Client().get(f"/p/{the_round.slug}/").status_code == 404
    assert Publication.objects.count() == 1


# The league


def test_the_kept_facts_equal_a_recomputation(db: None) -> None:
    the_round = a_round(["Kota A", "Kota B", "Kota C", "Kota D"])
    rows: dict[str, tuple[list[Any], int]] = {
        "kota-a": (GOOD, 3),
        "kota-b": (POOR, 1),
        "kota-c": ([*GOOD[:6], None], 2),
        "kota-d": (GOOD, 3),
    }
    for slug, (verdicts, ordinal) in rows.items():
        handed_in(part_of(the_round, slug), verdicts, ordinal)
        found(part_of(the_round, slug))
    kept = [(each.slug, each.rank, each.complete, each.criteria) for each in league(the_round, public=False)]
    anew = standings(
        [(slug, part_of(the_round, slug).findings.get().result.assessment) for slug in rows],
        official_indices(instruments_of(the_round)),
    )
    assert kept == [(each.id, each.rank, each.complete, each.criteria) for each in anew]
    assert kept[0][:2] == ("kota-a", (1, 3))
    before = list(LeagueFacts.objects.order_by("pk").values())
    LeagueFacts.objects.all().update(phase="rusak", complete=False)
    assert rebuild(the_round) == 4
    call_command("rebuildleague", the_round.slug, stdout=io.StringIO())
    assert list(LeagueFacts.objects.order_by("pk").values()) == before


def test_who_handed_nothing_in_stands_apart_with_the_reason(db: None) -> None:
    the_round = a_round()
    handed_in(part_of(the_round, "kota-satu"), GOOD)
    published(part_of(the_round, "kota-satu"))
    late = part_of(the_round, "kabupaten-dua")
    rows = league(the_round, public=True)
    assert [(each.slug, each.rank) for each in rows] == [("kota-satu", (1, 1)), ("kabupaten-dua", None)]
    published(late)
    rows = league(the_round, public=True)
    assert [(each.slug, each.complete, each.reason) for each in rows] == [
        ("kota-satu", True, ""), ("kabupaten-dua", False, "not handed in"),
    ]  # fmt: skip
    publish_league(the_round, Author(None, "Keputusan"), "")
    assert "tidak menyerahkan evaluasi mandiri" in Client().get(f"/p/{the_round.slug}/").content.decode()


def test_the_league_takes_the_same_queries_however_many_governments(db: None) -> None:
    counted = []
    for names in (["Kota A", "Kota B"], [f"Kota {n}" for n in range(12)]):
        the_round = a_round(names, title=f"Evaluasi {len(names)}")
        for part in Participation.objects.filter(round=the_round):
            handed_in(part, GOOD)
            found(part)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            league(the_round, public=False)
        counted.append(len(queries))
    assert counted == [2, 2]


def test_a_published_page_sets_no_cookie_and_may_be_kept_by_caches(db: None) -> None:
    the_round = a_round()
    handed_in(part_of(the_round, "kota-satu"), GOOD)
    published(part_of(the_round, "kota-satu"))
    publish_league(the_round, Author(None, "Keputusan"), "")
    base = f"/p/{the_round.slug}/"
    for path in ("/p/", base, f"{base}v1/", f"{base}g/kota-satu/", f"{base}files/csv/", f"{base}files/xlsx/",
                 f"{base}files/html/"):  # fmt: skip
        for lang in ("", "?lang=en"):
            response = Client().get(path + lang, headers={"accept-encoding": "gzip", "accept-language": "en"})
            assert response.status_code == 200, path
            assert not response.cookies
            assert "cookie" not in response.headers.get("Vary", "").lower(), path
            assert response.headers["Cache-Control"] == "public, max-age=300"
            assert response.headers["Content-Language"] == ("en" if lang else "id")
    assert Client().get(f"{base}files/pdf/").status_code == 404


def test_the_published_rows_are_what_was_published(db: None) -> None:
    the_round = a_round()
    handed_in(part_of(the_round, "kota-satu"), GOOD)
    published(part_of(the_round, "kota-satu"))
    publication = publish_league(the_round, Author(None, "Keputusan"), "")
    assert published_rows(publication) == league(the_round, public=True)


# Who may do what, and who sees what

STEPS = ("minutes", "return", "settle", "hand-in", "draft", "skip", "extend", "assign", "unassign", "share", "answer",
         "publish")  # fmt: skip
EVALUATORS = {"minutes", "return", "settle", "hand-in", "draft"}


@pytest.mark.parametrize("step", STEPS)
def test_an_evaluator_does_only_what_evaluators_do(db: None, person: Person, browser: Browser, step: str) -> None:
    the_round = a_round()
    evaluator = person("asesor", Role.NATIONAL_EVALUATOR)
    Assignment.objects.create(participation=part_of(the_round, "kota-satu"), user=evaluator, by_name="x")
    client = browser(evaluator)
    own = client.post(reverse("web:round-step", args=[the_round.slug, "kota-satu", step]), {"stage": "interview"})
    assert (own.status_code != 403) == (step in EVALUATORS)
    assert own.status_code < 500
    foreign = client.post(reverse("web:round-step", args=[the_round.slug, "kabupaten-dua", step]))
    assert foreign.status_code == 404


def test_an_evaluator_reads_the_cycles_assigned_and_nothing_else(
    db: None, person: Person, browser: Browser, medan_cycle: Callable[[str], Cycle]
) -> None:
    the_round = a_round(["Kota Satu", "Kabupaten Burung Kenari"])
    other = a_round(["Kota Kenari"], title="Putaran lain")
    private = medan_cycle("satu-lain")
    part = part_of(the_round, "kota-satu")
    evaluator = person("asesor", Role.NATIONAL_EVALUATOR)
    Assignment.objects.create(participation=part, user=evaluator, by_name="x")
    client = browser(evaluator)
    mine = reverse("web:cycle", args=["kota-satu", part.cycle.slug])
    assert client.get(mine).status_code == 200
    assert client.get(reverse("web:members", args=["kota-satu"])).status_code == 404
    assert client.get(reverse("web:office", args=["kota-satu"])).status_code == 404
    assert client.get(reverse("web:cycle", args=[private.office.slug, private.slug])).status_code == 404
    assert client.get(reverse("web:round", args=[other.slug])).status_code == 404
    assert client.post(reverse("web:submit", args=["kota-satu", part.cycle.slug])).status_code == 403
    for name in routes():
        arguments = {"the_round": the_round.slug, "government": "kota-satu", "office": "kota-satu",
                     "cycle": part.cycle.slug, "form": "csv", "folder": "x", "version": 1}  # fmt: skip
        names = get_resolver_arguments(name)
        if set(names) <= set(arguments):
            response = client.get(reverse(name, kwargs={key: arguments[key] for key in names}))
            assert b"enari" not in b"".join(response), name


def test_nobody_evaluates_the_own_government(db: None, person: Person, browser: Browser) -> None:
    the_round = a_round()
    part = part_of(the_round, "kota-satu")
    both = person("dua-topi", Role.NATIONAL_EVALUATOR)
    both.memberships.create(office=part.office, role=Role.OPERATOR)
    admin = person("pusat", Role.NATIONAL_ADMIN)
    step = reverse("web:round-step", args=[the_round.slug, "kota-satu", "assign"])
    browser(admin).post(step, {"user": both.pk})
    assert not Assignment.objects.exists()
    Assignment.objects.create(participation=part, user=both, by_name="x")  # joined the office afterwards
    assert browser(both).get(reverse("web:round", args=[the_round.slug])).status_code == 404
    admin.memberships.create(office=part.office, role=Role.OBSERVER)
    assert browser(admin).get(reverse("web:round-government", args=[the_round.slug, "kota-satu"])).status_code == 403


def test_a_government_sees_no_draft_reply_or_rank_of_another_nor_its_own_draft(
    db: None, person: Person, browser: Browser
) -> None:
    """Canaries stand in every word of the other government's finding and reply; the resolver names the pages."""
    the_round = a_round(["Kota Satu", "Kabupaten Dua", "Kota Tiga"])
    own, other = part_of(the_round, "kota-satu"), part_of(the_round, "kabupaten-dua")
    handed_in(own, GOOD, secret="kenari-sendiri")
    handed_in(other, POOR, secret="kenari-lain")
    found(own, "kenari-rancangan")
    published(other, "kenari-lain")
    third = findings.draft(part_of(the_round, "kota-tiga"), Author(None, "kenari-lain"), 0)
    findings.share(third, ADMIN)
    findings.reply(third, "kenari-lain", ADMIN, agrees=False)
    for role in (Role.COORDINATOR, Role.OFFICE_ADMIN, Role.OBSERVER):
        client = browser(person(f"orang-{role}", role, own.office))
        for name in routes():
            arguments = {"the_round": the_round.slug, "government": "kota-satu", "office": "kota-satu",
                         "cycle": own.cycle.slug, "form": "csv", "folder": "x", "version": 1, "lang": "en"}  # fmt: skip
            names = get_resolver_arguments(name)
            if set(names) <= set(arguments):
                body = b"".join(client.get(reverse(name, kwargs={key: arguments[key] for key in names})))
                assert b"kenari-lain" not in body, name
                assert b"kenari-rancangan" not in body, name
    page = client.get(reverse("web:cycle-round", args=["kota-satu", own.cycle.slug])).content
    assert b"Belum ada hasil yang disampaikan" in page
    assert client.get(reverse("web:cycle-round-letter", args=["kota-satu", own.cycle.slug])).status_code == 404


def test_the_letter_tells_no_rank_before_the_league_is_public(db: None, person: Person, browser: Browser) -> None:
    the_round = a_round()
    part = part_of(the_round, "kota-satu")
    handed_in(part, GOOD)
    published(part)
    client = browser(person("koordinator", Role.COORDINATOR, part.office))
    address = reverse("web:cycle-round-letter", args=["kota-satu", part.cycle.slug])
    assert "Peringkat baru disusun" in client.get(address).content.decode()
    publish_league(the_round, Author(None, "Keputusan"), "")
    letter = client.get(address).content.decode()
    assert "berada pada peringkat 1" in letter
    assert "Peringkat baru disusun" not in letter
