"""Pages name what a thing rests on in the reader's words; its id stands in the title and on the trace alone."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from tinjau.web import running
from tinjau.web.history import Author, write
from tinjau.web.models import Cycle, Role, Run
from tinjau.web.tracing.graph import graph_of
from tinjau.web.tracing.naming import LONGEST, words_of

BASE = "/o/a/c/2026/"
AN_ID = re.compile(r"[a-z]+:[A-Za-z0-9]|^(?!e-)[a-z0-9]+(-[a-z0-9]+)+$|\b[a-z0-9-]+/[a-z0-9-]+\b")
NOT_OURS = re.compile(r"Sumber|Source")  # the title of a source may hold the number of a law


@pytest.fixture
def cycle(db: None, medan_cycle: Callable[[str], Cycle]) -> Cycle:
    """The Medan study, evaluated."""
    made = medan_cycle("a")
    running.work(running.ask_for(made, Run.Kind.EVALUATE, None).pk)
    return made


@pytest.fixture
def kori(cycle: Cycle, person: Callable[..., Any], browser: Callable[[Any], Client]) -> Client:
    """Its coordinator."""
    return browser(person("kori", Role.COORDINATOR, cycle.office))


def main_of(client: Client, path: str) -> Any:
    response = client.get(f"{BASE}{path}")
    assert response.status_code == 200, path
    main = LexborHTMLParser(response.content.decode()).css_first("main")
    assert main is not None
    return main


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("page", ["swot/", "plan/", "phase/", "criteria/sitokdana-7/services/", "trace/S1", "trace/W1"])
def test_no_link_and_no_button_is_called_by_an_id(kori: Client, page: str, lang: str) -> None:
    kori.post(f"{BASE}actions/new/", {"strategy": "1", "owner": "Dinas", "indicator": "sitokdana-7/services"})
    kori.cookies["tinjau_lang"] = lang
    main = main_of(kori, page)
    shown = [" ".join(each.text(deep=True).split()) for each in main.css("a, button, summary")]
    assert len(shown) > 1
    assert [each for each in shown if AN_ID.search(each) and not NOT_OURS.search(each)] == []


@pytest.mark.parametrize(
    ("name", "shown_id", "shown_en"),
    [
        ("answer:sitokdana-7/services", "Jawaban atas: Layanan", "Answer to: Services"),
        ("answer:sitokdana-7/transparency", "Jawaban atas: Transparansi", "Answer to: Transparency"),
        ("answer:sitokdana-7/service-access/kb", "(Layanan informasi Keluarga Berencana)", ""),
        ("criterion:sitokdana-7/services", "Kriteria: Layanan", "Criterion: Services"),
        ("services-lacking", "Layanan masyarakat yang sulit dipakai", "Public services that are hard to use"),
        ("services", "Daftar layanan", "The list of services"),
        ("service:webmail", "Layanan: Webmail", "Service: Webmail"),
        ("phase:presence", "Fase: Kehadiran", "Phase: Presence"),
        ("S1", "S1", "S1"),
        ("conclusion:1", "1", "1"),
        ("answer:tidak/ada", "answer:tidak/ada", "answer:tidak/ada"),
        ("answer:", "answer:", "answer:"),
        ("home_page-000", "home_page-000", "home_page-000"),
    ],
)
def test_an_id_in_words(cycle: Cycle, name: str, shown_id: str, shown_en: str) -> None:
    for lang, expected in (("id", shown_id), ("en", shown_en)):
        words = words_of(graph_of(cycle, cycle.results.first(), lang), name)  # type: ignore[arg-type]
        assert words.endswith(expected) if expected.startswith("(") else not expected or words == expected


def test_an_answer_that_was_withdrawn_is_still_named_by_its_question(cycle: Cycle, kori: Client) -> None:
    for entry in cycle.entries_of("answer"):
        write(cycle, "answer", entry.key, None, Author(None, "uji"))
    cycle.results.all().delete()
    running.work(running.ask_for(cycle, Run.Kind.EVALUATE, None).pk)
    grounds = [each for each in main_of(kori, "swot/").css("[title]")
               if each.attributes["title"] == "answer:sitokdana-7/services"]  # fmt: skip
    assert grounds
    assert {each.text() for each in grounds} == {"Jawaban atas: Layanan"}


def test_the_id_stays_for_the_researcher(kori: Client) -> None:
    titles = {each.attributes["title"]: each.text() for each in main_of(kori, "swot/").css("a[title]")}
    assert titles["answer:sitokdana-7/services"] == "Jawaban atas: Layanan"
    assert "answer:sitokdana-7/services" in main_of(kori, "trace/answer:sitokdana-7/services").text(deep=True)


def test_words_of_people_are_bounded_and_never_markup(cycle: Cycle, kori: Client) -> None:
    name = "<script>" + "panjang " * 80
    write(cycle, "service", "jahat", {"id": "jahat", "name": name}, Author(None, "uji"))
    support = cycle.entries.get(kind="factor", key="S1", current=True)
    write(cycle, "factor", "S1", {**support.payload, "support": ["service:jahat"]}, Author(None, "uji"))
    response = kori.get(f"{BASE}swot/").content.decode()
    assert "<script>panjang" not in response
    link = next(each for each in main_of(kori, "swot/").css("a[title]") if each.attributes["title"] == "service:jahat")
    assert len(link.text()) <= LONGEST + len("Layanan: ")


def test_the_history_and_the_answers_say_the_question(kori: Client) -> None:
    history = main_of(kori, "history/").text(deep=True)
    assert "Jawaban: Layanan" in history
    assert "Faktor: Sudah ada 25 aplikasi" in history
    checked = main_of(kori, "check/")
    assert [each.text(deep=True).startswith(("sito", "wb-")) for each in checked.css("tbody th")].count(True) == 0
    assert any("Layanan" in each.text(deep=True) for each in checked.css("tbody th"))
