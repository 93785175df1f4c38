"""Whether printed coordinates and a printed quadrant follow from the sums of the four kinds."""

from collections.abc import Mapping
from dataclasses import dataclass

from tinjau.strategy.methods.factor_table import FactorScores
from tinjau.strategy.methods.position import NAMES, NUMBERS, Numbering, Quadrant, quadrant_of
from tinjau.strategy.problem.comparing import Alternative, compare, judge, own_decimals
from tinjau.strategy.problem.findings import Notes, show, show_id
from tinjau.strategy.problem.node import Node, both
from tinjau.strategy.problem.numbers import Number, parse
from tinjau.strategy.problem.quadrant_words import read_quadrant

AXES = (("x", "S", "W"), ("y", "O", "T"))
"""Each axis with the kind that adds to it and the kind that takes away."""


@dataclass(frozen=True, slots=True)
class Point:
    """What was computed: the quadrant, and sums by kind as they face (turned), as tabled, and as printed."""

    quadrant: Quadrant | None
    numbering: Numbering
    numbering_asked: bool
    semantics: str | None
    facing: Mapping[str, float]
    plain: Mapping[str, float]
    printed_sums: Mapping[str, float]
    slack: float = 0.0
    """How far a coordinate may lie because printed weights were rounded."""


def coordinate(sums: Mapping[str, float], plus: str, minus: str, semantics: str | None = None) -> float | None:
    """S - W or O - T; a sum where burdens carry their own minus. None where neither kind is there."""
    if plus not in sums and minus not in sums:
        return None
    gained, lost = sums.get(plus, 0.0), sums.get(minus, 0.0)
    return gained + lost if semantics == "signed" or lost < 0 else gained - lost


def compare_point(printed: Node, point: Point, notes: Notes) -> None:
    """Note printed coordinates and a printed quadrant that do not follow."""
    numbers = {axis: _number(printed, axis) for axis, _, _ in AXES}
    for axis, plus, minus in AXES:
        number = numbers[axis]
        if number is not None:
            _axis(axis, plus, minus, number, point, notes)
    cell = printed.get("quadrant", "kuadran")
    if cell is None:
        return
    x, y = numbers["x"], numbers["y"]
    shown = None if x is None or y is None else quadrant_of(x.value, y.value)
    _quadrant(cell, point, shown, notes)


def _number(printed: Node, axis: str) -> Number | None:
    cell = printed.get(axis)
    return None if cell is None else cell.number()


def _axis(axis: str, plus: str, minus: str, number: Number, point: Point, notes: Notes) -> None:
    computed = coordinate(point.facing, plus, minus, point.semantics)
    if computed is None:
        return
    unit = 10.0 ** -own_decimals(number, 2)
    plain = coordinate(point.plain, plus, minus, point.semantics)
    both_printed = plus in point.printed_sums and minus in point.printed_sums
    shown = coordinate(point.printed_sums, plus, minus, point.semantics) if both_printed else None
    slack = unit / 2 + (point.slack if shown is None else 0.0)  # printed sums tell more than rounded weights do
    if judge(number, computed, slack, 2) == "differs":
        if point.semantics == "rangkuti":
            unturned = [each for each in (plain, shown) if each is not None]
            match = next((each for each in unturned if judge(number, each, unit + slack, 2) != "differs"), None)
            if match is not None:
                _not_turned(notes, axis, number, computed, moved=(match > 0) != (computed > 0))
                return
        elif shown is not None and judge(number, shown, unit, 2) != "differs":
            if judge(number, computed, unit + point.slack, 2) == "differs":
                _carried(notes, axis, number, computed)
            else:
                notes.rounding(f"{notes.place}.printed.{axis}", number.value, computed)
            return
    others = [Alternative("halves", computed / 2, both("setengah selisih", "half of the difference"))]
    if plain is not None and point.semantics == "rangkuti":
        words = both("setengah selisih tanpa pembalikan", "half of the unturned difference")
        others.append(Alternative("halves-unturned", plain / 2, words))
    compare(
        notes, f"printed.{axis}", number, computed,
        both(f"Koordinat {axis} ({plus} − {minus})", f"The coordinate {axis} ({plus} − {minus})"),
        slack=slack, column=2, alternatives=others, ids=(axis,),
    )  # fmt: skip


