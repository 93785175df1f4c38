"""A focus group for tests: a session in a cycle, its facilitator, and people with a browser each."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.urls import reverse

from tinjau.web.focus import invitations, sessions
from tinjau.web.models import Cycle, FocusRound, FocusSession, FocusStep

TITLES = {kind: kind.capitalize() for kind in FocusStep.Kind.values}
BOXES = ("S", "W", "O", "T")


@dataclass
class Person:
    """Someone in the room with a browser."""

    client: Client
    room: int
    code: str = ""

    def get(self, more: str = "") -> Any:
        return self.client.get(f"/g/{self.room}/{more}")

    def post(self, what: str, **fields: Any) -> Any:
        return self.client.post(f"/g/{self.room}/{what}/", fields)


@dataclass
class Group:
    """A session with whoever runs it. `do` presses one of the facilitator's buttons."""

    cycle: Cycle
    client: Client
    session: FocusSession
    people: list[Person] = field(default_factory=list)

    def address(self, name: str = "focus") -> str:
        names = {"office": self.cycle.office.slug, "cycle": self.cycle.slug, "group": self.session.number}
        return str(reverse(f"web:{name}", kwargs=names))

    def do(self, event: str, kind: str = "", **fields: Any) -> Any:
        if kind:
            fields["step"] = self.step(kind).pk
        response = self.client.post(self.address("focus-do"), {"event": event, **fields})
        self.session.refresh_from_db()
        return response

    def step(self, kind: str) -> FocusStep:
        """The step of this kind that goes on, else the next, else the last of them."""
        found = self.session.steps.filter(kind=kind)
        best = found.filter(state="open").first() or found.filter(state="waiting").first() or found.last()
        assert isinstance(best, FocusStep)
        return best

    def round(self, kind: str) -> FocusRound:
        found = self.step(kind).rounds.last()
        assert isinstance(found, FocusRound)
        return found

    def arrive(self, name: str = "") -> Person:
        """Someone scans the code and joins."""
        secret = invitations.secret_of(FocusSession.objects.get(pk=self.session.pk))
        client = Client()
        assert client.get(f"/f/{secret}/").status_code == 200
        joined = client.post(f"/g/{self.session.pk}/join/", {"invitation": secret, "name": name})
        assert joined.status_code == 302, joined.content
        person = Person(client, self.session.pk)
        person.code = re.search(r"<strong>(P\d+)</strong>", person.get().content.decode())[1]  # type: ignore[index]
        self.people.append(person)
        return person

    def propose(self, person: Person, box: str, text: str) -> Any:
        return person.post("propose", box=box, text=text, once=f"{text[:10]}{person.code}")

    def vote(self, person: Person, kind: str, values: Any, reason: str = "") -> Any:
        found = self.round(kind)
        numbers = values if isinstance(values, dict) else dict(zip(found.items, values, strict=True))
        named = {f"v-{label}": number for label, number in numbers.items()}
        return person.post("vote", round=found.pk, reason=reason, **named)


def prepared(cycle: Cycle, client: Client, user: Any, **more: Any) -> Group:
    """A session that was not begun."""
    fields = {
        "title": "Diskusi uji", "purpose": "Menguji", "place": "Balai Kota", "most": 12, "from_study": False,
        "scale": "points", "meaning": "magnitude", "titles": TITLES, **more,
    }  # fmt: skip
    return Group(cycle, client, sessions.create(cycle, user, fields))


def with_factors(group: Group, people: int = 3) -> Group:
    """Begun, with people in, and one factor in each box; the step for factors is closed."""
    group.do("session-open")
    for _ in range(people):
        group.arrive()
    group.do("step-open", "collect")
    for box in BOXES:
        assert group.propose(group.people[0], box, f"Faktor {box}").status_code == 302
    group.do("step-close", "collect")
    return group
