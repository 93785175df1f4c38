"""The interface for programs: what OpenAPI says is what it does (schemathesis, all checks)."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tinjau.web import running
from tinjau.web.models import Cycle, Role, Run

schemathesis = pytest.importorskip("schemathesis", reason="the test extra is not installed")


@pytest.fixture
def signed_in(
    committed_db: None,
    medan_cycle: Callable[[str], Cycle],
    person: Callable[..., Any],
    browser: Callable[[Any], Client],
) -> Client:
    cycle = medan_cycle("medan")
    client = browser(person("sari", Role.OBSERVER, cycle.office))
    running.work(running.ask_for(cycle, Run.Kind.EVALUATE, None).pk)
    return client


def test_every_operation_does_what_the_schema_says(signed_in: Client) -> None:
    from tinjau.web.wsgi import application

    cookie = {settings.SESSION_COOKIE_NAME: signed_in.cookies[settings.SESSION_COOKIE_NAME].value}
    document = json.loads(signed_in.get("/api/schema/?format=json", headers={"accept": "application/json"}).content)
    schema = schemathesis.openapi.from_dict(document)
    schema.app = application
    tried = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        for case in examples(operation):
            response = case.call(cookies=cookie, base_url="http://testserver")
            assert response.status_code < 500
            case.validate_response(response, excluded_checks=[schemathesis.checks.CHECKS.get_one("ignored_auth")])
            tried += 1
    assert tried >= 25


def examples(operation: Any) -> list[Any]:
    """Cases of the operation: its own office and cycle, and made-up ones."""
    known = {"office": "medan", "cycle": "2026"}
    names = [each.name for each in operation.path_parameters]
    cases = [operation.Case(path_parameters={name: known[name] for name in names})]
    made_up = ("medan-0", "x", "0", "a" * 80)
    return cases + [operation.Case(path_parameters=dict.fromkeys(names, each)) for each in made_up]


@pytest.mark.parametrize("path", ["offices/", "offices/medan/cycles/", "offices/medan/cycles/2026/entries/", "schema/"])
def test_nothing_without_an_account(committed_db: None, medan_cycle: Callable[[str], Cycle], path: str) -> None:
    medan_cycle("medan")
    assert Client().get(f"/api/{path}").status_code in {401, 403}


def test_it_only_reads(signed_in: Client) -> None:
    for path in ("offices/", "offices/medan/cycles/2026/entries/", "offices/medan/cycles/2026/result/"):
        for method in ("post", "put", "patch", "delete"):
            assert getattr(signed_in, method)(f"/api/{path}").status_code in {403, 405}


def test_the_result_is_the_published_document(signed_in: Client) -> None:
    document = signed_in.get("/api/offices/medan/cycles/2026/result/").json()
    assert document["assessment"]["services"]["public"] == 9
    assert len(document["plan"]["conclusions"]) == 11


@pytest.mark.parametrize(("kind", "count"), [("service", 25), ("factor", 19), ("conclusion", 11)])
def test_entries_by_kind(signed_in: Client, kind: str, count: int) -> None:
    found = signed_in.get(f"/api/offices/medan/cycles/2026/entries/?kind={kind}").json()
    assert found["count"] == count
    assert signed_in.get("/api/offices/medan/cycles/2026/entries/?kind=nonsense").status_code == 400
