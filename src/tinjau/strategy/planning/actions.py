"""Actions: what was planned and spent, and which strategies moved which indicators from one year to the next."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tinjau.model import Absorption, Action, Assessment, Movement, Outcome

_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(\1[0-9]{3})*")
_PLAIN = re.compile(r"[0-9]{1,30}([.,][0-9]{1,15})?")
_RANK: Mapping[str | None, int] = {
    Outcome.FAILED.value: 0, Outcome.PASSED.value: 1, "negative": 0, "mixed": 1, "positive": 2,
}  # fmt: skip

Year = Assessment | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Money:
    """Sums of amounts as people wrote them. Of `actions` rows, `planned_rows` state a budget, `spent_rows` what was
    spent, `both_rows` both; `share` is spent over planned of the last (None without)."""

    actions: int
    planned: float
    planned_rows: int
    spent: float
    spent_rows: int
    share: float | None
    both_rows: int


def amount(written: str) -> float | None:
    """A non-negative amount as offices write it (180000000, 180.000.000, 180,000,000, 12,5); None where it is none.

    Three digits after one mark are thousands: amounts of money are written so, never a thousandth.
    """
    text = written.strip()
    if _GROUPED.fullmatch(text):
        return float(text.replace(".", "").replace(",", ""))
    return decimal(text)


def decimal(written: str) -> float | None:
    """A non-negative number with a decimal point or comma and nothing between thousands; None where it is none."""
    return float(written.replace(",", ".")) if _PLAIN.fullmatch(written) else None


def absorption(actions: Iterable[Action]) -> tuple[Absorption, ...]:
    """Absorption of all actions (empty id), then by strategy in their order; nothing while no row has both amounts."""
    rows: dict[str, list[Action]] = {"": []}
    for each in actions:
        rows[""].append(each)
        rows.setdefault(each.strategy, []).append(each)
    found = tuple(_absorbed(strategy, own) for strategy, own in rows.items())
    return tuple(each for each in found if each.counted)


def movements(actions: Iterable[Action], before: Year, after: Year) -> tuple[Movement, ...]:
    """What became of each indicator that an action of the earlier year was to move.

    A year is an assessment, or the document of its assessment.json. An action's `indicator` is instrument/indicator,
    instrument/criterion, or a bare id that only one of them bears. Where the instrument's version changed between the
    years nothing is said to have moved.
    """
    versions = _versions(before), _versions(after)
    old, new = _states(before), _states(after)
    found = []
    for action in actions:
        if not action.indicator:
            continue
        key = _resolve(action.indicator, {*old, *new})
        if key is None:
            found.append(_unknown(action, None, None, "not-an-indicator"))
            continue
        instrument = key.split("/", 1)[0]
        first, second = old.get(key), new.get(key)
        if versions[0].get(instrument) != versions[1].get(instrument):
            found.append(_unknown(action, first, second, "instrument-changed"))
        elif first not in _RANK or second not in _RANK:
            found.append(_unknown(action, first, second, "not-determined"))
        else:
            step = _RANK[second] - _RANK[first]
            moved = "same" if step == 0 else "better" if step > 0 else "worse"
            found.append(Movement(action.strategy, key, action.status, first, second, moved))
    return tuple(found)


def _absorbed(strategy: str, actions: list[Action]) -> Absorption:
    amounts = [(amount(each.budget), amount(each.spent)) for each in actions]
    whole = [(budget, spent) for budget, spent in amounts if budget is not None and spent is not None]
    budget, spent = sum(each for each, _ in whole), sum(each for _, each in whole)
    return Absorption(strategy, budget, spent, spent / budget if budget > 0 else None, len(actions), len(whole))


def _versions(year: Year) -> dict[str, str]:
    if isinstance(year, Assessment):
        return {each.id: each.version for each in year.instruments}
    return {str(each["id"]): str(each["version"]) for each in year["instruments"]}


def _states(year: Year) -> dict[str, str | None]:
    """The verdict of each criterion and the outcome of each indicator of the whole site, by instrument/id."""
    if isinstance(year, Assessment):
        verdicts = [(each.instrument, each.id, each.verdict and each.verdict.value) for each in year.criteria]
        outcomes = [(each.instrument, each.id, each.unit, each.outcome.value) for each in year.indicators]
    else:
        verdicts = [(each["instrument"], each["id"], each["verdict"]["value"]) for each in year["criteria"]]
        outcomes = [(each["instrument"], each["id"], each["unit"], each["outcome"]) for each in year["indicators"]]
    found: dict[str, str | None] = {f"{instrument}/{name}": verdict for instrument, name, verdict in verdicts}
    for instrument, name, unit, outcome in outcomes:
        if unit in {"", "site"}:
            found.setdefault(f"{instrument}/{name}", outcome if outcome in _RANK else None)
    return found


def _resolve(indicator: str, keys: set[str]) -> str | None:
    if indicator in keys:
        return indicator
    ending = [each for each in keys if each.endswith(f"/{indicator}")]
    return ending[0] if len(ending) == 1 else None


def _unknown(action: Action, before: str | None, after: str | None, reason: str) -> Movement:
    return Movement(action.strategy, action.indicator, action.status, before, after, "unknown", reason)


def money_of(actions: Iterable[Action]) -> Money:
    """What was planned and spent by these actions: each sum over the rows that state it, and how many those are."""
    amounts = [(amount(each.budget), amount(each.spent)) for each in actions]
    planned = [each for each, _ in amounts if each is not None]
    spent = [each for _, each in amounts if each is not None]
    both = [(one, two) for one, two in amounts if one is not None and two is not None]
    whole = sum(each for each, _ in both)
    share = sum(each for _, each in both) / whole if whole > 0 else None
    return Money(len(amounts), sum(planned), len(planned), sum(spent), len(spent), share, len(both))
