"""Write results whole or not at all, and never over a study's inputs."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from tinjau.model import InputError
from tinjau.study.folder import CSV_FILES, FOLDERS, YAML_FILES

_INPUTS = (*YAML_FILES, *CSV_FILES)


def write_json(path: Path, document: Any) -> None:
    """Put `document` as UTF-8 JSON at `path`; an earlier file stays until the new one is complete."""
    write_text(path, json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def write_text(path: Path, text: str) -> None:
    """Put `text` as UTF-8 at `path`; an earlier file stays until the new one is complete.

    Raises InputError where `path` is an input of a study or cannot be written.
    """
    # A lone surrogate can come from a page's broken text; it is shown as a question mark, never a failed report.
    write_bytes(path, text.encode("utf-8", "replace"))


def write_bytes(path: Path, content: bytes) -> None:
    """Put `content` at `path`, with the same promises."""
    _refuse_inputs(path)
    replace_bytes(path, content)


def replace_bytes(path: Path, content: bytes) -> None:
    """Put `content` at `path`, an input of a study too; an earlier file stays until the new one is complete.

    Raises InputError where `path` cannot be written.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        raise InputError(
            str(path), "", f"it cannot be written ({error.strerror})", "Choose a folder that you may write to"
        ) from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def write_new(path: Path, text: str) -> None:
    """Put `text` as UTF-8 at `path`, an input of a study too. Raises InputError where a file stands there already."""
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        path.hardlink_to(temporary)  # fails where a file stands already, whoever wrote it in the meantime
    except FileExistsError:
        problem, mend = "there is a file of this name already", "Give --out another name and join the two by hand"
        raise InputError(str(path), "", problem, mend) from None
    except OSError as error:
        raise InputError(
            str(path), "", f"it cannot be written ({error.strerror})", "Choose a folder that you may write to"
        ) from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _refuse_inputs(path: Path) -> None:
    for folder in (path.parent, path.parent.parent):
        if not (folder / "study.yaml").is_file():
            continue
        inside = path.parent == folder and path.name in _INPUTS
        below = path.parent.parent == folder and path.parent.name in FOLDERS
        if inside or below:
            raise InputError(
                str(path), "", "this is an input of the study; results never overwrite inputs", "Write to results/"
            )
