"""robots.txt and sitemaps, as sites get them wrong or turn them against a crawler."""

import gzip
from typing import Any

from tests.capture.hostile.bodies import bomb, encoded
from tests.capture.hostile.scenario import Scenario
from tests.capture.hostile.server import Reply, redirect, response
from tests.capture.hostile.speaking import OK_HEAD, drips, endless, reset, says

BLOCKED, ALLOWED = "blocked(robots)", "http_error(404)"


def text(body: str | bytes, *headers: str) -> bytes:
    return response(body, "200 OK", *headers, kind="text/plain")


def robots(
    name: str, reply: Reply, state: str = ALLOWED, *, all_blocked: bool = False, most: int = 8, **more: Any
) -> Scenario:
    """What robots.txt makes of /bad, or of the whole site."""
    expect = {"/": BLOCKED} if all_blocked else {"/bad": state}
    return Scenario(
        f"robots: {name}",
        {"/robots.txt": reply},
        expect,
        good=not all_blocked,
        most=most,
        absent=("/bad",) if state == BLOCKED else ("/",) if all_blocked else (),
        **more,
    )


FILLER = b"# filler\n" * 70_000
RULES = [
    robots("500", response("x", "500 Oops"), all_blocked=True, most=2),
    robots("503", response("x", "503 Busy"), all_blocked=True, most=2),
    robots("429", response("x", "429 Slow"), all_blocked=True, most=2),
    robots("999", response("x", "999 Odd"), all_blocked=True, most=2),
    robots("silence", says(b"", close=False), all_blocked=True, most=2),
    robots("a reset", reset, all_blocked=True, most=2),
    robots("no HTTP", says(b"SSH-2.0\r\n"), all_blocked=True, most=2),
    robots("one byte at a time", drips(OK_HEAD + b"X: " + b"y" * 900, 0.02), all_blocked=True, most=2),
    robots("endless headers", endless(OK_HEAD, b"X: y\r\n" * 100), all_blocked=True, most=2),
    robots("404", response("x", "404 Not Found")),
    robots("403", response("x", "403 Forbidden")),
    robots("401", response("x", "401 Unauthorized")),
    robots("410", response("x", "410 Gone")),
    robots("an HTML page", response("<html>User-agent: *\nDisallow: /")),
    robots("empty", text("")),
    robots("noise", text(bytes(range(256)) * 100)),
    robots("a loop", redirect("/robots.txt"), all_blocked=True, most=2),
    robots("to an internal host", redirect("http://{canary}:{port}/robots.txt"), all_blocked=True, most=2),
    robots("to a file", redirect("file:///etc/hostname"), all_blocked=True, most=2),
    robots("forbids all", text("User-agent: *\nDisallow: /"), all_blocked=True, most=1),
    robots("forbids us", text("User-agent: *\nAllow: /\n\nUser-agent: tinjau\nDisallow: /"), all_blocked=True, most=1),
    robots("forbids others", text("User-agent: otherbot\nDisallow: /")),
    robots("with a mark", text("\ufeffUser-agent: *\nDisallow: /bad"), BLOCKED),
    robots("old line ends", text("User-agent: *\rDisallow: /bad\r"), BLOCKED),
    robots(
        "groups in two places",
        text("User-agent: tinjau\nDisallow: /x\n\nUser-agent: *\nDisallow: /\n\nUser-agent: tinjau\nDisallow: /bad"),
        BLOCKED,
    ),
    robots("the longest match", text("User-agent: *\nDisallow: /\nAllow: /$\nAllow: /good\nDisallow: /b\nAllow: /bad")),
    robots("wildcards", text("User-agent: *\nDisallow: /*d$"), BLOCKED),
    robots("percent signs", text("User-agent: *\nDisallow: /%62ad"), BLOCKED),
    robots(
        "three hundred rules of wildcards",
        text("User-agent: *\n" + "".join(f"Disallow: /{'*a' * 200}{n}\n" for n in range(300)) + "Disallow: /bad"),
        BLOCKED,
    ),
    robots("a rule in the first 500 KiB", text(b"User-agent: *\nDisallow: /bad\n" + FILLER * 20), BLOCKED),
    robots("a rule after 500 KiB", text(b"User-agent: *\n" + FILLER + b"Disallow: /bad\n")),
    robots(
        "gzip",
        encoded(gzip.compress(b"User-agent: *\nDisallow: /bad"), "gzip").replace(b"text/html", b"text/plain"),
        BLOCKED,
    ),
    robots("a bomb", encoded(bomb("gzip"), "gzip").replace(b"text/html", b"text/plain")),
    robots(
        "endless",
        endless(OK_HEAD.replace(b"html", b"plain") + b"\r\nUser-agent: *\nDisallow: /bad\n", b"# x\n" * 10_000),
        BLOCKED,
    ),
    robots("a crawl delay for ever", text("User-agent: *\nCrawl-delay: 1000000\n"), settings={"max_crawl_delay": 0.05}),
    Scenario(
        "robots: five redirects",
        lambda path: {
            "/robots.txt": redirect("/r1"),
            "/r1": redirect("/r2"),
            "/r2": redirect("/r3"),
            "/r3": redirect("/r4"),
            "/r4": redirect("/r5"),
            "/r5": text("User-agent: *\nDisallow: /bad"),
        }.get(path),
        {"/bad": BLOCKED},
        most=12,
        absent=("/bad",),
    ),
    Scenario(
        "robots: ever new redirects",
        lambda path: redirect(f"{path}x") if path.startswith("/robots.txt") else None,
        {"/": BLOCKED},
        good=False,
        most=6,
        absent=("/",),
    ),
]


