"""The packs that ship: all valid, translated, traceable; and the pages made of them fresh."""

import runpy
from pathlib import Path

import pytest

from tinjau import packs
from tinjau.model import InputError, Instrument, Text

ROOT = Path(__file__).resolve().parents[2]
IDS = packs.instrument_ids()


@pytest.fixture(params=IDS)
def instrument(request: pytest.FixtureRequest) -> Instrument:
    return packs.load_instrument(request.param)


@pytest.mark.parametrize("name", IDS)
def test_a_pack_that_ships_is_valid_and_named_by_its_file(name: str) -> None:
    path = ROOT / "src" / "tinjau" / "packs" / "instruments" / f"{name}.yaml"
    assert packs.faults_of(path) == []
    assert packs.load_instrument(name).id == name


def test_no_text_is_untranslated(instrument: Instrument) -> None:
    texts = [instrument.title, instrument.about]
    texts += [each.title for each in instrument.criteria] + [each.question for each in instrument.indicators]
    optional = [text for each in instrument.indicators for text in (each.why, each.mend, each.ask)]
    optional += [each.about for each in instrument.criteria]
    for text in texts + [each for each in optional if each != Text("", "")]:
        assert text.id
        assert text.en
        assert text.id != text.en or len(text.en.split()) < 4, text.en


@pytest.mark.parametrize("name", ["sitokdana-7", "wb-4"])
def test_our_two_packs_say_why_how_to_mend_and_whom_to_ask(name: str) -> None:
    for each in packs.load_instrument(name).indicators:
        assert each.why.en
        assert each.mend.en
        assert each.ask.en
        assert each.themes
        assert each.source.startswith("tinjau"), "neither source gives a question or a rule"


def test_the_seven_criteria_stand_in_their_order() -> None:
    seven = packs.load_instrument("sitokdana-7")
    assert [each.id for each in seven.criteria] == [
        "transparency", "services", "efficiency", "economy", "aspirations", "appearance", "update",
    ]  # fmt: skip
    for criterion in seven.criteria:
        mine = [each for each in seven.indicators if each.criterion == criterion.id and each.unit == "site"]
        assert sum(bool(each.settled) for each in mine) >= 2
        assert 5 <= len(mine) <= 8
    assert {each.weight for each in seven.criteria} == {each.weight for each in seven.indicators} == {None}


def test_the_four_phases_stand_in_their_order() -> None:
    ladder = packs.load_instrument("wb-4").ladder
    assert ladder is not None
    assert [each.phase for each in ladder.gates] == ["presence", "interaction", "transaction", "transformation"]
    assert [each.ordinal for each in ladder.gates] == [1, 2, 3, 4]
    assert ladder.sensitivity == (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
    assert "project choice" in ladder.share_source


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(InputError, match="sitokdana-7"):
        packs.load_instrument("sitokdana-8")
    with pytest.raises(InputError):
        packs.load_instrument("../instruments/wb-4")


def test_catalogue_pages_are_fresh(tmp_path: Path) -> None:
    """`make docs` writes these pages; a pack that changed without them fails here."""
    pages = runpy.run_module("tinjau.packs.catalogue", run_name="pages")["pages"]()
    folder = ROOT / "docs" / "instruments"
    assert {each.name for each in folder.glob("*.md")} == set(pages)
    for name, text in pages.items():
        assert (folder / name).read_text("utf-8") == text, f"{name} is stale: run `make docs`"
    assert "README.md" in pages


def test_a_page_tells_everything_of_its_pack(instrument: Instrument) -> None:
    page = packs.catalogue(instrument)
    assert page == packs.catalogue(instrument)
    for each in instrument.indicators:
        assert f"`{each.id}`" in page
        assert each.question.en in page
        assert each.question.id in page
    for criterion in instrument.criteria:
        assert criterion.title.en in page
    assert instrument.source in page


def test_contexts_and_templates_are_read_or_empty() -> None:
    assert packs.load_context("XX") == {}
    assert packs.load_context("id") == packs.load_context("ID")
    assert isinstance(packs.load_strategy_templates(), tuple)
