"""Documents out of results: a page, a print, a text document, a workbook, tables, and open formats for machines.

Decides nothing and computes no score. Formats with heavy libraries stand in modules of their own and are imported when
they are asked for, so that a run without them stays light.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tinjau.model import Assessment, FoundService, Instrument, Lang, Observation, Plan, Study
from tinjau.report.content import Edition, document
from tinjau.report.content.comparison import comparison_document
from tinjau.report.linked import cpsv_services, earl, schema_services, wcag_em
from tinjau.report.pages import page
from tinjau.report.replication import package
from tinjau.report.tables import csv_files, data_tables
from tinjau.scoring.comparing import Comparison


def html_report(
    assessment: Assessment,
    plan: Plan,
    study: Study,
    lang: Lang,
    instruments: Sequence[Instrument],
    *,
    draft: bool = True,
    public: bool = True,
    observations: Sequence[Observation] = (),
) -> str:
    """One self-contained HTML page in `lang`: no script, no request, all foreign text escaped.

    `draft` marks it until people approved it; `public` leaves out what only the site's owner may read. With the
    capture's `observations` it holds the accessibility evaluation too.
    """
    edition = Edition(assessment, plan, study, lang, tuple(instruments), public, observations)
    return page(document(edition, draft=draft))


def comparison_page(
    comparison: Comparison,
    documents: Sequence[Mapping[str, Any]],
    lang: Lang,
    instruments: Sequence[Instrument] = (),
) -> str:
    """Assessments side by side as one self-contained page; `documents` are their assessment.json in the same order.

    `instruments` give criteria and questions their names; without them their ids are shown.
    """
    return page(comparison_document(comparison, documents, lang, instruments))


def comparison_file(
    suffix: str,
    comparison: Comparison,
    documents: Sequence[Mapping[str, Any]],
    lang: Lang,
    instruments: Sequence[Instrument] = (),
) -> bytes:
    """The same as `.html`, `.pdf` or `.docx`. Raises KeyError for another suffix."""
    made = comparison_document(comparison, documents, lang, instruments)
    if suffix == ".html":
        return page(made).encode("utf-8", "replace")
    if suffix == ".docx":
        from tinjau.report.word import docx  # python-docx and lxml are needed for this format alone

        return docx(made)
    if suffix == ".pdf":
        from tinjau.report.print import pdf  # the Typst compiler is 40 MB; a comparison as HTML does not load it

        return pdf([made], brief=True)
    raise KeyError(suffix)


def pdf_report(
    assessment: Assessment,
    plan: Plan,
    study: Study,
    langs: Sequence[Lang] | Lang,
    instruments: Sequence[Instrument],
    *,
    draft: bool = True,
    public: bool = True,
    observations: Sequence[Observation] = (),
) -> bytes:
    """One PDF (A4, PDF/UA-1 and PDF/A-2a) in one language or several, one after the other; two pages in brief first."""
    from tinjau.report.print import pdf  # the Typst compiler is 40 MB; a run without PDF does not load it

    wanted: tuple[Lang, ...] = (langs,) if isinstance(langs, str) else tuple(langs)
    editions = [Edition(assessment, plan, study, each, tuple(instruments), public, observations) for each in wanted]
    made = assessment.capture.ended if assessment.capture else ""
    return pdf([document(each, draft=draft) for each in editions], made)


def docx_report(
    assessment: Assessment,
    plan: Plan,
    study: Study,
    lang: Lang,
    instruments: Sequence[Instrument],
    *,
    letterhead: bytes | None = None,
    draft: bool = True,
    public: bool = True,
    observations: Sequence[Observation] = (),
) -> bytes:
    """One text document (DOCX), on the office's letterhead where it brings one (report at `{{ report }}` or the end).

    Raises InputError where the letterhead cannot be used.
    """
    from tinjau.report.word import docx  # python-docx, lxml and the compiler are needed for this format alone

    edition = Edition(assessment, plan, study, lang, tuple(instruments), public, observations)
    return docx(document(edition, draft=draft), letterhead)


def xlsx_report(
    assessment: Assessment,
    plan: Plan,
    study: Study,
    lang: Lang,
    instruments: Sequence[Instrument],
    *,
    public: bool = True,
) -> bytes:
    """One workbook with every table, a contents sheet in `lang` and the data dictionary; no formula, no link."""
    from tinjau.report.tables.workbook import workbook  # XlsxWriter is needed for this format alone

    edition = Edition(assessment, plan, study, lang, tuple(instruments), public)
    return workbook(data_tables(edition), lang, assessment.government.name)


def csv_tables(
    assessment: Assessment, plan: Plan, study: Study, instruments: Sequence[Instrument], *, public: bool = True
) -> dict[str, str]:
    """Every table as CSV text by file name, with `data-dictionary.csv`; formulas are neutralised."""
    return csv_files(data_tables(Edition(assessment, plan, study, "id", tuple(instruments), public)))


def earl_report(
    assessment: Assessment, plan: Plan, study: Study, instruments: Sequence[Instrument], *, public: bool = True
) -> dict[str, Any]:
    """Every outcome as a W3C EARL 1.0 assertion, one JSON-LD document."""
    return earl(Edition(assessment, plan, study, "en", tuple(instruments), public))


def wcag_em_report(
    assessment: Assessment,
    plan: Plan,
    study: Study,
    lang: Lang,
    instruments: Sequence[Instrument],
    observations: Sequence[Observation] = (),
) -> dict[str, Any]:
    """The accessibility evaluation for W3C's WCAG-EM Report Tool, one JSON-LD document; nothing in it is passed."""
    return wcag_em(Edition(assessment, plan, study, lang, tuple(instruments), observations=observations))


def inventory_report(
    assessment: Assessment, plan: Plan, study: Study, lang: Lang, instruments: Sequence[Instrument]
) -> dict[str, dict[str, Any]]:
    """The service inventory as JSON-LD by file name: CPSV-AP for catalogues, schema.org for a site's own pages."""
    edition = Edition(assessment, plan, study, lang, tuple(instruments))
    return {"services-cpsv.jsonld": cpsv_services(edition), "services-schema.jsonld": schema_services(edition)}


def replication_package(
    assessment: Assessment,
    plan: Plan,
    study: Study,
    instruments: Sequence[Instrument],
    observations: Sequence[Observation] = (),
    found: Sequence[FoundService] = (),
) -> bytes:
    """One zip with which others recompute every table: inputs without names, observations, tables, a script."""
    return package(assessment, plan, study, instruments, observations, found)


__all__ = [
    "comparison_file",
    "comparison_page",
    "csv_tables",
    "docx_report",
    "earl_report",
    "html_report",
    "inventory_report",
    "pdf_report",
    "replication_package",
    "wcag_em_report",
    "xlsx_report",
]
