"""Files that back answers: stored by digest, named by what they are, given only as downloads."""

import hashlib
import os
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from tinjau.web.history import Author, ClosedError, write
from tinjau.web.models import Cycle, Evidence
from tinjau.web.permissions import FILL, VIEW, cycle_page
from tinjau.web.views.home import back_to
from tinjau.web.words import say

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


@cycle_page(VIEW)
@require_http_methods(["GET", "POST"])
def files(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The cycle's files; a new one comes in by POST."""
    if request.method == "POST":
        if FILL not in request.abilities or not cycle.is_open:
            return render(request, "web/fault.html", {"key": "fault.closed", "status": 403}, status=403)
        fault = _store(request, cycle)
        if fault:
            messages.error(request, say(fault, request.lang, size=MAX_BYTES >> 20))
        return back_to(cycle, "evidence")
    context = {"cycle": cycle, "files": cycle.evidence.all(), "abilities": request.abilities}
    return render(request, "web/evidence.html", context)


@cycle_page(VIEW)
@require_GET
def get(request: HttpRequest, cycle: Cycle, digest: str) -> HttpResponse:
    """One file, as a download that a browser neither opens nor guesses at."""
    del request
    found = cycle.evidence.filter(digest=digest).first()
    if found is None:
        raise Http404
    path = path_of(found.digest)
    if not path.is_file():
        raise Http404
    response = FileResponse(
        path.open("rb"), as_attachment=True, filename=found.name, content_type="application/octet-stream"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def path_of(digest: str) -> Path:
    """Where a file of this digest stands, outside the web root."""
    return Path(settings.MEDIA_ROOT) / digest[:2] / digest


def _store(request: HttpRequest, cycle: Cycle) -> str:
    """Keep the upload: the file first, the row second. The id of a sentence where it cannot be kept."""
    upload: Any = request.FILES.get("file")
    if upload is None or upload.size > MAX_BYTES or upload.size == 0:
        return "evidence.size"
    if cycle.evidence.count() >= MAX_FILES:
        return "evidence.many"
    head = upload.read(16)
    upload.seek(0)
    kind = next(((media, suffixes) for mark, media, suffixes in SIGNATURES if head.startswith(mark)), None)
    if kind is None:
        return "evidence.kind"
    if kind[0] == "application/zip" and not _opens_safely(upload):
        return "evidence.packed"
    digest = hashlib.sha256()
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=root, delete=False) as handle:
        for chunk in upload.chunks():
            digest.update(chunk)
            handle.write(chunk)
        handle.flush()
        os.fsync(handle.fileno())
    target = path_of(digest.hexdigest())
    target.parent.mkdir(exist_ok=True)
    Path(handle.name).replace(target)
    name = name_of(upload.name, kind[1])
    fields = {"name": name, "media_type": kind[0], "size": upload.size, "uploaded_by": request.user}
    try:
        with transaction.atomic():
            row, _ = Evidence.objects.get_or_create(cycle=cycle, digest=digest.hexdigest(), defaults=fields)
            event = {"event": "evidence", "digest": row.digest, "name": row.name}
            write(cycle, "event", f"evidence-{row.digest}", event, Author(request.user), open_only=True)
    except ClosedError:
        return "fault.closed"
    return ""


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
