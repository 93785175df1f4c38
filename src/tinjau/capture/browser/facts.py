"""What was seen on one page in the browser, as facts and as observations."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from tinjau.capture.browser.replaying import Replay
from tinjau.capture.browser.sampling import SampledPage
from tinjau.model import Observation, Scope, State, Value

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

_VERSION = 1
_MOST_MESSAGES = 20  # console messages and nodes kept a page; project choice
_SETTLE_MS = 500  # scripts that fill the page run within this on an archive; project choice
_SCRIPT_SHARE = 0.5  # a page of which scripts write more than this share needs them; project choice
_LEAST_TEXT = 200  # characters of text under which no share is worth stating; project choice
_CHECK_AXE, _CHECK_OVERFLOW, _CHECK_ERRORS = "P01", "P03", "P07"
_CHECK_COOKIES, _CHECK_SCRIPT = "T19", "E11"
_NO_STYLE = "a style sheet of the page is not in the archive, so its layout here is not the site's"
_NO_SCRIPT = "a script of the page is not in the archive, so errors here may be the archive's"
_NO_TEXT = "the page has too little text, or scripts that write it are not in the archive"

_AXE = """async () => {
  const r = await axe.run(document, {resultTypes: ['violations', 'incomplete']});
  const brief = list => list.map(v => ({rule: v.id, impact: v.impact, tags: v.tags, nodes: v.nodes.length,
    where: v.nodes.slice(0, 3).map(n => String(n.target).slice(0, 200))}));
  return {version: axe.version, violations: brief(r.violations), incomplete: brief(r.incomplete)};
}"""
_OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_TEXT = "() => document.body ? document.body.innerText.length : 0"


@dataclass(frozen=True, slots=True)
class Asked:
    """Something the page asked for: its address, Playwright's resource type, and whether the archive holds it."""

    url: str
    kind: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One axe rule on one page. `review` is true where axe is not sure: never counted as a violation."""

    rule: str
    impact: str
    review: bool
    nodes: int
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page in the browser. `overflow` is the pixels that stand out at each width; 0 or less is none.

    `missing` counts, by resource type, what the page asked for and the archive does not hold. Where a style sheet is
    among them the layout is not the site's; where a script is, its errors may be the archive's fault.
    """

    url: str
    template: str
    record_id: str
    digest: str
    date: str
    axe_version: str
    rules: tuple[Rule, ...]
    overflow: Mapping[int, int]
    errors: tuple[str, ...]
    cookies: tuple[str, ...]
    third_parties: tuple[str, ...]
    missing: Mapping[str, int]
    asked: int
    text_with_script: int
    text_without: int


def facts_of(
    context: "BrowserContext",
    page: SampledPage,
    replay: Replay,
    asked: list[Asked],
    axe: str,
    widths: Sequence[int],
) -> PageFacts:
    """Open the page and state what is there; raises the driver's errors."""
    response = page.response
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error).splitlines()[0][:200]))
    tab.on("dialog", lambda dialog: dialog.dismiss())
    tab.goto(response.url, wait_until="load")
    tab.wait_for_timeout(_SETTLE_MS)
    cookies = [f"{each['name']} ({each['domain']})" for each in context.cookies()]
    text = int(tab.evaluate(_TEXT))
    tab.evaluate(axe)
    found: dict[str, Any] = tab.evaluate(_AXE)
    overflow: dict[int, int] = {}
    for width in widths:
        tab.set_viewport_size({"width": width, "height": 800})
        overflow[width] = max(0, int(tab.evaluate(_OVERFLOW)))
    return PageFacts(
        url=response.url,
        template=page.template,
        record_id=response.record_id,
        digest=response.digest,
        date=response.date,
        axe_version=str(found["version"]),
        rules=tuple(_rules(found)),
        overflow=overflow,
        errors=tuple(errors[:_MOST_MESSAGES]),
        cookies=tuple(sorted(cookies)[:_MOST_MESSAGES]),
        third_parties=_third_parties(response.url, asked),
        missing=dict(sorted(Counter(each.kind for each in asked if not each.answered).items())),
        asked=len(asked),
        text_with_script=text,
        text_without=_static_text(replay.body(response)),
    )


