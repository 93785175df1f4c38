"""Certificates that are wrong and handshakes that fail: a finding, never a lost site; with a CA of our own."""

import asyncio
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.capture.hostile.running import SETTINGS, worlds
from tests.capture.hostile.server import Request, Routes, Speaker, World, response

from tinjau.archive import Manifest, verify
from tinjau.capture.crawl import run_capture

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="the openssl program is not installed")

PAGES = {"/": response("<title>home</title><a href=/two>x</a>"), "/two": response("<title>two</title>")}


@dataclass(frozen=True)
class Authority:
    """A certificate authority in a folder."""

    folder: Path

    def __post_init__(self) -> None:
        self.run("req", "-x509", *self.key("ca"), "-subj", "/CN=test CA", "-days", "30", "-out", "ca.pem")

    @staticmethod
    def key(name: str) -> tuple[str, ...]:
        return ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", f"{name}.key")

    def run(self, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)

    def certificate(self, name: str, *names: str, signer: str = "ca", days: int = 30, is_ca: bool = False) -> None:
        """`name`.pem for these host names, valid for so many days: with 0 it expires within a second."""
        self.run("req", "-new", *self.key(name), "-subj", f"/CN={name}", "-out", f"{name}.csr")
        alternative = "subjectAltName=" + ",".join(f"DNS:{each}" for each in names or (name,))
        (self.folder / f"{name}.ext").write_text("basicConstraints=CA:TRUE\n" if is_ca else alternative)
        dates = ["-days", str(days)]
        self.run(
            "x509", "-req", "-in", f"{name}.csr", "-CA", f"{signer}.pem", "-CAkey", f"{signer}.key", "-CAcreateserial",
            "-extfile", f"{name}.ext", *dates, "-out", f"{name}.pem",
        )  # fmt: skip

    def context(self, name: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / f"{name}.pem", self.folder / f"{name}.key")
        return context


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with worlds() as running:
        yield running


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"))


@pytest.fixture(autouse=True)
def trusted(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.folder / "ca.pem"))


def taken(world: World, name: str, folder: Path) -> Manifest:
    out = folder / "a.warc.gz"
    manifest = run_capture((f"https://{name}:{world.tls_port}/",), out, SETTINGS, lambda _: None, world.door())
    assert verify(out).faults == ()
    assert sum(manifest.states.values()) == manifest.discovered
    return manifest


def routes() -> Routes:
    return lambda path: PAGES.get(path)


def test_a_good_certificate_leaves_no_note(world: World, authority: Authority, tmp_path: Path) -> None:
    authority.certificate("good", "s201.test")
    name = world.tls_site(201, routes(), authority.context("good"))
    manifest = taken(world, name, tmp_path)
    assert (manifest.pages, manifest.notes) == (2, ())


BROKEN = ["another name", "self-signed", "expired", "without its chain"]


@pytest.mark.parametrize("number,fault", list(enumerate(BROKEN, 202)), ids=BROKEN)
def test_a_bad_certificate_is_told_and_the_site_captured(
    world: World, authority: Authority, tmp_path: Path, number: int, fault: str
) -> None:
    name = f"s{number}.test"
    if fault == "another name":
        authority.certificate("bad", "other.test")
    elif fault == "expired":
        authority.certificate("bad", name, days=0)
        time.sleep(1.1)
    elif fault == "without its chain":
        authority.certificate("middle", is_ca=True)
        authority.certificate("bad", name, signer="middle")
    else:
        authority.run(
            "req",
            "-x509",
            *authority.key("bad"),
            "-subj",
            f"/CN={name}",
            "-addext",
            f"subjectAltName=DNS:{name}",
            "-out",
            "bad.pem",
        )
    world.tls_site(number, routes(), authority.context("bad"))
    manifest = taken(world, name, tmp_path)
    assert manifest.pages == 2
    assert [note for note in manifest.notes if "certificate is not valid" in note]


async def garbage(writer: asyncio.StreamWriter, request: Request) -> None:
    writer.write(b"\x16\x03\x01\xff\xff" + b"garbage" * 100)
    await writer.drain()


async def plain(writer: asyncio.StreamWriter, request: Request) -> None:
    writer.write(response("<title>plain</title>"))
    await writer.drain()


async def silence(writer: asyncio.StreamWriter, request: Request) -> None:
    await asyncio.sleep(20)


HANDSHAKES: list[tuple[str, Speaker, set[str]]] = [
    ("garbage", garbage, {"net_error(tls)"}),
    ("plain HTTP", plain, {"net_error(tls)"}),
    ("silence", silence, {"net_error(timeout)", "blocked(robots)"}),
]


@pytest.mark.parametrize("number,case", list(enumerate(HANDSHAKES, 210)), ids=[name for name, *_ in HANDSHAKES])
def test_a_handshake_that_fails(
    world: World, authority: Authority, tmp_path: Path, number: int, case: tuple[str, Speaker, set[str]]
) -> None:
    name = world.tls_site(number, routes(), None, case[1])
    manifest = taken(world, name, tmp_path)
    assert manifest.pages == 0
    assert set(manifest.states) <= case[2]
    assert manifest.host_reports[0].problem


def test_an_old_protocol_is_refused(world: World, authority: Authority, tmp_path: Path) -> None:
    authority.certificate("old", "s220.test")
    context = authority.context("old")
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1"):
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
    name = world.tls_site(220, routes(), context)
    assert set(taken(world, name, tmp_path).states) == {"net_error(tls)"}
