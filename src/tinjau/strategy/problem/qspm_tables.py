"""`qspm`: attractiveness of alternatives, what would change the winner, and whether the printed scores follow."""

from collections.abc import Mapping
from typing import Any

from tinjau.strategy.methods.flip import single_weight_flips, smallest_flip
from tinjau.strategy.methods.qspm import Attractiveness, attractiveness
from tinjau.strategy.problem.comparing import (
    compare,
    judge,
    shown_decimals,
    sum_slack,
    weight_unit,
)
from tinjau.strategy.problem.findings import Notes, listed, show, show_id
from tinjau.strategy.problem.node import Node, both
from tinjau.strategy.problem.numbers import Number
from tinjau.strategy.problem.qspm_printed import BESIDE, read_printed
from tinjau.strategy.problem.sums import Part, Sum, compare_sum

_SCALE = (1.0, 4.0)
"""David (1986): 1 not attractive, 2 somewhat, 3 reasonably, 4 highly attractive."""


def solve_qspm(node: Node, notes: Notes) -> dict[str, Any]:
    """TAS, STAS and the flip. Raises InputError where a weight or score cannot be read."""
    weights = read_weights(node.need("factors", "faktor"))
    if not weights:
        raise node.fault("there is no factor", "List factors with id and weight")
    scores = _read_scores(node.need("options", "strategies", "alternatives", "strategi"), weights)
    plain = {name: number.value for name, number in weights.items()}
    found = attractiveness(plain, scores)
    _lint_weights(weights, notes)
    _lint_scores(scores, found, notes)
    refused = _not_alternatives(node, scores, notes)
    _compare_printed(node, weights, scores, found, notes)
    order = sorted(found.stas, key=lambda name: -found.stas[name])
    return {
        "tas": {option: dict(row) for option, row in found.tas.items()},
        "stas": dict(found.stas),
        "ranking": [] if refused else order,
        "refused": refused,
        "flip": None if refused or len(order) < 2 else _flip(plain, scores, found),
        "no_difference": [
            factor for factor in plain if len({row.get(factor) for row in scores.values()}) == 1 and len(scores) > 1
        ],
        "conventions": {
            "tas": "weight times attractiveness score, unrounded; '-' adds nothing",
            "scale": list(_SCALE),
            "flip": "least weight to move (half of the sum of absolute changes) until another option draws level,"
            " weights of inside and outside factors kept apart",
        },
    }


def read_weights(factors: Node) -> dict[str, Number]:
    """Weights by id: a list of {id, weight}, or a mapping to numbers or {weight}."""
    found: dict[str, Number] = {}
    for name, entry in factors.named("id", "code", "kode"):
        if name in found:
            raise entry.fault(f"the factor '{name}' stands twice", "Give each factor one row")
        found[name] = (entry.need("weight", "bobot") if entry.is_mapping else entry).number()
    return found


def _read_scores(options: Node, weights: Mapping[str, Number]) -> dict[str, dict[str, float | None]]:
    scores: dict[str, dict[str, float | None]] = {}
    for name, entry in options.named("name", "id", "option", "nama"):
        row = entry.get("scores", "as", "AS") or entry
        if row.is_list:
            cells = row.entries()
            if len(cells) != len(weights):
                raise row.fault(
                    f"{len(cells)} scores for {len(weights)} factors", "Write one score a factor, '-' for none"
                )
            pairs = list(zip(weights, cells, strict=True))
        else:
            pairs = [
                (factor, cell)
                for factor, cell in row.items()
                if factor in weights or factor.casefold() not in (_BESIDE | BESIDE)
            ]
        scores[name] = {}
        for factor, cell in pairs:
            if factor not in weights:
                raise cell.fault(f"the factor '{factor}' has no weight", "Use the ids of 'factors'")
            score = cell.get("as", "AS", "score") if cell.is_mapping else cell
            number = score.maybe_number() if score is not None else None
            scores[name][factor] = None if number is None else number.value
        for factor in weights:
            scores[name].setdefault(factor, None)
    if not scores:
        raise options.fault("there is no option", "Write 'name: {factor: score}'")
    return scores


