"""While a round is open, nobody finds another's scores in any response, download, interface or count.

Every address of the resolver is asked; a new page that leaks fails here without being named.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.web.rounds_at_hand import assessors, made, score
from tests.web.rows import ARGUMENTS, EXPECTED
from tests.web.test_permissions import get_resolver_arguments

from tinjau.web import running
from tinjau.web.assessors import rounds
from tinjau.web.history import Author, write
from tinjau.web.mapping import answer_key
from tinjau.web.models import AssessmentRound, Cycle, Role, Run

People = Callable[..., Any]
Browser = Callable[[Any], Client]
Medan = Callable[[str], Cycle]
CANARY = "kenari"
_VARYING = re.compile(rb'name="(?:csrfmiddlewaretoken|sealed)" value="[^"]*"|<time[^>]*>[^<]*</time>')


def unpacked(content: bytes) -> bytes:
    """The content with what a zip holds (a workbook is one) laid open."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return b"\n".join(
            name.encode() + b"\n" + packed.read(name) for name in packed.namelist() if "core.xml" not in name
        )


def answers_of(client: Client, cycle: Cycle, run: int, method: str = "get") -> Iterator[tuple[str, int, bytes]]:
    """Every address of this method, asked as this person: name, status, what came."""
    known = {**ARGUMENTS, "office": cycle.office.slug, "cycle": cycle.slug, "assessment": 1, "item": 1, "run": run,
             "criterion": "transparency"}  # fmt: skip
    for name, (_, usual) in EXPECTED.items():
        if usual != method:
            continue
        forms = ("html", "assessment", "plan", "docx", "xlsx") if name == "web:file" else (None,)
        for form in forms:
            arguments = {each: known[each] for each in get_resolver_arguments(name) if each in known}
            if form:
                arguments["form"] = form
            response = getattr(client, method)(reverse(name, kwargs=arguments), headers={"accept-language": "id"})
            content = b"".join(response.streaming_content) if response.streaming else response.content
            yield f"{name} {form or ''}", response.status_code, unpacked(content)
    if method == "get":
        for page in ("?page=1", "?kind=answer"):
            response = client.get(f"/api/offices/{cycle.office.slug}/cycles/{cycle.slug}/entries/{page}")
            yield f"entries {page}", response.status_code, response.content


def steady(client: Client, cycle: Cycle, run: int) -> dict[str, tuple[int, bytes]]:
    """Every page of this person without what differs each time."""
    return {name: (status, _VARYING.sub(b"", text)) for name, status, text in answers_of(client, cycle, run)}


@pytest.fixture
def scored(db: None, person: People, medan_cycle: Medan) -> tuple[Cycle, AssessmentRound, dict[str, Any]]:
    """An open round in which two assessors scored with marks that stand nowhere else, and a run made meanwhile."""
    cycle = medan_cycle("own")
    people = {
        "ani": person("ani", Role.ASSESSOR, cycle.office), "budi": person("budi", Role.OPERATOR, cycle.office),
        "ketua": person("ketua", Role.COORDINATOR, cycle.office), "lihat": person("lihat", Role.OBSERVER, cycle.office),
        "periksa": person("periksa", Role.VERIFIER, cycle.office), "pusat": person("pusat", Role.NATIONAL_ADMIN),
        "admin": person("admin", Role.OFFICE_ADMIN, cycle.office),
    }  # fmt: skip
    found = made(cycle, [people["ani"], people["budi"], people["ketua"]], by=people["ketua"])
    for name in ("ani", "budi", "ketua"):
        for number in (1, 2):
            score(
                found, people[name], number, "yes", note=f"{CANARY}-catatan-{name}", evidence=f"{CANARY}-bukti-{name}"
            )
    running.work(running.ask_for(cycle, Run.Kind.EVALUATE, None).pk)
    return cycle, found, people


@pytest.mark.parametrize("name", ["ani", "budi", "ketua", "lihat", "periksa", "pusat", "admin"])
def test_nobodys_scores_but_ones_own_are_in_any_response(
    scored: tuple[Cycle, AssessmentRound, dict[str, Any]], browser: Browser, name: str
) -> None:
    cycle, _, people = scored
    run = cycle.runs.first()
    client = browser(people[name])
    seen = 0
    for method in ("get", "post"):
        for address, status, content in answers_of(client, cycle, run.pk, method):
            assert status < 500, address
            text = content.replace(f"-{name}".encode(), b"")
            assert not re.search(rb"kenari-(?:catatan|bukti)-", text), (address, status)
            seen += f"{CANARY}-catatan".encode() in content
            if cycle.assessments.get().state != "open":
                AssessmentRound.objects.update(state="open")  # the coordinator's own POST closed it; go on as before
    assert (seen > 0) == (name in {"ani", "budi"} or name == "ketua")


@pytest.mark.parametrize("name", ["ani", "budi", "lihat", "periksa", "pusat"])
def test_what_another_scores_changes_no_response_at_all(
    scored: tuple[Cycle, AssessmentRound, dict[str, Any]], browser: Browser, name: str
) -> None:
    """No count, colour, order or size: every page is the same before and after another's answers."""
    cycle, found, people = scored
    client, run = browser(people[name]), cycle.runs.first()
    before = {
        address: (status, _VARYING.sub(b"", content)) for address, status, content in answers_of(client, cycle, run.pk)
    }
    for number in (2, 3, 4):
        score(found, people["ketua"], number, "no", note="sesuatu yang lain")
    after = {
        address: (status, _VARYING.sub(b"", content)) for address, status, content in answers_of(client, cycle, run.pk)
    }
    assert [address for address in before if before[address] != after[address]] == []


