"""fleet.parquet, criteria.parquet, indicators.parquet: made anew from the governments' folders."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tinjau import packs
from tinjau.fleet.task import RECEIPT
from tinjau.model import InputError
from tinjau.packs.governments import kind_of
from tinjau.scoring.league import Facts, Standing, facts_of, official_indices, rank

_BATCH = 50  # governments whose rows are held at once; project choice
_GOVERNMENTS = pa.schema(
    [
        ("id", pa.string()), ("name", pa.string()), ("code", pa.string()), ("province", pa.string()),
        ("kind", pa.string()), ("phase", pa.string()), ("ordinal", pa.int8()), ("coverage", pa.float64()),
        ("complete", pa.bool_()), ("rank_best", pa.int32()), ("rank_worst", pa.int32()), ("pages", pa.int32()),
        ("completeness", pa.float64()), ("reason", pa.string()),
    ]
)  # fmt: skip
_CRITERIA = pa.schema(
    [
        ("id", pa.string()), ("instrument", pa.string()), ("criterion", pa.string()), ("verdict", pa.string()),
        ("by", pa.string()), ("score", pa.float64()), ("coverage", pa.float64()), ("passed", pa.int32()),
        ("failed", pa.int32()), ("cantTell", pa.int32()), ("inapplicable", pa.int32()), ("untested", pa.int32()),
    ]
)  # fmt: skip
_INDICATORS = pa.schema(
    [
        ("id", pa.string()), ("instrument", pa.string()), ("indicator", pa.string()), ("criterion", pa.string()),
        ("unit", pa.string()), ("outcome", pa.string()), ("decided_by", pa.string()), ("url", pa.string()),
    ]
)  # fmt: skip


def read_results(out: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each accepted government's id and assessment, by id. Raises InputError where the folder is no fleet's."""
    for path in sorted(_governments_in(out).iterdir()):
        if (path / RECEIPT).is_file():
            yield path.name, json.loads((path / "assessment.json").read_text(encoding="utf-8"))


def _governments_in(out: Path) -> Path:
    folder = out / "governments"
    if not folder.is_dir():
        raise InputError(str(out), "", "this folder holds no fleet", "Make one with `tinjau fleet run`")
    return folder


def write_tables(out: Path) -> tuple[Standing, ...]:
    """Write fleet.parquet, criteria.parquet and indicators.parquet; the league they hold.

    Each file is complete or absent: it is written beside and renamed.
    """
    _governments_in(out)
    found: dict[str, Facts] = {}
    completeness: dict[str, float | None] = {}
    indices: dict[str, str] = {}
    seen: set[str] = set()
    criteria, indicators = _Table(out / "criteria.parquet", _CRITERIA), _Table(out / "indicators.parquet", _INDICATORS)
    with criteria, indicators:
        for name, document in read_results(out):
            criteria.add(_criterion_rows(name, document))
            indicators.add(_indicator_rows(name, document))
            for new in {each["id"] for each in document.get("instruments", ())} - seen:
                seen.add(new)
                if new in packs.instrument_ids():
                    indices |= official_indices([packs.load_instrument(new)])
            found[name] = facts_of(document, indices)
            completeness[name] = (document["capture"] or {}).get("completeness")
    league = rank(found.items())
    with _Table(out / "fleet.parquet", _GOVERNMENTS) as governments:
        governments.add([_government_row(each, completeness[each.id]) for each in league])
    return league


class _Table:
    """A Parquet file that appears whole when the block ends well."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.path, self.schema = path, schema
        self.rows: list[dict[str, Any]] = []
        self.temporary = path.with_name(f".{path.name}.part")
        self.governments = 0

    def __enter__(self) -> "_Table":
        self.writer = pq.ParquetWriter(self.temporary, self.schema, compression="zstd")
        return self

    def add(self, rows: list[dict[str, Any]]) -> None:
        """Add one government's rows."""
        self.rows += rows
        self.governments += 1
        if self.governments % _BATCH == 0:
            self._flush()

    def _flush(self) -> None:
        if self.rows:
            self.writer.write_table(pa.Table.from_pylist(self.rows, schema=self.schema))
            self.rows = []

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._flush()
        self.writer.close()
        if kind is None:
            self.temporary.replace(self.path)
        else:
            self.temporary.unlink(missing_ok=True)


def _government_row(each: Standing, completeness: float | None) -> dict[str, Any]:
    return {
        "id": each.id, "name": each.name, "code": each.code, "province": each.code[:2], "kind": kind_of(each.name),
        "phase": each.phase, "ordinal": each.ordinal, "coverage": each.coverage, "complete": each.complete,
        "rank_best": each.rank[0], "rank_worst": each.rank[1], "pages": each.pages,
        "completeness": completeness, "reason": each.reason,
    }  # fmt: skip


def _criterion_rows(name: str, document: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "id": name, "instrument": each["instrument"], "criterion": each["id"], "verdict": each["verdict"]["value"],
            "by": each["verdict"]["by"], "score": each["score"], "coverage": each["coverage"], **each["outcomes"],
        }
        for each in document["criteria"]
    ]  # fmt: skip


def _indicator_rows(name: str, document: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "id": name, "instrument": each["instrument"], "indicator": each["id"], "criterion": each["criterion"],
            "unit": each["unit"], "outcome": each["outcome"], "decided_by": each["decided_by"],
            "url": each["evidence"][0]["url"] if each["evidence"] else "",
        }
        for each in document["indicators"]
    ]  # fmt: skip
