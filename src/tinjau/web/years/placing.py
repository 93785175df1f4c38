"""The year before, placed where the study room looks for it, so that a report says what moved since."""

import json
from dataclasses import replace
from pathlib import Path

from tinjau import study
from tinjau.model import InputError, Study
from tinjau.web import mapping
from tinjau.web.models import Cycle
from tinjau.web.years.chain import previous_of

NAME = "previous"


def with_previous(cycle: Cycle, the_study: Study, folder: Path) -> Study:
    """The study with the evaluation before it as its `previous`, written beside `folder`.

    Unchanged where there is none, where it has no result, or where what it holds can no longer be read.
    """
    previous = previous_of(cycle)
    result = previous.results.first() if previous is not None else None
    if previous is None or result is None:
        return the_study
    place = folder.parent / NAME
    mapping.write_folder(previous, place)
    (place / "results").mkdir()
    (place / "results" / "assessment.json").write_text(json.dumps(result.assessment), encoding="utf-8")
    found = replace(the_study, previous=f"../{NAME}")
    try:
        study.read_previous(found)
    except InputError:
        return the_study
    return found
