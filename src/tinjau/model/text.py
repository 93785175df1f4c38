"""A sentence in the two languages that every reader of tinjau is owed."""

from dataclasses import dataclass
from typing import Literal

Lang = Literal["id", "en"]
LANGS: tuple[Lang, ...] = ("id", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in Indonesian (`id`) and English (`en`). Either may be empty where only one was written."""

    id: str
    en: str

    def get(self, lang: Lang) -> str:
        """The text in `lang`, or in the other language where `lang` is empty."""
        return (self.id or self.en) if lang == "id" else (self.en or self.id)
