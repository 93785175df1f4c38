"""What people read is words: no id of ours; every proposal says what to do first and whom to ask."""

import re
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

import tinjau
from tinjau import observe, packs, pipeline, study
from tinjau.model import Assessment, Lang, Plan, Study
from tinjau.report import html_report
from tinjau.texts import say

STUDIES = Path(tinjau.__file__).parent / "demo" / "studies"
# An objection names a question in words and keeps its id in brackets behind them.
_IDS = re.compile(r"(?<!\()\b(criterion|indicator|answer|source|template|service|phase):\w")


@cache
def judged(name: str) -> tuple[Assessment, Plan, Study]:
    read = study.read_study(STUDIES / name)
    instruments = [packs.load_instrument(each) for each in read.instruments]
    assessment = pipeline.assess(read, instruments, observe.nothing_observed())
    return assessment, pipeline.plan_for(read, assessment, observe.nothing_observed()), read


@cache
def words(name: str, lang: Lang) -> str:
    """The page's text as a reader sees it, pictures included."""
    assessment, plan, read = judged(name)
    instruments = [packs.load_instrument(each) for each in read.instruments]
    tree = LexborHTMLParser(html_report(assessment, plan, read, lang, instruments))
    tree.strip_tags(["style"])
    assert tree.body is not None
    return " ".join(tree.body.text(separator=" ").split())


@pytest.mark.parametrize("name", ["medan", "medan-illustrative", "sample-city"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_id_of_ours_stands_in_a_report(name: str, lang: Lang) -> None:
    found = [match.group() for match in _IDS.finditer(words(name, lang))]
    assert found == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_proposed_strategy_says_what_to_do_first_and_whom_to_ask(lang: Lang) -> None:
    _, plan, _ = judged("medan")
    seen = words("medan", lang)
    assert plan.strategy_proposals
    for each in plan.strategy_proposals:
        if each.template is not None:
            step = each.template.first_step
            asked = f"{say('phase.ask', lang)} {step.ask.get(lang)}"
            assert f"{say('proposals.first-step', lang)} {step.do.get(lang)}" in seen
            assert asked in seen


@pytest.mark.parametrize(("lang", "begin"), [("id", "Mulai dari: "), ("en", "Begin with: ")])
def test_a_step_about_services_names_those_to_begin_with(lang: Lang, begin: str) -> None:
    assert begin in words("medan", lang)
