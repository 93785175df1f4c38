"""assessment.json: the contract's keys, enums as their values, nothing left out because it is null."""

from typing import Any

from tinjau.model import (
    Assessment,
    Capture,
    CriterionResult,
    Government,
    IndicatorResult,
    LintFinding,
    Outcome,
    PhaseResult,
    ServicesResult,
    Text,
)


def assessment_to_json(assessment: Assessment) -> dict[str, Any]:
    """The assessment as one JSON document (contract: assessment.json)."""
    return {
        "tinjau_version": assessment.tinjau_version,
        "government": _government(assessment.government),
        "capture": _capture(assessment.capture),
        "instruments": [
            {"id": each.id, "version": each.version, "verified": each.verified, "title": text_to_json(each.title)}
            for each in assessment.instruments
        ],
        "criteria": [_criterion(each) for each in assessment.criteria],
        "indicators": [_indicator(each) for each in assessment.indicators],
        "services": _services(assessment.services),
        "matrix": [
            {"service": each.service, "criterion": each.criterion, "outcome": each.outcome.value, "value": each.value}
            for each in assessment.matrix
        ],
        "phase": _phase(assessment.phase),
        "agreement": dict(assessment.agreement) if assessment.agreement is not None else None,
        "lint": [finding_to_json(each) for each in assessment.lint],
    }


def finding_to_json(finding: LintFinding) -> dict[str, Any]:
    """One objection: code, severity, where, message in both languages, and what it is about."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "where": finding.where,
        "message": text_to_json(finding.message),
        "ids": list(finding.ids),
    }


def text_to_json(text: Text) -> dict[str, str]:
    """A text as {id, en}."""
    return {"id": text.id, "en": text.en}


def _government(government: Government) -> dict[str, Any]:
    return {
        "name": government.name,
        "country": government.country,
        "level": government.level,
        "sites": list(government.sites),
        "code": government.code,
        "online_since": government.online_since,
    }


def _capture(capture: Capture | None) -> dict[str, Any] | None:
    if capture is None:
        return None
    return {
        "archive": capture.archive,
        "sha256": capture.sha256,
        "pages": capture.pages,
        "completeness": capture.completeness,
        "from": capture.started,
        "to": capture.ended,
        "complete": capture.complete,
        "note": capture.note,
        "hosts": list(capture.hosts),
        "loss": capture.loss,
    }


def _criterion(result: CriterionResult) -> dict[str, Any]:
    return {
        "instrument": result.instrument,
        "id": result.id,
        "verdict": {
            "value": result.verdict.value if result.verdict else None,
            "by": result.verdict_by,
            "proposed": result.proposed.value if result.proposed else None,
            "proposal": result.proposal,
        },
        "score": result.score,
        "coverage": result.coverage,
        "outcomes": {outcome.value: result.outcomes.get(outcome, 0) for outcome in Outcome},
        "statement": text_to_json(result.statement),
    }


def _indicator(result: IndicatorResult) -> dict[str, Any]:
    return {
        "instrument": result.instrument,
        "id": result.id,
        "criterion": result.criterion,
        "unit": result.unit,
        "outcome": result.outcome.value,
        "value": result.value,
        "mode": result.mode.value,
        "evidence": [
            {
                "observation": each.observation,
                "url": each.url,
                "record": each.record,
                "digest": each.digest,
                "excerpt": each.excerpt,
            }
            for each in result.evidence
        ],
        "decided_by": result.decided_by,
        "proposed": result.proposed.value if result.proposed else None,
        "reason": result.reason,
        "proposal": result.proposal,
    }


def _services(services: ServicesResult) -> dict[str, Any]:
    items = []
    for each in services.items:
        match = services.matches.get(each.id)
        items.append(
            {
                "id": each.id,
                "name": text_to_json(each.name),
                "audience": each.audience.value,
                "access": each.access.value,
                "guide": each.guide.value,
                "phase": services.stages.get(each.id),
                "matched": list(match.urls) if match else [],
                "confidence": match.confidence if match else None,
                "clue": match.clue if match else "",
                "url": each.url,
                "owner": each.owner,
                "contact": each.contact,
                "notes": each.notes,
            }
        )
    return {
        "total": services.total,
        "public": services.public,
        "good": services.good,
        "lacking": services.lacking,
        "items": items,
    }


def _phase(phase: PhaseResult | None) -> dict[str, Any] | None:
    if phase is None:
        return None
    return {
        "id": phase.id,
        "ordinal": phase.ordinal,
        "rule": text_to_json(phase.rule),
        "level": phase.level,
        "reached": dict(phase.reached),
        "next": {"id": phase.next.id, "missing": list(phase.next.missing), "untested": list(phase.next.untested)}
        if phase.next
        else None,
        "sensitivity": dict(phase.sensitivity),
        "share": phase.share,
    }
