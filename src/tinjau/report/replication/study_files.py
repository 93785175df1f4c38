"""A study as the files of a study folder. YAML files are written as JSON, which YAML 1.2 contains."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from tinjau.model import Study, Text


def study_files(study: Study) -> dict[str, str]:
    """File name → text for every input that the study holds."""
    files = {
        "study.yaml": _json(_settings(study)),
        "services.csv": _table(
            ("id", "name_id", "name_en", "audience", "access", "guide", "url", "owner", "contact", "notes"),
            (
                (
                    s.id,
                    s.name.id,
                    s.name.en,
                    s.audience.value,
                    s.access.value,
                    s.guide.value,
                    s.url,
                    s.owner,
                    s.contact,
                    s.notes,
                )
                for s in study.services
            ),
        ),
        "answers/answers.csv": _table(
            ("instrument", "indicator", "unit", "assessor", "value", "evidence", "note", "date"),
            (
                (a.instrument, a.indicator, a.unit, a.assessor, a.value, a.evidence, a.note, a.date)
                for a in study.answers
            ),
        ),
        "judgements/judgements.csv": _table(
            ("assessor", "subject", "kind", "value", "round"),
            ((j.assessor, j.subject, j.kind, j.value, j.round) for j in study.judgements),
        ),
        "decisions.csv": _table(
            ("subject", "verdict", "by", "at", "reason"),
            ((d.subject, d.verdict, d.by, d.at, d.reason) for d in study.decisions),
        ),
        "actions.csv": _table(
            ("strategy", "owner", "start", "end", "budget", "spent", "indicator", "status"),
            ((a.strategy, a.owner, a.start, a.end, a.budget, a.spent, a.indicator, a.status) for a in study.actions),
        ),
    }
    documents: dict[str, Any] = {
        "factors.yaml": [_factor(each) for each in study.factors],
        "strategies.yaml": _strategies(study),
        "claims.yaml": [_claim(each) for each in study.claims],
        "options.yaml": study.options,
    }
    written = {name: _json(value) for name, value in documents.items() if value}
    return {name: text for name, text in files.items() if text.count("\n") > 1 or name == "study.yaml"} | written


def _settings(study: Study) -> dict[str, Any]:
    government = study.government
    settings: dict[str, Any] = {
        "title": _text(study.title),
        "government": {
            "name": government.name,
            "country": government.country,
            "level": government.level,
            "sites": list(government.sites),
            "code": government.code,
            "online_since": government.online_since,
        },
        "period": study.period,
        "language": study.language,
        "instruments": list(study.instruments),
        "sites": list(study.sites),
        "sources": [{"id": each.id, "kind": each.kind, "text": _text(each.text)} for each in study.sources],
    }
    if study.ladder_share is not None:
        settings["ladder_share"] = study.ladder_share
    settings["government"] = {
        name: value for name, value in settings["government"].items() if value not in ("", None, [])
    }
    return {name: value for name, value in settings.items() if value not in ("", None, [], {})}


def _factor(factor: Any) -> dict[str, Any]:
    return {
        "id": factor.id, "text": _text(factor.text), "themes": list(factor.themes), "actor": factor.actor,
        "support": list(factor.support), "status": factor.status.value,
    }  # fmt: skip


def _strategies(study: Study) -> dict[str, Any]:
    if not study.strategies and not study.conclusions:
        return {}
    strategies = [
        {
            "id": each.id, "text": _text(each.text), "themes": list(each.themes), "origin": each.origin,
            "uses": [{"factor": use.factor, "by": use.by or "person"} for use in each.uses],
        }
        for each in study.strategies
    ]  # fmt: skip
    conclusions = [
        {"id": each.id, "from": list(each.sources), "text": _text(each.text), "why": each.why}
        for each in study.conclusions
    ]
    return {"strategies": strategies, "conclusions": conclusions}


def _claim(claim: Any) -> dict[str, Any]:
    entry = {"id": claim.id, "kind": claim.kind, "value": claim.value, "where": claim.where}
    return entry | ({"subject": claim.subject} if claim.subject else {})


def _text(text: Text) -> dict[str, str]:
    return {lang: words for lang, words in (("id", text.id), ("en", text.en)) if words}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"


def _table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return stream.getvalue()
