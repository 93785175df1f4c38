"""A foreign office's words in no response whatever: every address by every method, downloads unpacked, headers too."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.web.rows import EXPECTED
from tests.web.test_permissions import arguments_of

from tinjau.model import Text
from tinjau.web import running
from tinjau.web.history import Author, write
from tinjau.web.models import Cycle, Result, Role, Run
from tinjau.web.notices import private, threads
from tinjau.web.notices.due import set_due

CANARY = "kenari-asing-9920"


@pytest.fixture
def foreign(medan_cycle: Callable[[str], Cycle], person: Callable[..., Any]) -> Callable[[], Cycle]:
    """An office that has its canary in every kind of entry, a due date, a note, an account's name, and a result."""

    def make() -> Cycle:
        cycle = medan_cycle(CANARY)
        user = person(CANARY, Role.OPERATOR, cycle.office)
        author = Author(user, CANARY)
        write(cycle, "service", CANARY, {"id": CANARY, "name": CANARY}, author)
        write(cycle, "factor", CANARY, {"id": CANARY, "kind": "strength", "text": CANARY}, author)
        about = f"factor/{CANARY}"
        threads.say_about(cycle, about, "comment", CANARY, author)
        private.keep(user, cycle, about, CANARY)
        set_due(cycle, CANARY, timezone.now() + timedelta(days=3), Text(CANARY, CANARY))
        run = Run.objects.create(cycle=cycle, kind="evaluate", state="done", message=CANARY, cursor=CANARY)
        Result.objects.create(run=run, cycle=cycle, assessment={"x": CANARY}, plan={"x": CANARY}, folder=CANARY,
                              entries_sequence=1)  # fmt: skip
        return cycle

    return make


def all_of(response: Any) -> bytes:
    """Body, headers and, where the body is an archive, the contents of its members."""
    body = response.content if hasattr(response, "content") else b"".join(response.streaming_content)
    parts = [body, str(sorted(response.headers.items())).encode()]
    if body[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            parts += [each.filename.encode() + packed.read(each) for each in packed.infolist()]
    return b"\n".join(parts)


@pytest.mark.parametrize("role", [Role.OFFICE_ADMIN, Role.COORDINATOR, Role.OPERATOR, Role.VERIFIER, Role.OBSERVER])
def test_no_response_holds_a_foreign_word(
    committed_db: None, foreign: Callable[[], Cycle], medan_cycle: Callable[[str], Cycle],
    person: Callable[..., Any], browser: Callable[[Any], Client], role: str,
) -> None:  # fmt: skip
    theirs, own = foreign(), medan_cycle("own")
    running.work(running.ask_for(own, Run.Kind.EVALUATE, None).pk)
    client = browser(person("orang", role, own.office))
    seen = 0
    for name in EXPECTED:
        if name in {"web:run-start", "web:run-cancel"}:
            continue  # they start and stop what works in the background
        for method in ("get", "post", "head"):
            for number in (999_999, theirs.pk, Result.objects.get(cycle=theirs).pk):
                arguments = arguments_of(name, own)
                numbers = {key: number for key, value in arguments.items() if isinstance(value, int)}
                if number != 999_999 and not numbers:
                    continue  # the same address as before
                response = getattr(client, method)(reverse(name, kwargs={**arguments, **numbers}))
                assert response.status_code < 500, (name, method, response.status_code)
                assert CANARY.encode() not in all_of(response), (name, method, number)
                seen += 1
    assert seen > 3 * len(EXPECTED) - 20
    for query in ("?kind=comment", "?kind=factor", "?limit=1000&offset=0"):
        found = client.get(f"/api/offices/own/cycles/2026/entries/{query}")
        assert CANARY not in found.content.decode()
        expected = own.entries.filter(current=True)
        kind = query.partition("kind=")[2]
        assert found.json()["count"] == (expected.filter(kind=kind) if kind else expected).count()
    assert client.get("/api/offices/").json()["count"] == 1
