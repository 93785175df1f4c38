"""The results as flat tables: one row a thing, ids as in assessment.json and plan.json, empty where nobody spoke."""

from collections.abc import Callable

from tinjau.model import Evidence, IndicatorResult, LintFinding, Outcome, Text
from tinjau.report.content.edition import Edition
from tinjau.report.tables.planning import planning_tables
from tinjau.report.tables.table import DataTable, Value, reasons, spaced, texts


def data_tables(edition: Edition) -> tuple[DataTable, ...]:
    """All tables of one assessment and plan, in the order of the report; every one present, some without rows."""
    makers: tuple[Callable[[Edition], DataTable], ...] = (
        _criteria, _indicators, _evidence, _services, _service_addresses, _matrix, _phase, _sensitivity,
    )  # fmt: skip
    stages = tuple(make(edition) for make in makers)
    return (*stages, *planning_tables(edition), *(make(edition) for make in (_objections, _instruments, _capture)))


def _criteria(edition: Edition) -> DataTable:
    rows = []
    for each in edition.assessment.criteria:
        described = edition.criterion(each.instrument, each.id)
        title = described.title if described else Text("", "")
        counts = tuple(each.outcomes.get(outcome, 0) for outcome in Outcome)
        verdict = each.verdict.value if each.verdict else None
        proposed = each.proposed.value if each.proposed else None
        rows.append(
            (
                each.instrument,
                each.id,
                *texts(title),
                verdict,
                each.verdict_by,
                proposed,
                each.score,
                each.coverage,
                *counts,
                *texts(each.statement),
            )
        )
    columns = (
        "instrument", "criterion", "title_id", "title_en", "verdict", "verdict_by", "proposed", "score", "coverage",
        *(outcome.value for outcome in Outcome), "statement_id", "statement_en",
    )  # fmt: skip
    return DataTable("criteria", columns, tuple(rows))


def _key(result: IndicatorResult) -> tuple[str, str, str]:
    return (result.instrument, result.id, result.unit)


def _indicators(edition: Edition) -> DataTable:
    rows = []
    for each in edition.indicators:
        described = edition.indicator(each.instrument, each.id)
        question = described.question if described else Text("", "")
        proposed = each.proposed.value if each.proposed else None
        rows.append(
            (
                *_key(each),
                each.criterion,
                *texts(question),
                each.outcome.value,
                each.value,
                each.mode.value,
                each.decided_by,
                proposed,
                len(each.evidence),
                each.reason,
                *reasons(each.reason),
            )
        )
    columns = (
        "instrument", "indicator", "unit", "criterion", "question_id", "question_en", "outcome", "value", "mode",
        "decided_by", "proposed", "evidence_count", "reason", "reason_id", "reason_en",
    )  # fmt: skip
    return DataTable("indicators", columns, tuple(rows))


def _evidence(edition: Edition) -> DataTable:
    rows = tuple((*_key(result), *_evidence_cells(each)) for result in edition.indicators for each in result.evidence)
    columns = ("instrument", "indicator", "unit", "observation", "url", "record", "digest", "excerpt")
    return DataTable("evidence", columns, rows)


def _evidence_cells(evidence: Evidence) -> tuple[str, ...]:
    return (evidence.observation, evidence.url, evidence.record, evidence.digest, evidence.excerpt)


def _services(edition: Edition) -> DataTable:
    services = edition.assessment.services
    rows = []
    for each in services.items:
        match = services.matches.get(each.id)
        rows.append(
            (
                each.id,
                *texts(each.name),
                each.audience.value,
                each.access.value,
                each.guide.value,
                services.stages.get(each.id),
                match.confidence if match else None,
                match.clue if match else "",
                each.url,
                each.owner,
                each.contact,
                each.notes,
            )
        )
    columns = (
        "service", "name_id", "name_en", "audience", "access", "guide", "phase", "confidence", "clue", "url", "owner",
        "contact", "notes",
    )  # fmt: skip
    return DataTable("services", columns, tuple(rows))


def _service_addresses(edition: Edition) -> DataTable:
    matches = edition.assessment.services.matches
    rows = tuple((each.service, url, each.confidence) for each in matches.values() for url in each.urls)
    return DataTable("service_addresses", ("service", "url", "confidence"), rows)


def _matrix(edition: Edition) -> DataTable:
    rows = tuple((each.service, each.criterion, each.outcome.value, each.value) for each in edition.assessment.matrix)
    return DataTable("matrix", ("service", "criterion", "outcome", "value"), rows)


def _phase(edition: Edition) -> DataTable:
    phase = edition.assessment.phase
    ahead = phase.next if phase else None
    rows = []
    for gate in edition.gates if phase else ():
        here = phase is not None and phase.id == gate.phase
        reached = phase is not None and (phase.ordinal or 0) >= gate.ordinal
        following = ahead is not None and ahead.id == gate.phase
        rows.append(
            (
                gate.phase,
                *texts(gate.title),
                gate.ordinal,
                reached,
                here,
                phase.reached.get(gate.phase) if phase else None,
                spaced(ahead.missing) if ahead and following else "",
                spaced(ahead.untested) if ahead and following else "",
            )
        )
    columns = ("phase", "title_id", "title_en", "ordinal", "reached", "present", "share", "missing", "untested")
    return DataTable("phase", columns, tuple(rows))


def _sensitivity(edition: Edition) -> DataTable:
    phase = edition.assessment.phase
    rows = tuple(phase.sensitivity.items()) if phase else ()
    return DataTable("phase_sensitivity", ("share_asked", "phase"), rows)


def _objections(edition: Edition) -> DataTable:
    def row(each: LintFinding) -> tuple[Value, ...]:
        return (each.code, each.severity.value, each.where, *texts(each.message), spaced(each.ids))

    columns = ("code", "severity", "where", "message_id", "message_en", "about")
    return DataTable("objections", columns, tuple(map(row, edition.objections)))


def _instruments(edition: Edition) -> DataTable:
    packs = {each.id: each for each in edition.instruments}
    rows = tuple(
        (each.id, each.version, *texts(each.title), each.verified, packs[each.id].source if each.id in packs else "")
        for each in edition.assessment.instruments
    )
    return DataTable("instruments", ("instrument", "version", "title_id", "title_en", "verified", "source"), rows)


def _capture(edition: Edition) -> DataTable:
    capture = edition.assessment.capture
    columns = (
        "archive",
        "sha256",
        "pages",
        "completeness",
        "started",
        "ended",
        "complete",
        "loss",
        "note",
        "hosts",
        "tinjau_version",
        "loss_id",
        "loss_en",
        "note_id",
        "note_en",
    )
    version = edition.assessment.tinjau_version
    if capture is None:
        return DataTable("capture", columns, ((*(None,) * 10, version, *(None,) * 4),))
    row = (
        capture.archive, capture.sha256, capture.pages, capture.completeness, capture.started, capture.ended,
        capture.complete, capture.loss, capture.note, spaced(capture.hosts), version, *reasons(capture.loss),
        *reasons(capture.note),
    )  # fmt: skip
    return DataTable("capture", columns, (row,))
