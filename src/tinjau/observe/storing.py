"""Observations on disk: Parquet (zstd) or JSON lines, with the columns of the contract."""

import dataclasses
import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tinjau.model import InputError, Observation, Scope, State, Value

COLUMNS = tuple(each.name for each in dataclasses.fields(Observation))
_SCHEMA = pa.schema([(name, pa.int64() if name == "version" else pa.string()) for name in COLUMNS])
_MEND = "Give a file that `tinjau observe` wrote"


def write_observations(observations: Iterable[Observation], path: Path) -> None:
    """Write the file whole or not at all: `.parquet` or `.jsonl` by the name. Raises InputError for other names.

    `value` is JSON text in Parquet (a column has one type) and a JSON value in JSON lines.
    """
    if path.suffix not in (".parquet", ".jsonl"):
        raise InputError(str(path), "", "observations are written as .parquet or .jsonl", "Give such a name")
    rows = [_row(each) for each in observations]
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            if path.suffix == ".parquet":
                for row in rows:
                    row["value"] = None if row["value"] is None else json.dumps(row["value"], ensure_ascii=False)
                pq.write_table(pa.Table.from_pylist(rows, schema=_SCHEMA), stream, compression="zstd")
            else:
                stream.writelines((json.dumps(row, ensure_ascii=False) + "\n").encode() for row in rows)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def read_observations(path: Path) -> tuple[Observation, ...]:
    """The observations of a file that `write_observations` wrote. Raises InputError for anything else."""
    try:
        if path.suffix == ".parquet":
            rows: Sequence[dict[str, Any]] = pq.read_table(path).to_pylist()
            for row in rows:
                row["value"] = None if row["value"] is None else json.loads(row["value"])
        else:
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        return tuple(_observation(row) for row in rows)
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException) as error:
        raise InputError(str(path), "", f"these are no observations ({error})", _MEND) from error


def _row(observation: Observation) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(observation, name) for name in COLUMNS}
    row["scope"], row["state"] = str(observation.scope), str(observation.state)
    return row


def _observation(row: dict[str, Any]) -> Observation:
    value: Value = row["value"]
    return Observation(
        **{name: row[name] for name in COLUMNS if name not in ("scope", "state", "value", "version")},
        version=int(row["version"]), scope=Scope(row["scope"]), state=State(row["state"]), value=value,
    )  # fmt: skip
