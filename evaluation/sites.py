"""Where the annotated sites are: archives by their digest, and the sample city written as an archive of its own."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.annotations import Annotation
from evaluation.archiving import write_archive
from evaluation.compare import CITY_HOST
from tinjau.archive import sha256_of
from tinjau.demo.site import sample_city
from tinjau.model import InputError

CITY_ORIGIN = f"http://{CITY_HOST}"
_LOST = "/dokumen/peta-trayek-angkutan-kota"  # linked by a news page, and missing on purpose
_EXTRA = ("/robots.txt", "/sitemap.xml", _LOST)


def site_digest() -> str:
    """A digest over the sample city's paths and bodies, by which its annotation names it."""
    digest = hashlib.sha256()
    for path, (_, _, body) in sorted(_city_replies().items()):
        if path in _EXTRA:
            continue
        digest.update(path.encode() + b"\0" + hashlib.sha256(body).digest())
    return digest.hexdigest()


@contextmanager
def archive_of(annotation: Annotation, shared: Path | None) -> Iterator[Path | None]:
    """The archive that an annotation is about; None where the shared corpora are absent.

    Raises InputError for an archive with another digest: another archive was read.
    """
    if not annotation.archive:
        if site_digest() != annotation.sha256:
            raise InputError(annotation.site, "site_sha256", "the sample city has changed since it was read",
                             "Read the changed pages again, then take over the new digest")  # fmt: skip
        with TemporaryDirectory() as folder:
            yield write_archive(Path(folder) / "sample-city.warc.gz", CITY_ORIGIN, _city_replies())
        return
    path = shared / "corpora" / annotation.archive if shared else None
    if path is None or not path.is_file():
        yield None
        return
    if sha256_of(path) != annotation.sha256:
        raise InputError(str(path), "", "is not the archive that was read", "Read it again, or find the one that was")
    yield path


def _city_replies() -> Mapping[str, tuple[int, str, bytes]]:
    city = sample_city()
    found = {path: (200, reply.content_type, reply.body) for path in city.pages for reply in [city.get(path)]}
    found |= {path: (200, kind, body) for path, (kind, body) in city.files.items()}
    for path in _EXTRA:
        reply = city.get(path, origin=CITY_ORIGIN)
        found[path] = (reply.status, reply.content_type, reply.body)
    return found
