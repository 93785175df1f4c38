"""`ahp`: weights, consistency of every respondent, the group, and whether the printed numbers follow."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from tinjau.strategy.methods.ahp import (
    CONSISTENT_TO,
    Priorities,
    column_means,
    geometric_mean,
    priorities,
)
from tinjau.strategy.methods.random_index import DEFAULT_TABLE, RANDOM_INDEX
from tinjau.strategy.problem.ahp_printed import compare_group, compare_matrix
from tinjau.strategy.problem.ahp_reading import Pairwise, read_matrix
from tinjau.strategy.problem.findings import Notes, show, show_id
from tinjau.strategy.problem.node import Node, both

GROUP_NOTE = both(
    "Rasio konsistensi kelompok tidak membuktikan apa-apa: rata-rata geometris meredam pertentangan, sehingga kelompok"
    " responden yang menjawab acak pun tampak konsisten. Yang berarti adalah CR setiap responden.",
    "A group's consistency ratio proves nothing: the geometric mean evens contradictions out, so that even a group of"
    " respondents who answer at random looks consistent. What counts is the CR of each respondent.",
)


def solve_ahp(node: Node, notes: Notes) -> dict[str, Any]:
    """Weights and consistency by matrix. Raises InputError where a matrix cannot be read."""
    table = _table(node) or DEFAULT_TABLE
    matrices = [read_matrix(entry, name, notes) for name, entry in _entries(node)]
    if not matrices:
        raise node.fault("there is no matrix", "List matrices with id, items and values")
    groups = _grouped(matrices)
    tables = {name: stated for name, entry in _entries(node) if (stated := _table(entry)) is not None}
    answer: dict[str, Any] = {
        "weights": {}, "lambda_max": {}, "ci": {}, "cr": {}, "consistent": {}, "respondents": {}, "group": {},
    }  # fmt: skip
    for name, members in groups.items():
        own = tables.get(name, table)
        found = [priorities(each.values, own) for each in members]
        for matrix, judged in zip(members, found, strict=True):
            compare_matrix(matrix, judged, own, notes)
            _consistency(matrix, judged, notes)
        _add(answer, name, members, found, own)
        if len(members) > 1:
            compare_group(node.get("printed", "tercetak"), name, members, answer["group"][name], notes)
    for name, members in _panels(matrices).items():
        answer["group"][name] = _together(members, table)
    if not answer["group"]:
        answer["group"] = None
    answer["conventions"] = {
        "weights": "principal right eigenvector, adding up to 1 (Saaty 1980)",
        "random_index": table,
        "random_index_of": tables,
        "random_index_values": list(RANDOM_INDEX[table]),
        "group": "geometric mean of the judgements",
        "consistent_to": CONSISTENT_TO,
        "reciprocals": "0.33 beside 3 is read as 1/3",
    }
    return answer


def _add(
    answer: dict[str, Any], name: str, members: Sequence[Pairwise], found: Sequence[Priorities], table: str
) -> None:
    """One matrix' results, or those of a group of respondents and of each of them."""
    many = len(members) > 1
    together = priorities(geometric_mean([each.values for each in members]), table) if many else found[0]
    names = [_who(each, at) for at, each in enumerate(members, start=1)]
    answer["weights"][name] = _named(members[0], together)
    for key in ("lambda_max", "ci", "cr"):
        values = [getattr(judged, key) for judged in found]
        answer[key][name] = dict(zip(names, values, strict=True)) if many else values[0]
    answer["consistent"][name] = all(judged.cr is not None and judged.cr <= CONSISTENT_TO for judged in found)
    if many or members[0].respondent:
        answer["respondents"][name] = {
            who: {
                "weights": _named(each, judged),
                "lambda_max": judged.lambda_max,
                "ci": judged.ci,
                "cr": judged.cr,
            }
            for who, each, judged in zip(names, members, found, strict=True)
        }
    if many:
        answer["group"][name] = _together(members, table)


def _together(members: Sequence[Pairwise], table: str) -> dict[str, Any]:
    found = priorities(geometric_mean([each.values for each in members]), table)
    return {
        "weights": _named(members[0], found),
        "lambda_max": found.lambda_max,
        "cr": found.cr,
        "respondents": [_who(each, at) for at, each in enumerate(members, start=1)],
        "note": {"id": GROUP_NOTE.id, "en": GROUP_NOTE.en},
    }


def _common_beginning(ids: Sequence[str]) -> str:
    first, last = min(ids), max(ids)
    size = next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    return first[:size].strip(" -_.:/")


