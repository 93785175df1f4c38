"""`awot`: AHP within SWOT, the group's weight times the factor's weight within its group.

M. Kurttila, M. Pesonen, J. Kangas & M. Kajanus, Forest Policy and Economics 1 (2000) 41-52.
"""

from collections.abc import Mapping
from typing import Any

from tinjau.strategy.problem.comparing import compare, shown_decimals, sum_slack, weight_unit
from tinjau.strategy.problem.findings import Notes, show, show_id
from tinjau.strategy.problem.node import Node, both
from tinjau.strategy.problem.numbers import Number

_GROUPS = {
    "s": "S", "strengths": "S", "strength": "S", "kekuatan": "S",
    "w": "W", "weaknesses": "W", "weakness": "W", "kelemahan": "W",
    "o": "O", "opportunities": "O", "opportunity": "O", "peluang": "O",
    "t": "T", "threats": "T", "threat": "T", "ancaman": "T",
}  # fmt: skip


def solve_awot(node: Node, notes: Notes) -> dict[str, Any]:
    """Global weights by factor. Raises InputError where a factor has no group or a weight cannot be read."""
    groups = _numbers(node.need("groups", "kelompok"), "group")
    local, of = _local(node.need("local", "lokal"), groups)
    _sum(groups, "groups", both("kelompok", "the groups"), notes)
    for group in groups:
        members = {factor: number for factor, number in local.items() if of[factor] == group}
        if members:
            _sum(members, f"local.{group}", both(f"faktor dalam {group}", f"the factors in {group}"), notes)
    found = {factor: groups[of[factor]].value * number.value for factor, number in local.items()}
    _compare(node, groups, local, of, found, notes)
    order = sorted(found, key=lambda factor: -found[factor])
    return {
        "global": found,
        "sum": sum(found.values()),
        "ranking": order,
        "conventions": {"global": "weight of the group times local weight (Kurttila et al. 2000), unrounded"},
    }


def _numbers(node: Node, what: str) -> dict[str, Number]:
    found = {}
    for name, cell in node.named("id", "name"):
        number = (cell.need("weight", "bobot") if cell.is_mapping else cell).number()
        if number.value < 0:
            raise cell.fault(f"the weight of this {what} is negative", "Weights are zero or more")
        found[_GROUPS.get(name.casefold(), name) if what == "group" else name] = number
    return found


def _local(node: Node, groups: Mapping[str, Number]) -> tuple[dict[str, Number], dict[str, str]]:
    """Local weights by factor and each factor's group: flat by id, or nested by group."""
    local: dict[str, Number] = {}
    of: dict[str, str] = {}
    for name, cell in node.named("id", "name"):
        group = _GROUPS.get(name.casefold(), name)
        nested = group in groups and (cell.is_list or (cell.is_mapping and cell.get("weight", "bobot") is None))
        if nested:
            for factor, number in _numbers(cell, "factor").items():
                _once(cell, factor, local)
                local[factor], of[factor] = number, group
            continue
        _once(cell, name, local)
        stated = cell.get("group", "kelompok")
        owner = _GROUPS.get(stated.text().casefold(), stated.text()) if stated else name[:1].upper()
        if owner not in groups:
            raise cell.fault(
                f"the factor '{name}' belongs to no group", f"Start its id with one of {', '.join(groups)}"
            )
        local[name] = (cell.need("weight", "bobot") if cell.is_mapping else cell).number()
        of[name] = owner
    return local, of


def _once(cell: Node, factor: str, local: Mapping[str, Number]) -> None:
    if factor in local:
        raise cell.fault(f"the factor '{factor}' stands twice", "Give each factor one weight")


def _sum(numbers: Mapping[str, Number], where: str, what: Any, notes: Notes) -> None:
    total = sum(number.value for number in numbers.values())
    unit = weight_unit(numbers.values())
    if total > 50:  # per cent
        total, unit = total / 100, unit / 100
    apart = abs(total - 1)
    if apart <= 1e-9:
        return
    if apart <= sum_slack((unit for n in numbers.values() if not n.exact), deviations=2.0) + 1e-9:
        notes.notice(
            "weights-sum-rounding", where,
            both(
                f"Bobot {what.id} berjumlah {show_id(total)}; selisih dari 1 dapat dijelaskan oleh pembulatan.",
                f"The weights of {what.en} add up to {show(total)}; rounding can explain the difference from 1.",
            ),
            printed=total, computed=1.0,
        )  # fmt: skip
        return
    notes.error(
        "weights-sum", where,
        both(
            f"Bobot {what.id} berjumlah {show_id(total)}, bukan 1.",
            f"The weights of {what.en} add up to {show(total)}, not 1.",
        ),
        printed=total, computed=1.0,
    )  # fmt: skip


def _compare(
    node: Node, groups: Mapping[str, Number], local: Mapping[str, Number], of: Mapping[str, str],
    found: Mapping[str, float], notes: Notes,
) -> None:  # fmt: skip
    printed = node.printed("global")
    written = (printed.get("global") or printed) if printed else None
    if written is None or not written.is_mapping:
        return
    numbers: dict[str, Number] = {}
    for name, cell in written.items():
        for factor, inner in cell.items() if cell.is_mapping else [(name, cell)]:
            if factor in found and not inner.blank:
                numbers[factor] = inner.number()
    column = shown_decimals(numbers.values())
    for factor, number in numbers.items():
        group, own = groups[of[factor]], local[factor]
        slack = (weight_unit(groups.values()) * own.value + weight_unit(local.values()) * group.value) / 2
        compare(
            notes, f"printed.global.{factor}", number, found[factor],
            both(f"Bobot global {factor}", f"The global weight of {factor}"),
            slack=slack, column=column, least=2, ids=(factor,),
        )  # fmt: skip
