"""One scenario, played to a client, and held against what it expects."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.capture.hostile import bodies, leading_astray, pages, rules, speaking
from tests.capture.hostile.scenario import GOOD, Scenario, routes_of
from tests.capture.hostile.server import CANARY, World

from tinjau.archive import verify
from tinjau.capture.crawl import run_capture
from tinjau.capture.settings import CaptureSettings
from tinjau.capture.states import has_record

SCENARIOS: list[Scenario] = [
    *leading_astray.SCENARIOS, *speaking.SCENARIOS, *bodies.SCENARIOS, *pages.SCENARIOS, *rules.SCENARIOS,
]  # fmt: skip

SETTINGS = replace(
    CaptureSettings(), delay=0.0, connect_timeout=1.0, head_timeout=1.2, idle_timeout=0.8, total_timeout=2.0,
    rate_after=0.4, max_wait=0.2, back_off=0.01, attempts=2, max_pages=60,
)  # fmt: skip


@dataclass
class Run:
    """What a client did in a scenario: the states of the addresses it knew, and what the servers saw."""

    scenario: Scenario
    fill: Callable[[str], str]
    states: dict[str, str]
    requests: dict[str, int]
    canary_hits: int
    problems: list[str] = field(default_factory=list)

    def check(self) -> list[str]:
        """Everything that is not as expected."""
        found = list(self.problems)
        if self.canary_hits:
            found.append(f"{self.canary_hits} requests reached an internal host")
        total = sum(self.requests.values())
        if total > self.scenario.most:
            found.append(f"{total} requests, at most {self.scenario.most} are allowed: {self.requests}")
        for key, wanted in self.scenario.expect.items():
            states = self._states_of(key)
            allowed = (wanted,) if isinstance(wanted, str) else wanted
            if not any(state in allowed for state in states):
                found.append(f"{key} is {states or 'unknown'}, not {wanted}")
        found += [f"{path} was asked for" for path in self.scenario.absent if self.requests.get(path)]
        if self.scenario.good:
            found += [f"{path} is {self._states_of(path)}" for path in GOOD if "ok" not in self._states_of(path)]
        return found

    def _states_of(self, key: str) -> list[str]:
        if key.startswith("*"):
            return list(self.states.values())
        address = self.fill(key) if ":" in key else self.fill("http://{me}:{port}") + key
        return [self.states[address]] if address in self.states else []


@contextmanager
def worlds() -> Iterator[World]:
    """A world with its canaries, for as long as the block runs."""
    world = World()
    world.start()
    try:
        yield world
    finally:
        world.stop()


def prepare(world: World, number: int, scenario: Scenario) -> Callable[[str], str]:
    """Put the scenario's site into the world; how its texts are filled."""
    me = f"s{number}.test"
    values = {
        "{me}": me,
        "{port}": str(world.port),
        "{canary}": CANARY,
        "{address}": f"127.0.1.{number}",
        "{number}": str(number),
    }

    def fill(text: str) -> str:
        for key, value in values.items():
            text = text.replace(key, value)
        return text

    world.site(number, routes_of(scenario, fill))
    for name, answers in scenario.names.items():
        world.names[name] = [
            [fill(each) for each in answer] if isinstance(answer, list) else answer for answer in answers
        ]
    world.canary_hits.clear()
    return fill


def play(world: World, number: int, scenario: Scenario, folder: Path) -> Run:
    """Capture the scenario's site; what became of it."""
    fill = prepare(world, number, scenario)
    out = folder / "a.warc.gz"
    seed = fill(scenario.seed) if ":" in scenario.seed else fill("http://{me}:{port}") + scenario.seed
    manifest = run_capture((seed,), out, replace(SETTINGS, **scenario.settings), lambda _: None, world.door())
    base = sqlite3.connect(f"{out}.frontier.sqlite")
    rows = base.execute("SELECT url, state FROM url").fetchall()
    base.close()
    states = dict(rows)
    run = Run(scenario, fill, states, dict(world.hits[f"s{number}.test"]), len(world.canary_hits))
    if sum(manifest.states.values()) != len(rows):
        run.problems.append("the manifest does not account for every address")
    run.problems += [f"the archive is not whole: {fault}" for fault in verify(out).faults]
    if world.longest_cookie > 8_500:
        run.problems.append(f"a Cookie header of {world.longest_cookie} bytes was sent")
    if "pending" in states.values():
        run.problems.append("something is still pending")
    run.problems += [
        f"unknown state {state}"
        for state in set(states.values())
        if has_record(state) and "(" not in state and state != "ok"
    ]
    return run
