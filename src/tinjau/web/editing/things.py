"""What a form says as a thing of a study, and whether the study room would take it."""

from collections.abc import Callable, Mapping
from typing import Any

from tinjau.model import Cell, FactorKind, FactorStatus, InputError, Lang
from tinjau.strategy import amount
from tinjau.study.swot import ACTORS, MAX_FACTORS, read_factors, read_tows
from tinjau.web.words import say

KINDS = tuple(each.value for each in FactorKind)
CELLS = tuple(each.value for each in Cell)
STATUSES = tuple(each.value for each in FactorStatus)
DOINGS = ("planned", "running", "done", "stopped")
ACTORS_KNOWN = ACTORS

Faults = dict[str, str]
"""A sentence for each field that cannot stay so; the empty field is the form as a whole."""


def text_faults(payload: Mapping[str, Any], lang: str) -> Faults:
    """A text in one language at least."""
    text = payload.get("text") or {}
    return {} if text.get("id") or text.get("en") else {"text": say("edit.needs-text", lang)}


def factor_faults(payload: Mapping[str, Any], count: int, language: Lang, lang: str) -> Faults:
    """What keeps a factor out of a study with `count` others."""
    return text_faults(payload, lang) or _too_many(count, lang) or _asked(
        lambda: read_factors({"factors": [dict(payload)]}, "factors.yaml", language)
    )  # fmt: skip


def strategy_faults(payload: Mapping[str, Any], count: int, language: Lang, lang: str) -> Faults:
    """What keeps a strategy out of a study with `count` others."""
    return text_faults(payload, lang) or _too_many(count, lang) or _asked(
        lambda: read_tows({"strategies": [dict(payload)]}, "strategies.yaml", language)
    )  # fmt: skip


def conclusion_faults(payload: Mapping[str, Any], language: Lang, lang: str) -> Faults:
    """What keeps a conclusion out of a study."""
    found = text_faults(payload, lang)
    if not payload.get("from"):
        found["from"] = say("edit.needs-from", lang)
    return found or _asked(lambda: read_tows({"conclusions": [dict(payload)]}, "strategies.yaml", language))


def action_faults(payload: Mapping[str, str], known: frozenset[str], standing: Mapping[str, str], lang: str) -> Faults:
    """What a reader of the plan would object to in an action; what stood before may stay as it was."""
    found: Faults = {}
    if payload.get("strategy", "") not in known:
        found["strategy"] = say("edit.needs-strategy", lang)
    for name in ("budget", "spent"):
        written = payload.get(name, "")
        if written and written != standing.get(name) and amount(written) is None:
            found[name] = say("edit.no-amount", lang)
    for name in ("start", "end"):
        written = payload.get(name, "")
        if written and written != standing.get(name) and not is_day(written):
            found[name] = say("edit.no-date", lang)
    start, end = payload.get("start", ""), payload.get("end", "")
    if is_day(start) and is_day(end) and end < start:
        found["end"] = say("edit.ends-early", lang)
    return found


def is_day(written: str) -> bool:
    """Whether it is a date as ISO 8601 writes it."""
    parts = written.split("-")
    if [len(each) for each in parts] != [4, 2, 2] or not all(each.isascii() and each.isdecimal() for each in parts):
        return False
    return 1 <= int(parts[1]) <= 12 and 1 <= int(parts[2]) <= 31


def fits(cell: str, factor: str) -> bool:
    """Whether a factor stands in one of the two boxes that the cell draws on (Weihrich 1982)."""
    return cell in CELLS and factor[:1] in cell


def _too_many(count: int, lang: str) -> Faults:
    return {"": say("edit.too-many", lang, n=MAX_FACTORS)} if count >= MAX_FACTORS else {}


def _asked(read: Callable[[], Any]) -> Faults:
    """What the study room says against it: the field that it names, and its own words."""
    try:
        read()
    except InputError as error:
        return {error.place.rsplit(", ", 1)[-1]: f"{error.problem}. {error.mend}".strip()}
    return {}
