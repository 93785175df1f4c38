"""Reading fields of a pack's mapping, with the place in every complaint."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tinjau.model import InputError, Text


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping of a pack and where it stands. Every reader raises InputError with that place."""

    data: Mapping[str, Any]
    file: str
    place: str

    def wrong(self, key: str, problem: str, mend: str = "") -> InputError:
        """The fault of one field."""
        return InputError(self.file, f"{self.place}.{key}" if key else self.place, problem, mend)

    def only(self, allowed: Iterable[str]) -> None:
        """Refuse keys outside the closed list."""
        known = set(allowed)
        for key in self.data:
            if key not in known:
                raise self.wrong(str(key), "this key is not known", f"Choose from {', '.join(sorted(known))}")

    def text(self, key: str, default: str = "") -> str:
        """A string (or a number written as one)."""
        value = self.data.get(key, default)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise self.wrong(key, "a word is needed here")
        return str(value)

    def number(self, key: str, default: float = 0.0) -> float:
        """A finite number."""
        value = self.data.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self.wrong(key, "a number is needed here")
        return float(value)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words, or one word."""
        value = self.data.get(key, ())
        if isinstance(value, str | bool | int | float):
            value = [value]
        if not isinstance(value, Sequence):
            raise self.wrong(key, "a list is needed here")
        return tuple(yes_no(each) for each in value)

    def numbers(self, key: str) -> dict[str, float]:
        """A mapping of words to numbers."""
        value = self.data.get(key, {})
        if not isinstance(value, Mapping):
            raise self.wrong(key, "a mapping is needed here")
        inner = Fields({yes_no(k): v for k, v in value.items()}, self.file, f"{self.place}.{key}")
        return {each: inner.number(each) for each in inner.data}

    def inner(self, key: str) -> "Fields":
        """A mapping inside this one; empty where there is none."""
        value = self.data.get(key) or {}
        if not isinstance(value, Mapping):
            raise self.wrong(key, "a mapping is needed here")
        return Fields(value, self.file, f"{self.place}.{key}")

    def each(self, key: str) -> list["Fields"]:
        """The mappings of a list (a single mapping counts as a list of one)."""
        value = self.data.get(key) or []
        if isinstance(value, Mapping):
            value = [value]
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise self.wrong(key, "a list is needed here")
        found = []
        for number, entry in enumerate(value, start=1):
            if not isinstance(entry, Mapping):
                raise self.wrong(f"{key}[{number}]", "a mapping is needed here")
            found.append(Fields(entry, self.file, f"{self.place}.{key}[{number}]"))
        return found

    def bilingual(self, key: str) -> Text:
        """A text in both languages; empty where there is none."""
        inner = self.inner(key)
        return Text(inner.text("id"), inner.text("en"))


def yes_no(value: object) -> str:
    """A word as written; YAML 1.1 turns an unquoted yes into true, which is undone here."""
    if value is True:
        return "yes"
    if value is False:
        return "no"
    return str(value)
