"""Next year: what is taken over, what never is, what stands beside, what moved and what broke."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.rounds_at_hand import made, score

from tinjau import packs
from tinjau.web import mapping, running
from tinjau.web.history import Author, faults_in, write
from tinjau.web.models import Cycle, Role, Run, Succession
from tinjau.web.years.chain import LoopError, earlier, link
from tinjau.web.years.cloning import with_needs

People = Callable[..., Any]
Browser = Callable[[Any], Client]
Medan = Callable[[str], Cycle]
LANG = {"accept-language": "id"}
PACK = "sitokdana-7"


def address(name: str, cycle: Cycle, **more: Any) -> str:
    return str(reverse(f"web:{name}", kwargs={"office": cycle.office.slug, "cycle": cycle.slug, **more}))


def evaluated(cycle: Cycle) -> None:
    run = running.ask_for(cycle, Run.Kind.EVALUATE, None)
    running.work(run.pk)
    run.refresh_from_db()
    assert run.state == "done", run.message


def answer(cycle: Cycle, indicator: str, value: str, instrument: str = PACK, note: str = "") -> None:
    row = {"instrument": instrument, "indicator": indicator, "unit": "", "assessor": "sari", "value": value}
    if note:
        row["note"] = note
    write(cycle, "answer", mapping.answer_key(row), row, Author(None))


def act(cycle: Cycle, number: int, **row: str) -> None:
    write(cycle, "action", f"{number}/{row['strategy']}", row, Author(None))


def next_year(client: Client, cycle: Cycle, **more: Any) -> Cycle:
    form = {"title": "Evaluasi 2027", "period": "2027", "taken": ["services", "settings", "actions"],
            "instruments": ["sitokdana-7", "wb-4"], **more}  # fmt: skip
    done = client.post(address("next-year", cycle), form)
    assert done.status_code == 302
    made: Cycle = Cycle.objects.get(office=cycle.office, slug="evaluasi-2027")
    return made


def test_a_cycle_is_cloned_without_its_answers(db: None, person: People, browser: Browser, medan_cycle: Medan) -> None:
    cycle = medan_cycle("own")
    answer(cycle, "budget-published", "yes", note="kenari-catatan-lama")
    act(cycle, 1, strategy="SO1", owner="Diskominfo", start="2026-01", end="2026-12", budget="180000000",
        spent="90000000", indicator="", status="berjalan")  # fmt: skip
    client = browser(person("ketua", Role.COORDINATOR, cycle.office))
    made_ = next_year(client, cycle)
    for kind in ("service", "factor", "strategy", "conclusion"):
        before = set(cycle.entries_of(kind).exclude(payload=None).values_list("key", flat=True))
        assert set(made_.entries_of(kind).exclude(payload=None).values_list("key", flat=True)) == before, kind
    for kind in ("answer", "decision", "judgement", "claims", "options"):
        assert not made_.entries_of(kind).exists(), kind
    action = made_.entries_of("action").get().payload
    assert (action["budget"], action["owner"]) == ("180000000", "Diskominfo")
    assert not set(action) & {"spent", "start", "end", "status"}
    text = "".join(str(each) for each in made_.entries.values_list("payload", flat=True))
    assert "kenari" not in text
    assert made_.succession.previous == cycle
    assert faults_in(made_) == []
    settings = made_.entries_of("settings").get().payload
    assert (settings["period"], settings["title"]) == ("2027", {"id": "Evaluasi 2027"})
    evaluated(made_)  # what was made is a study that can be read


def test_a_factor_that_rested_on_last_years_evidence_is_stated_until_it_is_shown_anew(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    write(cycle, "source", "perda", {"id": "perda", "text": {"id": "Perda"}}, Author(None))
    for key, support in (
        ("S91", ["answer:sitokdana-7/budget-published"]),
        ("S92", ["perda", "answer:sitokdana-7/budget-published"]),
    ):
        factor = {"id": key, "text": {"id": key}, "status": "evidenced", "support": support}
        write(cycle, "factor", key, factor, Author(None))
    new = next_year(browser(person("ketua", Role.COORDINATOR, cycle.office)), cycle, taken=["factors"])
    one, two = (new.entries_of("factor").get(key=key).payload for key in ("S91", "S92"))
    assert one == {"id": "S91", "text": {"id": "S91"}, "status": "stated"}
    assert (two["status"], two["support"]) == ("evidenced", ["perda"])
    assert not new.entries_of("service").exists()


def test_what_needs_something_brings_it_along() -> None:
    assert with_needs(["actions"]) == ("factors", "strategies", "actions")
    assert with_needs(["services", "nonsense"]) == ("services",)
    assert with_needs([]) == ()


@pytest.mark.parametrize(
    "form",
    [
        {"title": "", "period": "2027"}, {"title": "x", "period": ""},
        {"title": "x", "period": "2027", "instruments": []},
        {"title": "x", "period": "2027", "instruments": ["no-such", "../../etc"]},
    ],
)  # fmt: skip
def test_a_form_that_cannot_be_used_makes_nothing(
    db: None, person: People, browser: Browser, medan_cycle: Medan, form: dict[str, Any]
) -> None:
    cycle = medan_cycle("own")
    client = browser(person("ketua", Role.COORDINATOR, cycle.office))
    done = client.post(address("next-year", cycle), {"instruments": ["wb-4"], **form})
    assert done.status_code == 422
    assert Cycle.objects.filter(office=cycle.office).count() == 1


def test_no_year_comes_before_itself(db: None, person: People, browser: Browser, medan_cycle: Medan) -> None:
    cycle, foreign = medan_cycle("own"), medan_cycle("foreign")
    two, three = (Cycle.objects.create(office=cycle.office, slug=each, title=each, period=each) for each in ("b", "c"))
    link(two, cycle, None)
    link(three, two, None)
    assert earlier(three) == [two, cycle]
    for later, before in ((cycle, three), (cycle, cycle), (two, three), (foreign, cycle)):
        with pytest.raises(LoopError):
            link(later, before, None)
    client = browser(person("ketua", Role.COORDINATOR, cycle.office))
    page = client.get(address("years", cycle), headers=LANG).content.decode()
    assert 'name="previous"' not in page  # both others come after it
    for slug in ("c", "2026", "no-such", "", foreign.slug + "\x00"):
        client.post(address("years-join", cycle), {"previous": slug})
    assert Succession.objects.count() == 2


def test_last_year_stands_beside_the_question_and_is_no_answer(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    answer(cycle, "budget-published", "yes", note="anggaran 2026 terbit")
    evaluated(cycle)
    client = browser(person("ketua", Role.COORDINATOR, cycle.office))
    new = next_year(client, cycle)
    page = client.get(address("criterion", new, instrument=PACK, criterion="transparency"), headers=LANG)
    text = page.content.decode()
    assert "Tahun lalu (2026)" in text
    assert "anggaran 2026 terbit" in text
    assert not new.entries_of("answer").exists()
    assert (
        "Tahun lalu"
        not in client.get(
            address("criterion", cycle, instrument=PACK, criterion="transparency"), headers=LANG
        ).content.decode()
    )


def moved_pair(cycle: Cycle, client: Client) -> Cycle:
    """Two years: one indicator rose, one fell; an action aimed at the one that rose."""
    answer(cycle, "budget-published", "no")
    answer(cycle, "regulations-published", "yes")
    write(cycle, "factor", "W91", {"id": "W91", "text": {"id": "Anggaran belum terbit"}, "status": "evidenced",
          "support": ["answer:sitokdana-7/budget-published"]}, Author(None))  # fmt: skip
    write(cycle, "strategy", "WO91", {"id": "WO91", "text": {"id": "Terbitkan anggaran"},
          "uses": [{"factor": "W91", "by": "person"}]}, Author(None))  # fmt: skip
    act(cycle, 1, strategy="WO91", owner="BPKAD", budget="180.000.000", spent="150.000.000",
        indicator="sitokdana-7/budget-published", status="selesai")  # fmt: skip
    act(cycle, 2, strategy="WO91", owner="Diskominfo", budget="20000000")
    act(cycle, 3, strategy="WO91", owner="Inspektorat", budget="menyusul")
    evaluated(cycle)
    new = next_year(client, cycle)
    answer(new, "budget-published", "yes")
    answer(new, "regulations-published", "no")
    evaluated(new)
    return new


def test_what_moved_which_action_aimed_at_it_and_what_it_cost(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    client = browser(person("ketua", Role.COORDINATOR, cycle.office))
    new = moved_pair(cycle, client)
    page = client.get(address("years", new), headers=LANG)
    found = page.context["found"]
    assert found.labels == ["2026", "2027"]
    hows = {row.indicator: row.changes[0].how for row in found.comparison.indicators if row.instrument == PACK}
    assert (hows["budget-published"], hows["regulations-published"]) == ("up", "down")
    chain = next(each for each in page.context["chains"] if each["action"].owner == "BPKAD")
    assert [each["moved"].moved for each in chain["movements"]] == ["better"]
    assert [each["id"] for each in chain["factors"]] == ["W91"]
    assert [each["change"].how for each in chain["touched"]] == ["up"]
    text = page.content.decode()
    assert "Rp200.000.000" in text  # 180 and 20 million; the third row states no amount
    assert "2 dari 3 tindakan" in text
    assert "Rp150.000.000" in text
    assert "83%" in text.replace(" %", "%").replace("\u00a0%", "%")
    assert "belum tentu terjadi karena tindakan itu" in text
    assert "<svg" in text
    for slug in (cycle.slug, new.slug):  # traces of both years
        assert f"/c/{slug}/trace/" in text
    plan = new.results.first().plan
    assert [each["moved"] for each in plan["movements"]] == ["better"]  # the report says it too
    english = client.get(address("years", new), headers={"accept-language": "en"}).content.decode()
    assert "Rp200,000,000" in english


@pytest.mark.parametrize("form", ["html", "pdf", "xlsx"])
def test_the_comparison_as_files(db: None, person: People, browser: Browser, medan_cycle: Medan, form: str) -> None:
    cycle = medan_cycle("own")
    client = browser(person("ketua", Role.COORDINATOR, cycle.office))
    new = moved_pair(cycle, client)
    done = client.get(address("years-file", new, form=form), headers=LANG)
    assert done.status_code == 200
    assert done.content.startswith({"html": b"<!", "pdf": b"%PDF", "xlsx": b"PK"}[form])
    assert client.get(address("years-file", new, form="exe")).status_code == 404
    assert client.get(address("years-file", cycle, form=form)).status_code == 404  # nothing before it


def test_a_changed_instrument_breaks_the_line_visibly_and_its_mapping_stands_beside(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    settings = cycle.entries_of("settings").get().payload
    write(
        cycle, "settings", "study", {**settings, "instruments": [*settings["instruments"], "spbe-2020"]}, Author(None)
    )
    answer(cycle, "ID-28", "3", "spbe-2020", note="rekomendasi: susun arsitektur")
    evaluated(cycle)
    client = browser(person("ketua", Role.COORDINATOR, cycle.office))
    new = next_year(client, cycle, instruments=["sitokdana-7", "wb-4", "pemdi-2026"])
    answer(new, "I2", "4", "pemdi-2026")
    evaluated(new)
    page = client.get(address("years", new), headers=LANG)
    assert {each.how for row in page.context["found"].comparison.criteria if row.instrument == "pemdi-2026"
            for each in row.changes} == {"appeared"}  # fmt: skip
    entry = next(each for each in page.context["breaks"] if each["mapping"])
    row = next(each for each in entry["mapping"] if each["old"] and each["old"][0]["code"] == "ID-28")
    assert (row["old"][0]["value"], row["new"]) == ("3", "4")
    text = page.content.decode()
    assert "garis tren terputus" in text
    assert "tidak sebanding" in text
    first = client.get(address("criterion", new, instrument="pemdi-2026", criterion=_criterion_of("I2")), headers=LANG)
    assert "rekomendasi: susun arsitektur" in first.content.decode()


def _criterion_of(indicator: str) -> str:
    return next(each.criterion for each in packs.load_instrument("pemdi-2026").indicators if each.id == indicator)


def test_several_years_are_chosen_and_one_without_a_result_is_named(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    client = browser(person("ketua", Role.COORDINATOR, cycle.office))
    new = moved_pair(cycle, client)
    third = Cycle.objects.create(office=cycle.office, slug="2028", title="Evaluasi 2028", period="2028")
    write(third, "settings", "study", new.entries_of("settings").get().payload, Author(None))
    link(third, new, None)
    page = client.get(address("years", third), {"with": [cycle.slug, new.slug]}, headers=LANG)
    assert page.context["found"].labels == ["2026", "2027"]
    assert "tidak ikut dibandingkan: 2028" in page.content.decode()
    evaluated(third)
    page = client.get(address("years", third), {"with": [cycle.slug, new.slug, "no-such"]}, headers=LANG)
    assert page.context["found"].labels == ["2026", "2027", "2028"]
    assert client.get(address("years", third), {"with": ["\x00" * 9] * 400}).status_code == 200


def test_years_that_a_person_scores_blind_are_not_shown_to_them(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    cycle = medan_cycle("own")
    new = moved_pair(cycle, browser(person("ketua", Role.COORDINATOR, cycle.office)))
    operator = person("isi", Role.OPERATOR, cycle.office)
    score(made(cycle, [operator]), operator, 1, "yes")
    page = browser(operator).get(address("years", new), headers=LANG)
    assert page.status_code == 200
    assert page.context["before"] == []


def test_an_export_of_the_new_year_is_a_study_that_reads(
    db: None, person: People, browser: Browser, medan_cycle: Medan, tmp_path: Path
) -> None:
    cycle = medan_cycle("own")
    new = next_year(browser(person("ketua", Role.COORDINATOR, cycle.office)), cycle)
    mapping.write_folder(new, tmp_path / "study")
    with (tmp_path / "study" / "services.csv").open(encoding="utf-8") as handle:
        assert sum(1 for _ in csv.reader(handle)) > 1
    assert not (tmp_path / "study" / "answers").exists()
