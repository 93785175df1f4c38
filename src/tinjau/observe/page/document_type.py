"""P06: pages with a character set."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class DocumentType(PageShare):
    """The page declares its character set in a meta element or its header.

    Read: `meta charset`, `http-equiv` and the Content-Type header.
    """

    name = "document_type"
    check = "P06"
    reads = (
        "metas",
        "headers",
    )
    technical = True

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        facts = page.facts
        stated = facts.metas.get("charset") or facts.metas.get("content-type") or facts.headers.get("content-type", "")
        return bool(facts.metas.get("charset")) or "charset" in stated.lower(), stated
