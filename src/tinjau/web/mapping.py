"""The one module that knows both sides: a study folder on disk and the entries of a cycle.

A folder that comes in is read strictly by the study room first; what is stored are the things it holds (a service, an
answer, a factor…), each an entry of its own. A folder that goes out holds the same things in the same order.
"""

import csv
import io
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from tinjau import study
from tinjau.model import InputError
from tinjau.packs import load_yaml_file
from tinjau.study.tables import read_table
from tinjau.web.history import Author, write
from tinjau.web.models import Cycle

SERVICE_COLUMNS = (
    "id", "name", "name_id", "name_en", "audience", "access", "guide", "url", "owner", "contact", "notes",
)  # fmt: skip
ANSWER_COLUMNS = ("instrument", "indicator", "unit", "assessor", "value", "evidence", "note", "date")
JUDGEMENT_COLUMNS = ("assessor", "subject", "kind", "value", "round")
DECISION_COLUMNS = ("subject", "verdict", "by", "at", "reason")
ACTION_COLUMNS = ("strategy", "owner", "start", "end", "budget", "spent", "indicator", "status")

_LONGEST_KEY = 300  # characters, as the column holds

_TABLES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "service": ("services.csv", SERVICE_COLUMNS),
    "decision": ("decisions.csv", DECISION_COLUMNS),
    "action": ("actions.csv", ACTION_COLUMNS),
}


def read_folder(folder: Path, cycle: Cycle, author: Author) -> int:
    """Put a study folder's things into the cycle; the number of entries written.

    Raises InputError (before anything is written) where the study room refuses the folder.
    """
    study.read_study(folder)
    things = things_in(folder)
    for kind, key, payload in things:
        _check_storable(kind, key, payload)
    written = 0
    for kind, key, payload in things:
        written += write(cycle, kind, key, payload, author) is not None
    return written


def _check_storable(kind: str, key: str, payload: Any) -> None:
    """Raise InputError for what no database keeps: overlong keys, NUL, no-numbers, values that are no JSON."""
    if len(key) > _LONGEST_KEY:
        raise InputError(kind, key[:80], f"the id is longer than {_LONGEST_KEY} characters", "Shorten it")
    try:
        json.dumps(payload, allow_nan=False, ensure_ascii=False).encode()
    except (TypeError, ValueError, RecursionError):
        raise InputError(kind, key[:80], "a value here is neither a text nor a number", "Write it in quotes") from None
    if any("\x00" in each for each in _texts((key, payload))):
        raise InputError(kind, key[:80], "a text holds the character NUL", "Take it out")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield str(key)
            yield from _texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)


def things_in(folder: Path) -> list[tuple[str, str, Any]]:
    """(kind, key, payload) of everything a study folder holds, in its order; archives apart."""
    found: list[tuple[str, str, Any]] = [("settings", "study", _yaml(folder / "study.yaml"))]
    for kind, (name, columns) in _TABLES.items():
        for number, row in enumerate(_rows(folder / name, columns), start=1):
            found.append((kind, _row_key(kind, row, number), row))
    for path in sorted((folder / "answers").glob("*.csv")):
        found += [("answer", answer_key(row), {**row, "file": path.name}) for row in _rows(path, ANSWER_COLUMNS)]
    for path in sorted((folder / "judgements").glob("*.csv")):
        for row in _rows(path, JUDGEMENT_COLUMNS):
            key = "/".join(row.get(each, "") for each in ("assessor", "kind", "subject", "round"))
            found.append(("judgement", key, {**row, "file": path.name}))
    for kind, name in (("claims", "claims.yaml"), ("options", "options.yaml")):
        if (folder / name).is_file():
            found.append((kind, kind, _yaml(folder / name)))
    found += _swot(folder)
    return found


