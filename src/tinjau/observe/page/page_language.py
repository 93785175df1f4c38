"""P01: the language that a page declares (ACT b5c3f8, bf051a)."""

import re2

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare

_TAG = re2.compile(r"^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$")


class PageLanguage(PageShare):
    """The `html` element declares a language with a well-formed tag.

    Read: its `lang`. Limits: whether the text is in that language is told by language_mismatch.
    """

    name = "page_language"
    check = "P01"
    reads = ("lang",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By the attribute."""
        return bool(_TAG.match(page.facts.lang)), f'<html lang="{page.facts.lang}">'
