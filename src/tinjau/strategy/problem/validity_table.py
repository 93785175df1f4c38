"""`content_validity`: experts' relevance ratings of items, and whether printed indices follow."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tinjau.strategy.methods.content_validity import (
    binomial_tail,
    content_validity_ratio,
    critical_experts,
    kappa_word,
    lawshe_critical,
    modified_kappa,
)
from tinjau.strategy.problem.comparing import compare, own_decimals, shown_decimals
from tinjau.strategy.problem.findings import Notes, show, show_id
from tinjau.strategy.problem.node import Node, both
from tinjau.strategy.problem.numbers import Number

_RELEVANT_FROM = 3.0
"""Ratings 3 and 4 of a scale of 1 to 4 count as relevant (M. R. Lynn 1986; Polit, Beck & Owen 2007)."""
_ONE_EXPERT = 1


def solve_validity(node: Node, notes: Notes) -> dict[str, Any]:
    """I-CVI, S-CVI, modified kappa and CVR by item. Raises InputError where ratings cannot be read."""
    names, columns = _columns(node)
    start = node.get("relevant_from")
    relevant_from = start.number().value if start else _RELEVANT_FROM
    essential = node.get("essential_from")
    essential_from = essential.number().value if essential else relevant_from
    sizes = [len(column) for column in columns]
    if min(sizes, default=0) < 1:
        raise node.fault("an item was rated by nobody", "Leave it out, or add ratings")
    hits = [sum(value >= relevant_from for value in column) for column in columns]
    needed = [sum(value >= essential_from for value in column) for column in columns]
    i_cvi = [hit / size for hit, size in zip(hits, sizes, strict=True)]
    kappas = [modified_kappa(hit, size) for hit, size in zip(hits, sizes, strict=True)]
    cvr = [content_validity_ratio(hit, size) for hit, size in zip(needed, sizes, strict=True)]
    answer: dict[str, Any] = {
        "i_cvi": _out(names, i_cvi),
        "s_cvi_ave": sum(i_cvi) / len(i_cvi),
        "s_cvi_ua": sum(hit == size for hit, size in zip(hits, sizes, strict=True)) / len(sizes),
        "kappa_star": _out(names, kappas),
        "kappa_word": _out(names, [None if each is None else kappa_word(each) for each in kappas]),
        "cvr": _out(names, cvr),
        "cvr_critical": _critical(max(sizes)),
        "cvr_p": _out(names, [binomial_tail(hit, size) for hit, size in zip(needed, sizes, strict=True)]),
        "experts": max(sizes),
        "items": len(sizes),
        "conventions": {
            "rows": "experts",
            "columns": "items",
            "relevant_from": relevant_from,
            "essential_from": essential_from,
            "kappa_star": "I-CVI corrected for chance (Polit, Beck & Owen 2007)",
            "cvr": "Lawshe 1975, (n - N/2)/(N/2) over experts whose rating is at least essential_from",
            "cvr_critical": "exact binomial, one-tailed 0.05 (Ayre & Scally 2014), beside Lawshe's printed table",
        },
    }
    _lint(sizes, notes)
    _compare(node, names, answer, {"i_cvi": i_cvi, "kappa_star": kappas, "cvr": cvr}, notes)
    return answer


def _columns(node: Node) -> tuple[tuple[str, ...], list[list[float]]]:
    """Items' names (empty where none) and each item's ratings, without missing ones."""
    source = node.need("ratings", "penilaian")
    rows = [row for _, row in source.items()] if source.is_mapping else source.entries()
    if not rows:
        raise source.fault("there is no expert", "Write one row an expert, one column an item")
    listed = node.get("items", "butir")
    names: tuple[str, ...] = listed.texts() if listed else ()
    if rows[0].is_mapping:
        names = names or tuple(name for name, _ in rows[0].items())
        tables = [dict(row.items()) for row in rows]
        cells = [[table.get(name) for table in tables] for name in names]
    else:
        width = len(rows[0].entries())
        for row in rows:
            if len(row.entries()) != width:
                raise row.fault(
                    f"{len(row.entries())} ratings where the first expert has {width}", "Write null for what is missing"
                )
        cells = [[row.entries()[at] for row in rows] for at in range(width)]
    if names and len(names) != len(cells):
        raise node.fault(f"{len(names)} names for {len(cells)} items", "Name every item, or none")
    columns = [
        [number.value for cell in column if cell is not None and (number := cell.maybe_number()) is not None]
        for column in cells
    ]
    return names, columns


def _out(names: Sequence[str], values: Sequence[Any]) -> Any:
    return dict(zip(names, values, strict=True)) if names else list(values)


def _critical(experts: int) -> dict[str, Any]:
    least = critical_experts(experts)
    return {
        "experts": experts,
        "exact_agreeing": least,
        "exact_cvr": None if least is None else content_validity_ratio(least, experts),
        "lawshe_1975": lawshe_critical(experts),
    }


def _lint(sizes: Sequence[int], notes: Notes) -> None:
    if max(sizes) == _ONE_EXPERT:
        notes.warning(
            "one-opinion", "ratings",
            both(
                "Hanya ada satu ahli: hasil ini adalah satu pendapat.",
                "There is one expert only: this is one opinion.",
            ),
        )  # fmt: skip
    if len(set(sizes)) > 1:
        notes.notice(
            "unequal-panels", "ratings",
            both(
                f"Jumlah ahli per butir berbeda ({min(sizes)}–{max(sizes)}); setiap indeks memakai yang menilai.",
                f"The number of experts by item differs ({min(sizes)}–{max(sizes)}); each index uses those who rated.",
            ),
        )  # fmt: skip


def _compare(
    node: Node,
    names: tuple[str, ...],
    answer: Mapping[str, Any],
    lists: Mapping[str, Sequence[float | None]],
    notes: Notes,
) -> None:
    printed = node.printed("i_cvi", "s_cvi_ave", "s_cvi_ua", "kappa_star", "cvr")
    if printed is None:
        return
    words: dict[str, Callable[[str], Any]] = {
        "i_cvi": lambda item: both(f"I-CVI {item}", f"The I-CVI of {item}"),
        "kappa_star": lambda item: both(f"Kappa* {item}", f"The kappa* of {item}"),
        "cvr": lambda item: both(f"CVR {item}", f"The CVR of {item}"),
    }
    for key, values in lists.items():
        numbers = _printed_items(
            printed.get(key, "kappa") if key == "kappa_star" else printed.get(key), names, len(values)
        )
        column = shown_decimals(numbers.values())
        for at, number in numbers.items():
            item = names[at] if names else str(at + 1)
            compare(
                notes,
                f"printed.{key}.{item}",
                number,
                values[at],
                words[key](item),
                column=column,
                least=2,
                ids=(item,),
            )
    for key, name in (("s_cvi_ave", "S-CVI/Ave"), ("s_cvi_ua", "S-CVI/UA")):
        cell = printed.get(key)
        if cell is None:
            continue
        number = cell.number()
        told = compare(
            notes,
            f"printed.{key}",
            number,
            answer[key],
            both(name, name),
            slack=_of_rounded(printed, number),
            least=2,
            ids=(key,),
        )
        other = "s_cvi_ua" if key == "s_cvi_ave" else "s_cvi_ave"
        if told == "differs" and abs(number.value - answer[other]) <= number.half + 1e-9:
            notes.notice(
                "other-index", f"printed.{key}",
                both(
                    f"Angka {show_id(number.value)} sama dengan indeks yang lain, {other}.",
                    f"The number {show(number.value)} equals the other index, {other}.",
                ),
            )  # fmt: skip
    mean = printed.get("cvi", "mean_cvr")
    known = [each for each in lists["cvr"] if each is not None]
    if mean is not None and not mean.is_list and known:
        compare(
            notes,
            "printed.cvi",
            mean.number(),
            sum(known) / len(known),
            both("Rata-rata CVR", "The mean CVR"),
            ids=("cvi",),
        )


def _of_rounded(printed: Node, number: Number) -> float:
    """The scale's mean may be that of rounded item indices."""
    return 0.5 * 10.0 ** -own_decimals(number, 2) if printed.get("i_cvi") is not None else 0.0


def _printed_items(node: Node | None, names: tuple[str, ...], size: int) -> dict[int, Number]:
    if node is None:
        return {}
    if node.is_mapping:
        found = {}
        for name, cell in node.items():
            if name in names:
                at = names.index(name)
            elif not names and name.isdigit() and 1 <= int(name) <= size:
                at = int(name) - 1
            else:
                raise cell.fault(f"there is no item '{name}'", "Use the names under 'items', or numbers from 1")
            if not cell.blank:
                found[at] = cell.number()
        return found
    cells = node.entries()
    if len(cells) != size:
        raise node.fault(f"{len(cells)} values for {size} items", "Write one value an item, null where none is printed")
    return {at: cell.number() for at, cell in enumerate(cells) if not cell.blank}