def _not_turned(notes: Notes, axis: str, number: Number, computed: float, *, moved: bool) -> None:
    notes.warning(
        "coordinate-not-turned", f"printed.{axis}",
        both(
            f"Koordinat {axis} tercetak {show_id(number.value)} mengurangkan rating yang belum dibalik; menurut"
            f" Rangkuti, kelemahan berat berating rendah, sehingga setelah dibalik nilainya {show_id(computed)}."
            + (" Tandanya berubah, jadi kuadrannya pun berubah." if moved else ""),
            f"The coordinate {axis} is printed as {show(number.value)}, with ratings that were not turned; under"
            f" Rangkuti a grave weakness has a low rating, and once turned it is {show(computed)}."
            + (" Its sign changes, and with it the quadrant." if moved else ""),
        ),
        printed=number.value, computed=computed, ids=(axis,),
    )  # fmt: skip


def _carried(notes: Notes, axis: str, number: Number, computed: float) -> None:
    notes.warning(
        "carries-an-error", f"printed.{axis}",
        both(
            f"Koordinat {axis} tercetak {show_id(number.value)} sesuai dengan jumlah yang tercetak; dari jumlah yang"
            f" benar nilainya {show_id(computed)}.",
            f"The coordinate {axis} is printed as {show(number.value)}, which follows from the printed sums; from the"
            f" correct ones it is {show(computed)}.",
        ),
        printed=number.value, computed=computed, ids=(axis,),
    )  # fmt: skip


def _quadrant(cell: Node, point: Point, shown: Quadrant | None, notes: Notes) -> None:
    read = read_quadrant(cell)
    if read is None:
        return
    named: dict[str, Quadrant] = {}
    if isinstance(read, int):
        named = {each: NUMBERS[each][read - 1] for each in NUMBERS}
    found = named[point.numbering] if isinstance(read, int) else read
    if point.quadrant is None or found == point.quadrant:
        return
    other = next((each for each, name in named.items() if name == point.quadrant), None)
    if other is not None and not point.numbering_asked:
        notes.notice(
            "numbering", "printed.quadrant",
            both(
                f"Nomor kuadran tercetak ({cell.text()}) sesuai dengan penomoran {other}, bukan {point.numbering}.",
                f"The printed number of the quadrant ({cell.text()}) follows the numbering {other}, not"
                f" {point.numbering}.",
            ),
            printed=cell.text(), computed=point.quadrant, rule=other,
        )  # fmt: skip
        return
    unturned = quadrant_of(coordinate(point.plain, "S", "W") or 0.0, coordinate(point.plain, "O", "T") or 0.0)
    names = {found} if point.numbering_asked else {found, *named.values()}
    explained = (shown is not None and shown in names) or (point.semantics == "rangkuti" and unturned in names)
    say = notes.warning if explained else notes.error
    say(
        "carries-an-error" if explained else "does-not-follow", "printed.quadrant",
        both(
            f"Kuadran tercetak {cell.text()}, tetapi titiknya berada di kuadran {NAMES[point.quadrant].id}.",
            f"The quadrant is printed as {cell.text()}, but the point lies in the {NAMES[point.quadrant].en} quadrant.",
        ),
        printed=cell.text(), computed=point.quadrant, ids=("quadrant",),
    )  # fmt: skip


def compare_under_david(
    printed: Node, scores: Mapping[str, FactorScores], distance: Mapping[str, float], notes: Notes
) -> None:
    """Under David's ratings printed coordinates must at least follow from some difference of the table's sums."""
    for (axis, plus, minus), key in zip(AXES, ("ife", "efe"), strict=True):
        cell = printed.get(axis)
        if cell is None or key not in scores or parse(cell.value) is None:
            continue
        sums = scores[key].by_category
        difference = sums.get(plus, 0.0) - sums.get(minus, 0.0)
        number = cell.number()
        candidates = (difference, distance[key], scores[key].total, difference / 2)
        if all(judge(number, each, 0.5 * 10.0 ** -own_decimals(number, 2), 2) == "differs" for each in candidates):
            compare(
                notes, f"printed.{axis}", number, difference,
                both(f"Koordinat {axis} ({plus} − {minus})", f"The coordinate {axis} ({plus} − {minus})"), ids=(axis,),
            )  # fmt: skip
