"""One sentence by id. What is inserted is text: no parameter is ever read as a template."""

import string
from collections.abc import Mapping, Sequence
from typing import Any

from tinjau.model import Lang, Text
from tinjau.texts.catalogue import SENTENCES
from tinjau.texts.figures import integer, number, percent

Parameter = str | int | float


class _Sentence(string.Formatter):
    """Fills `{name}`, `{share:%}` and `{count:one|many}`; knows no attribute, no index, no nesting."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        """The parameter of exactly that name."""
        del args
        return kwargs[field_name], field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        """The parameter as the language writes it; with `one|many` the word that fits the count."""
        if "|" in format_spec:
            one, many = format_spec.split("|", 1)
            return one if value == 1 else many
        if format_spec == "%":
            return percent(float(value), self.lang)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return str(value)
        return integer(value, self.lang) if isinstance(value, int) else number(value, self.lang)


def say(key: str, lang: Lang, **values: Parameter) -> str:
    """The sentence `key` in `lang`. Raises KeyError for an id or a parameter that does not exist."""
    indonesian, english = SENTENCES[key]
    return _Sentence(lang).vformat(indonesian if lang == "id" else english, (), values)


def both(key: str, **values: Parameter) -> Text:
    """The sentence `key` in both languages."""
    return Text(say(key, "id", **values), say(key, "en", **values))


def known(key: str) -> bool:
    """Whether the catalogue holds a sentence of this id."""
    return key in SENTENCES
