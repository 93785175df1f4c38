"""Redirects and links that lead inside, elsewhere, or nowhere."""

from tests.capture.hostile.scenario import Scenario
from tests.capture.hostile.server import Reply, redirect, response

SSRF, SCHEME, SCOPE = "blocked(ssrf)", "blocked(scheme)", "blocked(scope)"
LOOP = "net_error(redirect_loop)"

# Forms of internal addresses, as a server may write them.
INSIDE = {
    "an internal address": "http://{canary}:{port}/",
    "a decimal address": "http://2130706434:{port}/",
    "an octal address": "http://0177.0.0.2:{port}/",
    "a hexadecimal address": "http://0x7f000002:{port}/",
    "a short address": "http://127.2:{port}/",
    "an address in circled digits": "http://%E2%91%A0%E2%91%A1%E2%91%A6.0.0.2:{port}/",
    "localhost": "http://localhost:{port}/",
    "localhost with a dot": "http://localhost.:{port}/",
    "a name under localhost": "http://x.localhost:{port}/",
    "nowhere in particular": "http://0.0.0.0:{port}/",
    "IPv6 loopback": "http://[::1]:{port}/",
    "a mapped address": "http://[::ffff:127.0.0.2]:{port}/",
    "a NAT64 address": "http://[64:ff9b::7f00:2]:{port}/",
    "a 6to4 address": "http://[2002:7f00:2::]:{port}/",
    "a cloud's metadata": "http://169.254.169.254/latest/meta-data/",
    "another cloud's metadata": "http://192.0.0.192/",
    "a third cloud's metadata": "http://100.100.100.200/",
    "a carrier's network": "http://100.64.0.1/",
    "a private network": "http://10.0.0.1/",
    "multicast": "http://224.0.0.1/",
    "an internal name": "http://intranet/",
}


def _inside(name: str, target: str) -> Scenario:
    # The address that a frontier shows is in one form, so only its end is looked for: see `inside`.
    return Scenario(f"redirect to {name}", {"/bad": redirect(target)}, {"/bad": "ok", "*inside": SSRF})


def _endless(path: str) -> Reply | None:
    if not path.startswith("/bad"):
        return None
    number = int(path.removeprefix("/bad/") or 0) if path != "/bad" else 0
    return redirect(f"/bad/{number + 1}")


