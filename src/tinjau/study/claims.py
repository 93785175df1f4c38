"""claims.yaml: what the study's text says, to be held against its data."""

from typing import Any

from tinjau.model import Claim, Lang
from tinjau.study.fields import Fields, entries

_KEYS = ("id", "kind", "value", "where", "subject")


def read_claims(data: Any, file: str, language: Lang) -> tuple[Claim, ...]:
    """The claims in their own order. Kinds and subjects that tinjau cannot check are kept: lint says so."""
    if isinstance(data, dict) and set(data) == {"claims"}:
        data = data["claims"]
    found: list[Claim] = []
    for number, (place, entry) in enumerate(entries(data, file, "claim"), start=1):
        fields = Fields(entry, file, place, _KEYS, language)
        if "value" not in fields:
            raise fields.fault("value", "this is missing", "Write value: and what the text says")
        found.append(
            Claim(
                id=fields.string("id") or f"claim-{number}",
                kind=fields.need("kind").lower(),
                value=fields.raw("value"),
                where=fields.string("where"),
                subject=fields.string("subject"),
                at=f"{file}, {place}",
            )
        )
    return tuple(found)
