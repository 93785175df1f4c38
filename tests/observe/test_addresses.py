"""Addresses that are spelled plainly are told by one look; they come out as the long way would bring them out."""

from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from tinjau.observe.engine import addresses

_PIECES = st.sampled_from(
    ["a", "b.go.id", "www.", "WWW.", "/", "//", ".", "..", "/./", "/../", "?", "#", ";", "%20", "%41", "%", "é", " ",
     "\t", ":", "@", ":80", "[", "]", "index.php", "=", "&", "_", "-", "~", '"', "\\", "\u2028"]
)  # fmt: skip
_TAILS = st.lists(_PIECES, max_size=7).map("".join)
# "//" without a host is the base itself to Python, and no address at all to browsers: nothing to agree on.
_ROOTED = _TAILS.map("/{}".format).filter(lambda each: each.replace("\t", "").strip()[:3] not in ("//", "//?", "//#"))
_URLS = st.tuples(st.sampled_from(["http://", "https://", "HTTP://", "ftp://", ""]), _TAILS).map("".join)


def _normal(url: str) -> str:
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return ""
        port, host = parts.port, parts.hostname
    except ValueError:
        return ""
    if port and port != (443 if parts.scheme == "https" else 80):
        host = f"{host}:{port}"
    return urlunsplit((parts.scheme, host, parts.path or "/", parts.query, ""))


@settings(max_examples=400, deadline=None)
@given(_URLS)
def test_one_spelling_and_its_parts(url: str) -> None:
    assert addresses.normal(url) == _normal(url)
    try:
        parts = urlsplit(url)
        host, path, query = (parts.hostname or "").removeprefix("www."), unquote(parts.path), parts.query
    except ValueError:
        assert (addresses.host(url), addresses.path_of(url), addresses.key(url)) == ("", "", url)
        return
    assert addresses.host(url) == host
    assert addresses.path_of(url) == path
    bare = path.rstrip("/").removesuffix("/index.php")
    assert addresses.key(url) == (f"{host}{bare}?{query}" if query else f"{host}{bare}")


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(["http://a.go.id/", "https://b.id/x/y", "http://a.go.id/q?x=1"]), _ROOTED)
def test_what_begins_at_the_root_is_joined_to_the_host(base: str, reference: str) -> None:
    try:
        joined = _normal(urljoin(base, reference.strip()))
    except ValueError:
        joined = ""
    assert addresses.absolute(base, reference) == joined
