"""Page facts set aside between the two passes: in memory while they are few, on disk beyond that."""

import marshal
import struct
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from tinjau.observe.engine.facts import Block, Button, Fault, Field, Form, Heading, Hit, Image, Link, PageFacts

_KEPT = 300  # pages that stay as they are; beyond them facts are written down
_IN_MEMORY = 2 << 20  # bytes that are written to memory; beyond them to a temporary file; project choice
_LARGE = 400_000  # bytes of a page that is never kept
MOST = 8 << 30  # bytes that are written down, those of half a million ordinary pages; project choices
_LENGTH = struct.Struct("<I")


class Spool:
    """Facts of pages. Use as a context; the temporary file goes with it."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by __exit__
        self._kept: list[PageFacts] = []
        self._written = 0

    def __enter__(self) -> "Spool":
        """Open until the block ends."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Drop everything."""
        self._kept.clear()
        self._file.close()

    def put(self, page: PageFacts) -> bool:
        """Set the facts of one page aside; False, and nothing done, where no more is taken."""
        if len(self._kept) < _KEPT and page.size <= _LARGE:
            self._kept.append(page)
            return True
        data = marshal.dumps(_flat(page))
        if self._written + len(data) > MOST:
            return False
        self._written += _LENGTH.size + len(data)
        self._file.write(_LENGTH.pack(len(data)))
        self._file.write(data)
        return True

    def __iter__(self) -> Iterator[PageFacts]:
        """All facts again, one at a time; the kept ones first."""
        yield from self._kept
        self._file.seek(0)
        while head := self._file.read(_LENGTH.size):
            yield _whole(marshal.loads(self._file.read(_LENGTH.unpack(head)[0])))  # noqa: S302 - written by us above


def _flat(page: PageFacts) -> tuple[Any, ...]:
    """Exact tuples only: marshal takes no subclasses."""
    forms = [(*form[:6], [tuple(each) for each in form.fields], *form[7:]) for form in page.forms]
    return (
        page.url, page.status, page.record_id, page.digest, page.captured, page.title, page.lang,
        [tuple(each) for each in page.blocks], [tuple(each) for each in page.links],
        [tuple(each) for each in page.headings], forms, [tuple(each) for each in page.images],
        [tuple(each) for each in page.buttons],
        page.frames, page.metas, page.rels, page.scripts, page.dates,
        {rule: tuple(fault) for rule, fault in page.faults.items()}, page.marks, page.data,
        {concept: [tuple(each) for each in hits] for concept, hits in page.hits.items()}, page.headers, page.size,
        page.cut,
    )  # fmt: skip


def _whole(flat: tuple[Any, ...]) -> PageFacts:
    page = PageFacts(*flat)
    page.blocks = [Block._make(each) for each in flat[7]]
    page.links = [Link._make(each) for each in flat[8]]
    page.headings = [Heading._make(each) for each in flat[9]]
    page.forms = [Form._make((*form[:6], tuple(Field._make(each) for each in form[6]), *form[7:])) for form in flat[10]]
    page.buttons = [Button._make(each) for each in flat[12]]
    page.images = [Image._make(each) for each in flat[11]]
    page.faults = {rule: Fault._make(fault) for rule, fault in flat[18].items()}
    page.hits = {concept: [Hit._make(each) for each in hits] for concept, hits in flat[21].items()}
    return page