_BESIDE = frozenset({"id", "name", "nama", "text", "printed", "tercetak", "alternative", "note"})


def _lint_weights(weights: Mapping[str, Number], notes: Notes) -> None:
    """Weights come from the IFE and EFE, so each side adds up to 1 (or the whole does)."""
    unit = weight_unit(weights.values())
    for number in weights.values():
        if number.value < 0:
            notes.error("off-scale", "factors", both("Ada bobot yang negatif.", "A weight is negative."))
            return
    if any(number.value > 1 for number in weights.values()):
        return
    sides = {"S, W": "SW", "O, T": "OT"}
    sums = {name: sum(n.value for f, n in weights.items() if f[:1].upper() in kinds) for name, kinds in sides.items()}
    whole = sum(number.value for number in weights.values())
    known = all(f[:1].upper() in "SWOT" for f in weights) and all(sums.values())
    slack = sum_slack((unit for _ in weights), deviations=2.0) + 1e-9
    goals = [1.0, 2.0] if len(weights) > 1 else [1.0]
    if abs(whole - 1) <= slack or (not known and min(abs(whole - goal) for goal in goals) <= slack):
        return
    wrong = {name: value for name, value in sums.items() if abs(value - 1) > slack} if known else {"": whole}
    for name, value in wrong.items():
        label = both(f"faktor {name}", f"the factors {name}") if name else both("semua faktor", "all factors")
        notes.error(
            "weights-sum", f"factors.{name or 'total'}",
            both(
                f"Bobot {label.id} berjumlah {show_id(value)}, bukan 1.",
                f"The weights of {label.en} add up to {show(value)}, not 1.",
            ),
            printed=round(value, 9), computed=1.0,
        )  # fmt: skip


def _lint_scores(scores: Mapping[str, Mapping[str, float | None]], found: Attractiveness, notes: Notes) -> None:
    for option, row in scores.items():
        for factor, score in row.items():
            if score is not None and not _SCALE[0] <= score <= _SCALE[1]:
                notes.error(
                    "off-scale", f"options.{option}.{factor}",
                    both(
                        f"Skor daya tarik {show_id(score)} untuk {option} pada {factor} berada di luar 1–4.",
                        f"The attractiveness score {show(score)} of {option} on {factor} lies outside 1–4.",
                    ),
                    printed=score, ids=(factor,),
                )  # fmt: skip
    for factor in found.partly_rated:
        without = [option for option, row in scores.items() if row.get(factor) is None]
        notes.error(
            "partly-rated", f"options.{without[0]}.{factor}",
            both(
                f"{factor} dinilai untuk sebagian pilihan saja (tidak untuk {listed(without)}); tanda '-' harus berlaku"
                " bagi semua pilihan.",
                f"{factor} is rated for some options only (not for {listed(without)}); '-' must hold for all options.",
            ),
            ids=(factor, *without),
        )  # fmt: skip


def _not_alternatives(node: Node, scores: Mapping[str, Mapping[str, float | None]], notes: Notes) -> bool:
    """QSPM compares strategies of which one is to be chosen; it refuses what is to be done together."""
    stated = node.get("mutually_exclusive", "exclusive") or _stated(node)
    said_no = stated is not None and stated.value is False
    together = [
        tuple(each.texts())[:2]
        for key in ("precedence", "requires")
        if (pairs := node.get(key)) is not None
        for each in pairs.entries()
    ]
    inside = [pair for pair in together if all(each in scores for each in pair)]
    if said_no or inside:
        notes.error(
            "not-alternatives", "options",
            both(
                "Strategi-strategi ini bukan pilihan yang saling menggantikan, sehingga QSPM tidak dapat"
                " memeringkatnya; pakailah portofolio.",
                "These strategies do not replace one another, so QSPM cannot rank them; use a portfolio.",
            ),
            ids=tuple(inside[0]) if inside else (),
        )  # fmt: skip
        return True
    names = list(scores)
    for at, one in enumerate(names):
        for two in names[at + 1 :]:
            if scores[one] == scores[two]:
                notes.warning(
                    "same-option", f"options.{two}",
                    both(
                        f"{one} dan {two} bernilai sama pada semua faktor; keduanya mungkin bukan dua pilihan.",
                        f"{one} and {two} have the same scores on every factor; they may not be two alternatives.",
                    ),
                    ids=(one, two),
                )  # fmt: skip
    return False


