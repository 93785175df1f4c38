"""The comparison of years as files: a page, a print, a table."""

from tinjau import report, texts
from tinjau.model import Text
from tinjau.report.tables.table import DataTable, Value
from tinjau.web.words import say
from tinjau.web.years.comparing import Years

FORMS = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def file_of(years: Years, form: str) -> bytes:
    """The comparison in one of FORMS."""
    if form == "html":
        page = report.comparison_page(years.comparison, years.documents, years.lang, years.instruments)
        return page.encode("utf-8", "replace")
    if form == "pdf":
        from tinjau.report.print import pdf  # the Typst compiler is 40 MB; the server does not load it before

        made = years.results[-1].at.isoformat(timespec="seconds")
        return bytes(pdf([years.document()], made))
    from tinjau.report.tables.workbook import plain_workbook  # XlsxWriter is needed for this format alone

    return bytes(plain_workbook(_table(years), years.cycles[-1].title))


def _table(years: Years) -> DataTable:
    """A row a criterion and a row an indicator that differs, with every year's value and how it changed."""
    lang = years.lang
    titles = {(p.id, c.id): c.title for p in years.instruments for c in p.criteria}
    titles |= {(p.id, i.id): i.question for p in years.instruments for i in p.indicators}
    rows: list[tuple[Value, ...]] = []

    def add(kind: str, key: tuple[str, str], unit: str, values: tuple[Value, ...], hows: list[str]) -> None:
        title = titles.get(key, Text(key[1], key[1])).get(lang)
        changes = [texts.say(f"change.{how}", lang) for how in hows]
        rows.append((kind, key[0], key[1], title, unit, *values, *changes))

    for each in years.comparison.criteria:
        hows = [one.how for one in each.changes]
        add(say("years.criterion", lang), (each.instrument, each.criterion), "", tuple(each.values), hows)
    for row in years.comparison.indicators:
        hows = [one.how for one in row.changes]
        add(say("years.indicator", lang), (row.instrument, row.indicator), row.unit, tuple(row.outcomes), hows)
    heads = [say(each, lang) for each in _HEADS]
    steps = [f"{one} → {two}" for one, two in zip(years.labels, years.labels[1:], strict=False)]
    return DataTable("comparison", (*heads, *years.labels, *steps), tuple(rows))


_HEADS = ("years.kind", "years.instrument", "years.code", "years.name", "years.unit")
