"""Archives changed at random: the reader and the check say what is wrong, and never fall."""

import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from tests.archive.test_verifying import pieces

from tinjau.archive import Reader, verify
from tinjau.model import InputError

COUNT = 300  # changed files of each kind


def arc() -> bytes:
    about = b"1 0 Live\nURL IP-address Archive-date Content-type Archive-length\n\n"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>halo</title>\n"
    return b"".join((
        b"filedesc://a.arc 0.0.0.0 20140216050221 text/plain %d\n" % len(about), about, b"\n",
        b"http://a.test/ 127.0.0.1 20140216050221 text/html %d\n" % len(answer), answer, b"\n",
    ))  # fmt: skip


def originals(folder: Path) -> dict[str, bytes]:
    package = folder / "a.wacz"
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("archive/a.warc.gz", b"".join(pieces(compress=True)))
    return {
        "warc.gz": b"".join(pieces(compress=True)),
        "warc": b"".join(pieces(compress=False)),
        "arc": arc(),
        "wacz": package.read_bytes(),
    }


def changed(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 30])):
        place = chance.randrange(len(out) + 1)
        kind = chance.randrange(4)
        if kind == 0 and out:
            out[place % len(out)] = chance.randrange(256)
        elif kind == 1:
            del out[place : place + chance.choice([1, 3, 50, 500])]
        elif kind == 2:
            out[place:place] = chance.randbytes(chance.choice([1, 4, 300]))
        else:
            other = chance.randrange(len(out) + 1)
            out[place:place] = out[other : other + chance.choice([10, 500])]
    return bytes(out)


@pytest.mark.parametrize("kind", ["warc.gz", "warc", "arc", "wacz"])
def test_nothing_falls(tmp_path: Path, kind: str) -> None:
    original = originals(tmp_path)[kind]
    chance = random.Random(kind)
    path = tmp_path / f"changed.{kind}"
    for _ in range(COUNT):
        path.write_bytes(changed(original, chance))
        # Any other exception than an InputError fails the test: that nothing else is raised is what it asserts.
        with suppress(InputError):
            assert all(isinstance(each.body, bytes) for each in Reader(path, types=None))
        with suppress(InputError):
            verify(path)


def test_the_originals_are_read(tmp_path: Path) -> None:
    for kind, data in originals(tmp_path).items():
        path = tmp_path / f"whole.{kind}"
        path.write_bytes(data)
        reader = Reader(path)
        assert len(list(reader)) == (1 if kind == "arc" else 3), kind
        assert reader.loss == "", kind
