"""Sets of success and failure factors that the literature names, as data; sets whose names are unknown stay counts."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tinjau.model import InputError, Text
from tinjau.packs.yaml_reading import load_yaml_file

_HERE = Path(__file__).parent
KINDS = ("success", "failure", "challenge", "risk")
_VERIFIED = {True: "true", False: "false", "partly": "partly"}
_KEYS = {
    "bands", "cite", "claimed", "concern", "count", "factors", "id", "kind", "note", "outcomes", "scale", "source",
    "title", "verified",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NamedFactor:
    """One factor of a set, under its group where the source groups them."""

    id: str
    text: Text
    group: str = ""


@dataclass(frozen=True, slots=True)
class FactorSet:
    """A set of factors from the literature.

    `count` is how many the source has; `factors` is empty where their names were not obtained. `claimed` is what the
    paper that cites the set says, where that differs. `verified` says how far the names were checked. `data` keeps the
    raw mapping, for scales and bands that only some sets have.
    """

    id: str
    title: Text
    kind: str
    cite: str
    count: int
    source: str
    verified: str
    factors: tuple[NamedFactor, ...] = ()
    claimed: int | None = None
    note: Text = field(default=Text("", ""))
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def named(self) -> bool:
        """Whether the names of the factors are known."""
        return bool(self.factors)


@functools.cache
def load_factor_sets() -> tuple[FactorSet, ...]:
    """Every set that ships, by id. Raises InputError where one of the files has a fault."""
    return tuple(read_factor_set(path) for path in sorted(_HERE.glob("*.yaml")))


def read_factor_set(path: Path) -> FactorSet:
    """The set in a file. Raises InputError with the place of its first fault."""
    data = load_yaml_file(path)
    if not isinstance(data, Mapping):
        raise InputError(str(path), "", "a factor set is a mapping of keys")
    for key in data:
        if key not in _KEYS:
            raise InputError(str(path), str(key), "this key is not known", f"Choose from {', '.join(sorted(_KEYS))}")
    for key in ("id", "title", "kind", "cite", "count", "source", "verified"):
        if key not in data:
            raise InputError(str(path), key, "this key is missing")
    if data["kind"] not in KINDS:
        raise InputError(str(path), "kind", f"'{data['kind']}' is not known", f"Choose from {', '.join(KINDS)}")
    if data["verified"] not in _VERIFIED:
        raise InputError(str(path), "verified", "write true, partly or false")
    factors = tuple(_factor(path, each) for each in data.get("factors") or ())
    if factors and len(factors) != data["count"]:
        raise InputError(str(path), "factors", f"{len(factors)} factors are named, and the count is {data['count']}")
    if len({each.id for each in factors}) < len(factors):
        raise InputError(str(path), "factors", "an id stands twice")
    return FactorSet(
        str(data["id"]), _text(path, "title", data["title"]), data["kind"], str(data["cite"]), int(data["count"]),
        str(data["source"]), _VERIFIED[data["verified"]], factors, data.get("claimed"),
        _text(path, "note", data["note"]) if "note" in data else Text("", ""), data,
    )  # fmt: skip


def _factor(path: Path, data: Any) -> NamedFactor:
    if not isinstance(data, Mapping) or "id" not in data or "text" not in data:
        raise InputError(str(path), "factors", "a factor needs id and text")
    name = str(data["id"])
    return NamedFactor(name, _text(path, f"factors.{name}", data["text"]), str(data.get("group") or ""))


def _text(path: Path, place: str, data: Any) -> Text:
    if not isinstance(data, Mapping) or not all(str(data.get(lang) or "").strip() for lang in ("id", "en")):
        raise InputError(str(path), place, "the text must stand in Indonesian and in English")
    return Text(str(data["id"]), str(data["en"]))
