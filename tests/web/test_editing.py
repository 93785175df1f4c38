"""Factors, strategies, conclusions, actions and settings are written by people; the study folder stays a study."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.web.test_mapping import plain

from tinjau import study
from tinjau.web import mapping, running
from tinjau.web.editing import keeping, things
from tinjau.web.history import Author, faults_in, write
from tinjau.web.models import Cycle, Entry, Role, Run

BASE = "/o/a/c/2026/"
ME = Author(None, "uji")


@pytest.fixture
def cycle(db: None, medan_cycle: Callable[[str], Cycle]) -> Cycle:
    """The Medan study in the office `a`."""
    return medan_cycle("a")


@pytest.fixture
def kori(cycle: Cycle, person: Callable[..., Any], browser: Callable[[Any], Client]) -> Client:
    """Its coordinator."""
    return browser(person("kori", Role.COORDINATOR, cycle.office))


def payload(cycle: Cycle, kind: str, key: str) -> Any:
    return cycle.entries.get(kind=kind, key=key, current=True).payload


def page(client: Client, path: str) -> LexborHTMLParser:
    response = client.get(f"{BASE}{path}")
    assert response.status_code == 200, path
    return LexborHTMLParser(response.content.decode())


def form_of(client: Client, path: str) -> dict[str, Any]:
    """What a browser would send of the page's form, untouched."""
    found = next(each for each in page(client, path).css("main form") if each.css_first("[name=reason]"))
    sent: dict[str, Any] = {}
    for field in found.css("input, textarea, select"):
        name, kind = field.attributes.get("name"), field.attributes.get("type")
        if not name or (kind in {"checkbox", "radio"} and "checked" not in field.attributes):
            continue
        value = field.attributes.get("value") or ""
        if field.tag == "textarea":
            value = field.text(deep=True)
        if field.tag == "select":
            chosen = next(
                (each for each in field.css("option") if "selected" in each.attributes), field.css_first("option")
            )
            value = (chosen.attributes.get("value") or "") if chosen else ""
        sent.setdefault(name, []).append(value)
    return sent


def evaluated(cycle: Cycle) -> None:
    run = running.ask_for(cycle, Run.Kind.EVALUATE, None)
    running.work(run.pk)
    run.refresh_from_db()
    assert run.state == "done", run.message


def test_a_factor_is_added_changed_withdrawn_and_brought_back(cycle: Cycle, kori: Client) -> None:
    before = len(keeping.living(cycle, "factor"))
    made = kori.post(f"{BASE}factors/new/", {
        "box": "W", "text_id": "Panduan belum ada", "text_en": "", "status": "evidenced", "actor": "government",
        "theme": ["design", "no-such-theme"], "support": ["guides-missing", "services-lacking"], "reason": "rapat",
    })  # fmt: skip
    assert made.headers["Location"] == f"{BASE}swot/"
    (key,) = set(keeping.living(cycle, "factor")) - {each.payload["id"] for each in cycle.entries.filter(
        kind="factor", author_name="tinjau")}  # fmt: skip
    assert payload(cycle, "factor", key) == {
        "id": key, "text": {"id": "Panduan belum ada"}, "themes": ["design"], "actor": "government",
        "support": ["guides-missing", "services-lacking"], "status": "evidenced",
    }  # fmt: skip
    assert cycle.entries.get(kind="factor", key=key).reason == "rapat"
    sent = form_of(kori, f"factors/{key}/")
    assert sent["support"] == ["guides-missing", "services-lacking"]
    kori.post(f"{BASE}factors/{key}/", {**sent, "text_en": "There is no guide", "support": ["guides-missing"]})
    changed = payload(cycle, "factor", key)
    assert (changed["text"], changed["support"]) == (
        {"id": "Panduan belum ada", "en": "There is no guide"}, ["guides-missing"],
    )  # fmt: skip
    kori.post(f"{BASE}factors/{key}/", {"action": "withdraw", "version": "2", "reason": "keliru"})
    assert payload(cycle, "factor", key) is None
    assert len(keeping.living(cycle, "factor")) == before
    kori.post(f"{BASE}factors/new/", {"box": "W", "text_id": "Lain"})
    other = max(keeping.living(cycle, "factor"), key=lambda each: cycle.entries.filter(key=each).first().pk)
    assert other != key  # an id never comes to mean something else
    kori.post(f"{BASE}factors/{key}/", form_of(kori, f"factors/{key}/"))
    assert payload(cycle, "factor", key) == changed  # what it last said came back
    assert faults_in(cycle) == []


