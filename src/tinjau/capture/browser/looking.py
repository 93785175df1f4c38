"""Chromium on archived pages: what only a browser can see.

Every request of the browser is answered from the archive or refused; its only other route is a proxy that does not
exist. So nothing that a page asks for can reach a network, and the same archive gives the same result.
"""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinjau.archive import sha256_of
from tinjau.capture.browser.facts import Asked, PageFacts, facts_of, observations_of
from tinjau.capture.browser.replaying import Replay
from tinjau.capture.browser.sampling import SampledPage, sample_pages
from tinjau.model import InputError, Observation

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

WIDTHS = (320, 390, 768)  # CSS pixels: WCAG 2.2 criterion 1.4.10 (320), a common phone, a tablet
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
)  # fmt: skip
_NOWHERE = "http://127.0.0.1:9"  # the discard port: what is not answered from the archive ends here
_PAGE_MS = 15_000  # project choice: an archived page that has not settled by then does not settle
_NATIONAL, _OWN = 10, 80  # pages a site for national figures and for a site's own (measured; docs/capture.md)


@dataclass(frozen=True, slots=True)
class BrowserSettings:
    """How many pages are looked at. Under 10 only found / not found may be said, no share."""

    pages: int = 20
    chromium: str = ""


@dataclass(frozen=True, slots=True)
class BrowserResult:
    """What the browser saw: facts a page, and the same as observations (never mixed with static ones)."""

    archive_sha256: tuple[str, ...]
    browser: str
    axe: str
    pages: tuple[PageFacts, ...]
    failed: tuple[tuple[str, str], ...] = ()
    observations: tuple[Observation, ...] = field(default=())


def look(
    archives: Sequence[Path], settings: BrowserSettings, say: Callable[[str], None] = lambda _line: None
) -> BrowserResult:
    """Look at a deterministic sample of the archives' pages.

    Raises InputError where the extra or Chromium is missing, or an archive holds no page.
    """
    playwright, axe_script = _need_browser()
    chromium = _chromium(settings)
    with Replay(archives) as replay:
        sample = sample_pages(replay.responses.values(), settings.pages)
        if not sample:
            raise InputError(
                str(archives[0]), "", "the archive holds no page that a browser could show", "Capture it again"
            )
        digests = tuple(sha256_of(path) for path in archives)
        found: list[PageFacts] = []
        failed: list[tuple[str, str]] = []
        with playwright() as engine:
            browser = engine.chromium.launch(
                executable_path=chromium, args=list(_FLAGS), proxy={"server": _NOWHERE, "bypass": "<-loopback>"}
            )
            version, axe = browser.version, ""
            for number, page in enumerate(sample, start=1):
                try:
                    facts = _visit(browser, replay, page, axe_script)
                except playwright.errors as error:
                    failed.append((page.response.url, str(error).splitlines()[0][:200]))
                else:
                    axe = facts.axe_version or axe
                    found.append(facts)
                say(f"browser: {number}/{len(sample)} {page.response.url}")
            browser.close()
    return BrowserResult(digests, version, axe, tuple(found), tuple(failed), observations_of(found))


def _visit(browser: "Browser", replay: Replay, page: SampledPage, axe_script: str) -> PageFacts:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        service_workers="block",
        accept_downloads=False,
        ignore_https_errors=True,
    )
    context.set_default_timeout(_PAGE_MS)
    asked: list[Asked] = []
    try:
        context.route("**/*", lambda route: _answer(route, replay, asked))
        return facts_of(context, page, replay, asked, axe_script, WIDTHS)
    finally:
        context.close()


def _answer(route: "Route", replay: Replay, asked: list[Asked]) -> None:
    request = route.request
    response = replay.find(request.url) if request.method == "GET" else None
    asked.append(Asked(request.url, request.resource_type, answered=response is not None))
    if response is None:
        route.abort("blockedbyclient")
        return
    headers = {name: value for name, value in response.headers if name != "set-cookie"}
    cookies = [value for name, value in response.headers if name == "set-cookie"]
    if cookies:
        headers["set-cookie"] = "\n".join(cookies)
    route.fulfill(status=response.status, headers=headers, body=replay.body(response))


class _Playwright:
    """Playwright's entry and its errors, found once."""

    def __init__(self, start: Any, errors: type[Exception]) -> None:
        self._start, self.errors = start, errors

    def __call__(self) -> Any:
        return self._start()


def _need_browser() -> tuple[_Playwright, str]:
    try:
        import axe_playwright_python  # heavy optional dependency: the extra `browser`
        from playwright.sync_api import Error, sync_playwright  # heavy optional dependency: the extra `browser`
    except ModuleNotFoundError:
        raise InputError(
            "tinjau browse", "", "Playwright is not installed", "Install it with: pip install 'tinjau[browser]'"
        ) from None
    script = Path(str(axe_playwright_python.__file__)).with_name("axe.min.js").read_text(encoding="utf-8")
    return _Playwright(sync_playwright, Error), script


def _chromium(settings: BrowserSettings) -> str:
    wanted = settings.chromium or os.environ.get("TINJAU_CHROMIUM", "")
    for name in (wanted,) if wanted else _BROWSERS:
        path = shutil.which(name)
        if path:
            return path
    mend = "Install the package chromium of your system, or set TINJAU_CHROMIUM to its program"
    raise InputError("tinjau browse", wanted, "no Chromium was found", mend)


def enough_for(pages: int) -> str:
    """What a sample of this size may claim: `site`, `national` or `found-only`."""
    return "site" if pages >= _OWN else "national" if pages >= _NATIONAL else "found-only"