def observations_of(pages: Sequence[PageFacts]) -> tuple[Observation, ...]:
    """Each page's facts as observations of detectors named `browser-…`, apart from the static ones."""
    return tuple(each for page in pages for each in _page_observations(page))


def needs_script(page: PageFacts) -> bool | None:
    """Whether scripts write more than half of the page's text; None where the page has too little to say."""
    if page.text_with_script < _LEAST_TEXT or (page.missing.get("script") and page.text_without < _LEAST_TEXT):
        return None
    return page.text_without < (1 - _SCRIPT_SHARE) * page.text_with_script


def _page_observations(page: PageFacts) -> list[Observation]:
    made = [
        _observed(page, _CHECK_AXE, f"browser-axe-{'review' if each.review else 'violation'}", State.SEEN, each.nodes,
                  f"{each.rule} ({each.impact}): {'; '.join(each.where)}", part=each.rule)
        for each in page.rules
    ]  # fmt: skip
    for width, pixels in page.overflow.items():
        name = f"browser-overflow-{width}"
        if page.missing.get("stylesheet"):
            made.append(_observed(page, _CHECK_OVERFLOW, name, State.CANNOT_TELL, None, reason=_NO_STYLE))
        else:
            state = State.SEEN if pixels > 0 else State.NOT_SEEN
            made.append(_observed(page, _CHECK_OVERFLOW, name, state, pixels))
    if page.missing.get("script"):
        made.append(_observed(page, _CHECK_ERRORS, "browser-script-errors", State.CANNOT_TELL, None, reason=_NO_SCRIPT))
    else:
        made.append(_counted(page, _CHECK_ERRORS, "browser-script-errors", page.errors))
    made.append(_counted(page, _CHECK_COOKIES, "browser-cookies-before-consent", page.cookies))
    made.append(_counted(page, _CHECK_COOKIES, "browser-third-parties", page.third_parties))
    script = needs_script(page)
    if script is None:
        made.append(
            _observed(page, _CHECK_SCRIPT, "browser-needs-script", State.CANNOT_TELL, None, reason="too little text")
        )
    else:
        state = State.SEEN if script else State.NOT_SEEN
        made.append(
            _observed(page, _CHECK_SCRIPT, "browser-needs-script", state, page.text_with_script - page.text_without)
        )
    return made


def _counted(page: PageFacts, check: str, detector: str, found: Sequence[str]) -> Observation:
    state = State.SEEN if found else State.NOT_SEEN
    return _observed(page, check, detector, state, len(found), "; ".join(found)[:300])


def _observed(
    page: PageFacts,
    check: str,
    detector: str,
    state: State,
    value: Value,
    excerpt: str = "",
    reason: str = "",
    part: str = "",
) -> Observation:
    name = hashlib.sha256(f"{detector}\0{_VERSION}\0{page.url}\0{page.record_id}\0{part}".encode()).hexdigest()[:16]
    return Observation(
        id=f"{detector}:{name}", check=check, detector=detector, version=_VERSION, scope=Scope.PAGE, subject=page.url,
        state=state, value=value, reason=reason, url=page.url, record_id=page.record_id, digest=page.digest,
        excerpt=excerpt[:300],
    )  # fmt: skip


def _rules(found: Mapping[str, Any]) -> list[Rule]:
    made = []
    for key, review in (("violations", False), ("incomplete", True)):
        for each in found[key]:
            where = tuple(str(place) for place in each["where"])
            made.append(Rule(str(each["rule"]), str(each["impact"] or "unknown"), review, int(each["nodes"]), where))
    return sorted(made, key=lambda rule: (rule.review, rule.rule))


def _third_parties(page_url: str, asked: Sequence[Asked]) -> tuple[str, ...]:
    """Hosts other than the page's own (and its subdomains) that the page asked for."""
    own = (urlsplit(page_url).hostname or "").removeprefix("www.")
    hosts = {urlsplit(each.url).hostname or "" for each in asked}
    return tuple(sorted(h for h in hosts if h and h.removeprefix("www.") != own and not h.endswith(f".{own}")))


def _static_text(body: bytes) -> int:
    tree = LexborHTMLParser(body)
    for tag in ("script", "style", "noscript", "template"):
        for node in tree.css(tag):
            node.decompose()
    return len(" ".join(tree.body.text(separator=" ").split())) if tree.body else 0
