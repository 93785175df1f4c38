"""What a report says, as neutral blocks: one module a part. `document` puts them in order."""

from tinjau.report.content.edition import Edition
from tinjau.report.content.whole import document

__all__ = ["Edition", "document"]