def test_withdrawing_takes_a_thing_out_of_what_names_it(cycle: Cycle, kori: Client) -> None:
    using = keeping.naming(cycle, "factor", "W1")
    assert using
    assert "dilepas juga dari" in kori.get(f"{BASE}factors/W1/").content.decode()
    kori.post(f"{BASE}factors/W1/", {"action": "withdraw", "version": "1"})
    assert keeping.naming(cycle, "factor", "W1") == []
    assert all(payload(cycle, "strategy", each)["uses"] is not None for each in using)
    strategy = using[0]
    concluded = keeping.naming(cycle, "strategy", strategy)
    version = keeping.standing_of(cycle, "strategy", strategy)
    assert version is not None
    kori.post(f"{BASE}strategies/{strategy}/", {"action": "withdraw", "version": version.version})
    assert all(strategy not in payload(cycle, "conclusion", each)["from"] for each in concluded)


def test_what_has_actions_is_not_withdrawn(cycle: Cycle, kori: Client) -> None:
    kori.post(f"{BASE}actions/new/", {"strategy": "1", "owner": "Dinas Kominfo", "status": "planned"})
    answer = kori.post(f"{BASE}conclusions/1/", {"action": "withdraw", "version": "1"}, follow=True)
    assert "Ada 1 aksi" in answer.content.decode()
    assert payload(cycle, "conclusion", "1") is not None


def test_two_at_once_see_each_other(cycle: Cycle, kori: Client) -> None:
    """The later one loses nothing, sees what stands, and may then decide."""
    sent = form_of(kori, "factors/S1/")
    kori.post(f"{BASE}factors/S1/", {**sent, "text_id": "yang pertama"})
    late = kori.post(f"{BASE}factors/S1/", {**sent, "text_id": "yang kedua"})
    text = late.content.decode()
    assert late.status_code == 409
    assert "yang pertama" in text
    assert "yang kedua" in text
    assert payload(cycle, "factor", "S1")["text"]["id"] == "yang pertama"
    tree = LexborHTMLParser(text)
    version = next(iter(tree.css("main form input[name=version]"))).attributes["value"]
    kori.post(f"{BASE}factors/S1/", {**sent, "text_id": "yang kedua", "version": version})
    assert payload(cycle, "factor", "S1")["text"]["id"] == "yang kedua"
    assert kori.post(f"{BASE}factors/S1/", {"action": "withdraw", "version": "1"}, follow=True).status_code == 200
    assert payload(cycle, "factor", "S1") is not None  # an old page withdraws nothing


