"""Whether a printed value follows from its inputs: yes, within rounding, or not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tinjau.model import Text
from tinjau.strategy.problem.findings import Notes, show, show_id
from tinjau.strategy.problem.numbers import Number

Verdict = Literal["agrees", "rounding", "differs"]
_NOISE = 1e-9
_ENOUGH = 2
"""A number that shows so many decimals may be printed with fewer than the others of its column (project choice)."""


_FEW = 3
"""So many numbers of a column tell its decimals; fewer may all have lost their closing zeros (project choice)."""


def shown_decimals(numbers: Iterable[Number | None], least: int = 0) -> int:
    """The decimals of a column: the most that any of its numbers shows, since plain YAML drops closing zeros.

    Columns of one or two numbers are held to `least` decimals or more, for 2.70 arrives as 2.7.
    """
    shown = [each.decimals for each in numbers if each is not None and not each.exact]
    most = max(shown, default=0)
    return max(most, least) if len(shown) < _FEW else most


def weight_unit(numbers: Iterable[Number | None]) -> float:
    """The last decimal of a column of weights: the second one at least, for nobody rounds shares to tenths."""
    return float(10.0 ** -max(2, shown_decimals(numbers)))


def own_decimals(printed: Number, column: int = 0) -> int:
    """The decimals to hold a number to: its own where its text is known, else those of its column."""
    return printed.decimals if printed.kept else max(printed.decimals, column)


def judge(printed: Number, computed: float, slack: float = 0.0, column: int = 0) -> Verdict:
    """Agrees: within half of the last decimal shown (so rounded half up, half to even, or exact).

    Rounding: cut off instead of rounded, or within `slack` more, which is what rounded inputs can do to the result.
    A printed bound agrees when the computed value keeps it.
    """
    if printed.bound:
        return _bound_verdict(printed, computed)
    unit = 10.0 ** -own_decimals(printed, column)
    apart = abs(printed.value - computed)
    noise = _NOISE * max(1.0, abs(computed))
    if apart <= unit / 2 + noise:
        return "agrees"
    if apart < unit * (1 - 1e-6) or apart <= unit / 2 + slack + noise:
        return "rounding"
    return "differs"


def _bound_verdict(printed: Number, computed: float) -> Verdict:
    below = computed < printed.value + _NOISE if printed.bound == "<=" else computed < printed.value
    above = computed > printed.value - _NOISE if printed.bound == ">=" else computed > printed.value
    return "agrees" if (below if printed.bound.startswith("<") else above) else "differs"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way to the printed value: its name, what it gives, and how to say so."""

    name: str
    value: float
    text: Text


def compare(
    notes: Notes,
    where: str,
    printed: Number | None,
    computed: float | None,
    what: Text,
    *,
    slack: float = 0.0,
    column: int = 0,
    alternatives: Iterable[Alternative] = (),
    least: int = 0,
    code: str = "does-not-follow",
    ids: tuple[str, ...] = (),
) -> Verdict | str | None:
    """Judge a printed value and note what is to be said. None where nothing is printed or computed.

    Where it differs but one of `alternatives` agrees, the name of that one is returned and a notice says so. A number
    that agrees with the decimals that arrived, but not with `least` of them, may have lost closing zeros or be printed
    coarsely: a warning says so.
    """
    if printed is None or computed is None:
        return None
    verdict = judge(printed, computed, slack, max(column, least))
    if verdict == "rounding":
        notes.rounding(f"{notes.place}.{where}", printed.value, computed)
    if verdict != "differs":
        return verdict
    for other in alternatives:
        if judge(printed, other.value, slack, max(column, least)) == "agrees":
            notes.notice(
                "agrees-under-another-rule", where,
                Text(
                    f"{what.id} tercetak {_printed_id(printed)}; hitungan menghasilkan {show_id(computed)}."
                    f" Nilai tercetak sesuai dengan {other.text.id}.",
                    f"{what.en} is printed as {_printed(printed)}; {show(computed)} is computed."
                    f" The printed value agrees under {other.text.en}.",
                ),
                printed=printed.value, computed=computed, ids=ids, rule=other.name,
            )  # fmt: skip
            return other.name
    coarser = not printed.kept and judge(printed, computed, slack) != "differs"
    only_coarser = coarser and (printed.decimals >= _ENOUGH or judge(printed, computed, slack, column) != "differs")
    say = notes.warning if only_coarser else notes.error
    say(
        "wrong-or-coarse" if only_coarser else code, where,
        Text(
            f"{what.id} tercetak {_printed_id(printed)}, tetapi dari masukannya dihitung {show_id(computed)}."
            + (" Jika memang dicetak dengan desimal sesedikit itu, tulis dalam tanda kutip." if coarser else ""),
            f"{what.en} is printed as {_printed(printed)}, but {show(computed)} follows from its inputs."
            + (" If it is printed with so few decimals, write it in quotes." if coarser else ""),
        ),
        printed=printed.value, computed=computed, ids=ids,
    )  # fmt: skip
    return "differs"


def _printed(number: Number) -> str:
    return f"{number.bound} {show(number.value)}".strip()


def _printed_id(number: Number) -> str:
    return f"{number.bound} {show_id(number.value)}".strip()


def steps_together(values: Iterable[float], steps: Iterable[float]) -> list[float]:
    """Steps of rounding, added up where values are equal: equal numbers were rounded alike, not independently."""
    together: dict[float, float] = {}
    for value, step in zip(values, steps, strict=True):
        together[value] = together.get(value, 0.0) + step
    return list(together.values())


def sum_slack(steps: Iterable[float], deviations: float = 3.5) -> float:
    """How far a sum may lie from that of unrounded numbers, when each was rounded to a step of its own size.

    So many standard deviations of a sum of uniform rounding errors (project choice: 3.5), and never more than the worst
    case, which is half of every step.
    """
    each = list(steps)
    return float(min(sum(each) / 2, deviations * (sum(step * step for step in each) / 12) ** 0.5))
