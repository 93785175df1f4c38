"""Whether a printed sum follows: from its parts, from its printed parts, or from neither."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tinjau.model import Text
from tinjau.strategy.problem.comparing import Alternative, compare, judge, own_decimals, sum_slack
from tinjau.strategy.problem.findings import Notes, show, show_id
from tinjau.strategy.problem.numbers import Number


@dataclass(frozen=True, slots=True)
class Part:
    """One addend: as printed, as computed, and how far rounded inputs can have moved it."""

    printed: Number
    computed: float
    slack: float = 0.0


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum to be judged. `slack` is how far rounded inputs may have moved it; `parts` None where one is not printed.

    `steps` are sums of printed sums that it may have been made from (the total of printed subtotals).
    """

    what: Text
    where: str
    printed: Number
    computed: float
    parts: Sequence[Part] | None
    slack: float
    steps: Sequence[float] = ()


def compare_sum(
    notes: Notes, given: Sum, column: int, alternatives: Iterable[Alternative] = (), ids: tuple[str, ...] = ()
) -> None:
    """Note what is to be said of a printed sum.

    Where all parts are printed, they tell it: the sum of the right ones, with the wrong ones put right, must come out
    within their own rounding; a sum that only the wrong ones give carries their error. Where they are not, a
    difference that rounded inputs could explain is a warning, for it may as well be a slip.
    """
    if judge(given.printed, given.computed, 0.0, column) == "agrees":
        return
    step = 10.0 ** -own_decimals(given.printed, column)
    parts = given.parts
    if parts is not None:
        wrong = [judge(each.printed, each.computed, each.slack, column) == "differs" for each in parts]
        mended = sum(p.computed if bad else p.printed.value for p, bad in zip(parts, wrong, strict=True))
        loose = sum(p.slack for p, bad in zip(parts, wrong, strict=True) if bad)
        tolerance = sum_slack(step for _ in parts) if given.slack else 0.0
        if judge(given.printed, mended, tolerance + loose, column) != "differs":
            notes.rounding(f"{notes.place}.{given.where}", given.printed.value, given.computed)
            return
        if any(wrong) and _agrees(given.printed, sum(p.printed.value for p in parts), tolerance, column):
            _carried(notes, given)
            return
    moved = [value for value in given.steps if abs(value - given.computed) > 1.5 * step]
    if any(_agrees(given.printed, value, 0.0, column) for value in moved):
        if parts is None and _agrees(given.printed, given.computed, given.slack, column):
            notes.rounding(f"{notes.place}.{given.where}", given.printed.value, given.computed)
        else:
            _carried(notes, given)
        return
    if parts is None and judge(given.printed, given.computed, given.slack, column) == "rounding":
        _doubtful(notes, given, ids)
        return
    compare(
        notes, given.where, given.printed, given.computed, given.what, column=column, alternatives=alternatives, ids=ids
    )


def _agrees(printed: Number, value: float, slack: float, column: int) -> bool:
    return judge(printed, value, slack, column) != "differs"


def _carried(notes: Notes, given: Sum) -> None:
    notes.warning(
        "carries-an-error", given.where,
        Text(
            f"{given.what.id} tercetak {show_id(given.printed.value)} sesuai dengan bagian-bagian yang tercetak, tetapi"
            f" yang benar berjumlah {show_id(given.computed)}.",
            f"{given.what.en} is printed as {show(given.printed.value)}, which follows from the printed parts, but the"
            f" correct ones add up to {show(given.computed)}.",
        ),
        printed=given.printed.value, computed=given.computed,
    )  # fmt: skip


def _doubtful(notes: Notes, given: Sum, ids: tuple[str, ...]) -> None:
    notes.warning(
        "wrong-or-rounded", given.where,
        Text(
            f"{given.what.id} tercetak {show_id(given.printed.value)}, sedangkan dari bobot yang tercetak dihitung"
            f" {show_id(given.computed)}. Bobot yang dibulatkan dapat menjelaskannya; skor setiap baris akan"
            " memastikannya.",
            f"{given.what.en} is printed as {show(given.printed.value)}, while {show(given.computed)} follows from the"
            " printed weights. Rounded weights could explain it; the score of each row would settle it.",
        ),
        printed=given.printed.value, computed=given.computed, ids=ids,
    )  # fmt: skip