def write_folder(cycle: Cycle, folder: Path, archives: Iterable[Path] = ()) -> None:
    """Write the cycle as a study folder that the study room reads; `folder` must not exist."""
    folder.mkdir(parents=True)
    current: dict[str, list[tuple[str, Any]]] = {}
    for entry in cycle.entries.filter(current=True, payload__isnull=False).order_by("position", "sequence"):
        current.setdefault(entry.kind, []).append((entry.key, entry.payload))
    settings = dict(current["settings"][0][1]) if "settings" in current else {"government": {"name": str(cycle.office)}}
    archives = tuple(archives)
    if not archives:
        settings.pop("archives", None)  # a study that names archives which are not in it could not be read
    _write_yaml(folder / "study.yaml", settings)
    for kind, (name, columns) in _TABLES.items():
        if kind in current:
            _write_rows(folder / name, columns, [payload for _, payload in current[kind]])
    for kind, sub, columns in (("answer", "answers", ANSWER_COLUMNS), ("judgement", "judgements", JUDGEMENT_COLUMNS)):
        by_file: dict[str, list[Mapping[str, str]]] = {}
        for _, payload in current.get(kind, []):
            by_file.setdefault(payload.get("file") or "web.csv", []).append(payload)
        for name, rows in by_file.items():
            (folder / sub).mkdir(exist_ok=True)
            _write_rows(folder / sub / Path(name).name, columns, rows)
    for kind, name in (("claims", "claims.yaml"), ("options", "options.yaml")):
        if kind in current:
            _write_yaml(folder / name, current[kind][0][1])
    factors = [payload for _, payload in current.get("factor", [])]
    sources = [payload for _, payload in current.get("source", [])]
    if factors or sources:
        _write_yaml(folder / "factors.yaml", {"factors": factors, "sources": sources})
    strategies = [payload for _, payload in current.get("strategy", [])]
    conclusions = [payload for _, payload in current.get("conclusion", [])]
    if strategies or conclusions:
        _write_yaml(folder / "strategies.yaml", {"strategies": strategies, "conclusions": conclusions})
    for path in archives:
        (folder / "archive").mkdir(exist_ok=True)
        shutil.copyfile(path, folder / "archive" / path.name)


def answer_key(row: Mapping[str, str]) -> str:
    """What an answer is about and whose it is."""
    return "/".join(row.get(each, "") for each in ("instrument", "indicator", "unit", "assessor"))


def _swot(folder: Path) -> list[tuple[str, str, Any]]:
    found: list[tuple[str, str, Any]] = []
    factors = _yaml(folder / "factors.yaml") if (folder / "factors.yaml").is_file() else {}
    sources: Any = {}
    if isinstance(factors, dict) and set(factors) <= {"factors", "sources"}:
        sources, factors = factors.get("sources") or {}, factors.get("factors") or {}
    found += [("factor", str(each["id"]), each) for each in _listed(factors)]
    found += [("source", str(each["id"]), each) for each in _listed(sources)]
    tows = _yaml(folder / "strategies.yaml") if (folder / "strategies.yaml").is_file() else {}
    if isinstance(tows, dict) and set(tows) <= {"strategies", "conclusions"}:
        strategies, conclusions = tows.get("strategies") or [], tows.get("conclusions") or []
    else:
        conclusions = tows.get("conclusions") or []
        strategies = {key: value for key, value in tows.items() if key != "conclusions"}
    found += [("strategy", str(each["id"]), each) for each in _listed(strategies)]
    for number, each in enumerate(_listed(conclusions), start=1):
        found.append(("conclusion", str(each.get("id") or number), {"id": str(number), **each}))
    return found


def _listed(data: Any) -> list[dict[str, Any]]:
    """A list of mappings with ids, from a list or from a mapping of id to entry (or to a text)."""
    if isinstance(data, dict):
        return [
            {"id": str(key), **(value if isinstance(value, dict) else {"text": value})} for key, value in data.items()
        ]
    return [dict(each) for each in data or []]


def _row_key(kind: str, row: Mapping[str, str], number: int) -> str:
    if kind == "service":
        return row["id"]
    # Decisions and actions are lists: the same subject may stand more than once, and the order counts.
    subject = row.get("subject") or row.get("strategy") or ""
    return f"{number}/{subject}"


def _rows(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    rows = read_table(path, path.name, (), columns)
    return [{name: row.get(name) for name in columns if row.get(name)} for row in rows]


def _write_rows(path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    used = [name for name in columns if any(row.get(name) for row in rows)]
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(used)
    writer.writerows([row.get(name, "") for name in used] for row in rows)
    study_text(path, written.getvalue())


def _yaml(path: Path) -> Any:
    return load_yaml_file(path)


def _write_yaml(path: Path, data: Any) -> None:
    study_text(path, yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120))


def study_text(path: Path, text: str) -> None:
    """Write a new input of a folder that is being made; the study room's writer refuses inputs, on purpose."""
    path.write_text(text, encoding="utf-8")
