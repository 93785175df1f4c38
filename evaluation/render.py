"""Results as one JSON document, and that document as the generated part of docs/evaluation.md."""

from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.compare import Case, by_detector, by_language, overall
from evaluation.figures import INDEPENDENT, Figures, Share, Tally, figures

BEGIN, END = "<!-- generated: begin -->", "<!-- generated: end -->"


def results(cases: Sequence[Case], pages: Sequence[Case], head: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that was measured, as plain values. `head` says on what and when."""
    return {
        **head,
        "overall": _figures(overall(cases)),
        "languages": [_figures(each) for each in by_language(cases)],
        "detectors": [_figures(each) for each in by_detector(cases)],
        "pages": [_figures(each) for each in by_detector(pages)],
        "disagreements": [_case(each) for each in (*cases, *pages) if not each.agrees],
    }


def invented(cases: Sequence[Case], first: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The challenge's sites: the first results, kept, and the present ones, over all and by site."""
    by_site = [_figures(figures(site, [sum((case.tally for case in cases if case.site == site), start=Tally())]))
               for site in sorted({case.site for case in cases})]  # fmt: skip
    disagreements = [_case(case) for case in cases if not case.agrees]
    return {
        "first": [dict(each) for each in first],
        "now": _figures(overall(cases)),
        "sites": by_site,
        "disagreements": disagreements,
    }


def _figures(found: Figures) -> dict[str, Any]:
    names = ("tp", "fp", "fn", "tn", "abstained_seen", "abstained_not_seen", "both_unsure", "overclaimed", "missing")
    counts = dict(zip(names, found.tally.values(), strict=True))
    shares = {name: _share(getattr(found, name)) for name in ("precision", "recall", "strict", "agreement")}
    return {"name": found.name, **counts, **shares, "unproven": found.unproven}


def _share(share: Share) -> dict[str, Any] | None:
    if share.value is None or share.interval is None:
        return None
    low, high = round(share.interval.low, 3), round(share.interval.high, 3)
    return {"value": round(share.value, 3), "low": low, "high": high, "of": share.total, "effective": share.effective}


def _case(case: Case) -> dict[str, Any]:
    found = case.found.value if case.found else "no observation"
    texts = {"why": case.why, "at": case.at, "found_at": case.found_at, "reason": case.reason}
    values = {"expected_value": case.expected_value, "found_value": case.found_value}
    said = {"site": case.site, "detector": case.detector, "subject": case.subject, "read": case.expected.value}
    return {**said, "found": found, **{key: value for key, value in (texts | values).items() if value}}


def markdown(found: Mapping[str, Any]) -> str:
    """The generated part of docs/evaluation.md."""
    lines = [
        f"Measured on {found['date']} with tinjau {found['tinjau']} by `python -m evaluation`, on these sites.",
        "",
        *_sites(found),
        "## Overall",
        "",
        *_table([found["overall"], *found["languages"]], "over"),
        "",
        "## By detector",
        "",
        f"A detector with fewer than {INDEPENDENT} independent cases is *unproven*: it may propose, marked as such, "
        "and decides nothing.",
        "",
        *_table(found["detectors"], "detector"),
        "",
        "## Facts of single pages",
        "",
        "Six pages of each site; where a detector names only its first twenty pages, those beyond are not compared.",
        "",
        *_table(found["pages"], "detector"),
        "",
        "## Services and their stage",
        "",
        *_services(found["services"]),
        "## Disagreements",
        "",
        *_disagreements(found["disagreements"]),
        *_invented(found.get("invented")),
        *_act(found.get("act")),
        *_axe(found.get("axe")),
    ]
    return "\n".join(lines) + "\n"


def _sites(found: Mapping[str, Any]) -> list[str]:
    lines = ["| site | language | digest | pages | facts | passes differed | corrected later |", _rule(7)]
    for each in found["sites"]:
        digest = f"`{each['sha256'][:16]}…`" if each["measured"] else "absent, not measured"
        lines.append(
            f"| {each['site']} | {each['language']} | {digest} | {each['pages']} | {each['facts']} "
            f"| {each['contested']} | {each['corrected']} |"
        )
    return [*lines, ""]


def _table(rows: Sequence[Mapping[str, Any]], name: str) -> list[str]:
    lines = [
        f"| {name} | TP | FP | FN | TN | abstained (seen / not) | precision | recall | strict recall | |",
        _rule(10),
    ]
    for each in rows:
        shares = " | ".join(_words(each[key]) for key in ("precision", "recall", "strict"))
        marks = ["unproven"] if each["unproven"] else []
        marks += [f"{each['overclaimed']} overclaimed absence"] if each["overclaimed"] else []
        marks += [f"{each['missing']} without observation"] if each["missing"] else []
        counts = " | ".join(str(each[key]) for key in ("tp", "fp", "fn", "tn"))
        abstained = f"{each['abstained_seen']} / {each['abstained_not_seen']}"
        lines.append(f"| `{each['name']}` | {counts} | {abstained} | {shares} | {', '.join(marks)} |")
    return lines


def _words(share: Mapping[str, Any] | None) -> str:
    return "–" if share is None else f"{share['value']:.2f} ({share['low']:.2f}–{share['high']:.2f})"


def _disagreements(found: Sequence[Mapping[str, Any]]) -> list[str]:
    if not found:
        return ["None.", ""]
    lines = ["| site | detector | read | said | what the reader saw | what the detector says |", _rule(6)]
    for each in found:
        reader = _joined(each, ("why", "expected_value"), "at")
        machine = _joined(each, ("found_value", "reason"), "found_at")
        cells = (each["site"], f"`{each['detector']}`", each["read"], each["found"], reader, machine)
        lines.append("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |")
    return [*lines, ""]


def _joined(case: Mapping[str, Any], keys: Sequence[str], place: str) -> str:
    parts = [case[key] for key in keys if key in case]
    return " ".join(parts + ([f"`{case[place]}`"] if place in case else []))


def _rule(columns: int) -> str:
    return "|" + "---|" * columns


def _services(found: Sequence[Mapping[str, Any]]) -> list[str]:
    lines = ["| site | read | named | missed | invented | stage right |", _rule(6)]
    lines += [
        f"| {each['site']} | {each['read']} | {each['named']} | {len(each['missed'])} | {len(each['invented'])} "
        f"| {each['stage_right']} of {each['named']} |"
        for each in found
    ]
    return [*lines, ""]


def _invented(found: Mapping[str, Any] | None) -> list[str]:
    if not found:
        return []
    lines = ["| first measured | sites | right | false | missed | precision | recall |", _rule(7)]
    for each in found["first"]:
        precision, recall = each["tp"] / (each["tp"] + each["fp"]), each["tp"] / (each["tp"] + each["fn"])
        counts = f"{each['tp']} | {each['fp']} | {each['fn']}"
        lines.append(f"| {each['when']} | {', '.join(each['sites'])} | {counts} | {precision:.2f} | {recall:.2f} |")
    return [
        "## Invented sites that nobody had mended anything for", "",
        "The first results, each before any detector was mended for these sites. **They are the better guess for a new "
        "site** than the figures above:", "", *lines, "",
        "Since then the detectors were mended on them like on the others:", "",
        *_table([found["now"], *found["sites"]], "over"), "",
        *_disagreements(found["disagreements"]),
    ]  # fmt: skip


def _act(found: Mapping[str, Any] | None) -> list[str]:
    if not found:
        return []
    lines = [
        "## W3C ACT cases", "",
        f"{found['rules']} rules with {found['cases']} cases; only rules that a static look can settle are "
        "implemented. A rule that cannot tell abstains: it is never counted as agreement.", "",
        "| rule | name | cases | agree | disagree | cannot tell |", _rule(6),
    ]  # fmt: skip
    for each in found["by_rule"]:
        counts = " | ".join(str(each[key]) for key in ("cases", "agree", "disagree", "cannot_tell"))
        lines.append(f"| `{each['rule']}` | {each['name']} | {counts} |")
    lines += ["", "Not implemented: " + ", ".join(f"`{each}`" for each in found["not_implemented"]) + ".", ""]
    return lines


def _axe(found: Mapping[str, Any] | None) -> list[str]:
    if not found:
        return []
    lines = [
        "## Beside axe-core", "",
        f"{found['pages']} pages of the archives in Chromium with axe-core {found['axe']}: on how many both, only one "
        "or neither finds a fault of the rule. Review and cannot tell stand apart.", "",
        "| rule | axe-core's rule | both | only axe-core | only static | neither | one unsure |", _rule(7),
    ]  # fmt: skip
    for each in found["by_rule"]:
        counts = " | ".join(str(each[key]) for key in ("both", "only_axe", "only_static", "neither", "one_unsure"))
        lines.append(f"| `{each['rule']}` | {', '.join(each['axe_rules'])} | {counts} |")
    return [*lines, ""]


def put_into(page: str, generated: str) -> str:
    """The page with its generated part replaced. Raises ValueError where the marks are missing."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the marks of the generated part are missing")
    return f"{before}{BEGIN}\n\n{generated}\n{END}{after}"
