"""What last year's evaluation said to the questions of this one: beside the question, never as its answer."""

from collections.abc import Mapping
from typing import Any

from tinjau import packs
from tinjau.model import Instrument
from tinjau.scoring.answering import DECIDED
from tinjau.web.models import Cycle, Entry
from tinjau.web.years.chain import label_of, previous_of

_SITE = frozenset({"", "site"})
_MOST = 6  # answers that are shown with one question; project choice


def last_year(cycle: Cycle, pack: Instrument) -> Mapping[str, dict[str, Any]]:
    """For each indicator of this instrument what the evaluation before this one has; empty where there is none.

    Where the instrument took over from another one, the indicators that its pack maps to stand there, marked as not
    comparable, with the pack's words on why.
    """
    previous = previous_of(cycle)
    if previous is None:
        return {}
    names = _used(previous)
    follows = pack.data.get("follows")
    result = previous.results.first()
    document: Mapping[str, Any] = result.assessment if result is not None else {}
    versions = {each["id"]: each["version"] for each in document.get("instruments", ())}
    if pack.id in names:
        mapping = {each.id: [each.id] for each in pack.indicators}
        same, earlier, why = versions.get(pack.id, pack.version) == pack.version, pack.id, None
    elif isinstance(follows, Mapping) and follows["instrument"] in names:
        mapping = {name: list(codes) for name, codes in follows["indicators"].items()}
        same, earlier, why = False, str(follows["instrument"]), follows["about"]
    else:
        return {}
    given, judged = _answers(previous, earlier), _outcomes(document, earlier)
    texts = {each.id: each.question for each in packs.load_instrument(earlier).indicators} if why else {}
    found: dict[str, dict[str, Any]] = {}
    for indicator, codes in mapping.items():
        rows = [
            {
                "code": code,
                "text": texts.get(code),
                "answers": given.get(code, ())[:_MOST],
                "outcomes": judged.get(code, ())[:_MOST],
            }
            for code in codes
            if given.get(code) or judged.get(code)
        ]
        if rows:
            found[indicator] = {
                "cycle": previous, "label": label_of(previous), "rows": rows, "comparable": same, "why": why,
                "old_version": "" if same or why else versions.get(pack.id, ""),
            }  # fmt: skip
    return found


def _used(cycle: Cycle) -> set[str]:
    entry = cycle.entries_of("settings").first()
    named = (entry.payload or {}).get("instruments") if entry is not None else None
    return set(named or ("sitokdana-7", "wb-4"))


def _answers(cycle: Cycle, instrument: str) -> dict[str, list[dict[str, str]]]:
    """Last year's answers by indicator; where people decided, the decision alone."""
    rows: dict[tuple[str, str], list[Entry]] = {}
    entries = cycle.entries_of("answer").filter(key__startswith=f"{instrument}/").exclude(payload=None)
    for entry in entries:
        rows.setdefault((str(entry.payload.get("indicator", "")), str(entry.payload.get("unit", ""))), []).append(entry)
    found: dict[str, list[dict[str, str]]] = {}
    for (indicator, unit), given in rows.items():
        decided = [each for each in given if str(each.payload.get("assessor", "")).partition(":")[0] == DECIDED]
        for each in decided[-1:] or given:
            row = {"unit": unit, "value": each.payload.get("value", ""), "note": each.payload.get("note", ""),
                   "assessor": "" if decided else each.payload.get("assessor", "")}  # fmt: skip
            found.setdefault(indicator, []).append(row)
    return found


def _outcomes(document: Mapping[str, Any], instrument: str) -> dict[str, list[dict[str, Any]]]:
    """Last year's outcomes on the whole site by indicator, with the observation or answer that each rests on."""
    found: dict[str, list[dict[str, Any]]] = {}
    for each in document.get("indicators", ()):
        if each["instrument"] == instrument and each["unit"] in _SITE and each["outcome"] != "untested":
            traces = [one["observation"] for one in each["evidence"] if one["observation"]][:2]
            found.setdefault(each["id"], []).append(
                {"outcome": each["outcome"], "value": each["value"], "traces": traces}
            )
    return found
