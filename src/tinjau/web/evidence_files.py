"""Evidence on disk: stored by digest outside the web root, known by its first bytes, named without tricks."""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from tinjau.web import scanning
from tinjau.web.history import Author, ClosedError, write
from tinjau.web.models import Cycle, Evidence

MAX_BYTES = 20 << 20
MAX_FILES = 500  # a cycle; project choice
# What a file is, by its first bytes (not by its name): documents, tables and pictures that offices use.
SIGNATURES = (
    (b"%PDF-", "application/pdf", (".pdf",)),
    (b"PK\x03\x04", "application/zip", (".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp")),
    (b"\x89PNG\r\n\x1a\n", "image/png", (".png",)),
    (b"\xff\xd8\xff", "image/jpeg", (".jpg", ".jpeg")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage", (".doc", ".xls", ".ppt")),
)
MAX_UNPACKED = 400 << 20  # bytes that whoever opens an archive would unpack; project choice
MAX_MEMBERS = 2_000


def path_of(digest: str) -> Path:
    """Where a file of this digest stands, outside the web root."""
    return Path(settings.MEDIA_ROOT) / digest[:2] / digest


def store(cycle: Cycle, upload: Any, user: Any, *, open_only: bool = True) -> tuple[Evidence | None, str]:
    """Keep the upload, the file first, the row second: its row; None and the id of a sentence where it cannot be kept.

    `open_only`: only while the cycle takes answers.
    """
    if upload is None or upload.size > MAX_BYTES or upload.size == 0:
        return None, "evidence.size"
    if cycle.evidence.count() >= MAX_FILES:
        return None, "evidence.many"
    head = upload.read(16)
    upload.seek(0)
    kind = kind_of(head)
    if kind is None:
        return None, "evidence.kind"
    if kind[0] == "application/zip" and not _opens_safely(upload):
        return None, "evidence.packed"
    refused = scanning.refuses(upload.chunks())
    if refused:
        return None, refused
    digest = kept_by_digest(upload.chunks())
    name = name_of(upload.name, kind[1])
    fields = {"name": name, "media_type": kind[0], "size": upload.size, "uploaded_by": user}
    try:
        with transaction.atomic():
            row, _ = Evidence.objects.get_or_create(cycle=cycle, digest=digest, defaults=fields)
            event = {"event": "evidence", "digest": row.digest, "name": row.name}
            write(cycle, "event", f"evidence-{row.digest}", event, Author(user), open_only=open_only)
    except ClosedError:
        return None, "fault.closed"
    return row, ""


def kind_of(head: bytes) -> tuple[str, tuple[str, ...]] | None:
    """The media type and endings of a file by its first bytes; None where this kind is not taken."""
    return next(((media, suffixes) for mark, media, suffixes in SIGNATURES if head.startswith(mark)), None)


def kept_by_digest(chunks: Iterable[bytes]) -> str:
    """Put the bytes under their SHA-256 into the folder of evidence, whole and on disk; the digest."""
    digest = hashlib.sha256()
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=root, delete=False) as handle:
        for chunk in chunks:
            digest.update(chunk)
            handle.write(chunk)
        handle.flush()
        os.fsync(handle.fileno())
    target = path_of(digest.hexdigest())
    target.parent.mkdir(exist_ok=True)
    Path(handle.name).replace(target)
    return digest.hexdigest()


def _opens_safely(upload: Any) -> bool:
    """Whether a zip archive (an office document is one) declares a size and a number of members that can be opened."""
    try:
        with zipfile.ZipFile(upload) as packed:
            members = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    finally:
        upload.seek(0)
    return len(members) <= MAX_MEMBERS and sum(each.file_size for each in members) <= MAX_UNPACKED


def name_of(given: str, suffixes: tuple[str, ...]) -> str:
    """The given name without path, control characters and tricks of direction; its ending fits the content."""
    bare = given.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(each for each in bare if each.isprintable() and each not in '"<>|:*?').strip(". ")
    suffix = next((each for each in suffixes if clean.lower().endswith(each)), "")
    stem = clean[: len(clean) - len(suffix)].rstrip(". ") if suffix else clean
    return f"{stem[:180] or 'evidence'}{suffix or suffixes[0]}"
