"""Services that were found beside those that were read: by name, and by the stage that their pages show."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from evaluation.annotations import Annotation, SiteService
from tinjau.model import FoundService

# What a reader calls a stage, as the phase id that the detectors use (None: no page shows one).
PHASE_OF = {
    "information": "presence",
    "downloadable-form": "interaction",
    "online-form": "interaction",
    "online-submission": "transaction",
    "payment-tracking": "transaction",
    "link-out": None,
    "page-missing": None,
}


def compared(annotation: Annotation, found: Sequence[FoundService]) -> dict[str, Any]:
    """How many services were named rightly, wrongly and not at all, and for how many of those the stage is right."""
    left = list(found)
    right: list[tuple[SiteService, FoundService]] = []
    missed: list[str] = []
    for each in annotation.services:
        match = next((other for other in left if _same(each, other)), None)
        if match is None:
            missed.append(each.name)
            continue
        right.append((each, match))
        left.remove(match)
    wrong_stage = [
        {"name": one.name, "read": PHASE_OF[one.stage], "said": other.stage}
        for one, other in right
        if PHASE_OF[one.stage] != other.stage
    ]
    return {
        "site": annotation.site, "read": len(annotation.services), "named": len(right), "missed": missed,
        "invented": [each.name for each in left], "stage_right": len(right) - len(wrong_stage),
        "stage_wrong": wrong_stage,
    }  # fmt: skip


def _same(read: SiteService, found: FoundService) -> bool:
    one, other = _plain(read.name), _plain(found.name)
    return one in other or (len(other) > 5 and other in one)


def _plain(name: str) -> str:
    spaced = unicodedata.normalize("NFKD", name.casefold()).replace("’", "'")
    return " ".join("".join(each for each in spaced if each.isalnum() or each in " '").split())
