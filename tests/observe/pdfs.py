"""PDFs made in tests: ordinary ones, scans, and such as nobody should have to open."""

import zlib
from collections.abc import Mapping, Sequence
from typing import Any

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """The objects as a file; the first is the catalogue."""
    written, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    written += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(written)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def text_pdf(pages: Sequence[Sequence[str]], title: str = "", *, tagged: bool = False) -> bytes:
    """Pages with lines of text."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    mark = b"/MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot >>" if tagged else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % mark,
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Title (%s) >>" % _literal(title),
    ]
    for number, lines in enumerate(pages):
        shown = [b"BT /F1 12 Tf 60 %d Td (%s) Tj ET" % (780 - 20 * at, _literal(line)) for at, line in enumerate(lines)]
        objects += [_page(5 + 2 * number, b"/Font << /F1 %s >>" % _FONT), stream(b"\n".join(shown))]
    return pdf(objects, trailer=b"/Info 3 0 R")


def scanned_pdf(pages: int = 1, *, width: int = 2, height: int = 2) -> bytes:
    """Pages that are pictures."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(pages))
    picture = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        stream(b"\x00\xff\xff\x00", picture % (width, height)),
    ]  # fmt: skip
    for number in range(pages):
        objects += [_page(5 + 2 * number, b"/XObject << /I 3 0 R >>"), stream(b"q 595 0 0 842 0 0 cm /I Do Q")]
    return pdf(objects)


def _page(contents: int, resources: bytes) -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << %s >> >>"
    return page % (contents, resources)


def _literal(text: str) -> bytes:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252", "replace")


def with_contents(contents: bytes, *, pages: bytes = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>") -> bytes:
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages, _page(4, b"/XObject << /X 4 0 R >>"), contents])


def protected_pdf() -> bytes:
    """Encrypted; no password opens it, least of all the empty one."""
    handler = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00> <00>]"
    whole = text_pdf([["RAHASIA"]])
    return whole.replace(b"/Info 3 0 R", handler % (b"41" * 32, b"42" * 32))


def bomb(megabytes: int = 60) -> bytes:
    """A page whose short stream unfolds to so many megabytes of drawing."""
    packer = zlib.compressobj(1)
    part = b"0 0 m 9 9 l S\n" * 75_000
    data = b"".join(packer.compress(part) for _ in range(megabytes)) + packer.flush()
    return with_contents(stream(data, b"/Filter /FlateDecode"))


def hostile() -> Mapping[str, bytes]:
    """By name, documents that are wrong in one way each."""
    whole = text_pdf([["LAPORAN KINERJA", "TAHUN 2023"]])
    itself = stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>")
    deep = pdf([b"<< /Type /Catalog /Pages 2 0 R >>",
                *(b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (at + 3) for at in range(3_000)),
                _page(9_999, b"")])  # fmt: skip
    return {
        "empty": b"", "nothing but its name": b"%PDF-1.4\n", "a web page": b"<!DOCTYPE html><title>404</title>",
        "a picture": b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "an archive": b"PK\x03\x04" + b"\x00" * 99,
        "torn": whole[: len(whole) // 2], "torn late": whole[:-30], "zeros": b"%PDF-1.7\n" + bytes(100_000),
        "a password": protected_pdf(), "two thousand million pages": with_contents(
            stream(b""), pages=b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"),
        "pages below zero": with_contents(stream(b""), pages=b"<< /Type /Pages /Kids [3 0 R] /Count -7 >>"),
        "pages that hold themselves": with_contents(stream(b""), pages=b"<< /Type /Pages /Kids [2 0 R] /Count 3 >>"),
        "a deep tree of pages": deep, "a form that draws itself": with_contents(itself),
        "brackets without end": with_contents(stream(b"[" * 200_000 + b" TJ")),
        "states without end": with_contents(stream(b"q " * 300_000)),
        "a picture of a million million dots": scanned_pdf(width=1_000_000, height=1_000_000),
        "objects that name one another": pdf([b"2 0 R", b"1 0 R"]),
        "references that lead back": whole.replace(b"/Info 3 0 R", b"/Info 3 0 R /Prev 9"),
        "a name of a megabyte": with_contents(stream(b"/" + b"A" * 1_000_000 + b" Do")),
        "a title of a megabyte": text_pdf([["x"]], "A" * 1_000_000),
        "numbers out of range": with_contents(stream(b"99999999999999999999 -99999999999999999999 Td " * 2_000)),
        "two packings too many": with_contents(stream(zlib.compress(b"q Q"), b"/Filter [/FlateDecode /FlateDecode]")),
    }  # fmt: skip


def body_of(given: Mapping[str, Any]) -> bytes:
    """A document as cases write it down: {lines, title} or {scanned: pages} or {hostile: name}."""
    if "scanned" in given:
        return scanned_pdf(int(given["scanned"]))
    if "hostile" in given:
        return hostile()[str(given["hostile"])]
    return text_pdf([given.get("lines", ())], str(given.get("title", "")), tagged=bool(given.get("tagged")))
