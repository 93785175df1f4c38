"""Which governments take part: from the national list, from a table that was uploaded, from offices that stand."""

import csv
import io
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import openpyxl
from django.utils.text import slugify

from tinjau.packs.governments import RegionalGovernment, kind_of, national_governments
from tinjau.web.ministry.refusing import RefusedError
from tinjau.web.models import Office

MAX_BYTES = 2 << 20
MAX_UNPACKED = 30 << 20
MAX_ROWS = 2_000
MAX_COLUMNS = 40
_LONGEST = {"code": 20, "name": 200, "site": 300, "id": 80}
_COLUMNS = {
    "code": "code", "kode": "code", "name": "name", "nama": "name", "pemerintah": "name", "site": "site",
    "situs": "site", "id": "id",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """A government to be added: its address in the application, name, official code, and site where one is known."""

    slug: str
    name: str
    code: str = ""
    site: str = ""


def from_national_list(codes: Iterable[str]) -> list[Listed]:
    """Governments of the national list by code; codes that are not in it are left out."""
    known = {each.code: each for each in national_governments()}
    return [listed_of(known[each]) for each in dict.fromkeys(codes) if each in known]


def of_province(province: str, kinds: Iterable[str]) -> list[Listed]:
    """Governments of the national list by province (two digits; empty: all) and kind (province, regency, city)."""
    wanted = set(kinds)
    return [
        listed_of(each)
        for each in national_governments()
        if (not province or each.code[:2] == province) and kind_of(each.name) in wanted
    ]


def listed_of(each: RegionalGovernment) -> Listed:
    """A government of the national list."""
    return Listed(each.id, each.name, each.code)


def from_offices(slugs: Iterable[str]) -> list[Listed]:
    """Offices that stand in this installation."""
    found = Office.objects.filter(slug__in=list(dict.fromkeys(slugs))[:MAX_ROWS])
    return [Listed(each.slug, each.name, each.code) for each in found]


def from_table(name: str, data: bytes) -> list[Listed]:
    """Governments of a CSV file or workbook: columns code and/or name, site. Raises RefusedError that names the row."""
    if len(data) > MAX_BYTES:
        raise RefusedError("intake.size", size=MAX_BYTES >> 20)
    rows = _workbook(data) if name.lower().endswith(".xlsx") else _csv(data)
    heads = next(rows, [])
    places = {_COLUMNS[head.strip().lower()]: n for n, head in reversed(list(enumerate(heads)))
              if head.strip().lower() in _COLUMNS}  # fmt: skip
    if not places.keys() & {"code", "name"}:
        raise RefusedError("intake.columns")
    known = {each.code: each for each in national_governments()}
    found: dict[str, Listed] = {}
    for number, row in enumerate(rows, start=2):
        if number > MAX_ROWS:
            raise RefusedError("intake.rows", n=MAX_ROWS)
        values = {key: _clean(row[place]) if place < len(row) else "" for key, place in places.items()}
        if not any(values.values()):
            continue
        each = _listed(values, known, number)
        if each.slug in found:
            raise RefusedError("intake.twice", row=number, name=each.name)
        found[each.slug] = each
    if not found:
        raise RefusedError("intake.none")
    return list(found.values())


def _listed(values: dict[str, str], known: dict[str, RegionalGovernment], row: int) -> Listed:
    for key, longest in _LONGEST.items():
        if len(values.get(key, "")) > longest:
            raise RefusedError("intake.long", row=row)
    code, name, site = values.get("code", ""), values.get("name", ""), values.get("site", "")
    national = known.get(code)
    if national is None and not name:
        raise RefusedError("intake.unknown-code", row=row, code=code)
    if site and not site.startswith(("http://", "https://")):
        site = f"https://{site}"
    name = name or (national.name if national else "")
    slug = slugify(values.get("id", ""))[:80] or (national.id if national else slugify(name)[:80])
    if not slug:
        raise RefusedError("intake.no-name", row=row)
    return Listed(slug, name, code, site)


def _clean(text: str) -> str:
    kept = "".join(each for each in text if unicodedata.category(each) not in {"Cc", "Cs", "Cf"})
    return " ".join(kept.split())


def _csv(data: bytes) -> Iterator[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedError("intake.unreadable") from None
    first = text.split("\n", 1)[0]
    try:
        yield from csv.reader(io.StringIO(text.replace("\x00", "")), delimiter=";" if first.count(";") else ",")
    except csv.Error:
        raise RefusedError("intake.unreadable") from None


def _workbook(data: bytes) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MAX_UNPACKED:
                raise RefusedError("intake.size", size=MAX_BYTES >> 20)
        sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False).worksheets[0]
        lines: list[list[str]] = []
        for row in sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS):
            if any(cell.data_type == "f" for cell in row):
                raise RefusedError("intake.formula")
            # One long text may stand behind every cell of a small workbook: only what a field may hold is kept.
            lines.append(["" if cell.value is None else str(cell.value)[:400] for cell in row])
    except RefusedError:
        raise
    except Exception:  # whatever a broken or hostile workbook makes the reader raise, it is unusable input
        raise RefusedError("intake.unreadable") from None
    return iter(lines)
