"""An evaluation as one zip: the study folder, and where wanted its evidence files and archives; out and in again.

Packed onto disk, never in memory; bounded in every direction; what comes in is taken by exact names alone.
"""

import csv
import hashlib
import io
import lzma
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.conf import settings

from tinjau.archive import Reader, manifest_path
from tinjau.model import InputError
from tinjau.web import captures, mapping
from tinjau.web.evidence_files import MAX_FILES, kept_by_digest, kind_of, name_of, path_of
from tinjau.web.history import Author, write
from tinjau.web.models import Cycle, Evidence

MAX_OUT = 8 << 30  # bytes of an export; project choice
_CHUNK = 1 << 20
_SPARE = 64 << 20  # bytes of the disk that an export leaves free
_COLUMNS = ("digest", "name", "media_type", "size")
_TEXTS = frozenset({".yaml", ".csv"})
_DIGEST = 64


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much an incoming zip may hold: packed, unpacked (texts, and files beside them), and members."""

    packed: int
    texts: int
    files: int
    members: int


BY_WEB = Bounds(20 << 20, 50 << 20, 64 << 20, 1_200)
BY_COMMAND = Bounds(MAX_OUT, 50 << 20, MAX_OUT, 2_000)


def sizes(cycle: Cycle) -> dict[str, int]:
    """Bytes that evidence and archives add to an export."""
    standing = captures.used(cycle)
    return {"evidence": sum(each.size for each in cycle.evidence.all()), "archives": standing.size if standing else 0}


def pack(cycle: Cycle, *, evidence: bool, archives: bool) -> IO[bytes]:
    """The zip as an open file that vanishes when it is closed. Raises InputError where it would be too large."""
    added = sizes(cycle)
    total = (added["evidence"] if evidence else 0) + (added["archives"] if archives else 0)
    if total > MAX_OUT or shutil.disk_usage(settings.HOME).free < total + _SPARE:
        raise InputError(cycle.slug, "", f"the export would hold {total} bytes, more than there is room for")
    target = tempfile.TemporaryFile(dir=settings.HOME, prefix="export-")  # noqa: SIM115 - the response closes it
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
            _pack_study(cycle, packed)
            if evidence:
                _pack_evidence(cycle, packed)
            if archives:
                _pack_archives(cycle, packed)
    except BaseException:
        target.close()
        raise
    target.seek(0)
    return target


def _pack_study(cycle: Cycle, packed: zipfile.ZipFile) -> None:
    with tempfile.TemporaryDirectory(prefix="tinjau-export-") as scratch:
        folder = Path(scratch) / cycle.slug
        mapping.write_folder(cycle, folder)
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, f"{cycle.slug}/{path.relative_to(folder)}")


def _pack_evidence(cycle: Cycle, packed: zipfile.ZipFile) -> None:
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(_COLUMNS)
    for each in cycle.evidence.order_by("digest"):
        path = path_of(each.digest)
        if path.is_file():
            rows.writerow([getattr(each, name) for name in _COLUMNS])
            packed.write(path, f"{cycle.slug}/evidence/{each.digest}", zipfile.ZIP_STORED)
    packed.writestr(f"{cycle.slug}/evidence/files.csv", written.getvalue())


def _pack_archives(cycle: Cycle, packed: zipfile.ZipFile) -> None:
    standing = captures.used(cycle)
    for path in standing.archives if standing else ():
        packed.write(path, f"{cycle.slug}/archive/{path.name}", zipfile.ZIP_STORED)
        if manifest_path(path).is_file():
            packed.write(manifest_path(path), f"{cycle.slug}/archive/{manifest_path(path).name}")


def unpack(upload: Any, folder: Path, bounds: Bounds) -> Path:
    """A study folder out of a zip, by exact names: its YAML and CSV files, evidence by digest, archives.

    Raises InputError where it is no study, or holds too much.
    """
    try:
        archive = zipfile.ZipFile(upload)
        members = [each for each in archive.infolist() if not each.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise InputError("study.zip", "", "the file is no zip archive", "Zip the study folder and send that") from None
    if len(members) > bounds.members or sum(each.file_size for each in members) > bounds.texts + bounds.files:
        raise InputError("study.zip", "", "the archive holds too much", "Send the study's YAML and CSV files only")
    paths = [PurePosixPath(each.filename) for each in members]
    roots = {each.parent for each in paths if each.name == "study.yaml"}
    if len(roots) != 1:
        raise InputError("study.zip", "", "one study.yaml is expected in it", "Zip one study folder")
    (root,) = roots
    folder.mkdir(parents=True)
    left = {True: bounds.texts, False: bounds.files}
    for member, path in zip(members, paths, strict=True):
        inner = path.relative_to(root) if path.is_relative_to(root) else None
        if inner is None or not _is_taken(inner) or member.flag_bits & 1:
            continue
        is_text = inner.suffix in _TEXTS
        left[is_text] -= _extract(archive, member, folder.joinpath(*inner.parts), left[is_text], inner.name)
    return folder


def _is_taken(inner: PurePosixPath) -> bool:
    if len(inner.parts) > 2 or ".." in inner.parts or inner.name.startswith("."):
        return False
    if inner.suffix in _TEXTS:
        return True
    if inner.parts[0] == "evidence" and len(inner.parts) == 2:
        return _is_digest(inner.name)
    return inner.parts[0] == "archive" and len(inner.parts) == 2 and inner.name.lower().endswith(
        (*captures.SUFFIXES, ".manifest.json")
    )  # fmt: skip


def _is_digest(name: str) -> bool:
    return len(name) == _DIGEST and all(each in "0123456789abcdef" for each in name)


def _extract(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, most: int, name: str) -> int:
    """Write one member, at most `most` bytes of it; how many. Raises InputError where it is more, or torn."""
    size = 0
    try:
        target.parent.mkdir(exist_ok=True)
        with archive.open(member) as source, target.open("wb") as out:
            while data := source.read(_CHUNK):
                size += len(data)
                if size > most:
                    break
                out.write(data)
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
        NotImplementedError,
    ):
        raise InputError(
            "study.zip", name[:80], "this member cannot be unpacked", "Zip the study folder again"
        ) from None
    if size > most:
        raise InputError("study.zip", name[:80], "the file is too large", "Send a smaller file")
    return size


def bring_in(folder: Path, cycle: Cycle, author: Author) -> None:
    """The evidence and the archives of an unpacked study, kept for the cycle. Raises InputError for what is neither."""
    for digest, path, name in _evidence_in(folder):
        with path.open("rb") as handle:
            kind = kind_of(handle.read(16))
        if kind is None:
            continue  # a kind that the evidence page would not take either
        with path.open("rb") as handle:
            kept_by_digest(iter(lambda: handle.read(_CHUNK), b""))
        fields = {"name": name_of(name, kind[1]), "media_type": kind[0], "size": path.stat().st_size,
                  "uploaded_by": author.user}  # fmt: skip
        Evidence.objects.get_or_create(cycle=cycle, digest=digest, defaults=fields)
        event = {"event": "evidence", "digest": digest, "name": fields["name"]}
        write(cycle, "event", f"evidence-{digest}", event, author)
    found = sorted((folder / "archive").iterdir()) if (folder / "archive").is_dir() else []
    archives = [each for each in found if each.name.lower().endswith(captures.SUFFIXES)]
    for each in archives:
        Reader(each)  # raises InputError where it is no web archive
    if archives:
        root = captures.root_of(cycle)
        root.mkdir(parents=True, exist_ok=True)
        for each in found:
            shutil.move(each, root / each.name)


def _evidence_in(folder: Path) -> Iterator[tuple[str, Path, str]]:
    """(digest, file, name) of each evidence file whose bytes are those of its digest, up to what a cycle may hold."""
    names: dict[str, str] = {}
    listing = folder / "evidence" / "files.csv"
    if listing.is_file():
        with listing.open(encoding="utf-8", errors="replace", newline="") as handle:
            for row in csv.DictReader(handle.read().splitlines()):
                names[str(row.get("digest"))] = str(row.get("name") or "")
    files = sorted((folder / "evidence").iterdir()) if (folder / "evidence").is_dir() else []
    for path in [each for each in files if _is_digest(each.name)][:MAX_FILES]:
        with path.open("rb") as handle:
            digest = hashlib.file_digest(handle, "sha256").hexdigest()
        if digest != path.name:
            raise InputError(f"evidence/{path.name[:16]}…", "", "the file is not that of its digest", "Export it again")
        yield digest, path, names.get(digest, "")
