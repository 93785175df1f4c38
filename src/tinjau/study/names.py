"""What an id in a study may look like."""

import re

from tinjau.model import InputError

MAX_ID = 120  # project choice: longer is a text, not an id
_ID = re.compile(r"[\w][\w.:/@-]*")
FACTOR_ID = re.compile(r"[SWOT][0-9]{1,3}[a-z]?")
STRATEGY_ID = re.compile(r"(?:SO|WO|ST|WT)[0-9]{1,3}[a-z]?")


def check_id(value: str, file: str, place: str) -> str:
    """The id itself; raises InputError where it could not be quoted in a list or an address."""
    if len(value) > MAX_ID or not _ID.fullmatch(value):
        raise InputError(
            file,
            place,
            f"'{value[:60]}' cannot be an id",
            "Use letters, digits and - . _ : / without spaces, such as akta-lahir",
        )
    return value
