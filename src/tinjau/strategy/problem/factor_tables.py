"""`ife` and `efe`: scores and sums, and whether the printed ones follow."""

from typing import Any

from tinjau.model import Text
from tinjau.strategy.methods.factor_table import (
    BURDENS,
    FactorScores,
    allowed_ratings,
    factor_scores,
    turned,
    weight_sums,
)
from tinjau.strategy.problem.comparing import (
    Alternative,
    compare,
    judge,
    shown_decimals,
    steps_together,
    sum_slack,
    weight_unit,
)
from tinjau.strategy.problem.exactness import score_slacks, slack_of_sum
from tinjau.strategy.problem.factor_reading import FactorRow, FactorTable
from tinjau.strategy.problem.findings import Notes, show, show_id
from tinjau.strategy.problem.node import both
from tinjau.strategy.problem.numbers import Number
from tinjau.strategy.problem.sums import Part, Sum, compare_sum

_NAMES = {
    "S": both("kekuatan", "strengths"), "W": both("kelemahan", "weaknesses"),
    "O": both("peluang", "opportunities"), "T": both("ancaman", "threats"),
    "": both("semua faktor", "all factors"), "total": both("semua faktor", "all factors"),
}  # fmt: skip


def solve_table(table: FactorTable, notes: Notes) -> tuple[dict[str, Any], FactorScores]:
    """The results of one table as they are written into JSON, and the scores for what builds on them."""
    _duplicates(table, notes)
    _sums(table, notes)
    _ratings(table, notes)
    scores = factor_scores(table.rated, table.normalisation)
    _printed_rows(table, scores, notes)
    _printed_sums(table, scores, notes)
    answer: dict[str, Any] = {
        "total": scores.total,
        "by_category": dict(scores.by_category),
        "scores": dict(scores.scores),
        "weights": dict(scores.weights),
        "weight_sums": {
            kind or "total": value for kind, value in weight_sums(table.rated, table.normalisation).items()
        },
    }
    if table.semantics == "rangkuti":
        facing = factor_scores(turned(table.rated, table.low, table.high), table.normalisation)
        answer["turned"] = {
            "scores": dict(facing.scores),
            "by_category": dict(facing.by_category),
            "total": facing.total,
        }
    answer["conventions"] = _conventions(table)
    return answer, scores


def _conventions(table: FactorTable) -> dict[str, Any]:
    points = table.normalisation != "none" and any(row.rated.weight > 1 for row in table.rows)
    return {
        "semantics": table.semantics,
        "normalisation": table.normalisation,
        "normalisation_declared": table.declared,
        "weights": "points divided by their sum" if points else "as given",
        "scale": [table.low, table.high if table.high != float("inf") else None],
        "total": "sum of weight times rating, unrounded",
        "turned": f"weaknesses and threats: {show(table.low + table.high)} - rating"
        if table.semantics == "rangkuti"
        else None,
    }


def _duplicates(table: FactorTable, notes: Notes) -> None:
    for row in table.rows:
        if "#" in row.rated.id:
            name = row.rated.id.split("#")[0]
            notes.error(
                "duplicate-factor", f"factors.{name}",
                both(
                    f"Kode {name} dipakai untuk lebih dari satu faktor.",
                    f"The code {name} stands for more than one factor.",
                ),
                ids=(name,),
            )  # fmt: skip
    seen: dict[str, FactorRow] = {}
    for row in table.rows:
        wording = " ".join(row.text.casefold().split())
        first = seen.setdefault(wording, row) if wording else row
        if first is row:
            continue
        ids = (first.rated.id, row.rated.id)
        boxes = first.rated.kind != row.rated.kind
        notes.error(
            "factor-in-two-boxes" if boxes else "duplicate-factor", f"factors.{row.rated.id}",
            both(
                f"{ids[0]} dan {ids[1]} berbunyi sama" + (", tetapi berada di kotak yang berbeda." if boxes else "."),
                f"{ids[0]} and {ids[1]} say the same" + (" but stand in different boxes." if boxes else "."),
            ),
            ids=ids,
        )  # fmt: skip


