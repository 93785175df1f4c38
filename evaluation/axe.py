"""Static accessibility rules beside axe-core in Chromium, on a sample of pages of each archive.

axe says of a page that a rule is violated, that it needs review, or nothing; the static rules say passed, failed,
cantTell or inapplicable. Neither is the truth: where they differ, one saw styles and scripts and the other did not.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from tinjau.archive import Reader
from tinjau.capture.browser import BrowserSettings, look

# axe-core's rule and the W3C ACT rule that asks the same (axe-core 4.12 rule descriptions; ACT implementations).
SHARED = {
    "image-alt": "23a2a8",
    "label": "e086e5",
    "select-name": "e086e5",
    "link-name": "c487ae",
    "button-name": "97a4e1",
    "frame-title": "cae760",
    "empty-heading": "ffd0e9",
    "html-has-lang": "b5c3f8",
    "html-lang-valid": "bf051a",
    "document-title": "2779a5",
    "meta-viewport": "b4f0c3",
}
Outcomes = Callable[[bytes, str], Mapping[str, str]]


def confusion(archives: Iterable[Path], pages: int, outcomes: Outcomes) -> dict[str, Any]:
    """Counts by ACT rule over the pages that Chromium showed: both, only one, neither; review and cantTell apart."""
    counts: dict[str, Counter[str]] = {rule: Counter() for rule in sorted(set(SHARED.values()))}
    version, seen = "", 0
    for archive in archives:
        result = look([archive], BrowserSettings(pages=pages))
        version = result.axe or version
        bodies = _bodies(archive, {page.url for page in result.pages})
        for page in result.pages:
            if page.url not in bodies:
                continue
            seen += 1
            found = outcomes(bodies[page.url], page.url)
            for rule, count in counts.items():
                mine = [each for each in page.rules if SHARED.get(each.rule) == rule]
                axe = "review" if mine and all(each.review for each in mine) else "violation" if mine else "nothing"
                count[f"{axe}/{found.get(rule, 'inapplicable')}"] += 1
    return {"axe": version, "pages": seen, "by_rule": [_row(rule, count) for rule, count in counts.items()]}


def _bodies(archive: Path, wanted: set[str]) -> dict[str, bytes]:
    return {each.url: each.body for each in Reader(archive) if each.is_html and each.url in wanted}


def _row(rule: str, count: Counter[str]) -> dict[str, Any]:
    unsure = sum(n for key, n in count.items() if key.startswith("review/") or key.endswith("/cantTell"))
    both, only_axe = count["violation/failed"], sum(count[f"violation/{each}"] for each in ("passed", "inapplicable"))
    only_static = count["nothing/failed"]
    neither = sum(count[f"nothing/{each}"] for each in ("passed", "inapplicable"))
    row = {"rule": rule, "both": both, "only_axe": only_axe, "only_static": only_static, "neither": neither}
    return {**row, "one_unsure": unsure, "axe_rules": [name for name, act in SHARED.items() if act == rule]}
