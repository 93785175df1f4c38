"""Read results back: assessment.json of a results folder or a study folder."""

import json
from pathlib import Path
from typing import Any

import jsonschema

from tinjau.model import InputError
from tinjau.packs import load_schema

_MAX_BYTES = 200 * 1024 * 1024  # project choice: 25 services × 95 indicators × evidence stay far below
_NAME = "assessment.json"


def read_assessment(path: Path) -> dict[str, Any]:
    """The assessment at `path` (the file, its folder, or a study folder whose `results/` hold it).

    Raises InputError where there is none, or where it is not what the published schema describes.
    """
    file = _located(path)
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise InputError(str(path), "", "the file is too large to be an assessment", "Run the evaluation again")
        document = json.loads(file.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise InputError(str(file), "", f"this is no JSON document ({error})", "Run the evaluation again") from None
    fault = jsonschema.exceptions.best_match(
        jsonschema.Draft202012Validator(load_schema("assessment")).iter_errors(document)
    )
    if fault is not None:
        place = "/".join(str(each) for each in fault.absolute_path)
        raise InputError(str(file), place, f"this is no assessment ({fault.message[:160]})", "Run the evaluation again")
    result: dict[str, Any] = document
    return result


def _located(path: Path) -> Path:
    for candidate in (path, path / _NAME, path / "results" / _NAME):
        if candidate.is_file():
            return candidate
    raise InputError(str(path), "", f"there is no {_NAME} here", "Give a folder that `tinjau run` wrote")
