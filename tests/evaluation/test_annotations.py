"""The reader's record is whole: every site answers every question that the protocol asks, and says why."""

import re
from pathlib import Path

import pytest
from evaluation.annotations import FOLDER, Annotation, load, load_all
from evaluation.compare import EXTENTS
from evaluation.sites import site_digest

from tinjau.model import InputError, State

ALL = load_all()
NAMES = [each.site for each in ALL]
PROTOCOL = (FOLDER.parent / "PROTOCOL.md").read_text(encoding="utf-8")


def test_six_sites_in_three_languages_were_read() -> None:
    assert len(ALL) == 6
    assert {each.language for each in ALL} == {"id", "en", "it"}


@pytest.mark.parametrize("annotation", ALL, ids=NAMES)
def test_every_site_answers_the_same_questions(annotation: Annotation) -> None:
    assert {fact.detector for fact in annotation.facts} == {fact.detector for fact in ALL[0].facts}
    assert {fact.detector for fact in annotation.later} == {fact.detector for fact in ALL[0].later}
    assert set(annotation.extents) == set(EXTENTS)
    assert len(annotation.pages) == 6


def test_the_protocol_says_what_counts_for_every_question() -> None:
    rows = [line for line in PROTOCOL.splitlines() if line.startswith("| `")]
    explained = set(re.findall(r"`(\w+)`", " ".join(row.split("|")[1] for row in rows)))
    assert explained == {fact.asked[0] for fact in (*ALL[0].facts, *ALL[0].later)}
    assert all(f"`{name}`" in PROTOCOL for name in EXTENTS)


@pytest.mark.parametrize("annotation", ALL, ids=NAMES)
def test_what_stands_there_has_a_place_and_every_answer_a_reason(annotation: Annotation) -> None:
    for fact in (*annotation.facts, *annotation.later):
        assert fact.why, fact.detector
        assert not fact.at or fact.at.startswith("/"), fact.detector
        if fact.state is State.SEEN and fact.detector not in ("duplicate_pages", "end_of_life_software"):
            assert fact.at, fact.detector
    for extent in annotation.extents.values():
        assert 0 <= extent.right <= extent.pages <= annotation.sampled_from


@pytest.mark.parametrize("annotation", ALL, ids=NAMES)
def test_the_sample_of_pages_is_the_one_the_protocol_names(annotation: Annotation) -> None:
    assert len({page.at for page in annotation.pages}) == 6
    first = annotation.pages[0].at
    assert first.endswith("/")


def test_the_sample_city_is_the_one_that_was_read() -> None:
    read = next(each.sha256 for each in ALL if not each.archive)
    assert site_digest() == read, "the sample city has changed: read the changed pages again (evaluation/PROTOCOL.md)"


@pytest.mark.parametrize(
    "fact",
    [
        "{passes: [seen, not_seen], why: x}",
        "{passes: [seen, seen], state: not_seen, why: x}",
        "{passes: [seen], why: x}",
        "{passes: [perhaps, seen], why: x}",
    ],
)
def test_an_answer_that_the_protocol_does_not_know_is_refused(fact: str, tmp_path: Path) -> None:
    path = tmp_path / "site.yaml"
    empty = "extents: {}\nsampled_from: 0\npages: []\nservices: []\n"
    path.write_text(f"site: x\nlanguage: id\nsha256: '0'\nfacts:\n  faq: {fact}\n{empty}")
    with pytest.raises(InputError, match="no annotation"):
        load(path)
