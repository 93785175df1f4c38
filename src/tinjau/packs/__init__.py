"""Packs: instruments, strategy templates, countries' context and schemas, as data; loaded and validated here."""

from tinjau.packs.describing import catalogue
from tinjau.packs.library import (
    faults_of,
    instrument_ids,
    list_instruments,
    load_context,
    load_instrument,
    load_schema,
    load_strategy_templates,
    read_instrument,
)
from tinjau.packs.yaml_reading import load_yaml_file

__all__ = [
    "catalogue", "faults_of", "instrument_ids", "list_instruments", "load_context", "load_instrument", "load_schema",
    "load_strategy_templates", "load_yaml_file", "read_instrument",
]  # fmt: skip
