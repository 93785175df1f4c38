"""Every scenario of a hostile site ends as it must, within its bounds, and the rest of the site is captured."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.capture.hostile.naive import naive_play
from tests.capture.hostile.running import SCENARIOS, play, worlds
from tests.capture.hostile.server import World


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with worlds() as running:
        yield running


def test_there_are_enough_and_each_has_its_name() -> None:
    assert len(SCENARIOS) >= 120
    assert len({scenario.name for scenario in SCENARIOS}) == len(SCENARIOS) <= 250


@pytest.mark.parametrize("number", range(len(SCENARIOS)), ids=[scenario.name for scenario in SCENARIOS])
def test_scenario(world: World, tmp_path: Path, number: int) -> None:
    run = play(world, number + 1, SCENARIOS[number], tmp_path)
    assert run.check() == []


def test_a_naive_client_fails(tmp_path: Path) -> None:
    """Scenarios that anything survives would prove nothing."""
    survived = []
    with worlds() as world:
        for number, scenario in enumerate(SCENARIOS):
            if not naive_play(world, number + 1, scenario, tmp_path).check():
                survived.append(scenario.name)
    assert len(survived) <= len(SCENARIOS) // 10, survived