def _stated(node: Node) -> Node | None:
    """`alternatives: false`; the same key may also hold the options themselves."""
    found = node.get("alternatives")
    return found if found is not None and isinstance(found.value, bool) else None


def _flip(
    weights: Mapping[str, float], scores: Mapping[str, Mapping[str, float | None]], found: Attractiveness
) -> dict[str, Any] | None:
    factors, options = list(weights), list(scores)
    table = [[scores[option].get(factor) or 0.0 for option in options] for factor in factors]
    inside = [i for i, factor in enumerate(factors) if factor[:1].upper() in "SW"]
    outside = [i for i, factor in enumerate(factors) if factor[:1].upper() in "OT"]
    groups = [inside, outside] if inside and outside and len(inside) + len(outside) == len(factors) else None
    values = [weights[factor] for factor in factors]
    flip = smallest_flip(table, values, groups)
    winner = max(found.stas, key=lambda name: found.stas[name])
    if flip is None:
        return {"from": winner, "to": None, "moved": None, "changes": {}, "single": {}}
    singles = single_weight_flips(table, values)
    return {
        "from": winner,
        "to": options[flip.to],
        "moved": flip.moved,
        "changes": {factors[i]: change for i, change in enumerate(flip.changes) if change},
        "weights": {factors[i]: weight for i, weight in enumerate(flip.weights)},
        "single": {factors[i]: share for i, share in singles.items()},
    }


def _compare_printed(
    node: Node, weights: Mapping[str, Number], scores: Mapping[str, Mapping[str, float | None]],
    found: Attractiveness, notes: Notes,
) -> None:  # fmt: skip
    tas, stas = read_printed(node, list(scores), list(weights))
    column = shown_decimals([*(n for row in tas.values() for n in row.values()), *stas.values()], least=2)
    unit = weight_unit(weights.values())
    rounded = _weights_look_rounded(tas, weights, scores, column)
    for option, row in tas.items():
        for factor, printed in row.items():
            computed = found.tas[option].get(factor)
            score = scores[option].get(factor) or 0.0
            compare(
                notes, f"printed.tas.{option}.{factor}", printed, 0.0 if computed is None else computed,
                both(f"TAS {option} pada {factor}", f"The TAS of {option} on {factor}"),
                slack=score * unit / 2 if rounded else 0.0, column=column, ids=(factor,),
            )  # fmt: skip
    for option, printed in stas.items():
        shown = tas.get(option, {})
        rated = [factor for factor, score in scores[option].items() if score is not None]
        loose = [(scores[option][f] or 0.0) * unit for f in rated]
        parts = None
        if rated and all(f in shown for f in rated):
            slacks = [each / 2 if rounded else 0.0 for each in loose]
            parts = [Part(shown[f], found.tas[option][f] or 0.0, s) for f, s in zip(rated, slacks, strict=True)]
        slack = sum_slack(loose) if rounded or not shown else 0.0
        what = both(f"STAS {option}", f"The STAS of {option}")
        given = Sum(what, f"printed.stas.{option}", printed, found.stas[option], parts, slack)
        compare_sum(notes, given, column, ids=(option,))


def _weights_look_rounded(
    tas: Mapping[str, Mapping[str, Number]], weights: Mapping[str, Number],
    scores: Mapping[str, Mapping[str, float | None]], column: int,
) -> bool:  # fmt: skip
    """True where many printed TAS miss weight × score by what a rounded weight explains."""
    cells = [
        (printed, weights[factor].value * (scores[option].get(factor) or 0.0))
        for option, row in tas.items()
        for factor, printed in row.items()
    ]
    missed = sum(judge(printed, product, 0.0, column) == "differs" for printed, product in cells)
    return len(cells) >= 4 and missed > max(1, len(cells) // 6)
