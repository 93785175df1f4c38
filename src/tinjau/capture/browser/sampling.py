"""Which pages the browser looks at: the same ones every time, one of each template first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from tinjau.capture.browser.replaying import Replayed

_DIGITS = re.compile(r"\d+")
_SLUG_WORDS = 3  # a path segment of this many words or more is a title, not a section; project choice


@dataclass(frozen=True, slots=True)
class SampledPage:
    """A page of the sample and the template (address shape) that it stands for."""

    response: Replayed
    template: str


def sample_pages(responses: Iterable[Replayed], most: int) -> tuple[SampledPage, ...]:
    """At most `most` HTML pages of the commonest host: the home page, then one a template, then the rest in turn.

    The order of the archive does not matter: templates and addresses are sorted.
    """
    pages = [each for each in responses if each.is_html and 200 <= each.status < 300]
    if not pages:
        return ()
    hosts = [urlsplit(each.url).hostname or "" for each in pages]
    host = max(sorted(set(hosts)), key=hosts.count)
    by_template: dict[str, list[Replayed]] = {}
    for page in sorted(pages, key=lambda each: (len(each.url), each.url)):
        if (urlsplit(page.url).hostname or "") == host:
            by_template.setdefault(template_of(page.url), []).append(page)
    found: list[SampledPage] = []
    turn = 0
    while len(found) < most and any(len(each) > turn for each in by_template.values()):
        for template in sorted(by_template, key=lambda name: (name.count("/"), len(name), name)):
            if len(by_template[template]) > turn and len(found) < most:
                found.append(SampledPage(by_template[template][turn], template))
        turn += 1
    return tuple(found)


def template_of(url: str) -> str:
    """The shape of an address: numbers as N, titles as S, the names of the query's keys in order."""
    parts = urlsplit(url)
    segments = [_segment(each) for each in parts.path.split("/")]
    keys = sorted({key for key, _ in parse_qsl(parts.query, keep_blank_values=True)[:50]})
    return "/".join(segments) + ("?" + "&".join(keys) if keys else "")


def _segment(segment: str) -> str:
    if segment.replace("_", "-").count("-") + 1 >= _SLUG_WORDS:
        return "S"
    return _DIGITS.sub("N", segment)
