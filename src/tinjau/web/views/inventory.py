"""The services: a table from Excel or CSV, or a catalogue as JSON-LD, with a preview of what would change."""

import csv
import io
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
from django.contrib import messages
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from tinjau.model import InputError
from tinjau.study import read_linked_services
from tinjau.study.inventory import read_services, services_csv
from tinjau.web.history import Author, ClosedError, write
from tinjau.web.mapping import SERVICE_COLUMNS
from tinjau.web.models import Cycle
from tinjau.web.permissions import FILL, VIEW, cycle_page
from tinjau.web.views.home import back_to
from tinjau.web.words import say

MAX_BYTES = 2 << 20  # a table of services is far smaller; project choice
MAX_UNPACKED = 30 << 20
MAX_ROWS = 2_000  # services of one government; project choice
MAX_TEXT = 4 << 20  # characters of a table as text: one long text may stand behind every cell of a small workbook
_LINKED = (".jsonld", ".json")
_UNSAID = {"access": "unknown", "guide": "unknown", "audience": "unstated"}  # by a catalogue that does not say it
_SALT = "tinjau.web.inventory"
_AGE = 3600  # seconds a preview may be applied


@cycle_page(VIEW)
@require_GET
def services(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The inventory as it stands."""
    rows = [entry.payload for entry in cycle.entries_of("service").exclude(payload=None)]
    return render(request, "web/services.html", {"cycle": cycle, "rows": rows, "abilities": request.abilities})


@cycle_page(FILL)
@require_POST
def preview(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """What an uploaded table would add, change and withdraw; nothing is written."""
    upload = request.FILES.get("table")
    try:
        if upload is None or upload.size > MAX_BYTES:
            raise InputError("services", "", say("import.size", request.lang, size=MAX_BYTES >> 20))
        rows = rows_of(upload.name, upload.read())
        linked = upload.name.lower().endswith(_LINKED)
    except InputError as error:
        current = [entry.payload for entry in cycle.entries_of("service").exclude(payload=None)]
        context = {"cycle": cycle, "rows": current, "abilities": request.abilities, "fault": str(error)}
        return render(request, "web/services.html", context, status=422)
    basis = _newest(cycle)  # before the rows are read: a change in between makes the preview too old, never too new
    standing = {e.key: e.payload for e in cycle.entries_of("service").exclude(payload=None)}
    rows = keeping_what_is_unsaid(rows, standing) if linked else rows
    changes = differences(standing, rows)
    sealed = signing.dumps({"cycle": cycle.pk, "basis": basis, "rows": rows}, salt=_SALT, compress=True)
    return render(request, "web/services_preview.html", {"cycle": cycle, "changes": changes, "sealed": sealed})


@cycle_page(FILL)
@require_POST
def apply(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Write what the preview showed: all of it, or nothing where the list changed since the preview."""
    fault = ""
    try:
        sealed = signing.loads(request.POST.get("sealed", ""), salt=_SALT, max_age=_AGE)
        fault = "services.expired" if sealed["cycle"] != cycle.pk else _apply(request, cycle, sealed)
    except signing.BadSignature:
        fault = "services.expired"
    except ClosedError:
        fault = "fault.closed"
    if fault:
        messages.error(request, say(fault, request.lang))
    return back_to(cycle, "services")


def _apply(request: HttpRequest, cycle: Cycle, sealed: dict[str, Any]) -> str:
    author = Author(request.user, say("import.reason", request.lang))
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        if _newest(cycle) != sealed["basis"]:
            return "services.moved"
        wanted = {row["id"]: row for row in sealed["rows"]}
        for key in [each.key for each in cycle.entries_of("service").exclude(payload=None)]:
            if key not in wanted:
                write(cycle, "service", key, None, author, open_only=True)
                for answer in cycle.entries_of("answer").filter(payload__unit=key):
                    # An answer about no service could not be read; its versions stay in the history.
                    write(cycle, "answer", answer.key, None, author, open_only=True)
        for key, row in wanted.items():
            write(cycle, "service", key, row, author, open_only=True)
    return ""


def _newest(cycle: Cycle) -> int:
    """The sequence of the last change of any service."""
    return cycle.entries.filter(kind="service").order_by("-sequence").values_list("sequence", flat=True).first() or 0


def rows_of(name: str, data: bytes) -> list[dict[str, str]]:
    """The rows of an uploaded CSV file, workbook or JSON-LD catalogue, checked as services.csv is.

    Raises InputError with the place.
    """
    kind = Path(name.lower()).suffix
    text = _workbook_as_csv(name, data) if kind == ".xlsx" else None
    text = _catalogue_as_csv(name, data) if kind in _LINKED else text
    with tempfile.TemporaryDirectory(prefix="tinjau-upload-") as scratch:
        path = Path(scratch) / "services.csv"
        if text is None:
            path.write_bytes(data)
        else:
            path.write_text(text, encoding="utf-8")
        read_services(path, Path(name).name[:80], "id")
        dialect = ";" if path.read_text(encoding="utf-8-sig").split("\n", 1)[0].count(";") else ","
        with path.open(encoding="utf-8-sig", newline="") as handle:
            rows = list(csv.DictReader(handle, delimiter=dialect))
    if len(rows) > MAX_ROWS:
        raise InputError(
            Path(name).name[:80], f"row {MAX_ROWS + 1}", f"more than {MAX_ROWS} rows", "Send the services alone"
        )
    cleaned = []
    for row in rows:
        named = {str(key).strip().lower(): (value or "").strip() for key, value in row.items() if key}
        if any(named.values()):
            cleaned.append({column: named[column] for column in SERVICE_COLUMNS if named.get(column)})
    return cleaned


def keeping_what_is_unsaid(rows: list[dict[str, str]], standing: dict[str, Any]) -> list[dict[str, str]]:
    """The rows of a catalogue with what people said of the same services where the catalogue says nothing of it."""
    found = []
    for row in rows:
        said = {column: value for column, value in row.items() if _UNSAID.get(column) != value}
        known = {column: standing.get(row["id"], {}).get(column, "") for column in _UNSAID}
        found.append({column: value for column in SERVICE_COLUMNS if (value := said.get(column) or known.get(column))})
    return found


def differences(old: dict[str, Any], rows: list[dict[str, str]]) -> list[dict[str, Any]]:
    """What would be added, changed (with both values) and withdrawn, in the order of the new table."""
    new = {row["id"]: row for row in rows}
    found: list[dict[str, Any]] = []
    for key, row in new.items():
        if key not in old:
            found.append({"how": "added", "id": key, "row": row, "cells": []})
            continue
        cells = [
            {"column": column, "old": old[key].get(column, ""), "new": row.get(column, "")}
            for column in SERVICE_COLUMNS
            if old[key].get(column, "") != row.get(column, "")
        ]
        if cells:
            found.append({"how": "changed", "id": key, "row": row, "cells": cells})
    found += [{"how": "withdrawn", "id": key, "row": row, "cells": []} for key, row in old.items() if key not in new]
    return found


def _catalogue_as_csv(name: str, data: bytes) -> str:
    """A CPSV-AP or schema.org catalogue as the text of services.csv; nothing that it names is fetched."""
    label = Path(name).name[:80]
    with tempfile.TemporaryDirectory(prefix="tinjau-upload-") as scratch:
        path = Path(scratch) / "catalogue.jsonld"
        path.write_bytes(data)
        try:
            return services_csv(read_linked_services(path, "id"), label)
        except InputError as error:
            raise InputError(label, error.place, error.problem, error.mend) from None


def _workbook_as_csv(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MAX_UNPACKED:
                raise InputError(name, "", "the workbook unpacks to too much", "Send the services alone")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\n")
        for number, row in enumerate(sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=40), start=1):
            for cell in row:
                if cell.data_type == "f":
                    raise InputError(
                        name, f"cell {cell.coordinate}", "a formula stands here", "Paste its value instead"
                    )
            if number > MAX_ROWS:
                raise InputError(name, f"row {number}", f"more than {MAX_ROWS} rows", "Send the services alone")
            writer.writerow(["" if cell.value is None else str(cell.value) for cell in row])
            if written.tell() > MAX_TEXT:
                raise InputError(name, f"row {number}", "the texts are too long", "Send the services alone")
    except InputError:
        raise
    except Exception:  # whatever a broken or hostile workbook makes the reader raise, it is unusable input
        raise InputError(name, "", "the workbook cannot be read", "Save it again as .xlsx, or as CSV UTF-8") from None
    return written.getvalue()
