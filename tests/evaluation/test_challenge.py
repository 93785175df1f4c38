"""The invented sites are archives like others, and every question about them has one answer."""

import pytest
import yaml
from evaluation.annotations import Annotation, load_all
from evaluation.challenge import FOLDER, challenge_archive, first_results, load_challenges
from evaluation.compare import EXTENTS

from tinjau.archive import Reader, read_manifest
from tinjau.model import State

QUESTIONS = [fact.detector for fact in load_all()[0].facts] + list(EXTENTS)
ALL = load_challenges(QUESTIONS)


def test_they_are_in_five_languages_and_each_was_measured_first_once() -> None:
    assert {each.language for each in ALL} == {"en", "es", "fr", "id", "it"}
    assert sorted(site for each in first_results() for site in each["sites"]) == sorted(each.site for each in ALL)


@pytest.mark.parametrize("site", ALL, ids=[each.site for each in ALL])
def test_a_site_is_a_whole_archive(site: Annotation) -> None:
    with challenge_archive(site) as path:
        reader = Reader(path)
        statuses = {record.url: record.status for record in reader}
        manifest = read_manifest(path)
        assert reader.loss == ""
    assert manifest is not None
    assert manifest.completeness == 1.0
    assert manifest.pages == site.sampled_from
    front = yaml.safe_load((FOLDER / f"{site.site}.yaml").read_text(encoding="utf-8"))["pages"][0]["path"]
    assert statuses[f"http://{site.host}{front}"] == 200


@pytest.mark.parametrize("site", ALL, ids=[each.site for each in ALL])
def test_a_site_has_some_of_everything_and_lacks_some(site: Annotation) -> None:
    states = [fact.state for fact in site.facts]
    assert states.count(State.SEEN) > 10
    assert states.count(State.NOT_SEEN) > 10
    assert len({fact.detector for fact in site.facts}) == len(states)


def test_a_question_that_nobody_asks_is_refused() -> None:
    assert any(FOLDER.glob("*.yaml"))
    with pytest.raises(ValueError, match="no such question"):
        load_challenges(QUESTIONS[:5])