def _sums(table: FactorTable, notes: Notes) -> None:
    """Shares of weight must add up to 1; points and per cent were divided by their own sum."""
    for row in table.rows:
        if row.rated.weight < 0:
            notes.error(
                "off-scale", f"factors.{row.rated.id}.weight",
                both(f"Bobot {row.rated.id} negatif.", f"The weight of {row.rated.id} is negative."),
                printed=row.rated.weight, ids=(row.rated.id,),
            )  # fmt: skip
    if table.normalisation == "none" or any(row.rated.weight > 1 for row in table.rows):
        return
    unit = weight_unit(row.weight for row in table.rows)
    for kind, total in weight_sums(table.rated, table.normalisation).items():
        pool = [row for row in table.rows if table.normalisation == "joint" or row.rated.kind == kind]
        apart = abs(total - 1)
        if apart <= 1e-9:
            continue
        where = f"weights.{kind or 'total'}"
        name, hint = _NAMES[kind], _other_rule(table)
        # David's weights are assigned so that they add up; others are computed from points and rounded for print.
        deviations = 2.0 if table.semantics == "david" else 3.5
        rounded = [row.rated.weight for row in pool if not row.weight.exact]
        slack = sum_slack(steps_together(rounded, [unit] * len(rounded)), deviations)
        if apart <= min(slack, unit * len(pool) / 2) + 1e-9:
            notes.notice(
                "weights-sum-rounding", where,
                both(
                    f"Bobot {name.id} berjumlah {show_id(total)}; selisih dari 1 dapat dijelaskan oleh pembulatan.",
                    f"The weights of {name.en} add up to {show(total)}; rounding can explain the difference from 1.",
                ),
                printed=round(total, 9), computed=1.0,
            )  # fmt: skip
        else:
            notes.error(
                "weights-sum", where,
                both(
                    f"Bobot {name.id} berjumlah {show_id(total)}, bukan 1.{hint.id}",
                    f"The weights of {name.en} add up to {show(total)}, not 1.{hint.en}",
                ),
                printed=round(total, 9), computed=1.0,
            )  # fmt: skip


def _other_rule(table: FactorTable) -> Text:
    other = "per_category" if table.normalisation == "joint" else "joint"
    sums = weight_sums(table.rated, other)  # type: ignore[arg-type]
    if len(table.rows) > 1 and all(abs(each - 1) < 0.02 for each in sums.values()):
        return both(f" Bobot ini sesuai dengan normalisasi {other}.", f" They fit the normalisation {other}.")
    return both("", "")


def _ratings(table: FactorTable, notes: Notes) -> None:
    if table.semantics is None:
        notes.notice(
            "semantics-not-declared", "semantics",
            both(
                "Semantik rating tidak dinyatakan, sehingga aturan rating tidak diperiksa.",
                "The semantics of the ratings is not declared, so no rule of ratings was checked.",
            ),
        )  # fmt: skip
        return
    for row in table.rows:
        low, high = allowed_ratings(row.rated.kind, table.semantics, table.low, table.high)
        rating = row.rated.rating
        if low - 1e-9 <= rating <= high + 1e-9:
            continue
        on_scale = table.low - 1e-9 <= rating <= table.high + 1e-9
        name, span = _NAMES[row.rated.kind], _range(low, high)
        notes.error(
            "rating-rule" if on_scale or table.semantics == "signed" else "off-scale", f"factors.{row.rated.id}.rating",
            both(
                f"Rating {row.rated.id} adalah {show_id(rating)}; menurut {table.semantics}, {name.id} harus {span}.",
                f"The rating of {row.rated.id} is {show(rating)}; under {table.semantics}, {name.en} take {span}.",
            ),
            printed=rating, computed=None, ids=(row.rated.id,), allowed=[low, high if high != float("inf") else None],
        )  # fmt: skip


def _range(low: float, high: float) -> str:
    if high == float("inf"):
        return f">= {show(low)}"
    return f"<= {show(high)}" if low == float("-inf") else f"{show(low)}–{show(high)}"


