"""Roles × routes × own and foreign government, from the resolver: a route without a row fails."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.web.rows import ARGUMENTS, EXPECTED
from tests.web.rows.roles import OFFICE_ROLES

from tinjau.web.models import Cycle, Membership, Role


def routes(resolver: URLResolver | None = None, space: str = "") -> dict[str, set[str]]:
    """Every named route of our own with the names of its arguments, from the resolver."""
    found: dict[str, set[str]] = {}
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            inner = f"{each.namespace}:" if each.namespace else space
            if inner in {"web:", "api:"}:
                found |= routes(each, inner)
        elif isinstance(each, URLPattern) and each.name and space:
            found[f"{space}{each.name}"] = set(each.pattern.converters)
    return found


def arguments_of(name: str, cycle: Cycle) -> dict[str, Any]:
    known = {**ARGUMENTS, "office": cycle.office.slug, "cycle": cycle.slug}
    names = set(get_resolver_arguments(name))
    return {key: value for key, value in known.items() if key in names}


def get_resolver_arguments(name: str) -> list[str]:
    space, short = name.split(":")
    namespaces = get_resolver().namespace_dict
    return list(namespaces[space][1].reverse_dict.getlist(short)[0][0][0][1])


def call(client: Client, name: str, cycle: Cycle, method: str) -> int:
    response = getattr(client, method)(reverse(name, kwargs=arguments_of(name, cycle)))
    assert response.status_code < 500, (name, response.status_code)
    return int(response.status_code)


def test_every_route_has_a_row_and_every_row_a_route(db: None) -> None:
    assert set(routes()) == set(EXPECTED)


@pytest.mark.parametrize("role", [*OFFICE_ROLES, Role.NATIONAL_ADMIN])
def test_own_government(
    db: None,
    role: str,
    person: Callable[..., Any],
    browser: Callable[[Any], Client],
    medan_cycle: Callable[[str], Cycle],
) -> None:
    cycle = medan_cycle("own")
    client = browser(person("orang", role, cycle.office))
    for name, (who, method) in EXPECTED.items():
        status = call(client, name, cycle, method)
        allowed = isinstance(who, str) or role in who
        assert (status != 403) == allowed, (name, role, status)


@pytest.mark.parametrize("role", OFFICE_ROLES)
def test_foreign_government_looks_like_none(
    db: None,
    role: str,
    person: Callable[..., Any],
    browser: Callable[[Any], Client],
    medan_cycle: Callable[[str], Cycle],
) -> None:
    own, foreign = medan_cycle("own"), medan_cycle("foreign")
    client = browser(person("orang", role, own.office))
    nowhere = Cycle(office=type(own.office)(slug="nowhere"), slug="2026")
    for name, (who, method) in EXPECTED.items():
        if isinstance(who, str) or "office" not in get_resolver_arguments(name):
            continue
        theirs = getattr(client, method)(reverse(name, kwargs=arguments_of(name, foreign)))
        none = getattr(client, method)(reverse(name, kwargs=arguments_of(name, nowhere)))
        assert theirs.status_code == none.status_code == 404, (name, theirs.status_code, none.status_code)
        assert theirs.content.replace(b"foreign", b"nowhere") == none.content or b"csrf" in theirs.content


@pytest.mark.parametrize("role", [None])
def test_without_an_account(db: None, role: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle = medan_cycle("own")
    for name, (who, method) in EXPECTED.items():
        status = call(Client(), name, cycle, method)
        if who == "open":
            assert status in {200, 302, 404}, (name, status)
        else:
            assert status in {302, 403}, (name, status)


def test_no_word_of_a_foreign_government_appears_anywhere(
    db: None, person: Callable[..., Any], browser: Callable[[Any], Client], medan_cycle: Callable[[str], Cycle]
) -> None:
    own = medan_cycle("own")
    foreign = medan_cycle("burung-kenari")
    client = browser(person("orang", Role.OFFICE_ADMIN, own.office))
    for name, (_, method) in EXPECTED.items():
        if method == "get":
            response = client.get(reverse(name, kwargs=arguments_of(name, own)))
            assert b"kenari" not in getattr(response, "content", b""), name
    assert foreign.office.slug not in client.get("/api/offices/").content.decode()


def test_a_person_in_no_office_sees_nothing(
    db: None, person: Callable[..., Any], browser: Callable[[Any], Client], medan_cycle: Callable[[str], Cycle]
) -> None:
    cycle = medan_cycle("own")
    client = browser(person("tamu"))
    assert client.get("/").status_code == 200
    assert call(client, "web:cycle", cycle, "get") == 404
    assert client.get("/api/offices/").json()["results"] == []
    assert Membership.objects.count() == 0
