"""robots.txt as RFC 9309 has it: what each kind of answer means, and what the file allows."""

import re
from dataclasses import dataclass
from typing import Any

from protego import Protego

from tinjau.capture import states

PRODUCT = "tinjau"  # the token that a robots.txt can name

MAX_BYTES = 500 * 1024  # RFC 9309, 2.5: a crawler parses at least 500 KiB; what follows is not looked at
MAX_REDIRECTS = 5  # RFC 9309, 2.3.1.2
MAX_AGE = 24 * 3600.0  # seconds; RFC 9309, 2.4
_MAX_SITEMAPS = 50

_NO_HOST = frozenset(
    [states.blocked("ssrf"), *map(states.net_error, ("dns", "refused", "unreachable", "tls"))]
)  # there is no host that could allow or forbid
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request for robots.txt came to: its status, or None with the end state and the failure in words."""

    status: int | None
    body: bytes = b""
    failure: str = ""
    is_html: bool = False
    state: str = ""


class Robots:
    """What one origin lets a crawler do. `verdict` is `rules`, `allow` or `disallow`, `why` says it in words.

    `unreachable` is the end state of all its pages where there is no host to ask; empty where there is one.
    """

    def __init__(self, verdict: str, why: str, text: str = "", unreachable: str = "") -> None:
        self.verdict, self.why, self.unreachable = verdict, why, unreachable
        self._rules: Any = Protego.parse(text) if verdict == "rules" else None

    def allows(self, url: str) -> bool:
        """Whether the address may be fetched."""
        if self._rules is None:
            return self.verdict == "allow"
        return bool(self._rules.can_fetch(url, PRODUCT))

    @property
    def delay(self) -> float:
        """The Crawl-delay that is asked of us, in seconds; 0 where none is."""
        value = self._rules.crawl_delay(PRODUCT) if self._rules is not None else None
        return float(value) if value is not None and 0 <= float(value) < 1e6 else 0.0

    @property
    def sitemaps(self) -> list[str]:
        """The sitemaps that the file names."""
        return list(self._rules.sitemaps)[:_MAX_SITEMAPS] if self._rules is not None else []


def read_robots(answer: Answer) -> Robots:
    """What the answer means (RFC 9309, 2.3.1).

    2xx: the rules count. 4xx: everything may be fetched, except that 429 says "not now" and counts as unreachable, as
    Google has it. 5xx, time-outs, refused connections and names that do not resolve: nothing may be fetched. More
    redirects than five, or in a circle: disallowed (the RFC allows either).
    """
    if answer.status is None:
        gone = answer.state if answer.state in _NO_HOST else ""
        return Robots("disallow", f"robots.txt could not be reached ({answer.failure})", unreachable=gone)
    if 200 <= answer.status < 300:
        if answer.is_html:
            return Robots("allow", "robots.txt is an HTML page and holds no rules")
        return Robots("rules", "robots.txt", decode_rules(answer.body))
    if answer.status == 429:
        return Robots("disallow", "robots.txt answered 429 (too many requests)")
    if 400 <= answer.status < 500:
        return Robots("allow", f"robots.txt answered {answer.status}: no rules")
    if 300 <= answer.status < 400:
        return Robots("disallow", "robots.txt redirects too often or nowhere")
    return Robots("disallow", f"robots.txt answered {answer.status}")


def decode_rules(body: bytes) -> str:
    """The text of the first 500 KiB: without a byte order mark, cut at a line's end, with one kind of line end."""
    text = body[:MAX_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")
    lines = _LINE_END.split(text)
    if len(body) > MAX_BYTES and len(lines) > 1:
        lines.pop()
    return "\n".join(line.replace("\0", "") for line in lines)
