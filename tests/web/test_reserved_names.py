"""An account named like a word that a study reserves writes as itself: no decision, no rule, no code of a round."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.web.rounds_at_hand import made, score

from tinjau import packs
from tinjau.model import NOBODY, Answer, name_of_account
from tinjau.scoring.answering import read_answers
from tinjau.web import running
from tinjau.web.assessors import rounds
from tinjau.web.assessors.package import study_of
from tinjau.web.assessors.reconciling import disputes_of, is_decided
from tinjau.web.history import Author
from tinjau.web.models import Cycle, Role, Run

RESERVED = ["decided", "Decided", "DECIDED", "rule", "inventory", "paper", "person", "tinjau", "N1", "n12"]
BASE = "/o/a/c/2026/"


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_two_accounts_share_a_name_and_none_gets_a_reserved_word(one: str, other: str) -> None:
    assert (name_of_account(one) == name_of_account(other)) is (one == other)
    for each in (one, *RESERVED, f"decided:{one}"):
        assert not is_decided(name_of_account(each))
        assert name_of_account(each) not in {*RESERVED, ""}


@pytest.mark.parametrize("name", ["sari", "n", "N1a", "decide", "undecided", "rules", "kota.medan@x", "a+b"])
def test_other_names_stay_as_they_are(name: str) -> None:
    assert name_of_account(name) == name


@pytest.fixture
def cycle(db: None, medan_cycle: Callable[[str], Cycle]) -> Cycle:
    """The Medan study in the office `a`."""
    return medan_cycle("a")


def say_no(client: Client) -> None:
    """Answer the first question of transparency with no."""
    address = f"{BASE}criteria/sitokdana-7/transparency/"
    sent = {"indicator": "budget-published", "value": "no", "version": "0", "note": f"catatan {NOBODY}"}
    assert client.post(address, sent).status_code == 302


@pytest.mark.parametrize("name", RESERVED)
def test_an_answer_of_such_an_account_is_one_answer_among_others(
    cycle: Cycle, person: Callable[..., Any], browser: Callable[[Any], Client], name: str
) -> None:
    sari, odd = (person(each, Role.OPERATOR, cycle.office) for each in ("sari", name))
    say_no(browser(odd))
    address = f"{BASE}criteria/sitokdana-7/transparency/"
    sent = {"indicator": "budget-published", "value": "yes", "version": "0"}
    assert browser(sari).post(address, sent).status_code == 302
    entry = cycle.entries.get(kind="answer", author=odd)
    assert (entry.payload["assessor"], entry.author_name) == (f"~{name}", f"~{name}")
    assert not is_decided(entry.key.rsplit("/", 1)[1])
    page = browser(odd).get(address).content.decode()
    assert 'value="no" checked' in page  # its own answer is still its own
    run = running.ask_for(cycle, Run.Kind.EVALUATE, None)
    running.work(run.pk)
    result = cycle.results.get()
    judged = next(each for each in result.assessment["indicators"] if each["id"] == "budget-published")
    assert judged["outcome"] == "cantTell"  # two people differ, and nobody decided
    assert judged["decided_by"] == ""


@pytest.mark.parametrize("name", RESERVED)
def test_an_assessor_of_that_name_decides_nothing_by_it(cycle: Cycle, person: Callable[..., Any], name: str) -> None:
    people = [person(each, Role.ASSESSOR, cycle.office) for each in ("sari", name)]
    found = made(cycle, people, naming="name")
    score(found, people[0], 1, "yes")
    score(found, people[1], 1, "no")
    found = rounds.close(found, Author(None))
    dispute = next(each for each in disputes_of(found) if each.question.number == 1)
    assert dispute.decided is None
    assert {each["assessor"] for each in dispute.answers} == {"sari", f"~{name}"}


@pytest.mark.parametrize("name", ["paper", "rule", "tinjau"])
def test_such_a_name_leaves_the_package_like_any_other(
    cycle: Cycle, person: Callable[..., Any], browser: Callable[[Any], Client], name: str
) -> None:
    say_no(browser(person(name, Role.OPERATOR, cycle.office)))
    assessors = {each.assessor for each in study_of(cycle).answers}
    assert name_of_account(name) not in assessors
    assert "paper" in assessors  # the paper under study is no person


@pytest.mark.parametrize(
    ("assessor", "by"), [("rule", "~rule"), ("decided:inventory", "~inventory"), ("paper", "paper"), ("", "person")]
)
def test_a_study_file_cannot_pass_a_person_off_as_a_rule(assessor: str, by: str) -> None:
    answer = Answer(instrument="sitokdana-7", indicator="budget-published", value="yes", assessor=assessor)
    said = read_answers([packs.load_instrument("sitokdana-7")], [answer], ())
    assert said["sitokdana-7", "budget-published", ""].by == by
