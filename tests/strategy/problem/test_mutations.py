"""Good files with one thing wrong: every one ends in an answer or in one message, never in another exception."""

import copy
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from tinjau.model import InputError
from tinjau.strategy.problem import solve_problem

EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "docs" / "examples").glob("*.yaml"))
ODD: list[Any] = [
    None, True, False, 0, -1, 1, 5, 0.5, 1e12, -1e12, "", "-", "x", "1/3", "1/0", "0,5", "S1", "12%", "< 0,05", "a > b",
    "david", "signed", "per_category", "none", "ordinal", "ratio",
    [], {}, [[]], [None], [1], ["x"], [1, 2, 3], [[1, 2], [3, 4]], {"x": 1}, {"id": "x"}, {"S1": 1}, {"printed": 1},
]  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if isinstance(value, dict):
        for key, each in value.items():
            found += places(each, (*path, key))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            found += places(each, (*path, at))
    return found


def mutated(data: Any, random: Random) -> Any:
    changed = copy.deepcopy(data)
    for _ in range(random.choice([1, 1, 2, 3])):
        path = random.choice(places(changed))
        holder = changed
        for step in path[:-1]:
            holder = holder[step]
        what = random.random()
        if what < 0.7:
            holder[path[-1]] = copy.deepcopy(random.choice(ODD))
        elif what < 0.85:
            del holder[path[-1]]
        elif isinstance(holder, list):
            holder.append(copy.deepcopy(holder[path[-1]]))
        else:
            holder[random.choice(["printed", "id", "weight", "total", "extra"])] = copy.deepcopy(random.choice(ODD))
        if not places(changed):
            return data
    return changed


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_one_thing_wrong(path: Path) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "smaa" in data:
        data["smaa"]["draws"] = 50
    random = Random(path.stem)
    refused = 0
    for _ in range(150):
        problem = mutated(data, random)
        try:
            answer = solve_problem(problem, path.name)
        except InputError:
            refused += 1
            continue
        json.dumps(answer, allow_nan=False)
    assert 0 < refused < 150
