"""The study of the year before: what it found, and what was to be done since."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tinjau.model import Action, InputError, Study
from tinjau.study.reading import read_study
from tinjau.study.results import read_assessment


@dataclass(frozen=True, slots=True)
class Previous:
    """The earlier assessment (the document of its assessment.json) and the actions of its study."""

    assessment: Mapping[str, Any]
    actions: tuple[Action, ...]


def read_previous(study: Study) -> Previous | None:
    """What `previous` in study.yaml names, relative to the study: a study folder that was run, or its results.

    None where it names nothing. Raises InputError where it names something that cannot be read.
    """
    if not study.previous or not study.folder:
        return None
    path = Path(study.folder) / study.previous
    if not path.exists():
        label = f"{Path(study.folder).name}/study.yaml"
        raise InputError(label, "previous", f"there is no '{study.previous[:80]}'", "Name last year's study folder")
    document = read_assessment(path)
    for folder in (path, path.parent):
        if (folder / "study.yaml").is_file():
            return Previous(document, read_study(folder).actions)
    return Previous(document, ())
