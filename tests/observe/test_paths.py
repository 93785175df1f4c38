"""Clicks from the front page: a walk of one's own gives the same, loops end, bounds are told, a manifest is heard."""

from collections import deque
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.observe.sites import LONG, write_site

from tinjau.archive import Manifest, write_manifest
from tinjau.archive.manifest import Failure
from tinjau.model import State
from tinjau.observe import DETECTORS, observe
from tinjau.observe.engine import paths
from tinjau.observe.engine.observing import observe_with
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.paths import Paths
from tinjau.observe.engine.reading import read_page
from tinjau.observe.engine.site import Note, Site

BY_NAME = {each.name: each for each in DETECTORS}


def _depths(links: dict[int, set[int]], size: int) -> tuple[dict[str, int], Paths]:
    pages = {
        n: read_page("".join(f"<a href=/{t}>x</a>" for t in links.get(n, ())).encode(), f"http://a.go.id/{n}")
        for n in range(size)
    }
    site = Site(hosts=frozenset({"a.go.id"}), home=pages[0])
    keys = [f"a.go.id/{n}" for n in range(size)]
    for key in keys:
        site.notes.put(key, Note(0, 0, 0, 0, 0, people=False, filled=False, empty=False))
    found = Paths()
    for number, page in pages.items():
        found.add(Page(page, site, home=number == 0))
    return found.depths(keys), found


def _walked(links: dict[int, set[int]], size: int) -> dict[str, int]:
    found, waiting = {0: 0}, deque([0])
    while waiting:
        at = waiting.popleft()
        for target in links.get(at, ()):
            if target < size and target not in found:
                found[target] = found[at] + 1
                waiting.append(target)
    return {f"a.go.id/{n}": clicks for n, clicks in found.items()}


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.integers(0, 11), st.sets(st.integers(0, 13), max_size=6), max_size=12))
def test_the_fewest_clicks_are_those_of_a_plain_walk(links: dict[int, set[int]]) -> None:
    assert _depths(links, 12)[0] == _walked(links, 12)


def test_links_beyond_the_bound_are_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "MAX_LINKS", 3)
    depths, found = _depths({0: {1, 2}, 1: {3}, 3: {4}}, 5)
    assert found.full
    assert "a.go.id/4" not in depths


def test_what_is_not_reached_is_not_judged_where_links_were_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "MAX_LINKS", 3)
    cards = {
        f"/{name}": f"<h1>Layanan {name}</h1><h3>Persyaratan {name}</h3><p>Kartu {name}</p><h3>Biaya {name}</h3>{more}"
        for name, more in (("ktp", "<a href=/akta>Akta</a>"), ("kk", ""), ("akta", ""))
    }
    listed = "<h1>Layanan</h1><a href=/ktp>KTP elektronik</a><a href=/kk>Kartu keluarga</a>"
    pages = {"/": f"<nav><a href=/l>Layanan</a></nav>{LONG}", "/l": listed, **cards}
    path = write_site(tmp_path / "s.warc.gz", pages)
    found = {each.subject: each for each in observe_with([path], [BY_NAME["click_depth"]])[0]}
    assert found["service:Layanan akta"].state == State.CANNOT_TELL
    assert found["service:Layanan akta"].reason == "The site has more links than are followed"


def test_a_manifest_says_that_another_host_is_not_there(tmp_path: Path) -> None:
    path = write_site(tmp_path / "s.warc.gz", {
        "/": "<nav><a href=/a>Profil</a></nav><a href=http://tiada.go.id/>A</a><a href=http://lambat.go.id/>B</a>",
        "/a": f"<h1>Profil</h1><p>{LONG}</p>"})  # fmt: skip
    write_manifest(path, Manifest(
        path.name, ("http://kota.go.id/",), {}, "", "", complete=True, pages=2, discovered=4, states={"ok": 2},
        completeness=1.0, failures=(Failure("http://tiada.go.id/", "net_error(dns)", "no such name"),
                                    Failure("http://lambat.go.id/", "net_error(timeout)"))))  # fmt: skip
    found = next(each for each in observe([path]).observations if each.detector == "dead_external_links")
    assert (found.state, found.value) == (State.SEEN, 1)
    assert "net_error(dns)" in found.excerpt