SCENARIOS = [
    *[_inside(name, target) for name, target in INSIDE.items()],
    Scenario("redirect to itself", {"/bad": redirect("/bad")}, {"/bad": LOOP}, most=6),
    Scenario("redirect in a circle", {"/bad": redirect("/b"), "/b": redirect("/bad")}, {"/bad": "ok", "/b": LOOP}),
    Scenario("redirect to ever new addresses", _endless, {"/bad": "ok", "/bad/9": "ok", "/bad/10": LOOP}, most=16),
    Scenario(
        "redirect to a file", {"/bad": redirect("file:///etc/hostname")}, {"/bad": "ok", "file:///etc/hostname": SCHEME}
    ),
    Scenario("redirect to a script", {"/bad": redirect("javascript:alert(1)")}, {"javascript:alert(1)": SCHEME}),
    Scenario(
        "redirect to gopher", {"/bad": redirect("gopher://{canary}:{port}/_x")}, {"gopher://{canary}:{port}/_x": SCHEME}
    ),
    Scenario(
        "redirect with a user name",
        {"/bad": redirect("http://a:b@{canary}:{port}/")},
        {"http://a:b@{canary}:{port}/": "suppressed(malformed)"},
    ),
    Scenario("redirect to another site", {"/bad": redirect("http://other.example/")}, {"http://other.example/": SCOPE}),
    Scenario("redirect to another port", {"/bad": redirect("http://{me}:22/")}, {"http://{me}:22/": SCOPE}),
    Scenario("redirect without a target", {"/bad": response("", "302 Found")}, {"/bad": "http_error(302)"}),
    Scenario("redirect to an empty target", {"/bad": redirect("")}, {"/bad": "http_error(302)"}),
    Scenario(
        "redirect to bytes outside ASCII",
        {"/bad": redirect("/caf\xe9\xff")},
        {"/bad": "ok", "/caf%C3%A9%C3%BF": "http_error(404)"},
    ),
    Scenario(
        "redirect to a broken address", {"/bad": redirect("http://[::1")}, {"http://[::1": "suppressed(malformed)"}
    ),
    Scenario(
        "redirect to an address of 100 kB",
        {"/bad": response("", "302 Found", "Location: /" + "a" * 60_000)},
        {"/bad": "ok"},
    ),
    Scenario(
        "permanent redirect within the site", {"/bad": redirect("/good-1", "308 Permanent Redirect")}, {"/bad": "ok"}
    ),
    Scenario(
        "base to an internal host",
        {"/bad": response('<base href="http://{canary}:{port}/"><a href="x">')},
        {"http://{canary}:{port}/x": SSRF},
    ),
    Scenario("base to a file", {"/bad": response('<base href="file:///etc/"><a href="passwd">')}, {"/bad": "ok"}),
    Scenario(
        "frame of an internal host",
        {"/bad": response('<iframe src="http://{canary}:{port}/"></iframe>')},
        {"http://{canary}:{port}/": SSRF},
    ),
    Scenario(
        "refresh to an internal host",
        {"/bad": response('<meta http-equiv="refresh" content="0;url=http://{canary}:{port}/">')},
        {"http://{canary}:{port}/": SSRF},
    ),
    Scenario("refresh to itself", {"/bad": response('<meta http-equiv=refresh content="0;url=/bad">')}, {"/bad": "ok"}),
    Scenario(
        "links to files and other schemes",
        {},
        {
            "file:///etc/hostname": SCHEME,
            "ftp://{me}/x": SCHEME,
            "s3://b/x": SCHEME,
            "mailto:a@b.c": SCHEME,
            "data:text/html,<a>": SCHEME,
        },
        links=("file:///etc/hostname", "ftp://{me}/x", "s3://b/x", "mailto:a@b.c", "data:text/html,<a>"),
        most=5,
    ),
    Scenario(
        "a name that does not resolve",
        {},
        {"http://nx.test:{port}/": "net_error(dns)"},
        seed="http://nx.test:{port}/",
        good=False,
        most=0,
    ),
    Scenario(
        "a name whose resolution hangs",
        {},
        {"http://hang.test:{port}/": "net_error(dns)"},
        seed="http://hang.test:{port}/",
        good=False,
        most=0,
        names={"hang.test": ["hang"]},
    ),
    Scenario(
        "a name that leads inside",
        {},
        {"http://in.test:{port}/": SSRF},
        seed="http://in.test:{port}/",
        good=False,
        most=0,
        names={"in.test": [["127.0.0.2"]]},
    ),
    Scenario(
        "a name that leads outside and inside",
        {},
        {"http://both.test:{port}/": SSRF},
        seed="http://both.test:{port}/",
        good=False,
        most=0,
        names={"both.test": [["{address}", "127.0.0.2"]]},
    ),
    Scenario(
        "a name that resolves to no address",
        {},
        {"http://junk.test:{port}/": "net_error(dns)"},
        seed="http://junk.test:{port}/",
        good=False,
        most=0,
        names={"junk.test": [["not an address"]]},
    ),
    Scenario(
        "a name that changes to an internal one",
        {"/robots.txt": response("", "404 Not Found", "Connection: close")},
        {"http://rebind.test:{port}/": SSRF},
        seed="http://rebind.test:{port}/",
        good=False,
        most=1,
        names={"rebind.test": [["{address}"], ["127.0.0.2"]]},
    ),
    Scenario(
        "a dead first address",
        {},
        {"http://dead.test:{port}/": "ok"},
        seed="http://dead.test:{port}/",
        good=False,
        links=(),
        names={"dead.test": [["127.0.1.254", "{address}"]]},
    ),
    Scenario(
        "nobody listens",
        {},
        {"http://dead.test:{port}/": "net_error(refused)"},
        seed="http://dead.test:{port}/",
        good=False,
        most=0,
        names={"dead.test": [["127.0.1.254"]]},
    ),
]
