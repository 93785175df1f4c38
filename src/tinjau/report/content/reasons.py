"""Reasons in the report's language, and marked where they are in another."""

from tinjau.model import Lang
from tinjau.report.document import Inline, Words
from tinjau.report.hostile import one_line
from tinjau.texts import reason_pieces


def reason_words(lang: Lang, reason: str, limit: int, *, quiet: bool = False) -> list[Inline]:
    """The reason on one line of at most `limit` characters, each part with its language."""
    parts: list[Inline] = []
    left = limit
    for each in reason_pieces(one_line(reason), lang):
        shown = each.text if len(each.text) <= left else each.text[: max(0, left - 1)].rstrip() + "…"
        left -= len(shown)
        parts.append(Words(shown, None if each.lang == lang else each.lang, quiet=quiet))
        if left <= 0:
            break
    return parts