def sitemap(
    name: str, body: Reply, expect: dict[str, str | tuple[str, ...]], *, most: int = 9, **more: Any
) -> Scenario:
    return Scenario(f"sitemap: {name}", {"/sitemap.xml": body}, expect, links=(), most=most, **more)


def xml(body: str, root: str = "urlset") -> bytes:
    return response(f'<?xml version="1.0"?><{root}>{body}</{root}>', kind="application/xml")


def loc(*urls: str) -> str:
    return "".join(f"<url><loc>{url}</loc></url>" for url in urls)


LAUGHS = (
    "<!DOCTYPE l [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + "]>"
)
MAPS = [
    sitemap(
        "laughs",
        response(f"{LAUGHS}<urlset><url><loc>&j;</loc></url></urlset>", kind="text/xml"),
        {"/sitemap.xml": "ok"},
    ),
    sitemap(
        "a file as an entity",
        response(
            '<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/hostname">]><urlset><loc>http://{me}:{port}/&x;</loc></urlset>',
            kind="text/xml",
        ),
        {"/sitemap.xml": "ok"},
    ),
    sitemap("a good one", xml(loc("http://{me}:{port}/found")), {"/found": ALLOWED}),
    sitemap(
        "a prefix and CDATA",
        response(
            "<s:urlset xmlns:s='x'><s:url><s:loc> <![CDATA[http://{me}:{port}/found]]></s:loc></s:url></s:urlset>",
            kind="text/xml",
        ),
        {"/found": ALLOWED},
    ),
    sitemap(
        "of itself",
        xml("<sitemap><loc>http://{me}:{port}/sitemap.xml</loc></sitemap>", "sitemapindex"),
        {"/sitemap.xml": "ok"},
    ),
    sitemap(
        "of other hosts",
        xml(loc("http://{canary}:{port}/x", "http://other.example/y", "file:///etc/passwd")),
        {"http://{canary}:{port}/x": "blocked(ssrf)", "http://other.example/y": "blocked(scope)"},
    ),
    sitemap("that is HTML", response("<html><a href=/x>"), {"/sitemap.xml": "ok"}),
    sitemap("a bomb", encoded(bomb("gzip"), "gzip"), {"/sitemap.xml": "ok_truncated(length)"}),
    sitemap("plain text", text("http://{me}:{port}/found\n"), {"/found": ALLOWED}),
    sitemap("a loop of redirects", redirect("/sitemap.xml"), {"/sitemap.xml": "net_error(redirect_loop)"}),
    sitemap(
        "of 60,000 addresses",
        response(
            "<urlset>" + "".join(f"<loc>http://{{me}}/{n}</loc>" for n in range(60_000)) + "</urlset>", kind="text/xml"
        ),
        {"/sitemap.xml": "ok"},
    ),
    Scenario(
        "sitemap: ever deeper indexes",
        lambda path: (
            response(f"<sitemapindex><loc>http://{{me}}:{{port}}{path}x</loc></sitemapindex>", kind="text/xml")
            if path.startswith("/sitemap.xml")
            else None
        ),
        {"/sitemap.xml": "ok", "/sitemap.xmlx": "ok", "/sitemap.xmlxx": "suppressed(depth)"},
        links=(),
        most=8,
    ),
    Scenario(
        "sitemap: a file of gzip",
        lambda path: (
            text("Sitemap: http://{me}:{port}/map.gz")
            if path == "/robots.txt"
            else response(
                gzip.compress(b"<urlset><loc>http://ME/found</loc></urlset>".replace(b"ME", b"s0.test")),
                kind="application/gzip",
            )
            if path == "/map.gz"
            else None
        ),
        {"/map.gz": "ok"},
        links=(),
        most=9,
    ),
    Scenario(
        "sitemap: a file that is a bomb",
        lambda path: (
            text("Sitemap: http://{me}:{port}/map.gz")
            if path == "/robots.txt"
            else response(bomb("gzip"), kind="application/gzip")
            if path == "/map.gz"
            else None
        ),
        {"/map.gz": "ok"},
        links=(),
        most=9,
    ),
    Scenario(
        "sitemap: a hundred of them",
        lambda path: (
            text("".join(f"Sitemap: http://{{me}}:{{port}}/map{n}.xml\n" for n in range(100)))
            if path == "/robots.txt"
            else None
        ),
        {"/map0.xml": ALLOWED},
        links=(),
        most=60,
    ),
]

SCENARIOS = RULES + MAPS
