"""The settings of an evaluation as a form has them, and back; the study room says whether they can stand."""

from collections.abc import Mapping
from typing import Any

from tinjau import packs
from tinjau.model import InputError, Instrument, Lang
from tinjau.study.settings import DEFAULT_INSTRUMENTS, read_settings
from tinjau.web.editing.keeping import both_texts
from tinjau.web.editing.things import Faults
from tinjau.web.words import say

LEVELS = ("city", "regency", "province", "ministry", "agency", "village")
_FIELDS = {"government": "name", "ladder_share": "share", "online_since": "since"}
_MOST_ASKED = 8  # people to ask that are listed of one instrument


def as_form(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the form from what study.yaml says."""
    language = "en" if payload.get("language") == "en" else "id"
    government = payload.get("government")
    own: Mapping[str, Any] = government if isinstance(government, dict) else {"name": government}
    sites = payload.get("sites") or own.get("sites") or own.get("site") or []
    share = payload.get("ladder_share")
    return {
        "title": both_texts(payload.get("title"), language),
        "period": str(payload.get("period") or ""),
        "language": language,
        "sites": "\n".join(str(each) for each in (sites if isinstance(sites, list) else [sites])),
        "instruments": [str(each) for each in payload.get("instruments") or DEFAULT_INSTRUMENTS],
        "share": "" if share in {None, ""} else _percent(share),
        **{name: str(own.get(key) or "") for name, key in _OWN},
    }


_OWN = (("name", "name"), ("code", "code"), ("level", "level"), ("country", "country"), ("since", "online_since"))


def as_payload(form: Mapping[str, Any], standing: Mapping[str, Any]) -> dict[str, Any]:
    """What study.yaml would say; keys that the form does not have stay as they are."""
    before = standing.get("government")
    own: dict[str, Any] = dict(before) if isinstance(before, dict) else {}
    own = {key: value for key, value in own.items() if key not in {"site", "sites"}}
    own |= {key: form[name] for name, key in _OWN}
    if str(own["online_since"]).isdecimal() and len(own["online_since"]) < 9:
        own["online_since"] = int(own["online_since"])
    share = form["share"].replace(",", ".").strip().removesuffix("%").strip()
    try:
        ladder_share: Any = round(float(share) / 100, 6) if share else None
    except ValueError:
        ladder_share = form["share"]
    changed = {
        "title": {key: text for key, text in form["title"].items() if text},
        "government": {key: value for key, value in own.items() if value not in {"", None}},
        "period": form["period"], "language": form["language"], "instruments": list(form["instruments"]),
        "sites": form["sites"].split(), "ladder_share": ladder_share,
    }  # fmt: skip
    merged = {**standing, **changed}
    return {key: value for key, value in merged.items() if value not in ("", None, [], {}) or key == "sites"}


def faults_of(payload: Mapping[str, Any], form: Mapping[str, Any], lang: str) -> Faults:
    """What keeps the settings from standing, at the field."""
    found: Faults = {}
    if not form["title"]["id"] and not form["title"]["en"]:
        found["title"] = say("settings.needs-title", lang)
    if not form["name"]:
        found["name"] = say("settings.needs-name", lang)
    if not form["instruments"]:
        found["instruments"] = say("settings.needs-instrument", lang)
    wrong = [each for each in form["sites"].split() if not each.startswith(("http://", "https://"))]
    if wrong:
        found["sites"] = say("cycle.bad-site", lang, site=wrong[0][:80])
    share = payload.get("ladder_share")
    if share is not None and not (isinstance(share, float) and 0 < share <= 1):
        found["share"] = say("settings.bad-share", lang)
    if form["since"] and not isinstance((payload.get("government") or {}).get("online_since"), int):
        found["since"] = say("settings.bad-year", lang)
    if found:
        return found
    try:
        read_settings(dict(payload), "study.yaml")
    except InputError as error:
        field = error.place.rsplit(", ", 1)[-1]
        return {_FIELDS.get(field, field): f"{error.problem}. {error.mend}".strip()}
    return {}


def offered(chosen: list[str], lang: Lang) -> list[dict[str, Any]]:
    """Every instrument that ships: what it asks, how much, of what, and whom to ask."""
    return [{"pack": pack, "chosen": pack.id in chosen, "questions": len(pack.indicators),
             "services": sum(each.unit == "service" for each in pack.indicators),
             "asks": _asks(pack, lang)} for pack in packs.list_instruments()]  # fmt: skip


def _asks(pack: Instrument, lang: Lang) -> list[str]:
    people = dict.fromkeys(each.ask.get(lang) for each in pack.indicators if each.ask.get(lang))
    return list(people)[:_MOST_ASKED]


def _percent(share: Any) -> str:
    try:
        number = float(str(share).replace(",", ".")) * 100
    except ValueError:
        return str(share)
    return f"{number:.4f}".rstrip("0").rstrip(".")