def test_the_coordinator_sees_counts_and_nothing_else_change(
    scored: tuple[Cycle, AssessmentRound, dict[str, Any]], browser: Browser
) -> None:
    cycle, found, people = scored
    client, run = browser(people["admin"]), cycle.runs.first()
    before = steady(client, cycle, run.pk)
    score(found, people["ani"], 3, "no")
    after = steady(client, cycle, run.pk)
    differing = [address for address in before if before[address] != after[address]]
    assert differing == ["web:assess-round "]
    changed = re.findall(rb"\d+ dari \d+", after["web:assess-round "][1])
    assert sorted(changed) == sorted([b"3 dari %d" % len(found.items), *[b"2 dari %d" % len(found.items)] * 2])


@pytest.mark.parametrize("name", ["ani", "budi"])
def test_an_assessor_opens_nothing_of_the_evaluation_but_the_own_sheet(
    scored: tuple[Cycle, AssessmentRound, dict[str, Any]], browser: Browser, name: str
) -> None:
    cycle, _, people = scored
    client = browser(people[name])
    for page in ("cycle", "check", "history", "evidence", "services", "phase", "plan", "assess-rounds"):
        answer = client.get(
            reverse(f"web:{page}", args=[cycle.office.slug, cycle.slug]), headers={"accept-language": "id"}
        )
        assert answer.status_code == 403, page
    for page in ("entries", "runs", "result"):
        assert client.get(f"/api/offices/{cycle.office.slug}/cycles/{cycle.slug}/{page}/").status_code == 403
    tasks = client.get("/").content.decode()
    assert "/sheets/1/" in tasks
    assert f'/c/{cycle.slug}/"' not in tasks
    rounds.close(AssessmentRound.objects.get(), Author(None))
    again = client.get(reverse("web:cycle", args=[cycle.office.slug, cycle.slug])).status_code
    assert again == (200 if name == "budi" else 403)  # the operator is an operator again; an assessor remains one


def test_a_report_made_while_scoring_is_blind_holds_none_of_it_and_one_made_afterwards_does(
    scored: tuple[Cycle, AssessmentRound, dict[str, Any]], browser: Browser
) -> None:
    cycle, found, people = scored
    rounds.close(found, Author(people["ketua"]))
    client = browser(people["ketua"])
    old = b"".join(
        content for _, _, content in answers_of(client, cycle, cycle.runs.first().pk) if b"kenari-catatan" in content
    )
    assert old  # closed: the history, the sheet and the answers are open now
    result = cycle.results.first()
    assert CANARY not in str(result.assessment)
    running.work(running.ask_for(cycle, Run.Kind.EVALUATE, None).pk)
    assert CANARY in str(cycle.results.first().assessment)


def test_another_assessors_sheet_cannot_be_put_in_as_ones_own(
    scored: tuple[Cycle, AssessmentRound, dict[str, Any]], browser: Browser, person: People
) -> None:
    cycle, _, people = scored
    one, two = browser(people["ani"]), browser(people["budi"])
    place = {"office": cycle.office.slug, "cycle": cycle.slug, "assessment": 1}
    book = one.get(reverse("web:assess-workbook", kwargs=place)).content
    upload = SimpleUploadedFile("lembar.xlsx", book)
    answer = two.post(reverse("web:assess-preview", kwargs=place), {"table": upload})
    assert answer.status_code == 422
    assert b"another assessor" in answer.content
    preview = one.post(reverse("web:assess-preview", kwargs=place), {"table": SimpleUploadedFile("l.xlsx", book)})
    sealed = re.search(rb'name="sealed" value="([^"]+)"', preview.content)
    assert sealed is None  # nothing differs from what stands
    stranger = browser(assessors(person, cycle, ["dani"])[0])
    for name in ("assess-sheet", "assess-workbook"):
        assert stranger.get(reverse(f"web:{name}", kwargs=place)).status_code == 404


def test_a_sheet_shows_what_the_machine_saw_and_no_answer_that_was_given_in_the_open(
    db: None, person: People, browser: Browser, medan_cycle: Medan
) -> None:
    """What people answered before, and what was concluded from it, would steer an assessor as well."""
    cycle = medan_cycle("own")
    row = {
        "instrument": "sitokdana-7", "indicator": "budget-published", "unit": "", "assessor": "isi", "value": "no",
        "note": "kenari-terbuka", "evidence": "kenari-terbuka",
    }  # fmt: skip
    write(cycle, "answer", answer_key(row), row, Author(None))
    running.work(running.ask_for(cycle, Run.Kind.EVALUATE, None).pk)
    assert CANARY in str(cycle.results.first().assessment)
    (ani,) = assessors(person, cycle, ["ani"])
    made(cycle, [ani])
    client = browser(ani)
    place = {"office": cycle.office.slug, "cycle": cycle.slug, "assessment": 1}
    page = client.get(
        reverse("web:assess-criterion", kwargs={**place, "instrument": "sitokdana-7", "criterion": "transparency"})
    )
    assert page.status_code == 200
    assert CANARY not in page.content.decode()
    book = client.get(reverse("web:assess-workbook", kwargs=place)).content
    assert CANARY.encode() not in unpacked(book)
