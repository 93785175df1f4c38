"""Pages that mislead a parser, and traps without an end."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.capture.hostile.scenario import Scenario
from tests.capture.hostile.server import Reply, response

FOUND = {"/bad": "ok", "/found": "http_error(404)"}
LINK = "<a href=/found>x</a>"


def page(body: str | bytes, kind: str = "text/html") -> dict[str, Reply]:
    return {"/bad": response(body, kind=kind)}


def found(name: str, body: str | bytes, kind: str = "text/html") -> Scenario:
    return Scenario(name, page(body, kind), FOUND, most=9)


def hidden(name: str, body: str) -> Scenario:
    return Scenario(name, page(body), {"/bad": "ok"}, absent=("/hidden",))


MALFORMED = (
    "http://[::1",
    "http://a.test:99999/",
    "http://xn--/",
    "http:///x",
    "http://a b/",
    "http://%00/",
    "//:80",
    "http://a..b/",
    "http://-/",
    "http://" + "a" * 300 + ".test/",
)

PARSING = [
    found(
        "a charset with a control character",
        b"<meta charset='\x01x'>\xff\xfe\xfd" + LINK.encode(),
        "text/html; charset=\x01",
    ),
    found("UTF-7", b"<meta charset=utf-7>+ADw-script+AD4-" + LINK.encode(), "text/html; charset=utf-7"),
    found("UTF-16 that is not", LINK, "text/html; charset=utf-16"),
    found("UTF-16 with a mark", ("\ufeff<html>" + LINK).encode("utf-16-le"), "text/html"),
    found(
        "UTF-16 without a mark", ("<html><title>x</title>" + LINK).encode("utf-16-be"), "text/html; charset=utf-16be"
    ),
    found("zeros and noise", bytes(range(256)) * 20 + LINK.encode()),
    found("an open comment before nothing", LINK + "<!-- never closed <a href=/hidden>"),
    hidden("links in comments", "<!-- <a href=/hidden>x</a> -->"),
    hidden("links in scripts", "<script>document.write('<a href=/hidden>x</a>')</script>"),
    hidden("links in a text area", "<textarea><a href=/hidden>x</a></textarea>"),
    hidden("links in an attribute", "<a title='<a href=/hidden>' name=x>y</a>"),
    hidden("links in a style", "<style><a href=/hidden></style>"),
    found("an attribute of a megabyte", f"<a title='{'x' * 1_000_000}' href=/found>x</a>"),
    found("an entity of five thousand digits", f"<a href='&#{'9' * 5_000};'>x</a>{LINK}"),
    found("an attribute without its end", f"{LINK}<a href='/open"),
    found("ten thousand attributes", f"<a {' '.join(f'a{n}=1' for n in range(10_000))}>x</a>{LINK}"),
    found("a hundred thousand open tags", "<div>" * 100_000 + LINK),
    found("seven hundred thousand nested tags", "<div>" * 700_000 + LINK),
    Scenario("a million nested tags", page("<div>" * 1_000_000 + LINK), {"/bad": "ok_truncated(links)"}),
    Scenario(
        "two hundred thousand links",
        page("".join(f"<a href=/l{n}>" for n in range(200_000))),
        {"/bad": "ok_truncated(links)"},
        most=260,
        settings={"max_links": 500, "max_pages": 40},
    ),
    Scenario(
        "an attribute of fifty megabytes",
        page("<a href=/found>x</a><a title='" + "x" * (50 << 20) + "'>"),
        {"/bad": "ok_truncated(length)"},
        most=9,
    ),
    Scenario("a zip that says it is HTML", page(b"PK\x03\x04" + LINK.encode()), {"/bad": "ok"}, absent=("/found",)),
    Scenario("a PDF that says it is HTML", page(b"%PDF-1.7 " + LINK.encode()), {"/bad": "ok"}, absent=("/found",)),
    Scenario(
        "malformed links",
        {"/bad": response(LINK)},
        {
            "/bad": "ok",
            "http://[::1": "suppressed(malformed)",
            "http://a.test:99999/": "suppressed(malformed)",
            "http://xn--/": ("blocked(scope)", "suppressed(malformed)"),
        },
        links=("/bad", *MALFORMED),
        most=9,
    ),
    Scenario("a link of 100 kB", {}, {"/bad": "http_error(404)"}, links=("/bad", "/" + "a" * 100_000), most=8),
    Scenario(
        "the host in capitals and with a dot",
        {},
        {"/bad": "http_error(404)"},
        links=("http://S{number}.TEST:{port}/bad", "http://{me}.:{port}/bad"),
        most=8,
    ),
    Scenario(
        "a host that looks like ours",
        {},
        {"/bad": "http_error(404)"},
        links=("/bad", "http://\u0455{number}.test:{port}/"),
        most=8,
    ),
    Scenario(
        "dot segments",
        {},
        {"/found": "http_error(404)"},
        links=("/a/../../../found", "/./found", "/%2e%2e/found"),
        most=8,
    ),
    Scenario(
        "a thousand cookies",
        {"/bad": response(LINK, "200 OK", *[f"Set-Cookie: c{n}={'v' * 100}" for n in range(150)])},
        FOUND,
        most=9,
    ),
    Scenario(
        "cookies with line ends",
        {"/bad": response(LINK, "200 OK", "Set-Cookie: a=b\x0bc; Path=/", "Set-Cookie: =x", "Set-Cookie: novalue")},
        FOUND,
        most=9,
    ),
    Scenario(
        "a title with everything",
        page("<title>=cmd|' /C calc'!A0\u202e\x01" + "x" * 1_000_000 + "</title>" + LINK),
        FOUND,
        most=9,
    ),
]


def calendar(path: str) -> Reply | None:
    if not path.startswith("/cal"):
        return None
    number = int(path.rpartition("=")[2]) if "=" in path else 1
    links = "".join(f"<a href='/cal?month={number + step}'>x</a>" for step in (1, -1))
    return response(f"<title>month {number}</title>{links}{path * 30}")


def sessions(key: str) -> Callable[[str], Reply | None]:
    counter = iter(range(1, 10**9))

    def route(path: str) -> Reply | None:
        if path.startswith("/shop"):
            links = "".join(f"<a href='/shop/{item}?{key}={next(counter):09d}'>x</a>" for item in ("a", "b", "c"))
            return response(f"<title>shop</title>{links} welcome to our offices, the same everywhere " + "text " * 50)
        return None

    return route


def relative(path: str) -> Reply | None:
    return response(f"<title>{path}</title><a href='x/y/'>deeper</a>") if path.startswith("/trap/") else None


def soft_404(path: str) -> Reply | None:
    if path.startswith("/fan"):
        links = "".join(f"<a href='/fan/{abs(hash((path, n))) % 10**12:x}z'>x</a>" for n in range(50))
        words = " ".join(f"halaman tidak ditemukan kata-{chr(97 + n)}" for n in range(26))
        return response(f"<title>tidak ditemukan</title>{words}{links}")
    return None


def facets(path: str) -> Reply | None:
    if not path.startswith("/list"):
        return None
    used = set(path.partition("?")[2].split("&")) - {""}
    links = [f"/list?{'&'.join(sorted(used | {f'f{chr(97 + n)}=1'}))}" for n in range(12)]
    return response("<title>list</title>" + "".join(f"<a href='{link}'>x</a>" for link in links) + path * 40)


@dataclass
class Wide:
    count: int = 0

    def __call__(self, path: str) -> Reply | None:
        if not path.startswith("/wide"):
            return None
        self.count += 1
        links = "".join(f"<a href='/wide/{self.count}-{n}'>x</a>" for n in range(300))
        return response(f"<title>{path}</title>{links}{path * 30}")


BUDGET = {"max_pages": 300, "max_per_shape": 12}

TRAPS = [
    Scenario(
        "an endless calendar",
        calendar,
        {"/cal": "ok", "*rule": ("suppressed(shape)", "suppressed(depth)")},
        links=("/cal",),
        most=40,
        settings=BUDGET,
    ),
    Scenario(
        "a session in every link",
        sessions("PHPSESSID"),
        {"/shop/a": "ok", "/shop/b": "ok"},
        links=("/shop/a?PHPSESSID=1",),
        most=12,
    ),
    Scenario(
        "an unknown session in every link",
        sessions("xq"),
        {"*rule": ("suppressed(shape)", "suppressed(near-duplicate)")},
        links=("/shop/a?xq=1",),
        most=60,
        settings=BUDGET,
    ),
    Scenario(
        "relative links without an end",
        relative,
        {"/trap/": "ok", "*rule": "suppressed(path-repeat)"},
        links=("/trap/",),
        most=20,
    ),
    Scenario(
        "a soft 404 for everything",
        soft_404,
        {"*rule": ("suppressed(near-duplicate)", "suppressed(shape)")},
        links=("/fan/a",),
        most=80,
        settings={"max_pages": 300},
    ),
    Scenario(
        "facets in every combination",
        facets,
        {"/list": "ok", "*rule": ("suppressed(facets)", "suppressed(shape)")},
        links=("/list",),
        most=60,
        settings={"max_pages": 400},
    ),
    Scenario(
        "wide and shallow",
        Wide(),
        {"/wide": "ok", "*rule": "suppressed(shape)"},
        links=("/wide",),
        most=40,
        settings=BUDGET,
    ),
    Scenario(
        "a path of forty folders",
        {},
        {"*rule": "suppressed(path-repeat)"},
        links=("/bad", "/" + "/".join("abcdefghijklmnopqrstuvwxyzabcdefghijklmn")),
        most=8,
    ),
    Scenario(
        "refreshes to ever new pages",
        lambda path: (
            response(f"<meta http-equiv=refresh content='0;url={path}x'>") if path.startswith("/bad") else None
        ),
        {"*rule": "suppressed(refresh)"},
        most=24,
    ),
]

SCENARIOS = PARSING + TRAPS
