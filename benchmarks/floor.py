"""The floor: decompress an archive and parse each HTML page once, and nothing else."""

from collections.abc import Sequence
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType
from selectolax.lexbor import LexborHTMLParser


def read_and_parse(paths: Sequence[Path]) -> int:
    """Parse every HTML response of the archives; the number of pages."""
    pages = 0
    for path in paths:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="all"):
                if "html" in (record.http_content_type or ""):
                    LexborHTMLParser(record.reader.read(), encoding=True)
                    pages += 1
    return pages
