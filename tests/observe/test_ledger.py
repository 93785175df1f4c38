"""A large site is kept on disk: the same answers, nothing left behind, and next to no memory for each page more."""

import gc
import os
import signal
import sqlite3
import subprocess
import sys
import types
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.observe.sites import LONG, write_site

from tinjau.model import InputError
from tinjau.observe import DETECTORS, observe
from tinjau.observe.engine import addresses, ledger, reading, spool, tally, texts, walk
from tinjau.observe.engine import observing as engine
from tinjau.observe.engine.ledger import Ledger, Table
from tinjau.observe.engine.observing import observing
from tinjau.observe.engine.site import Note, Notes, Response, Responses
from tinjau.observe.engine.tally import Tally
from tinjau.observe.site import contact_details, dead_links, staff_login

_MOST_BYTES = 60  # kept for each page more: numbers in arrays, and what dictionaries set aside for them

_PAGES = {
    "/": f"<nav><a href=/layanan>Layanan</a><a href=/lama>Lama</a><a href=/hilang>Hilang</a></nav><p>{LONG}</p>",
    "/layanan": "<h1>Layanan</h1><ul><li><a href=/ktp>KTP elektronik</a><li><a href=/kk>Kartu keluarga</a></ul>",
    "/ktp": f"<h1>KTP elektronik</h1><h3>Persyaratan</h3><p>{LONG}</p><h3>Biaya</h3><p>Gratis</p><a href=/kk>KK</a>",
    "/kk": f"<h1>Kartu keluarga</h1><h3>Persyaratan</h3><p>{LONG}</p><h3>Waktu</h3><p>3 hari</p><img src=/tiada.png>",
    **{f"/berita/{n}": f"<h1>Kabar {n}</h1><p>{LONG} {n}</p><a href=/berita/{n + 1}>Lanjut</a>" for n in range(9)},
}  # fmt: skip


@contextmanager
def _small(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything goes to disk, and what is remembered for speed alone is little."""
    bounds = {
        ledger: {"_FEW": 3, "_LOOKED": 2, "_SMALL": 1}, spool: {"_KEPT": 1, "_IN_MEMORY": 1}, tally: {"_FEW": 4},
        texts: {"_MOST_KNOWN": 5}, walk: {"_MOST_KEYS": 5}, contact_details: {"_MOST": 5}, dead_links: {"_MOST": 5},
        staff_login: {"_MOST": 5},
    }  # fmt: skip
    with patch.context() as small:
        for module, values in bounds.items():
            for name, value in values.items():
                small.setattr(module, name, value)
        yield


def test_a_site_on_disk_is_answered_as_one_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_site(tmp_path / "s.warc.gz", _PAGES)
    in_memory = observe([path])
    with _small(monkeypatch):
        assert observe([path]) == in_memory
    assert {each.detector for each in in_memory.observations if each.state == "seen"} >= {
        "service_cards",
        "click_depth",
    }


def _size(roots: Iterable[object]) -> int:
    """Bytes of everything that can be reached, but types, modules and functions."""
    seen, waiting, size = set[int](), list(roots), 0
    while waiting:
        each = waiting.pop()
        if id(each) not in seen and not isinstance(each, type | types.ModuleType | types.FunctionType):
            seen.add(id(each))
            size += sys.getsizeof(each)
            waiting += gc.get_referents(each)
    return size


def _letters(number: int) -> str:
    return "".join(chr(97 + int(each)) for each in str(number))  # digits are left out where texts are compared


def test_a_page_more_takes_next_to_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    for pages in (400, 1_200):
        site = {
            f"/{n or ''}": f"<nav><a href=/>Beranda</a></nav><p>{LONG} {_letters(n)}</p><a href=/{n + 1}>{n}</a>"
            for n in range(pages)
        }
        path = write_site(tmp_path / f"{pages}.warc.gz", site)
        with _small(monkeypatch), observing([path], DETECTORS) as (_, _, known, detectors):
            assert known.pages == pages
            sizes.append(_size([known, *detectors]))
    assert (sizes[1] - sizes[0]) / 800 < _MOST_BYTES


def test_texts_that_were_forgotten_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "<nav><a href=/a>Pengaduan</a><a href=/b>Anggaran</a></nav><p>kata {}</p>"
    whole = [reading.read_page(body.format(_letters(n)).encode(), f"http://a.go.id/{n}").hits for n in range(40)]
    monkeypatch.setattr(texts, "_MOST_KNOWN", 5)
    again = [reading.read_page(body.format(_letters(n)).encode(), f"http://a.go.id/{n}").hits for n in range(40)]
    assert again == whole
    assert all("complaint" in hits for hits in again)
    texts.forget()


_HELD = """
import sys, time
from pathlib import Path
from tinjau.observe import DETECTORS
from tinjau.observe.engine import observing as engine
from tinjau.observe.engine import addresses, ledger, spool
from tinjau.observe.engine.observing import observing
ledger._FEW, ledger._CACHE, ledger._SMALL, spool._KEPT, spool._IN_MEMORY = 3, 1, 1, 1, 1
with observing([Path(sys.argv[1])], DETECTORS):
    sys.stdout.write("open\\n")
    sys.stdout.flush()
    time.sleep(60)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_behind_by_a_program_that_is_ended(tmp_path: Path, number: signal.Signals) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    site = {f"/{n or ''}": f"<p>{LONG} {_letters(n)}</p><a href=/{n + 1}>{n}</a>" for n in range(600)}
    path = write_site(tmp_path / "s.warc.gz", site)
    environment = {**os.environ, "TMPDIR": str(folder), "SQLITE_TMPDIR": str(folder)}
    command = [sys.executable, "-c", _HELD, str(path)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        process.send_signal(number)
        assert process.wait(60) == -number
    assert not list(folder.iterdir())


def test_what_was_opened_is_closed_after_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Ledger] = []

    class Watched(Ledger):
        def __init__(self) -> None:
            super().__init__()
            made.append(self)

    monkeypatch.setattr(engine, "Ledger", Watched)
    broken = tmp_path / "x.warc.gz"
    broken.write_bytes(b"no archive")
    with _small(monkeypatch), pytest.raises(InputError):
        observe([write_site(tmp_path / "s.warc.gz", _PAGES), broken])
    assert made[0]._database is not None
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        made[0]._database.execute("SELECT 1")
    assert not [each for each in made[0]._files if not each.closed]


def test_pages_without_room_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "MOST", 1)
    monkeypatch.setattr(spool, "_KEPT", 4)
    captured = observe([write_site(tmp_path / "s.warc.gz", _PAGES)]).capture
    assert captured is not None
    assert captured.pages == 4
    assert "9 pages were left out" in captured.loss
    assert not captured.complete


