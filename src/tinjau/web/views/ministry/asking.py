"""What forms of the ministry's pages send: moments, windows, filters, files; and how a refusal is told."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tinjau.report.tables.csv_files import csv_text
from tinjau.report.tables.table import DataTable
from tinjau.report.tables.workbook import plain_workbook
from tinjau.web.ministry.opening import Window
from tinjau.web.ministry.refusing import RefusedError
from tinjau.web.models import Stage
from tinjau.web.texts_in import sent
from tinjau.web.words import say

KINDS = ("province", "regency", "city")
_YEARS = range(2000, 2101)
_FORM_LENGTH = 16  # of YYYY-MM-DDTHH:MM, as browsers send a local moment
_LONGEST = 4_000
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def moment(text: str) -> datetime | None:
    """A local moment as a form sends it, in the installation's time zone; None for anything else."""
    try:
        found = datetime.fromisoformat(text) if len(text) == _FORM_LENGTH else None
    except ValueError:
        return None
    if found is None or found.tzinfo is not None or found.year not in _YEARS:
        return None
    return timezone.make_aware(found)


def windows_of(request: HttpRequest, kinds: Iterable[str]) -> list[Window]:
    """The windows of these stages as they were sent. Raises RefusedError where one has no usable dates."""
    found = []
    for kind in kinds:
        opens, closes = moment(request.POST.get(f"opens-{kind}", "")), moment(request.POST.get(f"closes-{kind}", ""))
        if opens is None or closes is None:
            raise RefusedError("round.bad-window", stage=kind)
        found.append(Window(kind, opens, closes, optional=kind == Stage.Kind.VISIT))
    return found


def reason_of(request: HttpRequest) -> str:
    """The reason that was written."""
    return sent(request, "reason", _LONGEST)


def filters(request: HttpRequest) -> dict[str, str]:
    """What a list was asked for: known names only, short values without control characters."""
    names = ("q", "province", "kind", "size", "stage", "state")
    asked = {name: request.GET.get(name, "")[:60] for name in names}
    return {name: "".join(each for each in value if each.isprintable()).strip() for name, value in asked.items()}


def query_of(asked: Mapping[str, str], **more: str) -> str:
    """The filter as the end of an address, for the next page and the files."""
    return urlencode({name: value for name, value in {**asked, **more}.items() if value})


def tell(request: HttpRequest, error: RefusedError) -> None:
    """Say on the next page why it was not done."""
    messages.error(request, told(request.lang, error))


def told(lang: str, error: RefusedError) -> str:
    """The sentence of a refusal; a stage in it is named as readers name it."""
    values: Mapping[str, Any] = error.values
    if "stage" in values:
        values = {**values, "stage": say(f"stage.{values['stage']}", lang)}
    return say(error.key, lang, **values)


def sheet_response(table: DataTable, form: str, name: str, *, public: bool = False) -> HttpResponse | None:
    """A table as CSV (with the mark by which Excel knows UTF-8) or workbook; None for another form."""
    if form == "csv":
        response = HttpResponse("\ufeff" + csv_text(table), content_type="text/csv; charset=utf-8")
    elif form == "xlsx":
        response = HttpResponse(plain_workbook(table, name), content_type=_XLSX)
    else:
        return None
    return attached(response, f"{name}.{form}", public=public)


def attached(response: HttpResponse, name: str, *, public: bool = False) -> HttpResponse:
    """The response as a download that a browser neither opens nor guesses at."""
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    )
    if public:
        response.headers["Cache-Control"] = "public, max-age=300"
    return response
