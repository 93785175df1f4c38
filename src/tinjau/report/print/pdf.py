"""Compiles `report.typ` with the report's data: A4, tagged, PDF/UA-1 and PDF/A-2a, with the compiler's own fonts."""

import datetime
import json
from collections.abc import Sequence
from importlib.resources import files

import typst

from tinjau.report.document import Document
from tinjau.report.print.data import Composer

# A report of the same inputs has the same bytes: without a date of its own it carries this one (project choice).
_EARLIEST = 1990  # no page of the Web is older
_EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def pdf(documents: Sequence[Document], made: str = "", *, brief: bool = False) -> bytes:
    """The documents (one, or one a language) as one PDF file. `made` is the ISO date that the file states.

    `brief` ones (a letter, a booklet) go on without contents and page breaks.

    Nothing is read but the template and the fonts inside the compiler; no system font, no package, no network.
    """
    editions = [Composer(each, each.lang).data() for each in documents]
    template = (files("tinjau.report.print") / "report.typ").read_bytes()
    compiled = typst.compile(
        template,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps({"editions": editions, "brief": brief}, ensure_ascii=False)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=_moment(made),
    )
    if not isinstance(compiled, bytes):
        raise TypeError("the compiler returned no single file")
    return compiled


def _moment(made: str) -> datetime.datetime:
    """The moment to the second in UTC; the epoch of this file where none is written that a PDF can state."""
    try:
        moment = datetime.datetime.fromisoformat(made.strip().replace("Z", "+00:00")).replace(microsecond=0)
        moment = moment.astimezone(datetime.UTC) if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
    except (ValueError, OverflowError):
        return _EPOCH
    return moment if moment.year >= _EARLIEST else _EPOCH
