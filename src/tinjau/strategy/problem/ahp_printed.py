"""Whether printed weights, λmax, CI and CR follow from a matrix, and under which other rule they would."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tinjau.strategy.methods.ahp import (
    CONSISTENT_TO,
    Priorities,
    column_means,
    column_sum_lambda,
    consistency,
    eigenvector,
    row_geometric_means,
)
from tinjau.strategy.methods.random_index import RANDOM_INDEX
from tinjau.strategy.problem.ahp_reading import Pairwise
from tinjau.strategy.problem.comparing import Alternative, compare, judge, shown_decimals
from tinjau.strategy.problem.findings import Notes, show, show_id
from tinjau.strategy.problem.node import Node, both
from tinjau.strategy.problem.numbers import Number

Floats = NDArray[np.float64]

_WEIGHT_KEYS = ("weights", "weight", "bobot", "priorities", "eigenvector")
_LAMBDA_DIGITS = (2, 3)
"""Decimals that papers round λmax to before they go on with it (project choice)."""
_RULES = {
    "eigenvector": both("vektor eigen", "the eigenvector"),
    "column-means": both("rata-rata kolom yang dinormalkan", "means of the normalised columns"),
    "row-geometric-means": both("rata-rata geometris baris", "geometric means of the rows"),
    "column-sums": both("jumlah kolom kali bobot rata-rata kolom", "column sums times the column-mean weights"),
    "printed-weights": both("bobot yang tercetak", "the printed weights"),
    "printed-lambda": both("λmaks yang tercetak", "the printed λmax"),
    "upper-triangle": both("segitiga atas saja", "the upper triangle alone"),
    "lower-triangle": both("segitiga bawah saja", "the lower triangle alone"),
}


def compare_matrix(matrix: Pairwise, found: Priorities, table: str, notes: Notes) -> None:
    """Note what the printed numbers of one matrix do not follow from."""
    if matrix.printed is None:
        return
    if not matrix.printed.is_mapping:
        raise matrix.printed.fault("keys with values are needed here", "Write printed: {weights: …, cr: …}")
    place = f"matrices.{matrix.id}" + (f".{matrix.respondent}" if matrix.respondent else "")
    _weights(matrix, found, place, notes)
    lambdas = _lambdas(matrix)
    spread = _spread(matrix)
    size = len(matrix.items)
    largest = _number(matrix.printed, "lambda_max", "lambda", "lamda_max", "λmax")
    compare(
        notes, f"{place}.lambda_max", largest, found.lambda_max, both("λmaks", "λmax"), slack=spread,
        alternatives=[Alternative(name, value, _RULES[name]) for name, value in lambdas.items()], ids=(matrix.id,),
    )  # fmt: skip
    if size < 3:
        return
    ci = _number(matrix.printed, "ci", "CI")
    compare(
        notes, f"{place}.ci", ci, found.ci, both("CI", "CI"), slack=spread / (size - 1),
        alternatives=[
            Alternative(name, (value - size) / (size - 1), _RULES[name])
            for name, value in _with(lambdas, largest).items()
        ],
        ids=(matrix.id,),
    )  # fmt: skip
    _ratio(matrix, found, table, _with(lambdas, largest), ci, spread, place, notes)


def _ratio(
    matrix: Pairwise, found: Priorities, table: str, lambdas: dict[str, float], ci: Number | None, spread: float,
    place: str, notes: Notes,
) -> None:  # fmt: skip
    size = len(matrix.items)
    printed = _number(matrix.printed, "cr", "CR", "consistency_ratio")
    if printed is None:
        return
    index = RANDOM_INDEX[table][size - 1] if size <= len(RANDOM_INDEX[table]) else None
    others = _other_ratios(found, table, lambdas, size)
    if found.cr is not None and printed.value > 1:
        others.append(Alternative("per-cent", 100 * found.cr, both("per seratus", "per cent")))
    if ci is not None and index:
        others.append(Alternative("printed-ci", ci.value / index, both("CI yang tercetak", "the printed CI")))
    slack = spread / (size - 1) / index if index else 0.0
    told = compare(
        notes, f"{place}.cr", printed, found.cr, both(f"CR matriks {matrix.id}", f"The CR of the matrix {matrix.id}"),
        slack=slack, alternatives=others, least=2, ids=(matrix.id,),
    )  # fmt: skip
    if told == "differs" and found.ci and judge(printed, found.ci) == "agrees":
        notes.notice(
            "ci-printed-as-cr", f"{place}.cr",
            both(
                f"Angka {show_id(printed.value)} adalah CI, belum dibagi indeks acak.",
                f"The number {show(printed.value)} is the CI, not yet divided by the random index.",
            ),
            printed=printed.value, computed=found.ci, ids=(matrix.id,),
        )  # fmt: skip
    if told == "differs" and found.cr is not None and printed.value <= CONSISTENT_TO < found.cr and not printed.bound:
        notes.warning(
            "called-consistent", f"{place}.cr",
            both(
                f"CR yang tercetak membuat matriks {matrix.id} tampak konsisten, padahal CR-nya {show_id(found.cr)}.",
                f"The printed CR makes the matrix {matrix.id} look consistent; its CR is {show(found.cr)}.",
            ),
            printed=printed.value, computed=found.cr, ids=(matrix.id,),
        )  # fmt: skip


def _other_ratios(found: Priorities, table: str, lambdas: dict[str, float], size: int) -> list[Alternative]:
    """CR with other tables, by other rules, and from a λmax that was rounded on the way."""
    others = []
    eigen = {"eigenvector": found.lambda_max}
    for name, value in [*eigen.items(), *lambdas.items()]:
        for other in (table, *(each for each in RANDOM_INDEX if each != table)):
            rule = _RULES[name]
            words = both(f"{rule.id} dengan tabel {other}", f"{rule.en} with the table {other}")
            plain = name if other == table else f"{name}, {other}"
            if name == "eigenvector":
                plain, words = other, both(f"tabel indeks acak {other}", f"the random-index table {other}")
            for shown in (value, *(round(value, digits) for digits in _LAMBDA_DIGITS)):
                ratio = consistency(shown, size, other)[1]
                if ratio is not None and not (name == "eigenvector" and other == table and shown == value):
                    others.append(Alternative(plain if shown == value else f"{plain}, rounded", ratio, words))
    return others


def _weights(matrix: Pairwise, found: Priorities, place: str, notes: Notes) -> None:
    written = matrix.printed.get(*_WEIGHT_KEYS) if matrix.printed else None
    if written is None:
        return
    printed = _by_item(written, matrix.items)
    column = shown_decimals(printed.values())
    slacks = _weight_slack(matrix)
    computed = dict(zip(matrix.items, found.weights, strict=True))
    if _all_agree(printed, computed, slacks, column):
        for item, number in printed.items():
            compare(
                notes,
                f"{place}.weights.{item}",
                number,
                computed[item],
                both("", ""),
                slack=slacks[item],
                column=column,
            )
        return
    total = sum(number.value for number in printed.values())
    for name, weights in _candidates(matrix).items():
        if _all_agree(printed, dict(zip(matrix.items, weights, strict=True)), slacks, column):
            rule = _RULES[name]
            apart = max(printed, key=lambda item: abs(printed[item].value - computed[item]))
            notes.notice(
                "agrees-under-another-rule", f"{place}.weights",
                both(
                    f"Bobot tercetak matriks {matrix.id} sesuai dengan {rule.id}, bukan dengan vektor eigen"
                    f" ({apart}: tercetak {show_id(printed[apart].value)}, vektor eigen {show_id(computed[apart])}).",
                    f"The printed weights of the matrix {matrix.id} agree under {rule.en}, not with the eigenvector"
                    f" ({apart}: printed {show(printed[apart].value)}, eigenvector {show(computed[apart])}).",
                ),
                printed=printed[apart].value, computed=computed[apart], ids=(matrix.id,), rule=name,
            )  # fmt: skip
            return
    nearest = {
        item: [
            Alternative(name, float(w[matrix.items.index(item)]), _RULES[name])
            for name, w in _candidates(matrix).items()
        ]
        for item in printed
    }
    wrong = False
    for item, number in printed.items():
        told = compare(
            notes, f"{place}.weights.{item}", number, computed[item], both(f"Bobot {item}", f"The weight of {item}"),
            slack=slacks[item], column=column, least=2, alternatives=nearest[item], ids=(item,),
        )  # fmt: skip
        wrong = wrong or told == "differs"
    if wrong:
        return
    if len(printed) == len(matrix.items) and abs(total - 1) > len(printed) * 0.5 * 10.0**-column + 1e-9 and total < 50:
        notes.error(
            "weights-sum", f"{place}.weights",
            both(
                f"Bobot tercetak berjumlah {show_id(total)}, bukan 1.",
                f"The printed weights add up to {show(total)}, not 1.",
            ),
            printed=total, computed=1.0, ids=(matrix.id,),
        )  # fmt: skip


def _by_item(written: Node, items: tuple[str, ...]) -> dict[str, Number]:
    if written.is_mapping:
        pairs = list(written.items())
        for item, cell in pairs:
            if item not in items:
                raise cell.fault(f"'{item}' is no item of this matrix", "Use the names of 'items'")
    else:
        cells = written.entries()
        if len(cells) != len(items):
            raise written.fault(
                f"{len(cells)} weights for {len(items)} items", "Write one weight an item, null where none"
            )
        pairs = list(zip(items, cells, strict=True))
    numbers = {item: cell.number() for item, cell in pairs if not cell.blank}
    if sum(number.value for number in numbers.values()) > 50:  # per cent
        return {k: Number(n.value / 100, n.decimals + 2, n.kept, n.bound) for k, n in numbers.items()}
    return numbers


def _all_agree(printed: dict[str, Number], computed: dict[str, float], slacks: dict[str, float], column: int) -> bool:
    return all(
        judge(number, float(computed[item]), slacks[item], max(column, 2)) != "differs"
        for item, number in printed.items()
    )


def _candidates(matrix: Pairwise) -> dict[str, Floats]:
    found = {
        "column-means": column_means(matrix.values)[0],
        "row-geometric-means": row_geometric_means(matrix.values)[0],
    }
    if not matrix.reciprocal:
        found |= {"upper-triangle": eigenvector(matrix.upper)[0], "lower-triangle": eigenvector(matrix.lower)[0]}
    return found


def _lambdas(matrix: Pairwise) -> dict[str, float]:
    """λ by other rules."""
    means, by_means = column_means(matrix.values)
    _, by_rows = row_geometric_means(matrix.values)
    found = {
        "column-means": by_means,
        "row-geometric-means": by_rows,
        "column-sums": column_sum_lambda(matrix.values, means),
    }
    if not matrix.reciprocal:
        found |= {"upper-triangle": eigenvector(matrix.upper)[1], "lower-triangle": eigenvector(matrix.lower)[1]}
    weights = _printed_weights(matrix)
    if weights is not None:
        found["printed-weights"] = float(np.mean(matrix.values @ weights / weights))
    return found


def _printed_weights(matrix: Pairwise) -> Floats | None:
    """All printed weights, where each is there and above zero: papers go on with the rounded ones."""
    written = matrix.printed.get(*_WEIGHT_KEYS) if matrix.printed else None
    if written is None:
        return None
    numbers = _by_item(written, matrix.items)
    if set(numbers) != set(matrix.items) or any(each.value <= 0 for each in numbers.values()):
        return None
    return np.asarray([numbers[item].value for item in matrix.items])


def _with(lambdas: dict[str, float], printed: Number | None) -> dict[str, float]:
    return lambdas if printed is None else {**lambdas, "printed-lambda": printed.value}


def compare_group(
    printed: Node | None, name: str, members: Sequence[Pairwise], group: Mapping[str, Any], notes: Notes
) -> None:
    """Note printed weights of a group that do not follow from the geometric mean of its members' judgements."""
    holder = (
        printed.get("group", "kelompok", "weights", "bobot") if printed is not None and printed.is_mapping else None
    )
    if holder is None or not holder.is_mapping:
        return
    own = holder.get(name) or holder
    written = own.get("weights", "bobot") or own
    items = members[0].items
    if not written.is_mapping or not set(written.value) <= set(items):
        return
    numbers = _by_item(written, items)
    column = shown_decimals(numbers.values())
    mean = np.mean([eigenvector(each.values)[0] for each in members], axis=0)
    words = both("rata-rata bobot para responden", "the mean of the respondents' weights")
    for item, number in numbers.items():
        compare(
            notes, f"printed.group.{name}.{item}", number, group["weights"][item],
            both(f"Bobot kelompok {item}", f"The group's weight of {item}"), column=column, least=2,
            alternatives=[Alternative("mean-of-weights", float(mean[items.index(item)]), words)], ids=(item,),
        )  # fmt: skip


def _spread(matrix: Pairwise) -> float:
    """How far λ may lie because judgements were rounded (a group's means, for instance): worst case, first order."""
    return sum(float(each[0]) for each in _moves(matrix, lambda values: np.asarray([eigenvector(values)[1]])))


def _weight_slack(matrix: Pairwise) -> dict[str, float]:
    """How far each weight may lie for the same reason."""
    moves = _moves(matrix, lambda values: eigenvector(values)[0])
    return {item: sum(float(each[at]) for each in moves) for at, item in enumerate(matrix.items)}


def _moves(matrix: Pairwise, what: Callable[[Floats], Floats]) -> list[Floats]:
    """What changes when each rounded judgement moves by its rounding."""
    start = what(matrix.values)
    found = []
    for i, j in zip(*np.nonzero(matrix.steps), strict=True):
        moved = matrix.values.copy()
        moved[i, j] += matrix.steps[i, j]
        moved[j, i] = 1 / moved[i, j]
        found.append(np.abs(what(moved) - start))
    return found


def _number(printed: Node | None, *names: str) -> Number | None:
    node = printed.get(*names) if printed else None
    return node.number() if node is not None else None
