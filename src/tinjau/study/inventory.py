"""services.csv: what a government offers."""

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

from tinjau.model import Access, Audience, Guide, InputError, Lang, Service, Text
from tinjau.study.fields import refuse_twice
from tinjau.study.tables import Row, read_table

_OPTIONAL = (
    "name",
    "name_id",
    "name_en",
    "audience",
    "access",
    "guide",
    "url",
    "owner",
    "contact",
    "notes",
)

_WRITTEN = ("id", "name_id", "name_en", "audience", "access", "guide", "url", "owner", "contact", "notes")
_FORMULA = ("=", "@", "+", "-")  # OWASP, CSV injection
_NUMBER = re.compile(r"[+-]?[0-9][0-9 ().,/-]*")


def services_csv(services: Iterable[Service], label: str) -> str:
    """The inventory as the text of services.csv, which `read_services` reads as the same services.

    Raises InputError, naming `label`, where a cell would be run as a formula by the spreadsheet that opens it.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_WRITTEN)
    for each in services:
        cells = (
            each.id, each.name.id, each.name.en, each.audience.value, each.access.value, each.guide.value, each.url,
            each.owner, each.contact, each.notes,
        )  # fmt: skip
        for column, cell in zip(_WRITTEN, cells, strict=True):
            if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell):
                problem = f"'{cell[:60]}' would be run as a formula by a spreadsheet"
                raise InputError(label, f"service {each.id}, {column}", problem, "Begin it with a letter or a digit")
        writer.writerow(cells)
    return stream.getvalue()


def read_services(path: Path, label: str, language: Lang) -> tuple[Service, ...]:
    """The inventory in its own order; raises InputError at the first row that cannot be used."""
    found: list[Service] = []
    seen: dict[str, str] = {}
    for row in read_table(path, label, ("id",), _OPTIONAL):
        name = row.need_id("id")
        refuse_twice(seen, name, label, f"line {row.line}")
        found.append(
            Service(
                id=name,
                name=_name(row, language),
                audience=row.choice("audience", Audience, Audience.UNSTATED),
                access=row.choice("access", Access, Access.UNKNOWN),
                guide=row.choice("guide", Guide, Guide.UNKNOWN),
                url=_url(row),
                owner=row.get("owner"),
                contact=row.get("contact"),
                notes=row.get("notes"),
            )
        )
    return tuple(found)


def _name(row: Row, language: Lang) -> Text:
    indonesian, english, plain = row.get("name_id"), row.get("name_en"), row.get("name")
    if plain and language == "id":
        indonesian = indonesian or plain
    elif plain:
        english = english or plain
    if not indonesian and not english:
        raise row.fault("name", "the service has no name", "Fill in name, or name_id and name_en")
    return Text(indonesian, english)


def _url(row: Row) -> str:
    url = row.get("url")
    if url and not url.startswith(("http://", "https://")):
        raise row.fault(
            "url", f"'{url[:80]}' is not an address", "Write it as https://name.go.id/page, or leave the cell empty"
        )
    return url
