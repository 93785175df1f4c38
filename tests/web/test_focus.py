"""A focus group from the invitation to the study: what happens, what is refused, and what nobody may see."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.web.focus_room import Group, prepared, with_factors

from tinjau import observe, packs, pipeline, study
from tinjau.model import Plan, Study
from tinjau.web import mapping
from tinjau.web.focus import counting
from tinjau.web.history import faults_in
from tinjau.web.models import Cycle, FocusBallot, FocusIdea, FocusParticipant, Office, Role

Make = Callable[..., Group]


@pytest.fixture
def group(db: None, medan_cycle: Any, person: Any, browser: Any) -> Make:
    """`group(...)`: a prepared session in a Medan of its own, run by a coordinator."""

    def make(slug: str = "a", **more: Any) -> Group:
        cycle = medan_cycle(slug)
        user = person(f"kori-{slug}", Role.COORDINATOR, cycle.office)
        return prepared(cycle, browser(user), user, **more)

    return make


@pytest.fixture
def empty(db: None, person: Any, browser: Any) -> Make:
    """The same in a study without a factor."""

    def make(**more: Any) -> Group:
        office = Office.objects.create(slug="kosong", name="Kota Kosong")
        cycle = Cycle.objects.create(office=office, slug="2026", title="Kajian kosong", period="2026")
        user = person("kori", Role.COORDINATOR, office)
        return prepared(cycle, browser(user), user, **more)

    return make


def test_the_whole_meeting_becomes_part_of_the_study(empty: Make, tmp_path: Any) -> None:
    room = with_factors(empty())
    labels = ["S1", "W1", "O1", "T1"]
    room.do("step-open", "weight")
    assert room.round("weight").items == labels
    for person, values in zip(room.people, ([40, 30, 20, 10], [25, 25, 25, 25], [70, 10, 10, 10]), strict=True):
        assert room.vote(person, "weight", values).status_code == 302
    room.do("round-close", "weight")
    room.do("step-close", "weight", reason="Cukup")
    room.do("step-open", "rating")
    for person in room.people:
        assert room.vote(person, "rating", [4, 3, 2, 1]).status_code == 302
    room.do("round-close", "rating")
    room.do("step-close", "rating")
    room.do("step-open", "tows")
    ideas = {each.label: each for each in FocusIdea.objects.filter(session=room.session)}
    for inside, outside in (("S1", "O1"), ("W1", "T1")):
        person = room.people[1]
        sent = person.post(
            "propose", inside=ideas[inside].pk, outside=ideas[outside].pk, text=f"{inside} dan {outside}"
        )
        assert sent.status_code == 302
    room.do("step-close", "tows")
    room.do("step-open", "rank")
    assert room.round("rank").items == ["SO1", "WT1"]
    for person, values in zip(room.people, ([1, 2], [1, 2], [2, 1]), strict=True):
        room.vote(person, "rank", values)
    room.do("round-close", "rank")
    tally = counting.counted(room.round("rank"))
    assert tally is not None
    assert tally["clear"] is False
    assert tally["leaders"] == ["SO1", "WT1"]
    assert "Tidak ada pemenang yang jelas" in room.people[0].get().content.decode()
    room.do("step-close", "rank")
    room.do("step-open", "decide")
    wanted = FocusIdea.objects.get(session=room.session, label="SO1")
    room.client.post(room.address("focus-decide"), {"text": "Mulai tahun ini", "why": "Siap", "strategy": wanted.pk})
    room.do("step-close", "decide")
    room.do("session-close")
    assert room.session.state == "closed"
    room.do("take")
    assert room.session.taken is not None
    mapping.write_folder(room.cycle, tmp_path / "out")
    found = study.read_study(tmp_path / "out")
    assert [each.id for each in found.factors] == labels
    assert {each.id: [use.factor for use in each.uses] for each in found.strategies} == {
        "SO1": ["S1", "O1"], "WT1": ["W1", "T1"],
    }  # fmt: skip
    assert {each.assessor for each in found.judgements} == {each.code for each in room.people}
    assert {each.kind for each in found.judgements} == {"weight", "rating", "rank"}
    assert len(found.judgements) == 3 * (4 + 4 + 2)
    assert found.options["ratings"] == {"semantics": "magnitude", "low": 1, "high": 4}
    assert [(each.sources, each.text.id, each.why) for each in found.conclusions] == [
        (("SO1",), "Mulai tahun ini", "Siap")
    ]
    assert faults_in(room.cycle) == []
    priorities = plan_of(found).priorities
    assert priorities is not None
    assert priorities["raters"] == 3
    assert priorities["factors"]["method"] == "points"
    assert priorities["position"]["semantics"] == "magnitude"
    assert priorities["direct"]["ranks"]["agreement"]["w"] == pytest.approx(1 / 9)
    before = room.cycle.entries.count()
    room.do("take")
    assert room.cycle.entries.count() == before  # done again, nothing is written twice


def plan_of(found: Study) -> Plan:
    """What the pipeline makes of a study, as an evaluation does."""
    instruments = [packs.load_instrument(each) for each in found.instruments]
    seen = observe.nothing_observed()
    return pipeline.plan_for(found, pipeline.assess(found, instruments, seen), seen)


def test_the_studys_own_factors_come_along(group: Make, tmp_path: Any) -> None:
    room = group(from_study=True)
    room.do("session-open")
    person = room.arrive()
    room.do("step-open", "collect")
    room.propose(person, "S", "Satu lagi")
    room.do("step-close", "collect")
    room.do("step-open", "weight")
    items = room.round("weight").items
    assert len(items) == 20
    assert items[:8] == [f"S{n}" for n in range(1, 9)]
    values = [5] * 20
    room.vote(person, "weight", values)
    room.do("round-close", "weight")
    room.do("step-close", "weight")
    room.do("step-open", "rank")
    assert len(room.round("rank").items) == 12
    room.vote(person, "rank", range(1, 13))
    room.do("round-close", "rank")
    room.do("step-close", "rank")
    room.do("session-close")
    texts = {e.key: e.payload for e in room.cycle.entries_of("factor")}
    room.do("take")
    mapping.write_folder(room.cycle, tmp_path / "out")
    found = study.read_study(tmp_path / "out")
    assert [each.id for each in found.factors if each.id.startswith("S")] == [f"S{n}" for n in range(1, 9)]
    assert {e.key: e.payload for e in room.cycle.entries_of("factor") if e.key != "S8"} == texts
    assert len(found.strategies) == 12


def test_a_link_of_one_session_opens_nothing_of_another(group: Make) -> None:
    one, two = group("a"), group("b")
    one.do("session-open")
    two.do("session-open")
    person = one.arrive("Sari")
    stranger = person.client
    for path in ("", "pulse/"):
        assert stranger.get(f"/g/{two.session.pk}/{path}").status_code == 404
    for path in ("propose/", "vote/", "withdraw/"):
        assert stranger.post(f"/g/{two.session.pk}/{path}", {"text": "x", "box": "S"}).status_code == 404
    cookie = stranger.cookies[f"tinjau_room_{one.session.pk}"].value
    stranger.cookies[f"tinjau_room_{two.session.pk}"] = cookie
    assert stranger.get(f"/g/{two.session.pk}/").status_code == 404
    assert one.client.get(two.address()).status_code == 404
    assert one.client.post(two.address("focus-do"), {"event": "session-close"}).status_code == 404


def test_an_invitation_ends_by_revoking_by_time_and_by_closing(group: Make) -> None:
    room = group()
    room.do("session-open")
    person = room.arrive()
    page = room.client.get(room.address()).content.decode()
    old = page.split("/f/")[1].split("/")[0]
    room.do("link-revoke")
    assert Client().get(f"/f/{old}/").status_code == 404
    assert person.get().status_code == 200  # who is in stays in
    room.do("link-renew")
    assert Client().get(f"/f/{old}/").status_code == 404
    room.arrive()
    room.session.expires = room.session.opened
    room.session.save()
    assert person.get().status_code == 404
    told = person.client.get(f"/g/{room.session.pk}/pulse/", headers={"HX-Request": "true"})
    assert told.headers["HX-Refresh"] == "true"  # an open page goes and says so
    assert Client().get(f"/f/{old}/").status_code == 404
    room.do("link-renew")
    assert person.get().status_code == 200  # a new link begins a new time


def test_joining_twice_is_joining_once_and_the_room_is_bounded(group: Make) -> None:
    room = group(most=2)
    room.do("session-open")
    one = room.arrive("Sari")
    page = room.client.get(room.address()).content.decode()
    secret = page.split("/f/")[1].split("/")[0]
    again = one.client.post(f"/g/{room.session.pk}/join/", {"invitation": secret, "name": "Sari"})
    assert again.status_code == 302
    assert FocusParticipant.objects.filter(session=room.session).count() == 1
    room.arrive()
    late = Client()
    late.get(f"/f/{secret}/")
    full = late.post(f"/g/{room.session.pk}/join/", {"invitation": secret})
    assert full.status_code == 409
    assert "penuh" in full.content.decode()
    without = Client().post(f"/g/{room.session.pk}/join/", {"invitation": secret})
    assert without.status_code == 422


def test_a_name_is_never_shown_beside_a_code(group: Make) -> None:
    room = group()
    room.do("session-open")
    for name in ("Wulan", "Adi", "Sari"):
        room.arrive(name)
    page = room.client.get(room.address("focus-state")).content.decode()
    assert page.index("Adi") < page.index("Sari") < page.index("Wulan")
    for person in room.people:
        assert "Wulan" not in person.get().content.decode()
    room.do("session-close")
    room.do("forget-names")
    assert set(FocusParticipant.objects.values_list("name", flat=True)) == {""}


def test_a_ballot_after_closing_is_refused_with_a_page_that_says_so(empty: Make) -> None:
    room = with_factors(empty())
    room.do("step-open", "weight")
    found = room.round("weight")
    room.vote(room.people[0], "weight", [40, 30, 20, 10])
    room.do("round-close", "weight")
    late = room.people[1].post("vote", round=found.pk, **{f"v-{e}": 25 for e in found.items})
    assert late.status_code == 409
    assert "tidak dihitung" in late.content.decode()
    replay = room.people[0].post("vote", round=found.pk, **{f"v-{e}": 25 for e in found.items})
    assert replay.status_code == 409
    ballot = FocusBallot.objects.get(round=found)
    assert ballot.values == {"S1": 40, "W1": 30, "O1": 20, "T1": 10}


def test_the_last_ballot_stands_and_the_same_one_twice_is_one(empty: Make) -> None:
    room = with_factors(empty())
    room.do("step-open", "weight")
    for values in ([40, 30, 20, 10], [40, 30, 20, 10], [10, 20, 30, 40]):
        room.vote(room.people[0], "weight", values)
    assert FocusBallot.objects.count() == 2  # until the round closes, the one before is kept
    assert "1 dari 3 surat suara masuk" in room.client.get(room.address("focus-state")).content.decode()
    room.do("round-close", "weight")
    ballot = FocusBallot.objects.get()
    assert ballot.values == {"S1": 10, "W1": 20, "O1": 30, "T1": 40}


@pytest.mark.parametrize(
    "values",
    [
        [40, 30, 20, 11],
        ["", 30, 20, 50],
        ["-5", 35, 35, 35],
        ["٤", 30, 30, 36],
        ["1e2", 0, 0, 0],
        ["9" * 5000, 1, 1, 1],
    ],
)
def test_a_ballot_that_does_not_add_up_is_not_kept(empty: Make, values: list[Any]) -> None:
    room = with_factors(empty())
    room.do("step-open", "weight")
    answer = room.vote(room.people[0], "weight", values)
    assert answer.status_code == 422
    assert "belum tersimpan" in answer.content.decode()
    assert FocusBallot.objects.count() == 0


def test_a_second_round_shows_the_first_and_proposes_to_stop(empty: Make) -> None:
    room = with_factors(empty())
    room.do("step-open", "weight")
    for person in room.people:
        room.vote(person, "weight", [40, 30, 20, 10])
    room.do("round-close", "weight")
    page = room.people[0].get().content.decode()
    assert "hyndman-fan-7" in page
    assert "Baru satu putaran" in page
    room.do("round-open", "weight")
    assert "Putaran lalu: median 40" in room.people[0].get().content.decode()
    assert 'value="40"' in room.people[0].get().content.decode()  # one's own number of the closed round
    for person in room.people:
        room.vote(person, "weight", [40, 30, 20, 10], reason="Tetap pada pendapat saya")
    room.do("round-close", "weight")
    page = room.people[0].get().content.decode()
    assert "Usul: berhenti" in page
    assert "Tetap pada pendapat saya" in page
    tally = counting.counted(room.round("weight"))
    assert tally is not None
    assert tally["stop"] == "stop"


def test_moderation_hides_with_a_reason_and_merges_with_the_originals_kept(empty: Make) -> None:
    room = empty()
    room.do("session-open")
    one, two = room.arrive(), room.arrive()
    room.do("step-open", "collect")
    room.propose(one, "W", "Pelatihan petugas kurang")
    room.propose(two, "W", "Pelatihan petugas masih kurang")
    room.propose(two, "W", "Kata kasar")
    assert "Kata kasar" not in one.get().content.decode()  # while it is collected, each sees their own
    room.do("step-close", "collect")
    room.do("step-open", "merge")
    page = room.client.get(room.address("focus-ideas")).content.decode()
    assert "Mirip, mungkin perlu digabung" in page
    first, second, rude = FocusIdea.objects.order_by("pk")
    do = room.address("focus-ideas")
    room.client.post(do, {"action": "hide", "idea": rude.pk})
    rude.refresh_from_db()
    assert rude.hidden is None  # without a reason nothing is hidden
    room.client.post(do, {"action": "hide", "idea": rude.pk, "reason": "Tidak sopan"})
    room.client.post(do, {"action": "merge", "idea": [first.pk, second.pk], "text": "Pelatihan kurang"})
    shown = one.get().content.decode()
    assert "Pelatihan kurang" in shown
    assert "Kata kasar" not in shown
    assert FocusIdea.objects.count() == 4
    log = room.client.get(room.address("focus-log")).content.decode()
    assert "Tidak sopan" in log
    made = FocusIdea.objects.latest("pk")
    assert made.originals.count() == 2
    room.client.post(do, {"action": "unmerge", "idea": made.pk})
    assert first.originals.count() == 0
    assert "Pelatihan petugas masih kurang" in one.get().content.decode()


def test_paper_ballots_are_marked_corrected_with_a_reason_and_read_twice(empty: Make) -> None:
    room = with_factors(empty())
    room.do("step-open", "weight")
    asks = {f"v-{each}": 25 for each in room.round("weight").items}
    where = room.address("focus-paper")
    assert room.client.post(where, {"number": 1, **asks}).status_code == 302
    refused = room.client.post(where, {"number": 1, **asks, "v-S1": 40, "v-W1": 10})
    assert refused.status_code == 422
    assert "Tulis alasan koreksinya" in refused.content.decode()
    done = room.client.post(where, {"number": 1, **asks, "v-S1": 40, "v-W1": 10, "why": "Salah ketik"})
    assert done.status_code == 302
    differs = room.client.post(where, {"number": 1, **asks, "action": "check"})
    assert "S1, W1" in differs.content.decode()
    same = room.client.post(where, {"number": 1, **asks, "v-S1": 40, "v-W1": 10, "action": "check"}, follow=True)
    assert "cocok" in same.content.decode()
    assert room.client.post(where, {"number": 99, **asks}).status_code == 422
    assert room.client.post(where, {"number": 2, **asks, "action": "check"}).status_code == 422
    assert FocusParticipant.objects.filter(paper=True).count() == 1
    room.do("round-close", "weight")
    ballots = FocusBallot.objects.order_by("version")
    assert [(each.paper, each.current, each.participant.code) for each in ballots] == [
        (True, False, "K01"), (True, True, "K01"),
    ]  # fmt: skip
    assert ballots[1].entered_by is not None
    assert "Salah ketik" in room.client.get(room.address("focus-log")).content.decode()
    late = room.client.post(where, {"number": 2, **asks}, follow=True)
    assert "Tidak ada putaran" in late.content.decode()


def test_someone_who_was_taken_out_counts_no_more(empty: Make) -> None:
    room = with_factors(empty())
    room.do("step-open", "weight")
    person = room.people[2]
    room.vote(person, "weight", [25, 25, 25, 25])
    room.client.post(room.address("focus-people"), {"code": person.code, "reason": "Hadir dua kali"})
    assert person.get().status_code == 404
    assert "0 dari 2" in room.client.get(room.address("focus-state")).content.decode()


def test_a_cycle_that_was_handed_on_takes_nothing(empty: Make) -> None:
    room = with_factors(empty())
    room.do("session-close")
    room.cycle.state = Cycle.State.SUBMITTED
    room.cycle.save()
    before = room.cycle.entries.count()
    page = room.client.post(room.address("focus-do"), {"event": "take"}, follow=True)
    assert "sudah dikirim atau diterima" in page.content.decode()
    assert room.cycle.entries.count() == before
    room.session.refresh_from_db()
    assert room.session.taken is None


def test_a_reason_is_hidden_with_a_reason_and_its_ballot_counts_on(empty: Make) -> None:
    room = with_factors(empty())
    room.do("step-open", "weight")
    for person in room.people:
        room.vote(person, "weight", [25, 25, 25, 25], reason=f"Kasar {person.code}")
    hidden = FocusBallot.objects.first()
    do = {"action": "hide-reason", "ballot": hidden.pk, "reason": "Menyebut nama"}
    room.client.post(room.address("focus-ideas"), do)  # nothing to hide yet: the round is open
    hidden.refresh_from_db()
    assert hidden.reason_hidden is None
    room.do("round-close", "weight")
    assert f"Kasar {hidden.participant.code}" in room.people[0].get().content.decode()
    room.client.post(room.address("focus-ideas"), do)
    for page in (room.people[0].get(), room.client.get(room.address("focus-results"))):
        assert f"Kasar {hidden.participant.code}" not in page.content.decode()
    tally = counting.counted(room.round("weight"))
    assert tally is not None
    assert tally["ballots"] == 3
    assert "Menyebut nama" in room.client.get(room.address("focus-log")).content.decode()


def test_what_a_demonstration_gives_marks_the_study_as_illustrative(empty: Make) -> None:
    room = with_factors(empty(demo=True))
    room.do("session-close")
    room.do("take")
    assert room.cycle.entries_of("options").first().payload == {"illustrative": True}


def test_the_agenda_is_changed_before_a_step_begins_and_not_after(group: Make) -> None:
    room = group()
    where = room.address("focus-agenda")
    talk, collect = room.step("talk"), room.step("collect")
    room.client.post(where, {"action": "down", "step": talk.pk})
    assert [each.kind for each in room.session.steps.all()][:2] == ["collect", "talk"]
    room.client.post(where, {"action": "change", "step": talk.pk, "title": "Sambutan", "minutes": "15"})
    room.client.post(where, {"action": "add", "kind": "talk", "title": "Istirahat"})
    refused = room.client.post(where, {"action": "add", "kind": "weight"}, follow=True)
    assert "Sudah ada langkah semacam itu" in refused.content.decode()
    room.client.post(where, {"action": "remove", "step": room.step("decide").pk})
    titles = list(room.session.steps.values_list("title", flat=True))
    assert titles[1] == "Sambutan"
    assert titles[-1] == "Istirahat"
    assert "Decide" not in titles
    room.do("session-open")
    room.do("step-open", "collect")
    page = room.client.post(where, {"action": "remove", "step": collect.pk}, follow=True)
    assert "sudah dimulai" in page.content.decode()
    room.do("step-close", "collect")
    room.client.post(room.address("focus-do"), {"event": "step-open", "step": talk.pk})
    assert "Sampai pukul" in room.client.get(room.address("focus-state")).content.decode()


def test_other_sessions_of_the_cycle_get_codes_of_their_own(empty: Make) -> None:
    room = with_factors(empty())
    second = prepared(room.cycle, room.client, None, title="Kedua")
    for each in (room, second):
        if each is second:
            with_factors(second)
        each.do("step-open", "weight")
        for person in each.people:
            each.vote(person, "weight", dict.fromkeys(each.round("weight").items, 25))
        each.do("round-close", "weight")
        each.do("step-close", "weight")
        each.do("session-close")
        each.do("take")
        assert each.session.taken is not None
    names = {entry.payload["assessor"] for entry in room.cycle.entries_of("judgement")}
    assert len(names) == 6
    assert sum(each.startswith("FG2-") for each in names) == 3
    assert sorted(room.cycle.entries_of("factor").values_list("key", flat=True)) == [
        "O1", "O2", "S1", "S2", "T1", "T2", "W1", "W2",
    ]  # fmt: skip


def test_the_rooms_pages_lead_nowhere_else_and_run_nothing_of_their_own(empty: Make) -> None:
    """No address of another site, no inline script or style, nothing for a cache or a search engine, no referrer."""
    room = with_factors(empty())
    room.do("step-open", "weight")
    page = room.client.get(room.address()).content.decode()
    secret = page.split("/f/")[1].split("/")[0]
    assert len(secret) == 32
    for response in (
        Client().get(f"/f/{secret}/"),
        room.people[0].get(),
        room.client.get(room.address("focus-screen")),
    ):
        headers = response.headers
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cache-Control"] == "no-store"
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        tree = HTMLParser(response.content.decode())
        assert not tree.css("script:not([src]), style, [style], [onclick]")
        for each in tree.css("[href], [src], [action], [hx-get]"):
            for name in ("href", "src", "action", "hx-get"):
                address = each.attributes.get(name) or "/"
                assert address.startswith(("/", "#")), address
                assert not address.startswith("//")
    for response in (Client().get(f"/f/{secret}/"), room.people[0].get()):
        assert response.headers["X-Robots-Tag"] == "noindex"
    assert secret not in room.people[0].get().content.decode()  # once inside, the address holds no secret
    cookie = room.people[0].client.cookies[f"tinjau_room_{room.session.pk}"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
