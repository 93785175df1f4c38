"""Everything that is wrong with a pack, each fault with its place: first its shape, then its sense."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tinjau.packs.sense import problems_of_sense
from tinjau.packs.shape import Place, problems_of_shape, typing_slips
from tinjau.packs.yaml_reading import key_lines

_MAX_FAULTS = 200  # project choice: more than anyone mends at once


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: its line and place in the pack, and what."""

    place: str
    problem: str


def faults_in(data: Any, text: str = "", detectors: frozenset[str] = frozenset()) -> list[Fault]:
    """The faults of a pack in the order of its lines; detector names are checked only where some are given."""
    if not isinstance(data, Mapping):
        return [Fault("line 1", "a pack is a mapping of keys, and this is none")]
    problems = [*problems_of_shape(data)]
    if not problems:
        problems = [*problems_of_sense(data, detectors)]
    problems += typing_slips(data)
    lines = key_lines(text.removeprefix("\ufeff")) if text else {}
    placed = sorted({(_line_of(lines, path), _words_of(path, data), problem) for path, problem in problems})
    return [Fault(f"line {line}, {place}" if line else place, problem) for line, place, problem in placed[:_MAX_FAULTS]]


def _line_of(lines: Mapping[Place, int], path: Place) -> int:
    while path not in lines and path:
        path = path[:-1]
    return lines.get(path, 0)


def _words_of(path: Place, data: Mapping[str, Any]) -> str:
    """indicators[3] (budget).question.en, as a person looks for it."""
    said, at = "", data
    for part in path:
        try:
            at = at[part]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            at = {}
        if isinstance(part, int):
            name = at.get("id", at.get("phase")) if isinstance(at, Mapping) else None
            said += f"[{part + 1}]" + (f" ({name})" if isinstance(name, str) else "")
        else:
            said += f".{part}" if said else str(part)
    return said or "the pack"