@given(st.lists(st.tuples(st.text(max_size=9), st.integers(-(2**63), 2**63 - 1))))
def test_a_table_is_a_dictionary(entries: list[tuple[str, int]]) -> None:
    plain: dict[Any, int] = {}
    with pytest.MonkeyPatch.context() as patch, Ledger() as held:
        patch.setattr(ledger, "_FEW", 2)
        patch.setattr(ledger, "_LOOKED", 3)
        table = Table(held, int)
        for key, value in entries:
            assert table.get(key) == plain.get(key)
            table.put(key, value)
            plain[key] = value
        assert len(table) == len(plain)
        assert {key: table.get(key) for key in plain} == plain
        assert "a key that nobody set" not in table


@given(st.lists(st.sets(st.sampled_from([-(2**63), -1, 0, 1, 5, 7, 2**63 - 1]))), st.integers(0, 3))
def test_a_tally_counts(rounds: list[set[int]], rare: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tally, "_FEW", 2)
        counted, plain = Tally(), dict[int, int]()
        for numbers in rounds:
            counted.add(numbers)
            plain |= {each: plain.get(each, 0) + 1 for each in numbers}
        counted.drop(rare)
    plain = {each: times for each, times in plain.items() if times > rare}
    assert len(counted) == len(plain)
    for least in range(5):
        assert set(counted.at_least(least)) == {each for each, times in plain.items() if times >= least}
    assert counted._keys.dtype == np.int64


def test_redirects_beyond_the_bound_stay_without_their_targets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tinjau.observe.engine.site._MOST_TARGETS", 40)
    with Ledger() as held:
        responses = Responses(held)
        for number in range(3):
            responses.put(f"a.go.id/{number}", Response(301, "text/html", "http://a.go.id/elsewhere"))
        found = [responses.get(f"a.go.id/{number}") for number in range(3)]
    assert [each.target if each else None for each in found] == ["http://a.go.id/elsewhere", "", ""]


def test_a_refusal_that_was_taken_back_does_not_count() -> None:
    responses = Responses(Ledger())
    responses.put("a.go.id/x", Response(403, ""))
    responses.put("a.go.id/y", Response(429, ""))
    responses.put("a.go.id/x", Response(200, ""))
    assert list(responses.refused) == [429]
    assert responses.first == "a.go.id/x"


def test_the_share_of_pages_in_a_folder() -> None:
    with Ledger() as held:
        notes = Notes(held)
        for key in ("a.go.id/desa/1", "a.go.id/desa/2\nx", "a.go.id/", f"a.go.id/desa/{'x' * 3_000}"):
            notes.put(key, Note(0, 0, 0, 0, 0, people=False, filled=False, empty=False))
        assert notes.share_under("desa") == 0.75
        assert len(notes) == 4


@given(
    st.lists(st.text("ab-", max_size=4), min_size=1, max_size=4).map(".".join),
    st.one_of(st.text("ab-", min_size=1, max_size=4), st.sampled_from(["a.b", "b.a", "a-b.b", "a.b.a"])),
)
def test_a_host_is_named_by_its_labels_their_ends_and_its_endings(host: str, part: str) -> None:
    if "." in part:
        named = host == part or host.endswith(f".{part}")
    else:
        named = any(
            each == part or each.startswith(f"{part}-") or each.endswith(f"-{part}") for each in host.split(".")
        )
    assert (part in addresses.host_parts(host)) == named


def test_a_host_that_is_none_is_named_in_bounded_memory() -> None:
    assert sum(map(len, addresses.host_parts("-" * 2_000))) < 10_000
    assert sum(map(len, addresses.host_parts(".".join("ab" * 500)))) < 200_000
