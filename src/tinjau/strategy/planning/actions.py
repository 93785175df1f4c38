"""Actions: what was planned and spent, and which strategies moved which indicators from one year to the next."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tinjau.model import Absorption, Action, Assessment, IndicatorResult, Outcome

_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(\1[0-9]{3})*")
_PLAIN = re.compile(r"[0-9]{1,30}([.,][0-9]{1,15})?")
_ORDER = {Outcome.FAILED: 0, Outcome.PASSED: 1}


@dataclass(frozen=True, slots=True)
class Movement:
    """One strategy's indicator in two years: it moved "better", "worse", "same" or "unknown", then with a reason."""

    strategy: str
    indicator: str
    status: str
    before: str | None
    after: str | None
    moved: str
    reason: str = ""


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


def movements(actions: Iterable[Action], before: Assessment, after: Assessment) -> tuple[Movement, ...]:
    """What became of each indicator that an action of the earlier year was to move.

    An action's `indicator` is instrument/indicator, instrument/criterion, or a bare id that only one of them bears. A
    change that came after a strategy did not necessarily come from it. Where the instrument's version changed between
    the years nothing is said to have moved.
    """
    versions = [{each.id: each.version for each in one.instruments} for one in (before, after)]
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
        elif first is None or second is None or first not in _RANK or second not in _RANK:
            found.append(_unknown(action, first, second, "not-determined"))
        else:
            step = _RANK[second] - _RANK[first]
            moved = "same" if step == 0 else "better" if step > 0 else "worse"
            found.append(Movement(action.strategy, key, action.status, first, second, moved))
    return tuple(found)


_RANK: Mapping[str, int] = {
    Outcome.FAILED.value: 0, Outcome.PASSED.value: 1, "negative": 0, "mixed": 1, "positive": 2,
}  # fmt: skip


def _absorbed(strategy: str, actions: list[Action]) -> Absorption:
    amounts = [(amount(each.budget), amount(each.spent)) for each in actions]
    whole = [(budget, spent) for budget, spent in amounts if budget is not None and spent is not None]
    budget, spent = sum(each for each, _ in whole), sum(each for _, each in whole)
    return Absorption(strategy, budget, spent, spent / budget if budget > 0 else None, len(actions), len(whole))


def _states(assessment: Assessment) -> dict[str, str | None]:
    """The verdict of each criterion and the outcome of each indicator of the whole site, by instrument/id."""
    found: dict[str, str | None] = {
        f"{each.instrument}/{each.id}": each.verdict.value if each.verdict else None for each in assessment.criteria
    }
    for each in assessment.indicators:
        if each.unit in {"", "site"}:
            found.setdefault(f"{each.instrument}/{each.id}", _outcome(each))
    return found


def _outcome(result: IndicatorResult) -> str | None:
    return result.outcome.value if result.outcome in _ORDER else None


def _resolve(indicator: str, keys: set[str]) -> str | None:
    if indicator in keys:
        return indicator
    ending = [each for each in keys if each.endswith(f"/{indicator}")]
    return ending[0] if len(ending) == 1 else None


def _unknown(action: Action, before: str | None, after: str | None, reason: str) -> Movement:
    return Movement(action.strategy, action.indicator, action.status, before, after, "unknown", reason)
