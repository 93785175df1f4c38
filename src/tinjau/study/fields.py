"""A mapping of YAML read key by key: every fault names file, place, and the nearest key that exists."""

import difflib
import math
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, TypeVar

from tinjau.model import InputError, Lang, Text
from tinjau.study.names import check_id

E = TypeVar("E", bound=StrEnum)
MAX_ITEMS = 20_000  # project choice, the same bound as for rows of a table


class Fields:
    """One mapping with the file and place that messages name; only the keys of `known` may stand in it."""

    def __init__(self, data: Any, file: str, place: str, known: Iterable[str], language: Lang = "id") -> None:
        self.file, self.place, self.language = file, place, language
        if not isinstance(data, dict):
            raise self.fault(
                "", f"a mapping is expected here, not {kind_of(data)}", "Write keys with values, one a line"
            )
        names = list(known)
        for key in data:
            if key not in names:
                near = difflib.get_close_matches(str(key), names, 1)
                hint = f"Did you mean {near[0]}" if near else f"The keys are: {', '.join(names)}"
                raise self.fault("", f"there is no key '{str(key)[:60]}'", hint)
        self._data: dict[str, Any] = data

    def fault(self, key: str, problem: str, mend: str = "") -> InputError:
        """The error that names this place."""
        place = f"{self.place}, {key}" if self.place and key else self.place or key
        return InputError(self.file, place, problem, mend)

    def __contains__(self, key: str) -> bool:
        return self._data.get(key) is not None

    def raw(self, key: str) -> Any:
        """The value as it was read; None where it is absent."""
        return self._data.get(key)

    def string(self, key: str, default: str = "") -> str:
        """A scalar as text; `default` where it is absent."""
        value = self._data.get(key)
        if value is None:
            return default
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, str | int | float):
            return str(value).strip()
        raise self.fault(key, f"a text is expected here, not {kind_of(value)}")

    def need(self, key: str) -> str:
        """A scalar as text; raises InputError where it is absent or empty."""
        value = self.string(key)
        if not value:
            raise self.fault(key, "this is missing", f"Write {key}: and its value")
        return value

    def identifier(self, key: str) -> str:
        """A required id."""
        return check_id(self.need(key), self.file, f"{self.place}, {key}" if self.place else key)

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone counts as a list of one."""
        value = self._data.get(key)
        if value is None:
            return ()
        items = value if isinstance(value, list) else [value]
        for item in items:
            if isinstance(item, bool) or not isinstance(item, str | int | float):
                raise self.fault(key, f"a list of texts is expected here; it holds {kind_of(item)}")
        return tuple(str(item).strip() for item in items)

    def text(self, key: str) -> Text:
        """A text in one or both languages; empty where it is absent."""
        place = f"{self.place}, {key}" if self.place else key
        return text_of(self._data.get(key), self.file, place, self.language)

    def choice(self, key: str, kind: type[E], default: E) -> E:
        """A value of a closed vocabulary; `default` where it is absent."""
        value = self.string(key).lower()
        if not value:
            return default
        allowed = [each.value for each in kind]
        if value not in allowed:
            near = difflib.get_close_matches(value, allowed, 1)
            mend = f"Write one of: {', '.join(allowed)}" + (f" (did you mean {near[0]}?)" if near else "")
            raise self.fault(key, f"'{value[:60]}' is not allowed here", mend)
        return kind(value)

    def integer(self, key: str) -> int | None:
        """A whole number; None where it is absent."""
        value = self._data.get(key)
        if value is None or value == "":
            return None
        number = value if isinstance(value, int) and not isinstance(value, bool) else _whole(str(value))
        if number is None:
            raise self.fault(key, f"'{str(value)[:60]}' is not a whole number", "Write digits only")
        return number

    def share(self, key: str) -> float | None:
        """A number above 0 and at most 1; None where it is absent."""
        value = self._data.get(key)
        if value is None or value == "":
            return None
        try:
            number = float(str(value).replace(",", "."))
        except ValueError:
            number = math.nan
        if isinstance(value, bool) or not 0 < number <= 1:
            raise self.fault(
                key, f"'{str(value)[:60]}' is not a share", "Write a number above 0 and at most 1, such as 0.5"
            )
        return number


def kind_of(value: Any) -> str:
    """What was found, in a word that a person who never saw YAML understands."""
    names = {dict: "a mapping", list: "a list", bool: "yes or no", int: "a number", float: "a number", str: "a text"}
    return "nothing" if value is None else names.get(type(value), "something else")


def text_of(value: Any, file: str, place: str, language: Lang) -> Text:
    """A text from a string in the study's language or from {id, en}."""
    if value is None:
        return Text("", "")
    if isinstance(value, dict):
        for key in value:
            if key not in ("id", "en"):
                problem = f"a text has only id: and en:, not '{str(key)[:60]}'"
                raise InputError(file, place, problem, "Put a text that holds a comma or a colon in double quotes")
        fields = Fields(value, file, place, ("id", "en"), language)
        return Text(fields.string("id"), fields.string("en"))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise InputError(file, place, f"a text is expected here, not {kind_of(value)}", "Write a text, or id: and en:")
    written = str(value).strip()
    return Text(written, "") if language == "id" else Text("", written)


def entries(data: Any, file: str, place: str, key: str = "id") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each entry of a list of mappings, or of a mapping from id to entry (or to a text alone), with its place."""
    if data is None:
        return
    if isinstance(data, list | dict) and len(data) > MAX_ITEMS:
        raise InputError(file, place, f"more than {MAX_ITEMS} entries", "Split the study")
    if isinstance(data, list):
        for number, item in enumerate(data, start=1):
            if not isinstance(item, dict):
                raise InputError(
                    file,
                    f"{place} {number}",
                    f"a mapping is expected here, not {kind_of(item)}",
                    f"Start it with - {key}:",
                )
            name = item.get(key)
            yield f"{place} {name if isinstance(name, str | int) else number}", item
        return
    if isinstance(data, dict):
        for name, item in data.items():
            if isinstance(item, dict) and not set(item) <= {"id", "en"}:
                if str(item.get(key, name)) != str(name):
                    raise InputError(
                        file, f"{place} {name}", f"the entry calls itself '{str(item[key])[:60]}'", "Use one id for it"
                    )
                yield f"{place} {name}", {**item, key: str(name)}
            else:
                yield f"{place} {name}", {key: str(name), "text": item}
        return
    raise InputError(
        file, place, f"a list is expected here, not {kind_of(data)}", f"Write one entry a line: - {key}: ..."
    )


def refuse_twice(seen: dict[str, str], name: str, file: str, place: str) -> None:
    """Record an id; raises InputError where another entry has it."""
    if name in seen:
        raise InputError(
            file, place, f"the id '{name[:60]}' is used twice, first in {seen[name]}", "Give each entry its own id"
        )
    seen[name] = place


def _whole(value: str) -> int | None:
    digits = value.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None
