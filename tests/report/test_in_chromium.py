"""Reports in a real browser: axe finds nothing, nothing stands out of a narrow screen, nothing is asked for."""

import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.report import city
from tests.report.test_accessibility import observations
from tests.report.test_drawn import numbered

import tinjau
from tinjau import observe, packs, pipeline, study
from tinjau.model import Lang
from tinjau.report import comparison_page, html_report
from tinjau.scoring.comparing import compare

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
playwright = pytest.importorskip("playwright.sync_api")
axe_files = pytest.importorskip("axe_playwright_python")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: install the system's package chromium")

STUDIES = Path(tinjau.__file__).parent / "demo" / "studies"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as engine:
        running = engine.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


def medan(lang: Lang) -> str:
    """The illustrative study: every picture that judgements make."""
    read = study.read_study(STUDIES / "medan-illustrative")
    instruments = [packs.load_instrument(each) for each in read.instruments]
    observed = observe.nothing_observed()
    assessment = pipeline.assess(read, instruments, observed)
    return html_report(assessment, pipeline.plan_for(read, assessment, observed), read, lang, instruments)


def arunika(lang: Lang) -> str:
    """The invented city of these tests, hostile text and all, with an accessibility evaluation."""
    whole = (city.assessment(), city.plan(), city.study())
    return html_report(*whole, lang, city.instruments(), observations=observations())


def governments(lang: Lang) -> str:
    """Four of them, two with the same score."""
    documents = [numbered(f"Kota {n}", {"transparency": each}) for n, each in enumerate((2.0, 2.0, 3.5, 4.0))]
    return comparison_page(compare(list("abcd"), documents), documents, lang, city.instruments())


@pytest.mark.parametrize(
    ("made", "lang"), [(medan, "id"), (arunika, "id"), (arunika, "en"), (governments, "id"), (governments, "en")]
)
def test_a_report_is_accessible_and_keeps_to_itself(browser: Any, made: Any, lang: Lang, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(made(lang), encoding="utf-8")
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    for width in (1280, 390):
        context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.evaluate(axe)
        found = page.evaluate(
            "async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(each => each.id)"
        )
        assert found == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert asked == [path.as_uri()]
        context.close()
