"""League documents as files."""

from tinjau.report.document import Document
from tinjau.report.pages import page


def league_page(document: Document) -> str:
    """A booklet or letter as one self-contained HTML page."""
    return page(document)


def league_pdf(document: Document) -> bytes:
    """A booklet or letter as PDF."""
    from tinjau.report.print import pdf  # the Typst compiler is 40 MB; a run without PDF does not load it

    return pdf([document], brief=True)
