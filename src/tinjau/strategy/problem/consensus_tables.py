"""`consensus`: Kendall's W over rankings, and Delphi rounds with their spread and stability."""

from collections.abc import Mapping, Sequence
from typing import Any

from tinjau.stats import DEFAULT_RULE, RULES, Rule, kendall_w, mid_ranks, quartiles
from tinjau.strategy.methods.delphi import SCHEIBE_STABLE_TO, net_change, variation
from tinjau.strategy.problem.comparing import Alternative, compare
from tinjau.strategy.problem.findings import Notes
from tinjau.strategy.problem.node import Node, both
from tinjau.strategy.problem.numbers import parse

_RULE_WORDS: Mapping[str, Rule] = {
    "inclusive": "hyndman-fan-7", "linear": "hyndman-fan-7", "excel": "hyndman-fan-7", "quartile.inc": "hyndman-fan-7",
    "r": "hyndman-fan-7", "exclusive": "hyndman-fan-6", "weibull": "hyndman-fan-6", "spss": "hyndman-fan-6",
    "minitab": "hyndman-fan-6", "quartile.exc": "hyndman-fan-6", "tukey": "tukey-hinges", "hinges": "tukey-hinges",
    "moore-mccabe": "median-of-halves",
}  # fmt: skip


def solve_consensus(node: Node, notes: Notes) -> dict[str, Any]:
    """W and p where rankings are there; median, IQR and stability where rounds are. Raises InputError for neither."""
    ranking, delphi = node.get("kendall_w", "kendall"), node.get("delphi")
    above = node.get("printed", "tercetak")
    if ranking is None and delphi is None:
        raise node.fault(
            "there is neither 'kendall_w' nor 'delphi'", "Add kendall_w: {ranks: …} or delphi: {rounds: …}"
        )
    answer: dict[str, Any] = {"w": None, "p": None, "median": None, "iqr": None, "stable": None, "conventions": {}}
    if ranking is not None:
        found = _kendall(ranking, above, notes)
        answer |= {"w": found["w"], "p": found["p"], "kendall_w": found}
        answer["conventions"] |= {
            "w": "corrected for ties; equal values share the mean of their ranks (Siegel & Castellan 1988)",
            "p": "chi-square with objects - 1 degrees of freedom",
        }
    if delphi is not None:
        found, rule = _delphi(delphi, above, notes)
        answer |= {key: found[key] for key in ("median", "iqr", "stable")}
        answer["delphi"] = found
        answer["conventions"] |= {
            "quantile": rule,
            "stable": "net change of the histogram between the last two rounds below 15 % (Scheibe et al. 1975)",
        }
    return answer


def _kendall(node: Node, above: Node | None, notes: Notes) -> dict[str, Any]:
    stated = node.get("ranks", "rankings", "peringkat") if node.is_mapping else None
    source = stated or node  # raters may stand under the key itself
    rows, items = _rank_rows(source)
    listed = node.get("items", "objects") if node.is_mapping else None
    items = listed.texts() if listed else items
    if len({len(row) for row in rows}) > 1:
        raise source.fault(
            "raters ranked different numbers of objects", "Every rater ranks every object; leave others out"
        )
    found = kendall_w(rows)
    for at, row in enumerate(rows, start=1):
        if sorted(row) != sorted(mid_ranks(row)) and not notes.found:
            notes.notice(
                "ranked-again", f"kendall_w.ranks[{at}]",
                both(
                    "Baris ini bukan peringkat 1 sampai n dengan peringkat rata-rata untuk nilai kembar; nilainya"
                    " diperingkat ulang, dari yang terkecil.",
                    "This row does not hold ranks 1 to n with mean ranks for ties; its values were ranked again, the"
                    " smallest first.",
                ),
            )  # fmt: skip
    if found is None:
        return {"w": None, "p": None, "raters": len(rows), "objects": len(rows[0]) if rows else 0}
    printed = node.printed("w", "W", "p", "chi_square") or above
    if printed is not None:
        cells = printed if printed.is_mapping else printed.below("w", {"w": printed.value})
        untied = Alternative(
            "untied",
            found.w_untied,
            both("rumus tanpa koreksi nilai kembar", "the formula without correction for ties"),
        )
        _number(
            cells,
            ("w", "W", "kendall_w"),
            found.w,
            both("W Kendall", "Kendall's W"),
            [untied],
            notes,
            "kendall_w",
            least=2,
        )
        chi = Alternative("untied", found.raters * found.df * found.w_untied, untied.text)
        _number(
            cells,
            ("chi_square", "chi2", "x2"),
            found.chi_square,
            both("Khi-kuadrat", "Chi-square"),
            [chi],
            notes,
            "kendall_w",
        )
        exact = (
            []
            if found.p_exact is None
            else [Alternative("exact", found.p_exact, both("sebaran eksak", "the exact distribution"))]
        )
        _number(cells, ("p", "p_value", "sig"), found.p, both("p", "p"), exact, notes, "kendall_w", least=2)
    sums = found.rank_sums
    return {
        "w": found.w, "p": found.p, "p_exact": found.p_exact, "chi_square": found.chi_square, "df": found.df,
        "raters": found.raters, "objects": found.objects, "tied": found.tied, "w_untied": found.w_untied,
        "rank_sums": dict(zip(items, sums, strict=True)) if len(items) == found.objects else list(sums),
    }  # fmt: skip


