"""What a closed round says, as its page and its table show it: coefficients in the reader's writing, disputes."""

from collections.abc import Mapping
from typing import Any

from tinjau import texts
from tinjau.model import Lang
from tinjau.web.assessors.items import instruments_of
from tinjau.web.assessors.pictures import MOST_ROWS, picture_of
from tinjau.web.assessors.reconciling import disputes_of
from tinjau.web.models import AssessmentRound
from tinjau.web.words import say

MOST_SHOWN = 300  # questions on the page of a round; project choice


def outcome_of(round_: AssessmentRound, lang: Lang) -> dict[str, Any]:
    """The agreement as rows (everything, then each instrument) and every question, the widest spread first."""
    agreement = round_.agreement or {}
    titles = {name: pack.title.get(lang) for name, pack in instruments_of(round_).items()}
    disputes = disputes_of(round_)
    differing = [each for each in disputes if each.differs]
    rows = []
    if agreement and not agreement.get("one_opinion"):
        # One instrument alone is everything: its row says it at the level that its pack states.
        several = len(agreement["by_instrument"]) > 1
        rows = [_row(say("assess.all-questions", lang), agreement, lang)] if several else []
        rows += [
            _row(titles.get(each["instrument"], each["instrument"]), each, lang) for each in agreement["by_instrument"]
        ]
    return {
        "rows": rows,
        "one_opinion": bool(agreement.get("one_opinion", True)),
        "assessors": agreement.get("assessors", []),
        "asked": agreement.get("asked", len(round_.items)),
        "answered": len(agreement.get("items", ())),
        "together": agreement.get("questions", 0),
        "differing": [_shown(each, lang) for each in differing[:MOST_SHOWN]],
        "picture": picture_of(differing, lang),
        "pictured": MOST_ROWS,
        "differing_n": len(differing),
        "open_n": sum(each.decided is None for each in differing),
        "decided_n": sum(each.decided is not None for each in differing),
    }


def _row(name: str, measured: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    return {
        "name": name,
        "level": measured["level"],
        "questions": measured["questions"],
        "percent": _share(measured["percent"], lang),
        "percent_interval": _between(measured["percent_interval"], lang, share=True),
        "unanimous": _share(measured["unanimous"], lang),
        "alpha": _number(measured["alpha"], lang),
        "interval": _between(measured["interval"], lang),
        "ac1": _number(measured["ac1"], lang),
        "ac1_interval": _between(measured["ac1_interval"], lang),
        "ac2": _number(measured["ac2"], lang),
        "ac2_interval": _between(measured["ac2_interval"], lang),
    }


def _shown(dispute: Any, lang: Lang) -> dict[str, Any]:
    """A dispute with its spread written out and, for answers on a scale, where each one lies."""
    counted: dict[str, list[str]] = {}
    for each in (*dispute.answers, *dispute.outside):
        counted.setdefault(str(each.get("value")), []).append(str(each.get("assessor") or "–"))
    order = {value: place for place, value in enumerate(dispute.question.values)}
    groups = sorted(counted.items(), key=lambda pair: order.get(pair[0], len(order)))
    return {
        "dispute": dispute,
        "spread": _number(dispute.spread, lang),
        "groups": [{"value": value, "who": names} for value, names in groups],
    }


def _number(value: float | None, lang: Lang) -> str:
    return "" if value is None else texts.number(value, lang, 2, fixed=True)


def _share(value: float | None, lang: Lang) -> str:
    return "" if value is None else texts.percent(value, lang)


def _between(ends: list[float] | None, lang: Lang, *, share: bool = False) -> str:
    if not ends:
        return ""
    write = _share if share else _number
    return say("assess.between", lang, low=write(ends[0], lang), high=write(ends[1], lang))