@pytest.mark.parametrize(
    ("path", "fields", "words"),
    [
        ("factors/new/", {"box": "S", "text_id": "  "}, "Isi teksnya"),
        ("strategies/new/", {"cell": "SO", "text_id": ""}, "Isi teksnya"),
        ("conclusions/new/", {"text_id": "x"}, "Pilih sedikitnya satu strategi"),
        ("actions/new/", {"strategy": "SO99"}, "Pilih kesimpulan atau strategi"),
        ("actions/new/", {"strategy": "1", "budget": "dua juta"}, "bukan jumlah uang"),
        ("actions/new/", {"strategy": "1", "start": "1 Juni"}, "tahun-bulan-hari"),
        ("actions/new/", {"strategy": "1", "start": "2027-02-01", "end": "2027-01-01"}, "sebelum dimulai"),
        ("settings/", {"title_id": "", "period": "2026", "name": "K"}, "Isi judulnya"),
        ("settings/", {"title_id": "J", "period": "", "name": ""}, "Isi nama pemerintahnya"),
        ("settings/", {"title_id": "J", "period": "2026", "name": "K", "sites": "nama.go.id"}, "bukan alamat"),
        ("settings/", {"title_id": "J", "period": "2026", "name": "K", "share": "150"}, "sampai 100"),
        ("settings/", {"title_id": "J", "period": "2026", "name": "K", "share": "nan"}, "sampai 100"),
        ("settings/", {"title_id": "J", "period": "2026", "name": "K", "since": "²⁰¹⁷"}, "tahunnya dengan angka"),
        (
            "settings/",
            {"title_id": "J", "period": "2026", "name": "K", "instrument": ["../x"]},
            "sedikitnya satu instrumen",
        ),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(
    cycle: Cycle, kori: Client, path: str, fields: dict[str, Any], words: str
) -> None:
    before = Entry.objects.count()
    answer = kori.post(f"{BASE}{path}", fields)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Entry.objects.count() == before


def test_a_strategy_draws_on_the_boxes_of_its_cell(cycle: Cycle, kori: Client) -> None:
    kori.post(f"{BASE}strategies/new/", {"cell": "WO", "text_id": "Baru", "uses": ["W1", "O1", "S1", "W99", "<b>"]})
    key = keeping.next_id(cycle, "strategy", "WO")
    made = f"WO{int(key[2:]) - 1}"
    assert payload(cycle, "strategy", made)["uses"] == [
        {"factor": "W1", "by": "person"},
        {"factor": "O1", "by": "person"},
    ]
    known = payload(cycle, "strategy", "SO1")
    kori.post(f"{BASE}strategies/SO1/", form_of(kori, "strategies/SO1/"))
    assert payload(cycle, "strategy", "SO1")["uses"] == known["uses"]  # who linked them stays


def test_a_conclusion_takes_others_in_with_their_actions(cycle: Cycle, kori: Client) -> None:
    kori.post(f"{BASE}actions/new/", {"strategy": "2", "owner": "Bappeda"})
    sources = payload(cycle, "conclusion", "2")["from"]
    kori.post(f"{BASE}conclusions/1/", {**form_of(kori, "conclusions/1/"), "absorb": ["2"]})
    assert payload(cycle, "conclusion", "2") is None
    assert set(sources) <= set(payload(cycle, "conclusion", "1")["from"])
    (action,) = keeping.living(cycle, "action").values()
    assert action["strategy"] == "1"


def test_a_proposal_becomes_a_persons_factor_with_the_decision_beside(cycle: Cycle, kori: Client) -> None:
    evaluated(cycle)
    result = cycle.results.first()
    proposal = next(each for each in result.plan["proposals"]["factors"] if each["matches"] is None)
    path = f"factors/new/?proposal={proposal['id']}"
    assert proposal["text"]["id"] in kori.get(f"{BASE}{path}").content.decode()
    kori.post(f"{BASE}{path}", {**form_of(kori, path), "text_id": "Dengan kata kami sendiri"})
    entry = cycle.entries.filter(kind="factor").order_by("-sequence").first()
    assert entry.payload["support"][0] == proposal["id"]
    decision = cycle.entries.filter(kind="decision", payload__subject=proposal["id"]).get().payload
    assert (decision["verdict"], decision["by"], decision["reason"].split()[0]) == ("merge", "kori", entry.key)
    text = kori.get(f"{BASE}swot/").content.decode()
    assert "Diterima sebagai" in text
    evaluated(cycle)
    plan = cycle.results.first().plan
    again = next(each for each in plan["proposals"]["factors"] if each["id"] == proposal["id"])
    assert (again["decision"], again["matches"]) == ("merge", entry.key)
    ids = [each["id"] for group in plan["factors"].values() for each in group]
    assert len(ids) == len(set(ids)) == len(keeping.living(cycle, "factor"))  # nothing was taken twice


def test_a_proposed_strategy_comes_with_whom_to_ask(cycle: Cycle, kori: Client) -> None:
    evaluated(cycle)
    proposals = cycle.results.first().plan["proposals"]["strategies"]
    proposal = next(each for each in proposals if each["cell"] and each["template"])
    path = f"strategies/new/?proposal={proposal['id']}"
    assert proposal["template"]["first_step"]["ask"]["id"] in kori.get(f"{BASE}{path}").content.decode()
    kori.post(f"{BASE}{path}", form_of(kori, path))
    entry = cycle.entries.filter(kind="strategy").order_by("-sequence").first()
    assert entry.key.startswith(proposal["cell"])
    assert (
        proposal["template"]["first_step"]["ask"]["id"] in kori.get(f"{BASE}strategies/{entry.key}/").content.decode()
    )


def test_a_refusal_is_kept_and_taken_back(cycle: Cycle, kori: Client) -> None:
    evaluated(cycle)
    subject = cycle.results.first().plan["proposals"]["factors"][0]["id"]
    kori.post(f"{BASE}decide/", {"subject": subject, "verdict": "reject", "reason": "sudah lama selesai"})
    assert "sudah lama selesai" in kori.get(f"{BASE}swot/").content.decode()
    kori.post(f"{BASE}decide/", {"subject": subject, "verdict": "back"})
    assert keeping.living(cycle, "decision").keys() == {
        each.key for each in cycle.entries.filter(kind="decision", author_name="tinjau", current=True)
    }
    for wrong in ({"subject": subject, "verdict": "accept"}, {"subject": "S1", "verdict": "reject"}, {}):
        assert kori.post(f"{BASE}decide/", wrong).status_code == 404


def test_settings_change_with_their_reason_and_say_what_is_old(cycle: Cycle, kori: Client) -> None:
    evaluated(cycle)
    sent = form_of(kori, "settings/")
    answer = kori.post(f"{BASE}settings/", {
        **sent, "title_id": "Evaluasi ulang", "sites": "https://a.go.id\nhttps://b.go.id", "share": "62,5",
            "period": "2027",
        "reason": "arahan pimpinan",
    }, follow=True)  # fmt: skip
    text = answer.content.decode()
    assert "Nilai sekali lagi" in text
    assert "pengaturan (1)" in text
    found = payload(cycle, "settings", "study")
    assert (found["ladder_share"], found["sites"]) == (0.625, ["https://a.go.id", "https://b.go.id"])
    assert found["sources"]["pendahuluan"]["kind"] == "introduction"  # what the form does not have stays
    assert "site" not in found["government"]
    cycle.refresh_from_db()
    assert (cycle.title, cycle.period) == ("Evaluasi ulang", "2027")
    assert cycle.entries.get(kind="settings", current=True).reason == "arahan pimpinan"
    evaluated(cycle)
    assert cycle.results.first().assessment["phase"]["share"] == 0.625


def test_an_instrument_with_answers_goes_only_with_them(cycle: Cycle, kori: Client) -> None:
    sent = {**form_of(kori, "settings/"), "instrument": ["losi-2024"]}
    refused = kori.post(f"{BASE}settings/", sent)
    assert refused.status_code == 422
    assert "Centang kotak di bawah" in refused.content.decode()
    assert kori.post(f"{BASE}settings/", {**sent, "drop": "1"}).status_code == 302
    assert keeping.living(cycle, "answer") == {}
    evaluated(cycle)
    assert [each["id"] for each in cycle.results.first().assessment["instruments"]] == ["losi-2024"]


def test_two_at_once_on_the_settings(cycle: Cycle, kori: Client) -> None:
    sent = form_of(kori, "settings/")
    kori.post(f"{BASE}settings/", {**sent, "title_id": "Satu"})
    late = kori.post(f"{BASE}settings/", {**sent, "title_id": "Dua"})
    assert late.status_code == 409
    assert "Satu" in late.content.decode()
    cycle.refresh_from_db()
    assert cycle.title == "Satu"


@pytest.mark.parametrize("path", ["factors/S1/", "strategies/SO1/", "conclusions/1/", "settings/"])
def test_nothing_changes_after_the_evaluation_was_handed_on(cycle: Cycle, kori: Client, path: str) -> None:
    sent = form_of(kori, path)
    Cycle.objects.filter(pk=cycle.pk).update(state=Cycle.State.SUBMITTED)
    before = Entry.objects.count()
    for extra in ({"text_id": "lain", "title_id": "lain"}, {"action": "withdraw"}):
        answer = kori.post(f"{BASE}{path}", {**sent, **extra}, follow=True)
        assert answer.status_code in {200, 422}
        assert "sudah dikirim" in answer.content.decode()
    assert Entry.objects.count() == before


HOSTILE = (
    "<script>alert(1)</script>", "a\x00b", "\u202eexe", "{{ 7|add:7 }}", "x" * 9_000, "=1+1", "../../..",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_written_stays_a_study(cycle: Cycle, kori: Client, tmp_path: Path, text: str) -> None:
    fields = {"text_id": f"t{text}", "text_en": text, "support": [text, "inventory"], "theme": [text], "actor": text,
              "status": text, "uses": [text], "from": ["SO1", text], "why": text, "reason": text,
              "absorb": [text]}  # fmt: skip
    action = {"strategy": "1", "owner": text, "indicator": text, "status": text}
    for path, more in (("factors/new/", {"box": "T"}), ("strategies/new/", {"cell": "ST"}), ("conclusions/new/", {}),
                       ("factors/S1/", {"version": "1"}), ("actions/new/", action)):  # fmt: skip
        answer = kori.post(f"{BASE}{path}", {**fields, **more})
        assert answer.status_code in {302, 422}, path
    shown = kori.get(f"{BASE}swot/").content.decode() + kori.get(f"{BASE}plan/").content.decode()
    assert "<script>alert" not in shown
    mapping.write_folder(cycle, tmp_path / "out")
    study.read_study(tmp_path / "out")


@pytest.mark.parametrize("key", ["S999", "x", "S1/..", "%00", "a" * 500])
def test_what_is_not_there_is_not_found(cycle: Cycle, kori: Client, key: str) -> None:
    for name in ("factors", "strategies", "conclusions"):
        assert kori.get(f"{BASE}{name}/{key}/").status_code == 404
        assert kori.post(f"{BASE}{name}/{key}/", {"action": "withdraw"}).status_code in {302, 404}
    assert kori.get(f"{BASE}actions/{'9' * 30}/").status_code == 404
    assert kori.get(f"{BASE}factors/new/?box=X").status_code == 404
    assert kori.get(f"{BASE}strategies/new/?cell=SS").status_code == 404
    assert kori.get(f"{BASE}factors/new/?proposal=nothing").status_code == 404
    assert kori.get(f"{BASE}factors/S1/?version={'9' * 400}").status_code == 200


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
EDIT = st.tuples(
    st.sampled_from(("factor", "strategy", "conclusion", "action", "withdraw")),
    WORDS, WORDS, st.sampled_from(things.KINDS), st.sampled_from(things.CELLS), st.integers(0, 30),
)  # fmt: skip
numbered = itertools.count()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDIT, min_size=1, max_size=8))
def test_any_editing_leaves_a_folder_that_comes_in_again_unchanged(
    db: None, medan_cycle: Callable[[str], Cycle], tmp_path: Path, edits: list[tuple[str, str, str, str, str, int]]
) -> None:
    """Out, in and out: the second folder reads as the first, and both as what the entries say."""
    number = next(numbered)
    cycle = medan_cycle(f"sifat-{number}")
    for kind, one, two, box, cell, at in edits:
        edited(cycle, kind, one, two, box, cell, at)
    first, second = tmp_path / f"{number}-1", tmp_path / f"{number}-2"
    mapping.write_folder(cycle, first)
    found = study.read_study(first)
    assert [each.id for each in found.factors] == list(keeping.living(cycle, "factor"))
    assert [each.id for each in found.strategies] == list(keeping.living(cycle, "strategy"))
    assert [each.id for each in found.conclusions] == list(keeping.living(cycle, "conclusion"))
    assert [each.strategy for each in found.actions] == [
        each["strategy"] for each in keeping.living(cycle, "action").values()
    ]
    copy = Cycle.objects.create(office=cycle.office, slug="lagi", title="lagi")
    mapping.read_folder(first, copy, ME)
    mapping.write_folder(copy, second)
    assert plain(study.read_study(second)) == plain(found)
    assert faults_in(cycle) == []


def edited(cycle: Cycle, kind: str, one: str, two: str, box: str, cell: str, at: int) -> None:
    """One change as the forms would write it."""
    text = {"id": f"x{one}", **({"en": two} if two else {})}
    factors, strategies = list(keeping.living(cycle, "factor")), list(keeping.living(cycle, "strategy"))
    if kind == "factor":
        key = keeping.next_id(cycle, "factor", box)
        write(cycle, "factor", key, {"id": key, "text": text, "support": ["inventory"], "status": "stated"}, ME)
    elif kind == "strategy":
        key = keeping.next_id(cycle, "strategy", cell)
        uses = [{"factor": each, "by": "person"} for each in factors if things.fits(cell, each)][: at % 4]
        write(cycle, "strategy", key, {"id": key, "text": text, **({"uses": uses} if uses else {})}, ME)
    elif kind == "conclusion" and strategies:
        key = keeping.next_id(cycle, "conclusion", "")
        write(cycle, "conclusion", key, {"id": key, "text": text, "from": [strategies[at % len(strategies)]]}, ME)
    elif kind == "action" and strategies:
        subject = strategies[at % len(strategies)]
        row = {"strategy": subject, "owner": " ".join(one.split()), "budget": str(at * 1000), "status": "planned"}
        write(
            cycle, "action", f"{keeping.next_row(cycle, 'action')}/{subject}", {k: v for k, v in row.items() if v}, ME
        )
    elif kind == "withdraw":
        which = ("factor", "strategy", "conclusion")[at % 3]
        there = list(keeping.living(cycle, which))
        if there:
            key = there[at % len(there)]
            standing = keeping.standing_of(cycle, which, key)
            assert standing is not None
            keeping.withdraw(cycle, which, key, ME, standing.version)