def _rank_rows(source: Node) -> tuple[list[list[float]], tuple[str, ...]]:
    """Rows by rater, and the objects' names where raters gave {object: rank}."""
    raters = [row for _, row in source.items()] if source.is_mapping else source.entries()
    if not raters:
        raise source.fault("there is no rater", "Write one list of ranks a rater")
    if not raters[0].is_mapping:
        return [[cell.number().value for cell in row.entries()] for row in raters], ()
    items = tuple(name for name, _ in raters[0].items())
    rows = []
    for row in raters:
        cells = dict(row.items())
        if set(cells) != set(items):
            raise row.fault("this rater ranked other objects than the first", "Use the same names for every rater")
        rows.append([cells[item].number().value for item in items])
    return rows, items


def _number(
    printed: Node, names: tuple[str, ...], computed: float | None, what: Any, others: Sequence[Alternative],
    notes: Notes, place: str, least: int = 0,
) -> None:  # fmt: skip
    cell = printed.get(*names)
    if cell is not None and not cell.is_list and not cell.is_mapping:
        where = f"{place}.printed.{names[0]}"
        compare(notes, where, cell.number(), computed, what, alternatives=others, least=least, ids=(names[0],))


def _rule(node: Node) -> Rule:
    written = node.get("quantile", "quantile_rule", "kuantil")
    if written is None:
        return DEFAULT_RULE
    word = written.text().casefold().replace("_", "-").replace(" ", "-")
    if word in _RULE_WORDS:
        return _RULE_WORDS[word]
    digits = "".join(each for each in word if each.isdigit())
    for rule in RULES:
        if word == rule or (digits and rule == f"hyndman-fan-{digits}"):
            return rule
    raise written.fault(f"{written.shown} is no known rule of quantiles", f"Choose from {', '.join(RULES)}")


def _delphi(node: Node, above: Node | None, notes: Notes) -> tuple[dict[str, Any], Rule]:
    rule = _rule(node)
    rounds = node.need("rounds", "putaran")
    entries = [each for _, each in rounds.items()] if rounds.is_mapping else rounds.entries()
    listed = [each.get("ratings", "values", "penilaian") or each for each in entries]
    if not listed:
        raise rounds.fault("there is no round", "Write one list of ratings a round")
    printed = node.printed("median", "iqr") or above
    if _nested(listed[0]):
        items = [_items(each) for each in listed]
        names = list(items[0])
        answers = {}
        for name in names:
            series = [each[name] for each in items if name in each]
            own = printed.get(name) if printed else None
            answers[name] = _series(series, rule, own, f"delphi.{name}", notes)
        keys = ("median", "iqr", "stable", "quartiles", "net_change", "variation")
        return {key: {name: answers[name][key] for name in names} for key in keys}, rule
    return _series([_ratings(each) for each in listed], rule, printed, "delphi", notes), rule


def _nested(node: Node) -> bool:
    """True where a round holds several items, each with its own ratings."""
    if node.is_mapping:
        return any(
            isinstance(value, Sequence | Mapping) and not isinstance(value, str) for value in node.value.values()
        )
    return any(cell.is_list for cell in node.entries())


def _items(node: Node) -> dict[str, list[float]]:
    if node.is_mapping:
        return {name: _ratings(cell) for name, cell in node.items()}
    return {str(at): _ratings(cell) for at, cell in enumerate(node.entries(), start=1)}


def _ratings(node: Node) -> list[float]:
    cells = [cell for _, cell in node.items()] if node.is_mapping else node.entries()
    values = [number.value for cell in cells if (number := cell.maybe_number()) is not None]
    if not values:
        raise node.fault("nobody gave a rating in this round", "Leave the round out, or add its ratings")
    return values


def _series(rounds: list[list[float]], rule: Rule, printed: Node | None, place: str, notes: Notes) -> dict[str, Any]:
    """Each round's quartiles, and whether the last two differ little enough."""
    found = [quartiles(each, rule) for each in rounds]
    change = net_change(rounds[-2], rounds[-1]) if len(rounds) > 1 else None
    if printed is not None and printed.is_mapping:
        for key in ("median", "iqr"):
            _compare_rounds(printed, key, rounds, rule, place, notes)
    return {
        "median": [each.median for each in found],
        "iqr": [each.iqr for each in found],
        "quartiles": [[each.lower, each.upper] for each in found],
        "net_change": change,
        "stable": None if change is None else change < SCHEIBE_STABLE_TO,
        "variation": [variation(each) for each in rounds],
        "panel": [len(each) for each in rounds],
    }


def _compare_rounds(printed: Node, key: str, rounds: list[list[float]], rule: Rule, place: str, notes: Notes) -> None:
    cell = printed.get(key)
    if cell is None:
        return
    named = [each for _, each in cell.items()] if cell.is_mapping else []
    cells = cell.entries() if cell.is_list else named or [cell]
    if not cell.is_list and len(cells) == 1 and len(rounds) > 1:
        pairs = [(cells[0], rounds[-1], len(rounds))]  # one number stands for the last round
    else:
        pairs = [(each, values, at) for at, (each, values) in enumerate(zip(cells, rounds, strict=False), start=1)]
    for each, values, at in pairs:
        if each.blank or parse(each.value) is None:
            continue
        own = quartiles(values, rule)
        others = [
            Alternative(
                other,
                getattr(quartiles(values, other), key),
                both(f"aturan kuantil {other}", f"the quantile rule {other}"),
            )
            for other in RULES
            if other != rule
        ]
        name = (
            both("Median", "The median") if key == "median" else both("Rentang antarkuartil", "The interquartile range")
        )
        compare(
            notes, f"{place}.printed.{key}[{at}]", each.number(), getattr(own, key),
            both(f"{name.id} putaran {at}", f"{name.en} of round {at}"), alternatives=others, ids=(key,),
        )  # fmt: skip
