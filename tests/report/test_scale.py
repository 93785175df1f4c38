"""A big site's page stays small: rules are grouped, evidence and units are counted beyond what a reader takes in."""

from dataclasses import replace
from functools import cache

from tests.report import city
from tests.report.test_hostile import check

from tinjau.model import (
    Assessment,
    Indicator,
    IndicatorResult,
    Instrument,
    LintFinding,
    MatrixCell,
    Mode,
    Outcome,
    Service,
    ServiceMatch,
    Severity,
    Text,
)
from tinjau.report import csv_tables, html_report, pdf_report

PAGES, SERVICES, INDICATORS, ASSESSORS = 2_000, 25, 95, 5
LIMIT = 3_000_000  # bytes of HTML for a site of 2,000 pages (issue 7)


@cache
def big() -> tuple[Assessment, Instrument]:
    """95 indicators, each seen on 2,000 pages and answered for 25 services by 5 people, with as many objections."""
    pack = city.criteria_pack()
    names = [(f"i{number}", pack.criteria[number % 4].id) for number in range(INDICATORS)]
    indicators = tuple(
        Indicator(name, criterion, Text(f"Pertanyaan {name} tentang layanan ini?", f"Question {name}?"))
        for name, criterion in names
    )
    seen = tuple(city.evidence(f"obs-{page}", "x" * 300, f"{city.SITE}/halaman/{page}") for page in range(PAGES))
    services = tuple(
        Service(f"s{number}", Text(f"Layanan {number}", f"Service {number}")) for number in range(SERVICES)
    )
    results = [
        IndicatorResult("four", name, criterion, "site", Outcome.FAILED, Mode.AUTOMATIC, PAGES, seen, "rule")
        for name, criterion in names
    ]
    results += [
        IndicatorResult(
            "four",
            name,
            criterion,
            each.id,
            Outcome.PASSED,
            Mode.MANUAL,
            "yes",
            seen[:5],
            f"Penilai {number % ASSESSORS}",
        )
        for number, (name, criterion) in enumerate(names)
        for each in services
    ]
    whole = city.assessment()
    matches = {
        each.id: ServiceMatch(each.id, tuple(f"{city.SITE}/{each.id}/{page}" for page in range(200)), 0.9)
        for each in services
    }
    cells = tuple(MatrixCell(each.id, criterion.id, Outcome.PASSED) for each in services for criterion in pack.criteria)
    objections = tuple(
        LintFinding(f"code-{n % 7}", Severity.WARNING, f"berkas, baris {n}", Text(f"Keberatan {n}", f"Objection {n}"))
        for n in range(PAGES)
    )
    assessment = replace(
        whole,
        indicators=tuple(results),
        services=replace(whole.services, total=SERVICES, items=services, matches=matches),
        matrix=cells,
        lint=objections,
    )
    return assessment, replace(pack, indicators=indicators)


def test_the_page_of_a_big_site_stays_under_its_limit() -> None:
    assessment, pack = big()
    made = html_report(assessment, city.plan(), city.study(), "id", [pack, city.ladder_pack()])
    check(made)
    assert len(made.encode()) < LIMIT
    assert "dan 1.997 lagi" in made


def test_nothing_is_left_out_of_the_tables() -> None:
    assessment, pack = big()
    files = csv_tables(assessment, city.plan(), city.study(), [pack])
    assert files["evidence.csv"].count("\r\n") == 1 + INDICATORS * PAGES + INDICATORS * SERVICES * 5
    assert files["indicators.csv"].count("\r\n") == 1 + INDICATORS + INDICATORS * SERVICES


def test_a_big_site_can_be_printed() -> None:
    assessment, pack = big()
    assert pdf_report(assessment, city.plan(), city.study(), "id", [pack, city.ladder_pack()]).startswith(b"%PDF")
