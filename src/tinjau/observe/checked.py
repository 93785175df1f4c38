"""Which checks evaluators make, and who answers each: `checks.yaml` beside the detectors' own codes, as a table."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

import yaml

from tinjau.observe.detectors import DETECTORS

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CRITERIA = {
    "T": "Transparency", "S": "Services", "E": "Efficiency", "C": "Economy", "A": "Aspirations", "P": "Appearance",
    "U": "Update",
}  # fmt: skip
_COLUMNS = "| check | class | asks for | answered by | left open |"
_CLASSES = frozenset("SBDGHMX")


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what it asks, its class of evidence, and who answers beside detectors; "" where nobody does."""

    code: str
    about: str
    kind: str
    browse: bool = False
    person: str = ""
    open: str = ""


def checks() -> tuple[Check, ...]:
    """All checks in their order. Raises ValueError for an entry of another shape."""
    text = resources.files("tinjau.observe").joinpath("checks.yaml").read_text(encoding="utf-8")
    found = []
    for code, entry in yaml.load(text, Loader=_Loader).items():  # noqa: S506 - one of the safe loaders
        kind = str(entry.pop("class", ""))
        if code[0] not in _CRITERIA or not kind or not set(kind) <= _CLASSES:
            raise ValueError(f"{code}: no such criterion or class: {kind}")
        found.append(Check(code, kind=kind, **entry))
    return tuple(found)


def answering() -> Mapping[str, tuple[str, ...]]:
    """The detectors of each check, by its code."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind in DETECTORS:
        found[kind.check].append(kind.name)
    return {code: tuple(names) for code, names in found.items()}


def table() -> str:
    """The checks and who answers them, as Markdown."""
    by_code, all_checks = answering(), checks()
    answered = sum(each.code in by_code for each in all_checks)
    lines = [
        "# Checks and who answers them", "",
        f"{len(all_checks)} checks that evaluators of government sites make. Detectors answer {answered} of them,",
        "wholly or in part, from captures; `tinjau browse` looks at a sample of the same pages in a browser; people",
        "answer what no machine can. The class says what evidence a check needs: S what a server sends, B a browser,",
        "D documents, G links, H two captures, M people, X other sources. Data: `src/tinjau/observe/checks.yaml`.", "",
    ]  # fmt: skip
    for letter, criterion in _CRITERIA.items():
        lines += [f"## {criterion}", "", _COLUMNS, "|---|---|---|---|---|"]
        lines += [_row(each, by_code.get(each.code, ())) for each in all_checks if each.code[0] == letter] + [""]
    return "\n".join(lines)


def _row(check: Check, detectors: tuple[str, ...]) -> str:
    who = [f"[{name}]({name}.md)" for name in detectors]
    who += ["`tinjau browse`"] if check.browse else []
    who += [check.person] if check.person else []
    told = ", ".join(who) or "not answered here"
    return f"| {check.code} | {'/'.join(check.kind)} | {check.about} | {told} | {check.open or '–'} |"
