"""robots.txt, sitemaps, links, shapes and order, each alone."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinjau.capture.duplicates import Neighbourhoods, alike, sketch
from tinjau.capture.frontier import Row
from tinjau.capture.links import find_links
from tinjau.capture.politeness import retry_after
from tinjau.capture.robots import Answer, read_robots
from tinjau.capture.shapes import family, kind_of, shape, trap
from tinjau.capture.sitemaps import MAX_URLS, read_sitemap
from tinjau.capture.urls import Scope, Unusable, parse, same_site
from tinjau.capture.variety import Queue

SITE = "http://kota.go.id"

STATUSES = {
    200: "rules", 204: "rules", 301: "disallow", 400: "allow", 401: "allow", 403: "allow", 404: "allow",
    410: "allow", 418: "allow", 429: "disallow", 451: "allow", 500: "disallow", 502: "disallow", 503: "disallow",
    504: "disallow", 599: "disallow", 999: "disallow", None: "disallow",
}  # fmt: skip


@pytest.mark.parametrize("status,verdict", list(STATUSES.items()))
def test_what_a_status_of_robots_means(status: int | None, verdict: str) -> None:
    robots = read_robots(Answer(status))
    assert robots.verdict == verdict
    assert robots.allows(f"{SITE}/x") == (verdict != "disallow")


RULES = [
    ("User-agent: *\nDisallow: /a", "/a", False),
    ("User-agent: *\nDisallow: /a", "/b", True),
    ("User-agent: *\nDisallow:", "/a", True),
    ("User-agent: tinjau\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", True),
    ("User-agent: TINJAU\nDisallow: /a", "/a", False),
    ("User-agent: *\nDisallow: /\n\nUser-agent: tinjau\nAllow: /", "/a", True),
    ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
    ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
    ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
    ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
    ("user-agent : *\ndisallow : /a # comment", "/a", False),
    ("User-agent: a\nUser-agent: tinjau\nDisallow: /a", "/a", False),
    ("Disallow: /a", "/a", True),
    ("User-agent: *\nDisallow: /caf%C3%A9", "/caf%C3%A9", False),
    ("User-agent: *\nDisallow: /café", "/caf%C3%A9", False),
]


@pytest.mark.parametrize("text,path,allowed", RULES)
def test_rules_of_robots(text: str, path: str, allowed: bool) -> None:
    assert read_robots(Answer(200, text.encode())).allows(SITE + path) is allowed


@pytest.mark.parametrize(
    "text,delay",
    [
        ("Crawl-delay: 5", 5),
        ("Crawl-delay: x", 0),
        ("Crawl-delay: -1", 0),
        ("Crawl-delay: 0.5", 0.5),
        ("Crawl-delay: nan", 0),
        ("Crawl-delay: inf", 0),
    ],
)
def test_crawl_delay(text: str, delay: float) -> None:
    assert read_robots(Answer(200, f"User-agent: *\n{text}".encode())).delay == delay


@given(st.binary(max_size=2_000))
def test_any_robots_is_read(body: bytes) -> None:
    robots = read_robots(Answer(200, body))
    robots.allows(f"{SITE}/a")
    assert robots.delay >= 0
    assert isinstance(robots.sitemaps, list)


@given(st.binary(max_size=2_000))
def test_any_sitemap_is_read(body: bytes) -> None:
    assert len(read_sitemap(body).urls) <= MAX_URLS
    read_sitemap(b"<urlset>" + body)


def test_a_sitemap_with_a_document_type_is_refused() -> None:
    laughs = b"<!DOCTYPE x [<!ENTITY a 'b'>]><urlset><url><loc>http://kota.go.id/&a;</loc></url></urlset>"
    assert read_sitemap(laughs).urls == ()
    assert "refused" in read_sitemap(laughs).fault
    assert read_sitemap(laughs.split(b"]>")[1]).urls == ("http://kota.go.id/&a;",)


@given(st.binary(max_size=3_000), st.text(max_size=20))
def test_any_page_is_read(body: bytes, charset: str) -> None:
    assert len(find_links(body, charset, 50).references) <= 50
    find_links(b"<a href='" + body, charset, 50)


LINKS = [
    (b"<a href=/x>", ["/x"]),
    (b"<A HREF = '/x' >", ["/x"]),
    (b'<a\nhref="/x?a=1&amp;b=2">', ["/x?a=1&b=2"]),
    (b"<area href=/m><iframe src=/f></iframe><frame src=/g>", ["/m", "/f", "/g"]),
    (b"<link rel=canonical href=/c><link rel=stylesheet href=/s><link rel=icon href=/i>", ["/c"]),
    (
        b"<link rel=alternate type=application/rss+xml href=/feed><link rel=alternate type=text/xml+oembed href=/o>",
        ["/feed"],
    ),
    (
        b"".join(b"<link rel=alternate type=application/rss+xml href=/%d>" % n for n in range(5)) + b"<a href=/x>",
        ["/0", "/1", "/x"],
    ),
    (b"<abbr href=/x><a-b href=/y>", []),
    (b"<a name=x><a href><a href=''>", []),
    (b"<!-- <a href=/x> --><a href=/y>", ["/y"]),
    (b"<script>'<a href=/x>'</script><a href=/y>", ["/y"]),
    (b"<noscript><a href=/x></noscript>", ["/x"]),
    (b"<a href=/x><a href=/x>", ["/x"]),
    (b"<a title='>' href=/x>", ["/x"]),
    ("<a href='/café'>".encode(), ["/café"]),
    (b"<a href='/caf\xe9'>", ["/caf\ufffd"]),
]


@pytest.mark.parametrize("body,links", LINKS)
def test_links(body: bytes, links: list[str]) -> None:
    assert list(find_links(body, "", 100).references) == links


def test_the_declared_charset_is_used() -> None:
    assert find_links(b"<a href='/caf\xe9'>", "iso-8859-1", 9).references == ("/café",)


@pytest.mark.parametrize(
    "content,target", [("0;url=/x", "/x"), ("5; URL='/x'", "/x"), ("0,/x", "/x"), ("3", ""), ("", "")]
)
def test_refresh(content: str, target: str) -> None:
    page = f'<meta http-equiv="Refresh" content="{content}">'.encode()
    assert find_links(page, "", 9).refresh == ((target,) if target else ())


@pytest.mark.parametrize(
    "piece",
    [b"<a href='", b'<a href="', b"<!--", b"<script>", b"<", b"<a ", b"<a x=", b"</", b"<a href=' >", b"<title><a "],
)
def test_no_page_is_quadratic(piece: bytes) -> None:
    found = find_links(piece * (2_000_000 // len(piece)), "", 20_000)  # within a second, or not in this life
    assert len(found.references) <= 20_000


URLS = [
    ("/a/b?x=1&y=2", "kota.go.id/a/b?x&y", "kota.go.id/a/b?x&y", "page"),
    ("/2026/11/25/judul", "kota.go.id/N/N/N/judul", "kota.go.id/N/N/N/judul", "page"),
    (
        "/berita/jalan-baru-dibuka-hari-ini",
        "kota.go.id/berita/jalan-baru-dibuka-hari-ini",
        "kota.go.id/berita/*",
        "page",
    ),
    ("/unduh/renja-2026.pdf", "kota.go.id/unduh/renja-N.pdf", "kota.go.id/unduh/*.pdf", "document"),
    ("/foto.JPG", "kota.go.id/foto.JPG", "kota.go.id/foto.JPG", "media"),
]


@pytest.mark.parametrize("path,its_shape,its_family,kind", URLS)
def test_shapes(path: str, its_shape: str, its_family: str, kind: str) -> None:
    url = parse(SITE + path)
    assert (shape(url), family(url), kind_of(url)) == (its_shape, its_family, kind)


@pytest.mark.parametrize(
    "path,rule", [("/a/b/a/b/a", "path-repeat"), ("/a/a", ""), ("/1/1/1/1", ""), ("/x" * 25, "path-repeat"), ("/", "")]
)
def test_traps(path: str, rule: str) -> None:
    assert trap(parse(SITE + path)) == rule


SAME = [
    ("HTTP://Kota.GO.ID:80/../a/./b#c", "http://kota.go.id/a/b"),
    ("https://kota.go.id:443", "https://kota.go.id/"),
    ("http://kota.go.id./", "http://kota.go.id/"),
    ("http://kota.go.id/a b", "http://kota.go.id/a%20b"),
    ("http://kota.go.id/é?q=é", "http://kota.go.id/%C3%A9?q=%C3%A9"),
    ("http://kota.go.id\\a", "http://kota.go.id/a"),
    ("  http://kota.go.id/\n", "http://kota.go.id/"),
    ("http://kota.go.id/?PHPSESSID=1&a=2&utm_source=x", "http://kota.go.id/?a=2"),
    ("http://kota.go.id/a;jsessionid=1?b=2", "http://kota.go.id/a?b=2"),
    ("http://0x7f.1/", "http://127.0.0.1/"),
    ("https:/kota.go.id/a", "https://kota.go.id/a"),
    ("https:kota.go.id", "https://kota.go.id/"),
    ("http://kota.go.id/a/%2E%2e/b/%2e/c", "http://kota.go.id/b/c"),
    ("http://[0:0::1]/", "http://[::1]/"),
]


@pytest.mark.parametrize("text,one", SAME)
def test_one_form(text: str, one: str) -> None:
    assert parse(text).text == one
    assert parse(one).text == one


@given(st.text(max_size=80))
def test_any_reference_is_read_or_refused_and_one_form_is_final(text: str) -> None:
    try:
        url = parse(text, f"{SITE}/a/b")
    except Unusable:
        return
    assert parse(url.text).text == url.text
    assert url.text.isascii()


def test_scope() -> None:
    scope = Scope.of([parse("http://www.kota.go.id/"), parse("http://127.0.0.1:8080/")])
    inside = ["http://kota.go.id/", "https://www.kota.go.id/x", "http://127.0.0.1:8080/y"]
    outside = ["http://sub.kota.go.id/", "http://kota.go.id:8080/", "http://127.0.0.1/", "http://evilkota.go.id/"]
    assert all(scope.holds(parse(text)) for text in inside)
    assert not any(scope.holds(parse(text)) for text in outside)


@pytest.mark.parametrize(
    "one,other,same",
    [
        ("kota.go.id", "portal.kota.go.id", True),
        ("www.kota.go.id", "kota.go.id", True),
        ("kota.go.id", "kota.example", False),
        ("kota.go.id", "evilkota.go.id", False),
        ("id", "kota.id", False),
        ("10.0.0.1", "0.1", False),
    ],
)
def test_same_site(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same


def row(number: int, path: str, depth: int = 1, source: str = "link") -> tuple[Row, str]:
    url = parse(SITE + path)
    return Row(number, url.text, url.host, "page", source, depth, ""), family(url)


def test_the_budget_goes_to_variety() -> None:
    queue = Queue()
    paths = [f"/berita/judul-berita-yang-ke-{n}" for n in range(100)]
    paths += ["/profil", "/layanan", "/kontak", "/ppid"] + [f"/agenda/{n}" for n in range(50)]
    for number, path in enumerate(paths):
        queue.push(*row(number, path))
    first = [queue.pop() for _ in range(12)]
    names = [each.url.removeprefix(SITE) for each in first if each]
    assert {"/profil", "/layanan", "/kontak", "/ppid"} <= set(names)
    assert 1 <= sum("berita" in name for name in names) <= 5
    assert 1 <= sum("agenda" in name for name in names) <= 5
    assert len(queue) == len(paths) - 12


@given(st.lists(st.tuples(st.sampled_from(["/a", "/b/1", "/b/2", "/c/x-y-z-w-v"]), st.integers(0, 5)), max_size=60))
def test_a_queue_gives_out_everything_once(items: list[tuple[str, int]]) -> None:
    queue = Queue()
    for number, (path, depth) in enumerate(items):
        queue.push(*row(number, path, depth))
    out = [each.id for each in iter(queue.pop, None) if each]
    assert sorted(out) == list(range(len(items)))


def test_copies_are_recognised_and_different_pages_are_not() -> None:
    words = ["".join(chr(97 + int(d)) for d in str(number + 10_000)) for number in range(5_000)]
    one = " ".join(words[:300]).encode()
    nearly = " ".join([*words[:300], "baru"]).encode()
    framed = " ".join([*words[:280], *words[400:420]]).encode()  # a page with little text in the same frame
    other = " ".join(words[200:500]).encode()
    assert alike(sketch(one), sketch(nearly))
    assert not alike(sketch(one), sketch(other))
    assert not alike(sketch(one), sketch(framed))
    near = Neighbourhoods()
    for _ in range(14):
        near.add("x", one)
    assert near.is_trap("x")
    chance = random.Random(1)
    for _ in range(40):
        near.add("y", " ".join(chance.sample(words, 200)).encode())
    assert not near.is_trap("y")


class _Said:
    def __init__(self, value: str) -> None:
        self.value = value

    def get(self, name: str) -> str:
        return self.value if name == "retry-after" else ""


@pytest.mark.parametrize(
    "value,seconds",
    [
        ("", None),
        ("5", 5.0),
        ("soon", None),
        ("-5", None),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 0.0),
        ("9" * 50, 999999999999.0),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after(_Said(value)) == seconds  # type: ignore[arg-type]


def test_retry_after_a_date() -> None:
    later = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 100))
    found = retry_after(_Said(later))  # type: ignore[arg-type]
    assert found is not None
    assert 90 < found <= 101
