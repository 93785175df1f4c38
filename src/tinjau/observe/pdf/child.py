"""The process that opens PDFs. It is run as a file, knows nothing of tinjau, and may be killed at any moment.

Standard input brings documents, each behind its length in four bytes (big endian); standard output gives one JSON
object for each, framed in the same way. Arguments: memory in MB, CPU seconds a document, pages, characters.
"""

import contextlib
import json
import struct
import sys
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

try:
    import resource
except ImportError:  # not a POSIX system: the parent's clock alone bounds what a document costs
    resource = None  # type: ignore[assignment]

_LENGTH = struct.Struct(">I")
_TITLE = 300  # characters
_DEEP = 3  # levels of form objects in which a picture is looked for
_LETTERS = 3  # characters from which a page has text


def main() -> None:
    """Answer until standard input ends."""
    memory, seconds, pages, characters = (int(each) for each in sys.argv[1:5])
    _bound(memory)
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while head := source.read(_LENGTH.size):
        body = source.read(_LENGTH.unpack(head)[0])
        _allow(seconds)
        answer = json.dumps(_read(body, pages, characters)).encode()
        sink.write(_LENGTH.pack(len(answer)) + answer)
        sink.flush()


def _bound(memory: int) -> None:
    """No more memory than said, no file written, no process, no core dump; each as far as the system knows it."""
    bounds = (("RLIMIT_AS", memory << 20), ("RLIMIT_FSIZE", 0), ("RLIMIT_NPROC", 0), ("RLIMIT_CORE", 0))
    for name, value in bounds:
        with contextlib.suppress(AttributeError, OSError, ValueError):
            resource.setrlimit(getattr(resource, name), (value, value))


def _allow(seconds: int) -> None:
    """So many CPU seconds more; beyond them the system ends this process."""
    with contextlib.suppress(AttributeError, OSError, ValueError):
        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _read(body: bytes, pages: int, characters: int) -> dict[str, Any]:
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        return {"fault": "password" if "assword" in str(error) else "damaged"}
    except MemoryError:
        return {"fault": "memory"}
    try:
        return _answer(document, pages, characters)
    except MemoryError:
        return {"fault": "memory"}
    except Exception:  # whatever a document makes of the library: it is not read
        return {"fault": "damaged"}


def _answer(document: Any, pages: int, characters: int) -> dict[str, Any]:
    count = len(document)
    texts, pictures, looked = [], 0, 0
    for number in range(min(count, pages)):
        try:
            page = document[number]
            text = page.get_textpage().get_text_range(0, -1, errors="ignore")
            shown = next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEP), None) is not None
        except pypdfium2.PdfiumError:
            continue  # this page is damaged; others may not be
        looked += 1
        pictures += shown
        texts.append(text[:characters])
    if not looked:
        return {"fault": "damaged"}
    letters = sum(len("".join(text.split())) for text in texts)
    return {
        "pages": count, "title": str(document.get_metadata_value("Title"))[:_TITLE],
        "text": "\f".join(texts)[:characters], "scanned": letters < _LETTERS and pictures > 0,
        "tagged": bool(pdfium.FPDFCatalog_IsTagged(document)),
    }  # fmt: skip


if __name__ == "__main__":
    main()
