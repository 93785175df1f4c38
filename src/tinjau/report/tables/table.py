"""A flat table, and how texts and lists stand in its cells."""

from collections.abc import Iterable
from dataclasses import dataclass

from tinjau.model import Text
from tinjau.texts import reason

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: its id (file or sheet name), its column ids (explained in the data dictionary), and its rows."""

    id: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def texts(text: Text) -> tuple[str, str]:
    """The text for a column in Indonesian and one in English."""
    return (text.id, text.en)


def reasons(text: str) -> tuple[str, str]:
    """A reason for a column in Indonesian, as far as its sentences are known, and one in English."""
    return (reason(text, "id"), text)


def spaced(values: Iterable[str]) -> str:
    """Ids in one cell, parted by spaces."""
    return " ".join(values)