def _printed_rows(table: FactorTable, scores: FactorScores, notes: Notes) -> None:
    printed_weights = shown_decimals((row.printed.weight for row in table.rows), least=2)
    column = shown_decimals((row.printed.score for row in table.rows), least=2)
    slacks = score_slacks(table, scores)
    for row in table.rows:
        name = row.rated.id
        compare(
            notes, f"factors.{name}.weight", row.printed.weight, scores.weights[name],
            both(f"Bobot {name}", f"The weight of {name}"), column=printed_weights, ids=(name,),
        )  # fmt: skip
        compare(
            notes, f"factors.{name}.rating", row.printed.rating, row.rated.rating,
            both(f"Rating {name}", f"The rating of {name}"), slack=row.rating.half, ids=(name,),
        )  # fmt: skip
        if row.printed.weight is not None and row.printed.score is not None:
            by_printed = row.printed.weight.value * row.rated.rating
            if judge(row.printed.score, by_printed, 0.0, column) == "agrees":
                continue  # made with the rounded weight
        compare(
            notes, f"factors.{name}.score", _unsigned(row, table), scores.scores[name],
            both(f"Skor {name} (bobot × rating)", f"The score of {name} (weight × rating)"),
            slack=slacks[name], column=column, ids=(name,),
        )  # fmt: skip


def _unsigned(row: FactorRow, table: FactorTable) -> Number | None:
    """The printed score; with signed ratings a burden's score may be printed without its minus."""
    printed = row.printed.score
    if printed is not None and table.semantics == "signed" and row.rated.kind in BURDENS and printed.value > 0:
        return Number(-printed.value, printed.decimals, printed.kept, printed.bound, printed.exact)
    return printed


def _printed_sums(table: FactorTable, scores: FactorScores, notes: Notes) -> None:
    column = shown_decimals([*(row.printed.score for row in table.rows), *table.printed_scores.values()], least=2)
    for kind, printed in table.printed_scores.items():
        rows = [row for row in table.rows if kind == "total" or row.rated.kind == kind]
        if kind != "total" and not rows:
            continue
        computed = scores.total if kind == "total" else scores.by_category[kind]
        _sum_follows(table, scores, notes, kind, printed, rows, computed, column)
    for kind, printed in table.printed_weights.items():
        pool = [row for row in table.rows if kind == "total" or row.rated.kind == kind]
        name = _NAMES[kind]
        compare(
            notes, f"printed.{kind}.weight", printed, sum(scores.weights[row.rated.id] for row in pool),
            both(f"Jumlah bobot {name.id}", f"The sum of the weights of {name.en}"),
            slack=sum_slack(weight_unit(each.weight for each in pool) for _ in pool),
        )  # fmt: skip


def _sum_follows(
    table: FactorTable, scores: FactorScores, notes: Notes, kind: str, printed: Number, rows: list[FactorRow],
    computed: float, column: int,
) -> None:  # fmt: skip
    name = _NAMES[kind]
    what = both(f"Jumlah skor {name.id}", f"The total score of {name.en}")
    where = f"printed.{kind}"
    if table.semantics == "signed" and kind in BURDENS and printed.value > 0:
        printed = Number(-printed.value, printed.decimals, printed.kept)
    others = []
    plus = sum(value for each, value in scores.by_category.items() if each not in BURDENS)
    minus = sum(value for each, value in scores.by_category.items() if each in BURDENS)
    if kind == "total" and table.semantics in ("magnitude", "rangkuti", None) and plus and minus:
        words = both("selisih kedua kelompok", "the difference of the two kinds")
        others.append(Alternative("difference", plus - minus, words))
    kinds = [each for each in scores.by_category if kind == "total"]
    shown = [table.printed_scores.get(each) for each in kinds]
    steps = [sum(each.value for each in shown if each)] if len(shown) > 1 and all(shown) else []
    parts, slack = _parts(table, scores, rows), slack_of_sum(table, rows)
    compare_sum(notes, Sum(what, where, printed, computed, parts, slack, steps), column, others, ids=(kind,))


def _parts(table: FactorTable, scores: FactorScores, rows: list[FactorRow]) -> list[Part] | None:
    """The printed scores with what they should be; None where one is not printed."""
    slacks = score_slacks(table, scores)
    found = []
    for row in rows:
        printed, name = _unsigned(row, table), row.rated.id
        if printed is None:
            return None
        found.append(Part(printed, scores.scores[name], slacks[name]))
    return found
