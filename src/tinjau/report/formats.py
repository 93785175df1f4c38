"""The forms in which a result leaves tinjau: for each name, the files it makes."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tinjau import report
from tinjau.model import Assessment, FoundService, Instrument, Lang, Observation, Plan, Study


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that a report may draw on."""

    assessment: Assessment
    plan: Plan
    study: Study
    lang: Lang
    instruments: tuple[Instrument, ...]
    observations: Sequence[Observation] = ()
    found: Sequence[FoundService] = ()
    draft: bool = True
    public: bool = True
    letterhead: bytes | None = None
    langs: tuple[Lang, ...] = ()  # several: all in one PDF, a page and a text document for each


def render(form: str, results: Results) -> dict[str, bytes]:
    """The files of this form by name, complete. Raises KeyError for a form that is not in FORMS."""
    return {
        name: content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        for name, content in FORMS[form](results).items()
    }


def _html(each: Results) -> dict[str, str]:
    return {
        f"report{ending}.html": report.html_report(
            each.assessment,
            each.plan,
            each.study,
            lang,
            each.instruments,
            draft=each.draft,
            public=each.public,
            observations=each.observations,
        )
        for lang, ending in _languages(each)
    }


def _languages(each: Results) -> list[tuple[Lang, str]]:
    """The languages of a form that is written in one at a time, with what all but the first add to the file's name."""
    langs = each.langs or (each.lang,)
    return [(lang, f"-{lang}" if place else "") for place, lang in enumerate(langs)]


def _pdf(each: Results) -> dict[str, bytes]:
    made = report.pdf_report(
        each.assessment,
        each.plan,
        each.study,
        each.langs or each.lang,
        each.instruments,
        draft=each.draft,
        public=each.public,
        observations=each.observations,
    )
    return {"report.pdf": made}


def _docx(each: Results) -> dict[str, bytes]:
    return {
        f"report{ending}.docx": report.docx_report(
            each.assessment,
            each.plan,
            each.study,
            lang,
            each.instruments,
            letterhead=each.letterhead,
            draft=each.draft,
            public=each.public,
            observations=each.observations,
        )
        for lang, ending in _languages(each)
    }


def _xlsx(each: Results) -> dict[str, bytes]:
    made = report.xlsx_report(each.assessment, each.plan, each.study, each.lang, each.instruments, public=each.public)
    return {"tables.xlsx": made}


def _csv(each: Results) -> dict[str, str]:
    files = report.csv_tables(each.assessment, each.plan, each.study, each.instruments, public=each.public)
    return {f"tables/{name}": text for name, text in files.items()}


def _earl(each: Results) -> dict[str, str]:
    document = report.earl_report(each.assessment, each.plan, each.study, each.instruments, public=each.public)
    return {"earl.jsonld": _json(document)}


def _wcag_em(each: Results) -> dict[str, str]:
    document = report.wcag_em_report(
        each.assessment, each.plan, each.study, each.lang, each.instruments, each.observations
    )
    return {"wcag-em.jsonld": _json(document)}


def _inventory(each: Results) -> dict[str, str]:
    files = report.inventory_report(each.assessment, each.plan, each.study, each.lang, each.instruments)
    return {name: _json(document) for name, document in files.items()}


def _replication(each: Results) -> dict[str, bytes]:
    packed = report.replication_package(
        each.assessment, each.plan, each.study, each.instruments, each.observations, each.found
    )
    return {"replication.zip": packed}


def _json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


FORMS: Mapping[str, Callable[[Results], Mapping[str, str | bytes]]] = {
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
    "csv": _csv,
    "earl": _earl,
    "wcag-em": _wcag_em,
    "inventory": _inventory,
    "replication": _replication,
}
