"""How far a run is, in the reader's words."""

import re
from typing import cast

from tinjau.model import Lang
from tinjau.texts import integer
from tinjau.web.words import say

# What `tinjau.capture.Progress` writes; one sentence of a closed form, at most 400 characters.
_CAPTURE = re.compile(
    r"capture: (?P<pages>[0-9]{1,9}) pages of at most (?P<most>[0-9]{1,9}), (?P<documents>[0-9]{1,9}) documents, "
    r"(?P<waiting>[0-9]{1,9}) waiting(?:, (?P<failed>[0-9]{1,9}) failed)?, [0-9.]{1,12} MB"
    r"(?:; about (?P<left>[0-9]{1,9}) (?P<unit>s|min) for what is known so far)?"
)


def doing(line: str, lang: str) -> str:
    """A line of the pipeline in the reader's language; empty where it says nothing that people wait for."""
    found = _CAPTURE.fullmatch(line)
    if found:
        spoken = cast("Lang", lang)
        counts = {name: integer(int(found[name]), spoken) for name in ("pages", "most", "documents", "waiting")}
        parts = [say("step.capture", lang, **counts)]
        if found["failed"]:
            parts.append(say("step.failed", lang, n=found["failed"]))
        if found["left"]:
            minutes = found["unit"] == "min"
            parts.append(say("step.minutes" if minutes else "step.seconds", lang, n=found["left"]))
        return " ".join(parts)
    step = line.partition(":")[0]
    known = {"capture": "step.begins", "observe": "step.observe", "report": "step.report", "wrote": "step.wrote"}
    return say(known[step], lang) if step in known else ""
