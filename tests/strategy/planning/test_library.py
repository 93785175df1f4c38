"""The strategy library and the context of Indonesia: complete, in both languages, honest about their sources."""

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.strategy.planning.building import medan

from tinjau import packs
from tinjau.model import ACTORS, COST_CLASSES, THEMES, ContextFactor, FactorKind, StrategyTemplate
from tinjau.strategy.planning.library import read_context, read_templates
from tinjau.study import plan_to_json

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "howto" / "add-a-strategy.md"
TEMPLATES = read_templates(packs.load_strategy_templates())
CONTEXT = read_context(packs.load_context("ID"))
VERIFIED = {"true", "copy", "partly", "false"}
FINDINGS = {"inventory", "services-good", "services-lacking", "guides-missing"}


def known_indicators() -> dict[str, set[str]]:
    found = {}
    for pack in packs.list_instruments():
        found[pack.id] = {each.id for each in pack.indicators} | {each.id for each in pack.criteria}
    return found


def test_there_are_sixty_or_more_over_all_themes() -> None:
    assert len(TEMPLATES) >= 60
    assert len({each.id for each in TEMPLATES}) == len(TEMPLATES)
    assert set(Counter(theme for each in TEMPLATES for theme in each.themes)) == set(THEMES)
    assert all(sum(theme in each.themes for each in TEMPLATES) >= 5 for theme in THEMES)


@pytest.mark.parametrize("each", TEMPLATES, ids=lambda each: str(each.id))
def test_a_template_is_whole(each: StrategyTemplate) -> None:
    for text in (each.title, each.text, each.first_step.do, each.first_step.ask, *each.needs):
        assert text.id
        assert text.en
        assert text.id != text.en
    assert set(each.themes) <= set(THEMES)
    assert each.cost in COST_CLASSES
    assert each.needs
    assert each.calls
    assert each.citation
    assert all(one.source and one.says and one.verified in VERIFIED for one in each.citation)


@pytest.mark.parametrize("each", TEMPLATES, ids=lambda each: str(each.id))
def test_what_calls_and_what_should_move_exist(each: StrategyTemplate) -> None:
    known = known_indicators()
    assert each.moves
    for name in (*each.moves, *(one for call in each.calls for one in call.indicators)):
        instrument, _, indicator = name.partition("/")
        assert indicator in known[instrument], name
    for call in each.calls:
        assert call.kinds or call.findings or call.indicators
        assert set(call.themes) <= set(THEMES)
        assert set(call.actors) <= set(ACTORS)
        assert set(call.findings) <= FINDINGS
        assert bool(call.kinds) == bool(call.themes)


def test_whatever_fails_on_a_site_calls_for_something() -> None:
    called = {name for each in TEMPLATES for call in each.calls for name in call.indicators}
    for pack in ("sitokdana-7", "wb-4"):
        for each in packs.load_instrument(pack).indicators:
            assert f"{pack}/{each.id}" in called or each.id == "service-guide", each.id


def test_the_papers_eleven_are_cited_to_the_paper() -> None:
    cited = {one.says for each in TEMPLATES for one in each.citation if one.source.startswith("Pratama")}
    assert {f"conclusion {number}" for number in range(1, 12)} <= cited


def test_what_nobody_checked_says_so() -> None:
    for each in TEMPLATES:
        for one in each.citation:
            if one.source.startswith(("Gil-Garcia", "Fortune")):
                assert one.verified == "false"


@pytest.mark.parametrize("each", CONTEXT, ids=lambda each: str(each.id))
def test_a_context_factor_is_outside_and_says_where_it_comes_from(each: ContextFactor) -> None:
    assert each.kind in {FactorKind.O, FactorKind.T}
    assert each.country == "ID"
    assert each.text.id != each.text.en
    assert set(each.themes) <= set(THEMES)
    assert each.actor in ACTORS
    assert each.citation
    assert all(one.verified in VERIFIED for one in each.citation)


def test_a_country_without_a_context_has_no_outside_factors() -> None:
    assert read_context(packs.load_context("ZZ")) == ()
    assert {each.kind for each in CONTEXT} == {FactorKind.O, FactorKind.T}


def test_a_proposal_carries_its_template_and_a_context_factor_its_source_into_the_plan() -> None:
    proposals = plan_to_json(medan().plan)["proposals"]
    step = next(each for each in proposals["strategies"] if each["id"] == "strategy:user-guides")["template"]
    assert step["first_step"]["do"]["id"]
    assert step["cost"] == "low"
    assert step["citation"][0]["verified"] == "true"
    outside = next(each for each in proposals["factors"] if each["id"] == "factor:context:ID/sp4n-lapor")
    assert outside["citation"][0]["verified"] == "true"
    inside = next(each for each in proposals["factors"] if each["id"] == "factor:inventory")
    assert inside["citation"] == []


def test_the_examples_of_the_guide_are_read(tmp_path: Path) -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    data = []
    for number, block in enumerate(blocks):
        (tmp_path / f"{number}.yaml").write_text(block, encoding="utf-8")
        data.append(packs.load_yaml_file(tmp_path / f"{number}.yaml"))
    (template,) = read_templates(data[0]["templates"])
    assert template.id in {each.id for each in TEMPLATES}
    assert template.calls[1].indicators == ("sitokdana-7/appointment",)
    (outside,) = read_context(data[1])
    assert (outside.id, outside.kind, outside.country) == ("sp4n-lapor", FactorKind.O, "ID")
