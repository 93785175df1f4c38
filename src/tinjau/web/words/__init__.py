"""Every sentence of the application, in Indonesian and English. A test refuses a missing or unused one."""

from collections.abc import Mapping
from typing import Final

from tinjau.web.words import assessors, editing, first, focus, ministry, notices, security, years

LANGUAGE_COOKIE: Final = "tinjau_lang"
LANGUAGES: Final = ("id", "en")

PARTS: Final = (first, editing, security, assessors, focus, years, ministry, notices)
WORDS: Final[Mapping[str, tuple[str, str]]] = {key: pair for part in PARTS for key, pair in part.WORDS.items()}


def say(key: str, lang: str, **values: str | int) -> str:
    """The sentence in `lang`, parameters put in as they are. Raises KeyError for an unknown id."""
    text = WORDS[key][0 if lang == "id" else 1]
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text
