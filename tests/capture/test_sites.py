"""Sites as offices run them: moved, split over hosts, slow with documents."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.capture.hostile.running import SETTINGS, worlds
from tests.capture.hostile.server import Routes, World, redirect, response

from tinjau.archive import Manifest, Reader
from tinjau.capture.crawl import run_capture
from tinjau.capture.progress import Progress
from tinjau.capture.settings import CaptureSettings


@pytest.fixture
def world() -> Iterator[World]:
    with worlds() as running:
        yield running


def take(world: World, seeds: tuple[str, ...], folder: Path, settings: CaptureSettings = SETTINGS) -> Manifest:
    filled = tuple(seed.replace("PORT", str(world.port)) for seed in seeds)
    return run_capture(filled, folder / "a.warc.gz", settings, lambda _: None, world.door())


def pages(folder: Path) -> list[str]:
    return [record.url.split(":", 2)[2].partition("/")[2] for record in Reader(folder / "a.warc.gz") if record.is_html]


def site(world: World, number: int, *names: str, routes: Routes) -> None:
    world.site(number, routes)
    for name in names:
        world.names[name] = [[f"127.0.1.{number}"]]


def home(path: str) -> bytes | None:
    return {"/": response("<title>home</title><a href=/a>a</a>"), "/a": response("<title>a</title>")}.get(path)


def test_a_name_with_and_without_www_is_one_site(world: World, tmp_path: Path) -> None:
    target = f"http://www.kota.test:{world.port}/"
    site(world, 1, "kota.test", routes=lambda path: redirect(target) if path == "/" else None)
    site(world, 2, "www.kota.test", routes=home)
    manifest = take(world, ("http://kota.test:PORT/",), tmp_path)
    assert manifest.pages == 2
    assert set(manifest.hosts) == {"kota.test", "www.kota.test"}


def test_a_site_that_moved_within_its_office_is_followed(world: World, tmp_path: Path) -> None:
    target = f"http://portal.kota.test:{world.port}/"
    site(world, 1, "kota.test", routes=lambda path: redirect(target) if path == "/" else None)
    site(world, 2, "portal.kota.test", routes=home)
    manifest = take(world, ("http://kota.test:PORT/",), tmp_path)
    assert manifest.pages == 2
    assert "portal.kota.test" in manifest.hosts
    assert any("portal.kota.test" in note for note in manifest.notes)


def test_a_site_that_moved_elsewhere_is_told_and_not_followed(world: World, tmp_path: Path) -> None:
    target = f"http://vendor.example:{world.port}/"
    site(world, 1, "kota.test", routes=lambda path: redirect(target) if path == "/" else None)
    site(world, 2, "vendor.example", routes=home)
    manifest = take(world, ("http://kota.test:PORT/",), tmp_path)
    assert manifest.pages == 0
    assert manifest.states["blocked(scope)"] == 1
    assert any("vendor.example" in note for note in manifest.notes)
    assert world.hits["s2.test"].total() == 0


def test_links_to_other_hosts_are_counted_and_not_fetched(world: World, tmp_path: Path) -> None:
    site(
        world,
        1,
        "kota.test",
        routes=lambda path: response(f"<a href='http://lain.test:{world.port}/'>x</a>") if path == "/" else None,
    )
    site(world, 2, "lain.test", routes=home)
    manifest = take(world, ("http://kota.test:PORT/",), tmp_path)
    assert manifest.states["blocked(scope)"] == 1
    assert world.hits["s2.test"].total() == 0


def test_two_sites_in_one_archive(world: World, tmp_path: Path) -> None:
    site(world, 1, "satu.test", routes=home)
    site(world, 2, "dua.test", routes=home)
    manifest = take(world, ("http://satu.test:PORT/", "http://dua.test:PORT/"), tmp_path)
    assert manifest.pages == 4
    assert [report.pages for report in manifest.host_reports] == [2, 2]


def test_documents_have_a_budget_and_a_cap_of_their_own(world: World, tmp_path: Path) -> None:
    def routes(path: str) -> bytes | None:
        if path == "/":
            return response(
                "".join(f"<a href=/renja-{chr(97 + n)}.pdf>x</a>" for n in range(6)) + "<a href=/a.jpg>x</a>"
            )
        return response(b"%PDF-1.7 " + b"x" * 5_000, kind="application/pdf") if path.endswith(".pdf") else None

    site(world, 1, "kota.test", routes=routes)
    manifest = take(
        world, ("http://kota.test:PORT/",), tmp_path, replace(SETTINGS, max_documents=4, max_document=2_000)
    )
    assert manifest.states["ok_truncated(length)"] == 4
    assert manifest.suppressed == {"documents": 2, "media": 1}
    assert manifest.completeness == 1.0, "documents are no pages"
    asked = world.hits["s1.test"].total()
    assert (
        take(world, ("http://kota.test:PORT/",), tmp_path, replace(SETTINGS, max_documents=4, max_document=2_000))
        == manifest
    )
    assert world.hits["s1.test"].total() == asked
    bodies = [record for record in Reader(tmp_path / "a.warc.gz") if record.media_type == "application/pdf"]
    assert [(len(record.body), record.truncated) for record in bodies] == [(2_000, "length")] * 4


@pytest.mark.parametrize("status", ["403 Forbidden", "503 Service Unavailable", "404 Not Found"])
def test_a_site_that_refuses_says_why(world: World, tmp_path: Path, status: str) -> None:
    site(world, 1, "kota.test", routes=lambda path: None if path == "/robots.txt" else response("no", status))
    manifest = take(world, ("http://kota.test:PORT/",), tmp_path)
    assert (manifest.pages, manifest.complete) == (0, True)
    assert status[:3] in manifest.host_reports[0].problem
    assert manifest.completeness == (1.0 if status.startswith("404") else 0.0)


def test_a_site_that_forbids_us_says_why(world: World, tmp_path: Path) -> None:
    rules = response("User-agent: *\nDisallow: /", kind="text/plain")
    site(world, 1, "kota.test", routes=lambda path: rules if path == "/robots.txt" else home(path))
    manifest = take(world, ("http://kota.test:PORT/",), tmp_path)
    assert manifest.host_reports[0].problem.startswith("blocked(robots)")
    assert manifest.states == {"ok": 1, "blocked(robots)": 2}, (
        "robots.txt was read; the home page and the sitemap were not"
    )


def test_a_host_that_dies_is_given_up(world: World, tmp_path: Path) -> None:
    async def dead(writer, request):  # type: ignore[no-untyped-def]
        writer.transport.abort()

    links = "".join(f"<a href=/{chr(97 + n)}>x</a>" for n in range(25))
    site(
        world,
        1,
        "kota.test",
        routes=lambda path: response(links) if path == "/" else None if path == "/robots.txt" else dead,
    )
    manifest = take(world, ("http://kota.test:PORT/",), tmp_path)
    assert manifest.suppressed["host-down"] >= 15
    assert world.hits["s1.test"].total() < 30


def test_a_session_that_is_asked_for_by_cookies_ends(world: World, tmp_path: Path) -> None:
    async def gate(writer, request):  # type: ignore[no-untyped-def]
        if "ok=1" in request.headers.get("cookie", ""):
            writer.write(response("<title>in</title>"))
        else:
            writer.write(response("", "302 Found", "Location: /in", "Set-Cookie: ok=1; Path=/"))
        await writer.drain()

    site(world, 1, "kota.test", routes=lambda path: gate if path in {"/", "/in"} else None)
    manifest = take(world, ("http://kota.test:PORT/",), tmp_path)
    assert manifest.pages == 1


def test_a_site_that_was_down_is_asked_again(world: World, tmp_path: Path) -> None:
    seed = ("http://kota.test:PORT/",)
    down = take(world, seed, tmp_path)
    assert down.states == {"net_error(dns)": 2}
    site(world, 1, "kota.test", routes=home)
    up = take(world, seed, tmp_path)
    assert (up.pages, up.completeness) == (2, 1.0)
    assert sum(up.states.values()) == up.discovered
    assert not any(state.startswith("net_error") for state in up.states)


def test_a_clock_that_jumped_back_does_not_keep_old_rules(world: World, tmp_path: Path) -> None:
    site(world, 1, "kota.test", routes=home)
    take(world, ("http://kota.test:PORT/",), tmp_path, replace(SETTINGS, max_pages=1))
    base = sqlite3.connect(tmp_path / "a.warc.gz.frontier.sqlite")
    base.execute("UPDATE robots SET at = at + 1e6")
    base.commit()
    base.close()
    assert take(world, ("http://kota.test:PORT/",), tmp_path).pages == 2
    assert world.hits["s1.test"]["/robots.txt"] == 2


def test_rules_are_kept_for_a_day(world: World, tmp_path: Path) -> None:
    site(world, 1, "kota.test", routes=home)
    take(world, ("http://kota.test:PORT/",), tmp_path, replace(SETTINGS, max_pages=1))
    assert take(world, ("http://kota.test:PORT/",), tmp_path).pages == 2
    assert world.hits["s1.test"]["/robots.txt"] == 1


def test_progress_is_one_human_line() -> None:
    line = str(Progress(42, 200, 3, 61, 2, 1_500_000, 30.0, 200.0))
    assert (
        line
        == "42 pages of at most 200, 3 documents, 61 waiting, 2 failed, 1.5 MB; about 3 min for what is known so far"
    )
    assert "about" not in str(Progress(0, 200, 0, 0, 0, 0, 1.0, None))
