"""Archives that others wrote, many broken on purpose: what is read of each, and what is said to be lost."""

from collections import Counter
from pathlib import Path

import pytest
from tests.shared_paths import REASON, SHARED

from tinjau.archive import Reader
from tinjau.model import InputError

pytestmark = pytest.mark.skipif(SHARED is None, reason=REASON)

# File: records by type (responses unless it says more), whether something is lost.
WHOLE = {
    "iipc-specs/primers/web-archive-formats/hello-world.warc": 1,
    "iipc-specs/primers/web-archive-formats/hello-world.warc.gz": 1,
    "iipc-specs/specifications/warc-deduplication/samples/20130729-heritrix-original.warc.gz": 1,
    "iipc-specs/specifications/warc-deduplication/samples/20141129-heritrix-original.warc.gz": 1,
    "ukwa/small-arcs-and-warcs/IAH-20080430204825-00000-blackbook-truncated.warc": 7,
    "ukwa/small-arcs-and-warcs/IAH-20080430204825-00000-blackbook-truncated.warc.gz": 7,
    "ukwa/small-arcs-and-warcs/IAH-urls-wget.warc.gz": 16,
    "ukwa/wikipedia-sopa-blackout-2012/wikipedia-blackout/sopa-wikipedia-homepage.warc.gz": 74,
    "ukwa/wikipedia-sopa-blackout-2012/wikipedia-post-blackout/main-page.warc.gz": 70,
    "ukwa/wikipedia-sopa-blackout-2012/wikipedia-post-blackout/post-blackout.warc.gz": 51,
    "warcio/test/data/example-bad.warc.gz.bad": 3,
    "warcio/test/data/example-iana.org-chunked.warc": 1,
    "warcio/test/data/example-wget-bad-target-uri.warc.gz": 1,
    "warcio/test/data/example.arc": 1,
    "warcio/test/data/example.arc.gz": 1,
    "warcio/test/data/example.warc": 2,
    "warcio/test/data/example.warc.gz": 2,
    "warcio/test/data/post-test.warc.gz": 3,
    "webarchive-commons/src/test/resources/org/archive/format/gzip/IAH-urls-wget.warc.gz": 16,
    "webarchive-commons/src/test/resources/org/archive/format/warc/IAH-urls-wget.warc": 16,
    "webarchive-commons/src/test/resources/org/archive/format/warc/mutliple-headers.warc": 1,
    "webarchive-commons/src/test/resources/org/archive/resource/html/link-extraction-test.warc": 6,
}
LOSSY = {
    "ukwa/small-arcs-and-warcs/IAH-20080430204825-00000-blackbook-truncated.arc": (7, "a record"),
    "ukwa/small-arcs-and-warcs/IAH-20080430204825-00000-blackbook-truncated.arc.gz": (7, "no record"),
    "webarchive-commons/src/test/resources/org/archive/format/arc/IAH-20080430204825-00000-blackbook-truncated.arc": (
        7, "a record",
    ),
    "warcio/test/data/bad.arc": (1, "no record"),
    "warcio/test/data/example-bad-non-chunked.warc.gz": (2, "digest"),
    "warcio/test/data/example-trunc.warc": (1, "a record does not end"),
    "warcio/test/data/example-wrong-chunks.warc.gz": (1, "digest"),
    "warcio/test/data/example-space-in-url.arc": (1, "breaks off"),
}  # fmt: skip
FOREIGN = (
    "iipc-specs/primers/web-archive-formats/hello-world.warc.cdx",
    "webarchive-commons/src/test/resources/org/archive/format/gzip/abcd.gz",
    "webarchive-commons/src/test/resources/org/archive/format/gzip/double-single-inflate-error.gz",
    "webarchive-commons/src/test/resources/org/archive/format/gzip/empty.gz",
    "webarchive-commons/src/test/resources/org/archive/format/gzip/hi-2.gz",
)
CORPORA = {"kalimanah": 164, "lamongan": 38, "opensid": 192, "ccc-sg": 168, "design-comuni": 125}


def suite(name: str) -> Path:
    assert SHARED is not None
    return SHARED / "suites" / "warc" / name


@pytest.mark.parametrize("name", WHOLE)
def test_whole(name: str) -> None:
    reader = Reader(suite(name))
    records = list(reader)
    assert (Counter(r.type for r in records)["response"], reader.loss) == (WHOLE[name], "")
    assert all(r.status is not None and r.date and not r.truncated for r in records)
    assert all(r.url.startswith("http") and "<" not in r.url and " " not in r.url for r in records)


@pytest.mark.parametrize("name", LOSSY)
def test_lossy(name: str) -> None:
    reader = Reader(suite(name))
    records = list(reader)
    assert len(records) == LOSSY[name][0]
    assert LOSSY[name][1] in reader.loss


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign(name: str) -> None:
    with pytest.raises(InputError, match=Path(name).name.replace(".", r"\.")):
        Reader(suite(name))


@pytest.mark.parametrize("name", CORPORA)
def test_real_sites(name: str) -> None:
    assert SHARED is not None
    reader = Reader(SHARED / "corpora" / f"{name}.warc.gz")
    records = list(reader)
    assert (len(records), reader.loss) == (CORPORA[name], "")
    assert [r for r in records if r.truncated] == []


def test_a_resource_has_its_media_type_and_no_status() -> None:
    (record,) = Reader(suite("warcio/test/data/example-resource.warc.gz"))
    assert (record.type, record.status, record.headers) == ("resource", None, ())
    assert record.media_type


def test_a_revisit_gives_the_payload_of_its_original() -> None:
    original, revisit = Reader(suite("warcio/test/data/example.warc.gz"))
    assert revisit.type == "response"
    assert revisit.revisit_of == original.id
    assert revisit.body == original.body
    assert b"Example Domain" in revisit.body


def test_a_revisit_without_its_original_stays_one() -> None:
    name = "iipc-specs/specifications/warc-deduplication/samples/20130729-heritrix-revisit-with-http-headers.warc.gz"
    (record,) = Reader(suite(name))
    assert (record.type, record.body, record.revisit_of) == ("revisit", b"", "")
    assert record.status == 200


def test_every_record_of_every_type() -> None:
    records = list(Reader(suite("ukwa/small-arcs-and-warcs/IAH-urls-wget.warc.gz"), types=None))
    assert Counter(r.type for r in records) == {"warcinfo": 1, "request": 16, "response": 16, "resource": 3}
