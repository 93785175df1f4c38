"""The sense of a pack: what a schema cannot say. Called only where the shape is right."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tinjau.packs.shape import Place, Problem

NEEDS_THRESHOLD = ("share_at_least", "newest_within", "count_at_least")
"""Quantifiers that mean nothing without a number."""

_TOLERANCE = 1e-6  # of a sum of weights as printed; project choice


def problems_of_sense(data: Mapping[str, Any], detectors: frozenset[str]) -> Iterator[Problem]:
    """What contradicts itself: ids, parents, quantifiers, weights, gates; detector names where some are given."""
    criteria, indicators = data["criteria"], data["indicators"]
    yield from _ids(criteria, indicators)
    yield from _parents(criteria)
    for number, each in enumerate(indicators):
        yield from _indicator(("indicators", number), each, criteria, detectors)
    yield from _weights(data)
    if "verdicts" in data and data["verdicts"]["negative_to"] >= data["verdicts"]["positive_from"]:
        both = "a criterion would be positive and negative at once: negative_to must be below positive_from"
        yield ("verdicts", "negative_to"), both
    if "ladder" in data:
        yield from _ladder(data)


def _ids(criteria: Sequence[Mapping[str, Any]], indicators: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for group, entries in (("criteria", criteria), ("indicators", indicators)):
        for number, each in enumerate(entries):
            name = str(each["id"])
            if name in seen:
                yield (group, number, "id"), f"the id '{name}' stands twice (also in {seen[name]})"
            else:
                seen[name] = f"{group}[{number + 1}]"


def _parents(criteria: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    parents = {str(each["id"]): str(each.get("parent") or "") for each in criteria}
    for number, each in enumerate(criteria):
        parent = parents[str(each["id"])]
        if parent and parent not in parents:
            yield ("criteria", number, "parent"), f"'{parent}' is no criterion of this pack"
            continue
        steps, at = 0, str(each["id"])
        while at and steps <= len(parents):
            at, steps = parents.get(at, ""), steps + 1
        if at:
            yield ("criteria", number, "parent"), "this criterion is its own ancestor"


def _indicator(
    place: Place, data: Mapping[str, Any], criteria: Sequence[Mapping[str, Any]], detectors: frozenset[str]
) -> Iterator[Problem]:
    names = [str(each["id"]) for each in criteria]
    if data["criterion"] not in names:
        near = difflib.get_close_matches(str(data["criterion"]), names, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        yield (*place, "criterion"), f"'{data['criterion']}' is no criterion of this pack{hint}"
    mode, settled = data.get("mode", "manual"), data.get("settled") or ()
    if mode == "manual" and settled:
        yield (*place, "settled"), "a manual indicator is settled by people: leave this out, or set mode to semiAuto"
    if mode == "automatic" and not settled:
        yield (*place, "mode"), "an automatic indicator must say what settles it"
    values = [str(each) for each in data.get("values", ())]
    if len(set(values)) < len(values):
        yield (*place, "values"), "a value stands twice"
    for number, each in enumerate(settled):
        here = (*place, "settled", number)
        quantifier = each.get("quantifier", "any")
        if quantifier in NEEDS_THRESHOLD and "threshold" not in each:
            yield here, f"{quantifier} needs a threshold"
        if quantifier not in NEEDS_THRESHOLD and "threshold" in each:
            yield (*here, "threshold"), f"{quantifier} takes no threshold"
        if quantifier == "share_at_least" and not 0 < each.get("threshold", 1) <= 1:
            yield (*here, "threshold"), "a share is above 0 and at most 1"
        for name in each["detectors"]:
            if detectors and name not in detectors:
                near = difflib.get_close_matches(name, sorted(detectors), 1)
                hint = f"; did you mean {near[0]}?" if near else ""
                yield (*here, "detectors"), f"there is no detector '{name}'{hint}"


def _weights(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Where a calculation declares `weights: parts|shares`, the groups sum as declared; elsewhere no sum is asked."""
    calculation = data.get("calculation") or {}
    how = calculation.get("weights") if isinstance(calculation, Mapping) else None
    if how not in {"parts", "shares"}:
        return
    criteria = data["criteria"]
    top = [each for each in criteria if not each.get("parent")]
    yield from _sum(("criteria",), top, 100.0 if how == "parts" else 1.0)
    for number, criterion in enumerate(criteria):
        inner = [each for each in criteria if each.get("parent") == criterion["id"]]
        inner = inner or [each for each in data["indicators"] if each["criterion"] == criterion["id"]]
        expected = criterion.get("weight") if how == "parts" else 1.0
        if expected is not None:
            yield from _sum(("criteria", number, "weight"), inner, float(expected))


def _sum(place: Place, entries: Sequence[Mapping[str, Any]], expected: float) -> Iterator[Problem]:
    weights = [each.get("weight") for each in entries]
    known = [float(each) for each in weights if each is not None]
    if known and len(known) < len(weights):
        yield place, f"{len(weights) - len(known)} of {len(weights)} parts have no weight"
    elif known and abs(sum(known) - expected) > _TOLERANCE:
        yield place, f"the weights of its parts sum to {sum(known):g}, not to {expected:g}"


def _ladder(data: Mapping[str, Any]) -> Iterator[Problem]:
    ladder = data["ladder"]
    units = {str(each["id"]): each.get("unit", "site") for each in data["indicators"]}
    phases: set[str] = set()
    for number, gate in enumerate(ladder["gates"]):
        place = ("ladder", "gates", number)
        if gate["phase"] in phases:
            yield (*place, "phase"), f"the phase '{gate['phase']}' stands twice"
        phases.add(gate["phase"])
        groups: list[tuple[Place, Sequence[str]]] = [((*place, "require"), gate.get("require") or ())]
        groups += [((*place, "any_of", n), group) for n, group in enumerate(gate.get("any_of") or ())]
        if not any(names for _, names in groups):
            yield place, "a gate needs at least one indicator"
        for here, names in groups:
            for name in names:
                if name not in units:
                    yield here, f"the gate names '{name}', which is no indicator of this pack"
                elif units[name] != "site":
                    yield here, f"the gate names '{name}', which is asked of each service, not of the site"
    name = ladder["service_indicator"]
    if units.get(name) != "service":
        yield ("ladder", "service_indicator"), f"'{name}' is no indicator of this pack that is asked of each service"
        return
    values = next(each.get("values", ()) for each in data["indicators"] if each["id"] == name)
    if not phases <= set(values):
        yield ("ladder", "service_indicator"), f"the values of '{name}' must be the phases {', '.join(sorted(phases))}"
