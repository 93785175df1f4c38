"""The packs that ship: instruments, strategy templates, the context of countries, published schemas."""

import difflib
import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tinjau.model import InputError, Instrument
from tinjau.packs.faults import faults_in
from tinjau.packs.reading import instrument_of
from tinjau.packs.yaml_reading import load_yaml_file

_HERE = Path(__file__).parent
INSTRUMENTS = _HERE / "instruments"
_STRATEGIES = _HERE / "strategies"
_CONTEXT = _HERE / "context"
_SCHEMAS = _HERE / "schemas"
SCHEMAS = ("assessment", "plan", "instrument")


def list_instruments() -> tuple[Instrument, ...]:
    """Every instrument that ships, by id."""
    return tuple(load_instrument(each) for each in instrument_ids())


def instrument_ids() -> tuple[str, ...]:
    """The ids of the instruments that ship, in order of their names."""
    return tuple(sorted(path.stem for path in INSTRUMENTS.glob("*.yaml")))


@functools.cache
def load_instrument(id: str) -> Instrument:  # noqa: A002 - the contract's word
    """The instrument of that id. Raises InputError where there is none, or where its pack has a fault."""
    if id not in instrument_ids():
        near = difflib.get_close_matches(id, instrument_ids(), 1)
        hint = f"Did you mean {near[0]}" if near else f"Choose from {', '.join(instrument_ids())}"
        raise InputError(id[:80] or "instrument", "", "there is no such instrument", hint)
    return read_instrument(INSTRUMENTS / f"{id}.yaml")


def read_instrument(path: Path) -> Instrument:
    """The instrument of a pack file. Raises InputError with the first of its faults."""
    data = load_yaml_file(path)
    faults = faults_in(data, path.read_text("utf-8-sig"))
    if faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        raise InputError(
            str(path), faults[0].place, f"{faults[0].problem}{more}", "See `tinjau instruments validate`"
        )
    return instrument_of(data)


def faults_of(path: Path, detectors: frozenset[str] = frozenset()) -> list[str]:
    """One message a fault of a pack file, with its place; empty where it is valid.

    Detector names are checked only against `detectors`, where the caller gives them. Raises InputError where the file
    cannot be read at all.
    """
    data = load_yaml_file(path)
    found = faults_in(data, path.read_text("utf-8-sig"), detectors)
    return [f"{path}, {each.place}: {each.problem}" for each in found]


@functools.cache
def load_schema(name: str) -> dict[str, Any]:
    """A published JSON Schema (draft 2020-12): assessment, plan or instrument."""
    if name not in SCHEMAS:
        raise InputError("--schema", name[:40], "there is no such schema", f"Choose from {', '.join(SCHEMAS)}")
    document: dict[str, Any] = json.loads((_SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return document


def load_strategy_templates() -> tuple[Mapping[str, Any], ...]:
    """The strategy library: the templates of every file of strategies/, files in order of their names.

    A file holds a list of templates, or a mapping with the list under `templates`. Empty where none ships.
    """
    found: list[Mapping[str, Any]] = []
    for path in sorted(_STRATEGIES.glob("*.yaml")):
        data = load_yaml_file(path)
        entries = data.get("templates") if isinstance(data, Mapping) else data
        for number, entry in enumerate(entries or (), start=1):
            if not isinstance(entry, Mapping):
                raise InputError(path.name, f"entry {number}", "a template is a mapping")
            found.append(entry)
    return tuple(found)


def load_context(country: str) -> Mapping[str, Any]:
    """What is known of a country's rules and platforms, by its ISO 3166 code in any case; empty where nothing ships."""
    names = {path.stem: path for path in _CONTEXT.glob("*.yaml")}
    path = names.get(country.lower())
    data = load_yaml_file(path) if path else {}
    return data if isinstance(data, Mapping) else {}
