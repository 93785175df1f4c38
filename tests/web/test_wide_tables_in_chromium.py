"""The table of a league fits a desk's screen and a phone's, in both languages."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.ministry_making import document
from tests.web.serving import chromium_running, needs_chromium, playwright_api, served, signed_in

pytestmark = needs_chromium
NAMES = ["Kabupaten Kepulauan Siau Tagulandang Biaro", "Kota Medan", "Kota Administrasi Jakarta Barat"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A demonstration in whose home the folder of a fleet lies."""
    home = tmp_path_factory.mktemp("lebar")
    for number, name in enumerate(NAMES):
        folder: Path = home / "fleet" / "provinsi" / "governments" / f"k{number}"
        folder.mkdir(parents=True)
        (folder / "assessment.json").write_text(json.dumps(document(name, ["negative"] * 7)), encoding="utf-8")
        (folder / "receipt.json").write_text("{}", encoding="utf-8")
    with served(home) as base:
        yield base


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with chromium_running() as browser:
        yield browser


@pytest.mark.parametrize("lang", ["id-ID", "en-US"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_league_needs_no_scrolling_sideways(chromium: Any, server: str, width: int, lang: str) -> None:
    page = signed_in(chromium, server, "pusat", width, lang)
    page.goto(f"{server}/m/fleets/provinsi/")
    playwright_api.expect(page.locator("table.league tbody tr")).to_have_count(len(NAMES))
    over = "e => e.scrollWidth - e.clientWidth"
    assert page.locator(".scroll").evaluate(over) == 0
    assert page.locator("html").evaluate(over) == 0
    page.context.close()
