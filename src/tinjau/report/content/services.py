"""The service inventory: counted, listed, and set against the criteria."""

from collections.abc import Iterable, Mapping, Sequence

from tinjau.model import MatrixCell, Outcome, Service
from tinjau.report.anchors import anchor
from tinjau.report.content.edition import Edition
from tinjau.report.content.tables import columns
from tinjau.report.document import Block, Column, Facts, Figure, Inline, Line, Link, Para, Row, Section, Table, Words
from tinjau.report.hostile import one_line
from tinjau.report.pictures.matrix import MatrixPicture, service_matrix
from tinjau.texts import percent

ADDRESSES = 2  # project choice: addresses shown for one service
_SAID_BY_THE_SIGN = frozenset({"yes", "no", "good", "lacking", "missing", "unknown"})
PICTURED, PICTURED_CRITERIA = 30, 9  # project choice: what stays readable in a picture on a telephone
SERVICES_SHOWN = 400  # project choice: an inventory longer than this is listed in assessment.json


def services_section(edition: Edition) -> Section:
    """Counts, the table of services, and the matrix of services and criteria."""
    services = edition.assessment.services
    if not services.items:
        return Section("services", edition.say("section.services"), (Para((edition.say("services.none"),)),))
    unknown = services.public - services.good - services.lacking
    counts: tuple[tuple[str, Line], ...] = (
        (edition.say("services.total"), (str(services.total),)),
        (edition.say("services.public"), (str(services.public),)),
        (edition.say("services.good"), (str(services.good),)),
        (edition.say("services.lacking"), (str(services.lacking),)),
        *(((edition.say("services.unknown"), (str(unknown),)),) if unknown > 0 else ()),
    )
    blocks: list[Block] = [Facts(counts, role="key"), _table(edition)]
    if edition.assessment.matrix:
        blocks += _matrix(edition)
    return Section("services", edition.say("section.services"), tuple(blocks), (edition.say("services.lead"),))


def _table(edition: Edition) -> Table:
    items = edition.assessment.services.items
    rows = tuple(_row(edition, each) for each in items[:SERVICES_SHOWN])
    note: Line = (
        (edition.say("table.more-services", n=len(items) - SERVICES_SHOWN),) if len(items) > SERVICES_SHOWN else ()
    )
    heads = columns(
        edition, "service", "audience", "access", "guide", "service-phase", "found-at", parts=(25, 15, 15, 15, 15, 15)
    )
    return Table(edition.say("table.services"), heads, rows, note=note)


def _row(edition: Edition, service: Service) -> Row:
    stages = edition.assessment.services.stages
    name: list[Inline] = [
        edition.passage(service.name, strong=True) if service.name.get(edition.lang) else Words(service.id, "")
    ]
    if service.owner:
        name += ["\n", Words(one_line(service.owner, 120), edition.page_lang, quiet=True)]
    stage = stages.get(service.id)
    shown = edition.phase_title(stage) if stage else Words(edition.say("verdict.none"), quiet=True)
    cells: tuple[Line, ...] = (
        tuple(name),
        (edition.say(f"audience.{service.audience.value}"),),
        (edition.say(f"access.{service.access.value}"),),
        (edition.say(f"guide.{service.guide.value}"),),
        (shown,),
        _found(edition, service),
    )
    return Row(cells, anchor("service", service.id))


def _found(edition: Edition, service: Service) -> Line:
    match = edition.assessment.services.matches.get(service.id)
    if match is None or not match.urls:
        quiet = edition.say("services.not-found" if edition.assessment.capture else "services.no-capture")
        return (Words(quiet, quiet=True),)
    parts: list[Inline] = []
    for each in match.urls[:ADDRESSES]:
        parts += [*(["\n"] if parts else []), Link(each)]
    if len(match.urls) > ADDRESSES:
        parts += ["\n", edition.say("evidence.more", n=len(match.urls) - ADDRESSES)]
    if match.confidence is not None:
        parts += [
            "\n",
            Words(edition.say("services.confidence", share=percent(match.confidence, edition.lang)), quiet=True),
        ]
    return tuple(parts)


def _matrix(edition: Edition) -> list[Block]:
    cells: dict[tuple[str, str], MatrixCell] = {
        (each.service, each.criterion): each for each in edition.assessment.matrix
    }
    criteria = list(dict.fromkeys(each.criterion for each in edition.assessment.matrix))
    judged = {each.service for each in edition.assessment.matrix}
    rows = tuple(
        Row(((edition.passage(service.name),), *(_cell(edition, cells.get((service.id, each))) for each in criteria)))
        for service in edition.assessment.services.items[:SERVICES_SHOWN]
        if service.id in judged
    )
    heads = (
        Column(edition.say("column.service")),
        *(Column(_criterion(edition, each), narrow=True) for each in criteria),
    )
    note: Line = (edition.say("services.matrix-note"),)
    table = Table(edition.say("table.matrix"), heads, rows, wide=True, note=note)
    if len(rows) > PICTURED or len(criteria) > PICTURED_CRITERIA:
        return [table]
    return [_picture(edition, cells, criteria, table), table]


def _picture(
    edition: Edition, cells: Mapping[tuple[str, str], MatrixCell], criteria: Sequence[str], table: Table
) -> Figure:
    """The same as a picture, with how many criteria each service meets and how many services meet each criterion."""
    judged = {service for service, _ in cells}
    services = [
        (each.id, edition.passage(each.name).text or each.id)
        for each in edition.assessment.services.items
        if each.id in judged
    ]
    shown = MatrixPicture(
        services,
        [(each, _criterion(edition, each)) for each in criteria],
        {key: edition.outcome(cell.outcome) for key, cell in cells.items()},
        {name: _met(cell for (service, _), cell in cells.items() if service == name) for name, _ in services},
        {name: _met(cell for (_, criterion), cell in cells.items() if criterion == name) for name in criteria},
        edition.say("services.met"),
    )
    description = "; ".join(f"{words}: {shown.by_criterion[name]}" for name, words in shown.criteria)
    drawn = service_matrix(shown, edition.say("table.matrix"), description, table, "matrix")
    return Figure(drawn, (edition.say("services.met-note"),), beside=True)


def _met(cells: Iterable[MatrixCell]) -> str:
    """Met of those that were determined; a dash where none was."""
    outcomes = [each.outcome for each in cells if each.outcome in {Outcome.PASSED, Outcome.FAILED}]
    return f"{outcomes.count(Outcome.PASSED)}/{len(outcomes)}" if outcomes else "–"


def _criterion(edition: Edition, criterion: str) -> str:
    for instrument in (*edition.judging, *(pack.id for pack in edition.instruments)):
        if edition.criterion(instrument, criterion) is not None:
            return edition.criterion_title(instrument, criterion).text
    return criterion


def _cell(edition: Edition, cell: MatrixCell | None) -> Line:
    if cell is None:
        return (edition.outcome(None),)
    mark = edition.outcome(cell.outcome)
    if cell.value and cell.value not in _SAID_BY_THE_SIGN:
        return (mark, "\n", Words(one_line(cell.value, 40), "", quiet=True))
    return (mark,)
