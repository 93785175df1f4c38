"""A document as one self-contained HTML page: no script, no request, escaped throughout."""

from tinjau.report.pages.whole import page

__all__ = ["page"]
