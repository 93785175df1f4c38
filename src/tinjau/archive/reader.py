"""Any web archive, record by record, in one pass with bounded memory."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tinjau.archive.decoding import Decoded, decode
from tinjau.archive.digests import Checker
from tinjau.archive.fastframes import FastFrames
from tinjau.archive.framing import Frame, Framer, begins
from tinjau.archive.httphead import Head, media_type_of, parse_head
from tinjau.archive.record import Headers, Record
from tinjau.archive.revisits import Originals
from tinjau.archive.wacz import Opener, archive_files
from tinjau.model import InputError

MAX_BODY = 10 * 1024 * 1024  # bytes of a decoded body that are kept; project choice
WEB_TYPES = frozenset({"response", "resource", "conversion", "revisit"})

_MAX_REREAD = 4 * 1024**3  # bytes read again for revisits: a record of 500 bytes must not cost 10 MB for ever
_MAX_HEAD = 262_144  # bytes of an HTTP head that are looked at
_MOST_LOSSES = 5  # places that `loss` names one by one
_NO_LINES = str.maketrans("", "", "\r\n\t")
_WEB = ("http://", "https://")
_MEND = "Give a WARC, ARC or WACZ file as a crawler wrote it"


class Reader:
    """Records of a .warc, .warc.gz, .arc, .arc.gz or .wacz file; what it is shows its content, not its name.

    By default what web servers sent: responses, resources, conversions and revisits of http(s) addresses; with
    `types=None` every record. After iteration `records` counts what was given out and `loss` says what could not be
    read (empty when nothing was lost). Raises InputError at once for a file that is empty or no web archive.
    """

    def __init__(self, path: Path | str, *, types: frozenset[str] | None = WEB_TYPES, max_body: int = MAX_BODY) -> None:
        self.path = Path(path)
        self._types, self._max_body = types, max_body
        self.records = 0
        self._losses: list[str] = []
        self._reread = 0
        self._files = _checked(self.path)
        self._originals = Originals([opener for _, opener in self._files])

    @property
    def loss(self) -> str:
        """What could not be read, in one line; empty when everything could."""
        shown = "; ".join(self._losses[:_MOST_LOSSES])
        more = len(self._losses) - _MOST_LOSSES
        return f"{shown}; and {more} more places" if more > 0 else shown

    def __iter__(self) -> Iterator[Record]:
        """Each record in the order of the file, read anew."""
        self.records = self._reread = 0
        self._losses = []
        for name, opener in self._files:
            with opener() as raw:
                framer = FastFrames(raw, self._types)
                while (frame := framer.next()) is not None:
                    if self._wanted(frame):
                        record = self._record(frame, framer)
                        self.records += 1
                        yield record
                self._losses += [f"{name}, {each}" if name else each for each in framer.loss]

    def _wanted(self, frame: Frame) -> bool:
        if self._types is None:
            return True
        kind = frame.get("warc-type").lower()
        return kind in self._types and _url_of(frame).lower().startswith(_WEB)

    def _record(self, frame: Frame, framer: FastFrames) -> Record:
        block = _Block.read(frame, framer, self._max_body + _MAX_HEAD)
        kind = frame.get("warc-type").lower()
        if block.mismatch:
            framer.add_loss(frame.offset, "a record's bytes are not those its digest was made of")
        if kind == "revisit":
            found = self._original(frame)
            if found is not None:
                return self._built(frame, "response", block, found)
        return self._built(frame, kind, block, None)

    def _original(self, frame: Frame) -> "_Original | None":
        place = self._originals.find(frame) if self._reread < _MAX_REREAD else None
        if place is None:
            return None
        with self._files[place[0]][1]() as raw:
            framer = Framer(raw, place[1], place[2])
            original = framer.next()
            if original is None:
                return None
            block = _Block.read(original, framer, self._max_body + _MAX_HEAD)
            self._reread += len(block.payload)
            return _Original(original, block)

    def _built(self, frame: Frame, kind: str, block: "_Block", original: "_Original | None") -> Record:
        source = original.block if original else block
        own = block.head if block.head else source.head
        done, truncated = _payload(source, self._max_body, frame if original is None else original.frame)
        declared = own.get("content-type") if own else frame.get("content-type")
        media_type, charset = media_type_of(declared)
        headers: Headers = own.headers if own else ()
        return Record(
            id=frame.get("warc-record-id") or f"offset:{frame.offset}",
            type=kind,
            url=_url_of(frame),
            date=frame.get("warc-date"),
            status=own.status if own else None,
            reason=own.reason if own else "",
            headers=headers,
            media_type=media_type,
            charset=charset,
            body=done.body,
            payload_digest=frame.get("warc-payload-digest") or source.digest,
            truncated=truncated,
            offset=frame.offset,
            path=str(self.path),
            revisit_of=(original.frame.get("warc-record-id") or f"offset:{original.frame.offset}") if original else "",
            warc_headers=tuple((key.lower(), value) for key, value in frame.headers),
        )


@dataclass(frozen=True, slots=True)
class _Original:
    frame: Frame
    block: "_Block"


@dataclass(frozen=True, slots=True)
class _Block:
    """A record's block: its HTTP head, its payload as sent (bounded), the payload's digest, and what is wrong."""

    head: Head | None
    payload: bytes
    digest: str
    cut: bool
    mismatch: bool

    @classmethod
    def read(cls, frame: Frame, framer: Framer | FastFrames, limit: int) -> "_Block":
        """Take the whole block of the frame, keeping at most `limit` bytes."""
        checker = Checker(frame.get("warc-block-digest"))
        parts: list[bytes] = []
        kept = 0
        beyond: Any = None  # the digest of a payload that is longer than what is kept
        for piece in framer.block():
            checker.update(piece)
            if kept < limit:
                parts.append(piece)
                kept += len(piece)
                continue
            if beyond is None:
                data = b"".join(parts)
                beyond = hashlib.sha256(data[_head_size(frame, data) :])
            beyond.update(piece)
        data = parts[0] if len(parts) == 1 else b"".join(parts)
        head = parse_head(data) if _holds_http(frame) else None
        payload = data[head.size :] if head else data
        digest = ""
        if not frame.get("warc-payload-digest"):
            digest = f"sha256:{(beyond or hashlib.sha256(payload)).hexdigest()}"
        matches = checker.matches()
        if matches:
            frame.fault = ""  # whatever follows it: these are the bytes that were written
        mismatch = not frame.fault and matches is False
        return cls(head, payload, digest, beyond is not None, mismatch)


def _head_size(frame: Frame, data: bytes) -> int:
    head = parse_head(data) if _holds_http(frame) else None
    return head.size if head else 0


def _holds_http(frame: Frame) -> bool:
    if frame.version == "ARC":
        return True
    return frame.get("content-type").lower().startswith("application/http") or frame.get("warc-type").lower() in {
        "response", "request", "revisit",
    }  # fmt: skip


def _payload(block: _Block, limit: int, frame: Frame) -> tuple[Decoded, str]:
    head = block.head
    transfer, content = (head.get("transfer-encoding"), head.get("content-encoding")) if head else ("", "")
    done = decode(block.payload, transfer, content, limit)
    if frame.fault:
        return done, "torn"
    if block.mismatch:
        return done, "digest"
    declared = frame.get("warc-truncated").lower()
    if declared:
        return done, declared
    return done, done.truncated or ("length" if block.cut else "")


def _url_of(frame: Frame) -> str:
    url = frame.get("warc-target-uri").translate(_NO_LINES).strip()
    return url.removeprefix("<").removesuffix(">").replace(" ", "%20")  # wget wrote brackets, others bare spaces


def _checked(path: Path) -> list[tuple[str, Opener]]:
    """The archive files of `path`, after its first record was found. Raises InputError."""
    if not path.is_file():
        raise InputError(str(path), "", "there is no such file", _MEND)
    if path.stat().st_size == 0:
        raise InputError(str(path), "", "the file is empty", _MEND)
    files = archive_files(path)
    for _, opener in files:
        with opener() as raw:
            if begins(raw):
                return files
    raise InputError(str(path), "", "this is no web archive: no record was found in it", _MEND)
