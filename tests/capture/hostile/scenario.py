"""What a scenario is: what the site does, and what must become of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.capture.hostile.server import Reply, Routes, response

GOOD = ("/good-1", "/good-2")


@dataclass(frozen=True)
class Scenario:
    """`routes` are the site's own paths (a function for endless ones); the home page links to `links` and to two good
    pages, which must be captured whatever happens. `expect` gives the end state of addresses: a path of the site, or a
    whole address in which {canary}, {port} and {me} stand for what they are. `most` bounds all requests to the site.
    """

    name: str
    routes: Mapping[str, Reply] | Callable[[str], Reply | None]
    expect: Mapping[str, str | tuple[str, ...]]
    links: tuple[str, ...] = ("/bad",)
    most: int = 8  # robots.txt, sitemap.xml, home, two good pages, and the page in question with its attempts
    settings: Mapping[str, Any] = field(default_factory=dict)
    home: str = ""
    good: bool = True  # whether the rest of the site must be captured
    names: Mapping[str, list[Any]] = field(default_factory=dict)  # further names of this world
    absent: tuple[str, ...] = ()  # paths that must not be asked for
    seed: str = "/"


def routes_of(scenario: Scenario, fill: Callable[[str], str]) -> Routes:
    """The scenario's paths over an honest site."""
    links = "".join(f'<a href="{fill(link)}">x</a>' for link in scenario.links)
    home = scenario.home or f"<html><title>home</title>{links}{''.join(f'<a href={path}>g</a>' for path in GOOD)}"
    usual: dict[str, Reply] = {"/": response(fill(home))}
    usual |= {path: response(f"<html><title>{path}</title><p>good {path * 40}") for path in GOOD}

    def route(path: str) -> Reply | None:
        found = scenario.routes(path) if callable(scenario.routes) else scenario.routes.get(path)
        if found is None:
            return usual.get(path)
        return _filled(found, fill) if isinstance(found, bytes) else found

    return route


def _filled(reply: bytes, fill: Callable[[str], str]) -> bytes:
    head, mark, body = reply.partition(b"\r\n\r\n")
    if b"{" not in reply or len(reply) > 4_000_000:
        return reply
    new_body = fill(body.decode("latin-1")).encode("latin-1")
    old, new = (f"Content-Length: {len(each)}".encode() for each in (body, new_body))
    return fill(head.decode("latin-1")).encode("latin-1").replace(old, new) + mark + new_body