def _table(node: Node) -> str | None:
    written = node.get("random_index", "ri")
    if written is None:
        return None
    word = written.text().casefold().replace("_", "-").replace(" ", "-")
    short = {"saaty": DEFAULT_TABLE, "saaty1980": "saaty-1980", "saaty2003": "saaty-2003"}
    found = short.get(word, word)
    if found not in RANDOM_INDEX:
        raise written.fault(
            f"{written.shown} is no known table of random indices", f"Choose from {', '.join(RANDOM_INDEX)}"
        )
    return found


def _entries(node: Node) -> list[tuple[str, Node]]:
    matrices = node.get("matrices", "matriks")
    if matrices is None:
        if node.get("values", "matrix") is not None:  # a single matrix without a list around it
            return [("matrix", node)]
        raise node.fault("the key 'matrices' is missing", "Add 'matrices:' with id, items and values")
    if matrices.is_mapping:
        return list(matrices.items())
    found = []
    for at, entry in enumerate(matrices.entries(), start=1):
        name = entry.get("id", "name", "nama")
        found.append((name.text() if name else f"matrix-{at}", entry))
    return found


def _grouped(matrices: Sequence[Pairwise]) -> dict[str, list[Pairwise]]:
    """Matrices of the same id are one group's; their items must be the same, in any order."""
    groups: dict[str, list[Pairwise]] = {}
    for each in matrices:
        members = groups.setdefault(each.id, [])
        if members and set(each.items) != set(members[0].items):
            groups[f"{each.id} ({each.respondent or len(members) + 1})"] = [each]
            continue
        members.append(_reordered(each, members[0].items) if members else each)
    return groups


def _panels(matrices: Sequence[Pairwise]) -> dict[str, list[Pairwise]]:
    """Matrices of different ids and respondents that compare the same items: a group by its ids' common beginning."""
    panels: dict[frozenset[str], list[Pairwise]] = {}
    for each in matrices:
        members = panels.setdefault(frozenset(each.items), [])
        members.append(_reordered(each, members[0].items) if members else each)
    found = {}
    for members in panels.values():
        ids, people = {each.id for each in members}, {each.respondent for each in members}
        if len(members) > 1 and len(ids) == len(people) == len(members):
            found[_common_beginning(list(ids)) or "group"] = members
    return found


def _reordered(matrix: Pairwise, items: tuple[str, ...]) -> Pairwise:
    if matrix.items == items:
        return matrix
    at = [matrix.items.index(each) for each in items]
    cut = np.ix_(at, at)
    steps = matrix.steps + matrix.steps.T
    return Pairwise(
        matrix.id, matrix.respondent, items, matrix.values[cut], np.triu(steps[cut]), matrix.reciprocal,
        matrix.upper[cut], matrix.lower[cut], matrix.printed,
    )  # fmt: skip


def _who(matrix: Pairwise, at: int) -> str:
    return matrix.respondent or f"respondent {at}"


def _named(matrix: Pairwise, found: Priorities) -> dict[str, float]:
    return dict(zip(matrix.items, found.weights, strict=True))


def _consistency(matrix: Pairwise, found: Priorities, notes: Notes) -> None:
    if found.cr is None or found.cr <= CONSISTENT_TO:
        return
    worst = _worst_pair(matrix)
    who = f" ({matrix.respondent})" if matrix.respondent else ""
    notes.warning(
        "inconsistent", f"matrices.{matrix.id}" + (f".{matrix.respondent}" if matrix.respondent else ""),
        both(
            f"CR matriks {matrix.id}{who} adalah {show_id(found.cr)}, di atas 0,10; yang paling bertentangan dengan"
            f" jawaban lain adalah {worst[0]} terhadap {worst[1]}.",
            f"The CR of the matrix {matrix.id}{who} is {show(found.cr)}, above 0.10; what contradicts the other answers"
            f" most is {worst[0]} against {worst[1]}.",
        ),
        computed=found.cr, ids=(matrix.id, *worst),
    )  # fmt: skip


def _worst_pair(matrix: Pairwise) -> tuple[str, str]:
    """The judgement that lies farthest from the ratio of the weights."""
    weights, _ = column_means(matrix.values)
    off = np.abs(np.log(matrix.values * weights[None, :] / weights[:, None]))
    i, j = np.unravel_index(int(np.argmax(np.triu(off))), off.shape)
    return matrix.items[int(i)], matrix.items[int(j)]
