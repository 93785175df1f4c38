"""The closed list of quantifiers: from observations to one of EARL's five outcomes.

What was not seen fails only where the detector says so (`not_seen`); where it could not tell, or an archive lost part
of its records, nothing fails for lack of evidence.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tinjau.model import Capture, Observation, Outcome, Settled, State, Value

PASSED, FAILED, CANT_TELL, UNTESTED = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED
MAX_EVIDENCE = 12
"""Observations kept as evidence of one outcome; project choice: what a reader would follow."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the observations say of one question: an outcome, a value, what it rests on, why nothing can be told."""

    outcome: Outcome
    value: str | float | None = None
    because: tuple[Observation, ...] = ()
    reason: str = ""


NOTHING = Finding(UNTESTED)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What else an outcome depends on: the day of the capture, and whether a thing not seen is really absent."""

    day: datetime.date | None
    absence_holds: bool = True
    doubt: str = ""


def circumstances_of(capture: Capture | None) -> Circumstances:
    """From the capture: its last day, and that a torn archive proves no absence."""
    if capture is None:
        return Circumstances(None)
    day = _date(capture.ended) or _date(capture.started)
    if capture.loss:
        return Circumstances(day, absence_holds=False, doubt=f"part of the archive could not be read: {capture.loss}")
    return Circumstances(day)


def settle(
    rules: Sequence[Settled], observations: Mapping[str, Sequence[Observation]], around: Circumstances
) -> Finding:
    """The finding of several rules: all must pass; one failure fails. Untested where no detector said anything."""
    findings = [_one(each, observations, around) for each in rules]
    if not findings:
        return NOTHING
    by_outcome = {outcome: [each for each in findings if each.outcome is outcome] for outcome in Outcome}
    for outcome in (FAILED, CANT_TELL):
        if by_outcome[outcome]:
            return _merged(by_outcome[outcome])
    if not by_outcome[UNTESTED]:
        return _merged(findings)
    if len(by_outcome[UNTESTED]) == len(findings):
        return NOTHING
    return Finding(CANT_TELL, reason="only part of what settles this was observed")


def _merged(findings: Sequence[Finding]) -> Finding:
    because = tuple(dict.fromkeys(o for each in findings for o in each.because))[:MAX_EVIDENCE]
    return Finding(findings[0].outcome, findings[0].value, because, findings[0].reason)


def _one(rule: Settled, observations: Mapping[str, Sequence[Observation]], around: Circumstances) -> Finding:
    found = [
        each
        for detector in rule.detectors
        for each in _widest(observations.get(detector, ()))
        if not rule.subject or each.subject == rule.subject
    ]
    if not found:
        return NOTHING
    finding = QUANTIFIERS[rule.quantifier](rule, found, around)
    rests_on_absence = PASSED if rule.quantifier == "none" else FAILED
    if finding.outcome is rests_on_absence and not around.absence_holds:
        return Finding(CANT_TELL, finding.value, finding.because, around.doubt)
    if finding.outcome is PASSED and finding.value is None:
        return Finding(PASSED, _value(finding.because), finding.because[:MAX_EVIDENCE])
    return finding


def _widest(found: Sequence[Observation]) -> Sequence[Observation]:
    """What a detector says of the whole site, where it says so; else what it says of each page."""
    return [each for each in found if each.scope.value == "site"] or found


def _by_state(found: Iterable[Observation], state: State) -> tuple[Observation, ...]:
    return tuple(each for each in found if each.state is state)


def _unknown(found: Sequence[Observation]) -> Finding:
    doubtful = _by_state(found, State.CANNOT_TELL)
    reasons = list(dict.fromkeys(each.reason for each in doubtful if each.reason))
    return Finding(CANT_TELL, None, doubtful[:MAX_EVIDENCE], "; ".join(reasons[:3]))


def _any(rule: Settled, found: Sequence[Observation], _: Circumstances) -> Finding:
    seen = _by_state(found, State.SEEN)
    if seen:
        return Finding(PASSED, None, seen)
    silent = set(rule.detectors) - {each.detector for each in found}
    if _by_state(found, State.CANNOT_TELL):
        return _unknown(found)
    if silent:
        return Finding(CANT_TELL, None, tuple(found)[:MAX_EVIDENCE], f"not observed: {', '.join(sorted(silent))}")
    return Finding(FAILED, None, tuple(found)[:MAX_EVIDENCE])


def _all(rule: Settled, found: Sequence[Observation], _: Circumstances) -> Finding:
    absent = _by_state(found, State.NOT_SEEN)
    if absent:
        return Finding(FAILED, None, absent[:MAX_EVIDENCE])
    if _by_state(found, State.CANNOT_TELL):
        return _unknown(found)
    silent = set(rule.detectors) - {each.detector for each in found}
    if silent:
        return Finding(CANT_TELL, None, tuple(found)[:MAX_EVIDENCE], f"not observed: {', '.join(sorted(silent))}")
    return Finding(PASSED, None, tuple(found))


def _none(rule: Settled, found: Sequence[Observation], around: Circumstances) -> Finding:
    turned = _any(rule, found, around)
    outcome = {PASSED: FAILED, FAILED: PASSED}.get(turned.outcome, turned.outcome)
    value = _value(turned.because) if outcome is FAILED else None
    return Finding(outcome, value, turned.because[:MAX_EVIDENCE], turned.reason)


def _share_at_least(rule: Settled, found: Sequence[Observation], _: Circumstances) -> Finding:
    """The share that a detector states; with many observations and no stated share, the share of those seen."""
    wanted = rule.threshold or 0.0
    stated = [each for each in found if _share(each.value) is not None and each.state is not State.CANNOT_TELL]
    if stated:
        lowest = min(stated, key=lambda each: (_share(each.value) or 0.0, each.id))
        share = _share(lowest.value)
        outcome = PASSED if share is not None and share >= wanted else FAILED
        return Finding(outcome, share, tuple(stated)[:MAX_EVIDENCE])
    seen, absent = _by_state(found, State.SEEN), _by_state(found, State.NOT_SEEN)
    unknown = len(found) - len(seen) - len(absent)
    if len(found) == 1 and seen:
        return Finding(CANT_TELL, None, seen, "the share is not stated")
    if len(seen) / len(found) >= wanted:
        return Finding(PASSED, len(seen) / len(found), seen)
    if (len(seen) + unknown) / len(found) < wanted:
        return Finding(FAILED, len(seen) / len(found), absent[:MAX_EVIDENCE])
    return _unknown(found)


def _count_at_least(rule: Settled, found: Sequence[Observation], _: Circumstances) -> Finding:
    seen = _by_state(found, State.SEEN)
    counts = [each.value for each in seen if isinstance(each.value, int | float) and not isinstance(each.value, bool)]
    total = sum(counts) if len(counts) == len(seen) and counts else float(len(seen))
    if total >= (rule.threshold or 0.0):
        return Finding(PASSED, float(total), seen)
    if _by_state(found, State.CANNOT_TELL):
        return _unknown(found)
    return Finding(FAILED, float(total), tuple(found)[:MAX_EVIDENCE])


def _newest_within(rule: Settled, found: Sequence[Observation], around: Circumstances) -> Finding:
    """Days from the newest date that was seen to the day of the capture; a year stands for its last day."""
    seen = _by_state(found, State.SEEN)
    dated = [(day, each) for each in seen if (day := _newest(each.value)) is not None]
    if dated and around.day is None:
        return Finding(CANT_TELL, None, seen[:MAX_EVIDENCE], "the day of the capture is not known")
    if dated and around.day is not None:
        newest = max(day for day, _ in dated)
        because = tuple(each for day, each in dated if day == newest)
        age = (around.day - newest).days
        return Finding(PASSED if age <= (rule.threshold or 0.0) else FAILED, _value(because), because)
    if seen:
        return Finding(CANT_TELL, None, seen[:MAX_EVIDENCE], "no date could be read")
    if _by_state(found, State.CANNOT_TELL):
        return _unknown(found)
    return Finding(FAILED, None, tuple(found)[:MAX_EVIDENCE])


QUANTIFIERS: Mapping[str, Callable[[Settled, Sequence[Observation], Circumstances], Finding]] = {
    "any": _any,
    "all": _all,
    "none": _none,
    "share_at_least": _share_at_least,
    "count_at_least": _count_at_least,
    "newest_within": _newest_within,
}
"""The closed list, as packs name them."""


def _value(because: Sequence[Observation]) -> str | float | None:
    for each in because:
        if isinstance(each.value, bool) or each.value is None:
            continue
        return each.value
    return None


def _share(value: Value) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value <= 1 else None


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _newest(value: Value) -> datetime.date | None:
    """The day that a value names: an ISO date, a year, or the last of several years."""
    if isinstance(value, bool) or value is None:
        return None
    text = str(value)
    day = _date(text)
    if day:
        return day
    parts = text.replace(",", " ").replace(";", " ").split()
    years = [int(part) for part in parts if len(part) == 4 and part.isascii() and part.isdigit()]
    return datetime.date(max(years), 12, 31) if years and max(years) > 0 else None
