"""A value of the problem file together with its place, so that every message can name file, key and cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tinjau.model import InputError, Text
from tinjau.strategy.problem.numbers import Number, is_blank, parse

_SHOWN = 60
"""Characters of a wrong value that a message repeats (project choice)."""
_LONGEST = 400
"""Characters of one part of a message (project choice)."""
MOST_CELLS = 20_000
"""Entries of one list or mapping that are read (project choice: a hundred times the largest published table)."""


@dataclass(frozen=True, slots=True)
class Node:
    """One value, the file it stands in and the way to it (`ife.factors[2].weight`)."""

    value: Any
    file: str
    place: str = ""

    def fault(self, problem: str, mend: str = "") -> InputError:
        """The error to raise for this value."""
        return InputError(self.file, _short(self.place), _short(problem), _short(mend))

    @property
    def blank(self) -> bool:
        """True where nothing was said here."""
        return is_blank(self.value)

    @property
    def is_mapping(self) -> bool:
        """True for keys with values."""
        return isinstance(self.value, Mapping)

    @property
    def is_list(self) -> bool:
        """True for a list."""
        return isinstance(self.value, Sequence) and not isinstance(self.value, str | bytes)

    def get(self, *names: str) -> "Node | None":
        """The value under the first of `names` that is there and not blank; None where none is, or no mapping."""
        if not self.is_mapping:
            return None
        for name in names:
            if name in self.value and not (is_blank(self.value[name])):
                return self._below(name, self.value[name])
        return None

    def need(self, *names: str, mend: str = "") -> "Node":
        """As `get`; raises InputError where it is missing."""
        found = self.get(*names)
        if found is None:
            raise self.fault(f"the key '{names[0]}' is missing", mend or f"Add '{names[0]}:'")
        return found

    def printed(self, *names: str) -> "Node | None":
        """What stands under `printed`; or, where that is missing, those of `names` that stand beside the inputs."""
        found = self.get("printed", "tercetak")
        if found is not None or not self.is_mapping:
            return found
        beside = {name: self.value[name] for name in names if name in self.value and not is_blank(self.value[name])}
        return Node(beside, self.file, self.place) if beside else None

    def items(self) -> Iterator[tuple[str, "Node"]]:
        """Keys and values of a mapping; raises InputError for anything else."""
        if not self.is_mapping:
            raise self.fault(f"keys with values are needed here, not {self.shown}", "Write 'name: value' lines")
        self._bounded(len(self.value))
        for key, value in self.value.items():
            yield str(key), self._below(str(key), value)

    def entries(self) -> list["Node"]:
        """The entries of a list; raises InputError for anything else."""
        if not self.is_list:
            raise self.fault(f"a list is needed here, not {self.shown}", "Write it as [a, b, c] or as lines with '-'")
        self._bounded(len(self.value))
        return [Node(value, self.file, f"{self.place}[{at}]") for at, value in enumerate(self.value, start=1)]

    def named(self, *id_keys: str) -> list[tuple[str, "Node"]]:
        """Entries with their names: a mapping's keys, or a list's entries by their id; duplicates are kept.

        Raises InputError for a list entry without one of `id_keys`.
        """
        if self.is_mapping:
            return list(self.items())
        found = []
        for entry in self.entries():
            key = entry.get(*id_keys)
            if key is None:
                raise entry.fault(f"this entry has no '{id_keys[0]}'", f"Add '{id_keys[0]}:' to it")
            found.append((key.text(), entry))
        return found

    def text(self) -> str:
        """A word or sentence (numbers as they are); of {id, en} the first that is there."""
        if self.is_mapping:
            spoken = self.get("id", "en", "text")
            if spoken is not None and not spoken.is_mapping:
                return spoken.text()
        if isinstance(self.value, str):
            return self.value.strip()
        if isinstance(self.value, int | float) and not isinstance(self.value, bool):
            return f"{self.value:g}" if isinstance(self.value, float) else str(self.value)
        raise self.fault(f"a word is needed here, not {self.shown}", "Write a name")

    def texts(self) -> tuple[str, ...]:
        """Words of a list, of one string with commas, or of a mapping's keys."""
        if isinstance(self.value, str):
            return tuple(part.strip() for part in self.value.replace(";", ",").split(",") if part.strip())
        if self.is_mapping:
            return tuple(key for key, _ in self.items())
        return tuple(entry.text() for entry in self.entries())

    def number(self) -> Number:
        """The number written here; raises InputError for anything else."""
        found = parse(self.value)
        if found is None:
            raise self.fault(f"a number is needed here, not {self.shown}", "Write it like 0.25 or '0,25'")
        return found

    def maybe_number(self) -> Number | None:
        """The number written here, None for a blank; raises InputError for words."""
        return None if self.blank else self.number()

    def choice(self, names: Iterable[str]) -> str:
        """One of `names`, whatever its case and with spaces or hyphens for underscores; raises InputError otherwise."""
        known = {_plain(name): name for name in names}
        word = _plain(self.text())
        if word not in known:
            raise self.fault(f"{self.shown} is not known here", f"Choose from {', '.join(known.values())}")
        return known[word]

    @property
    def shown(self) -> str:
        """The value as messages repeat it, short."""
        text = "nothing" if self.value is None else repr(self.value)
        return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"

    def below(self, name: str, value: Any) -> "Node":
        """Another value named as standing under this one."""
        return self._below(name, value)

    def _below(self, name: str, value: Any) -> "Node":
        return Node(value, self.file, f"{self.place}.{name}" if self.place else name)

    def _bounded(self, size: int) -> None:
        if size > MOST_CELLS:
            raise self.fault(f"there are {size} entries here", f"At most {MOST_CELLS} are read")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _plain(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")


def both(indonesian: str, english: str) -> Text:
    """A sentence in the two languages."""
    return Text(indonesian, english)
