"""Addresses as sites write them, brought into one form, and whether they belong to the capture."""

import functools
import ipaddress
import string
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

from tinjau.capture.addresses import parse_literal

MAX_URL = 2_000  # characters; what servers and browsers take reliably; project choice

_PORTS = {"http": 80, "https": 443}
_PATH_SAFE = "!$&'()*+,;=:@/%-._~"
_QUERY_SAFE = _PATH_SAFE + "?"
_HOST_CHARS = frozenset(string.ascii_lowercase + string.digits + "-._")
_SESSION_KEYS = frozenset({
    "phpsessid", "jsessionid", "aspsessionid", "sid", "session", "sessionid", "session_id", "sessid", "cfid",
    "cftoken", "s_id", "osCsid".lower(), "zenid", "viewstate", "_ga", "_gl", "fbclid", "gclid", "msclkid", "replytocom",
})  # fmt: skip
_INTERNAL_NAMES = ("localhost", "local", "internal", "localdomain", "intranet", "lan", "home.arpa")


class Unusable(Exception):
    """A reference that is not to be followed: `kind` is `scheme` or `malformed` or `length`."""

    def __init__(self, kind: str, why: str) -> None:
        self.kind, self.why = kind, why
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Url:
    """A usable http(s) address in one form. `port` is the one to connect to, `host` in lower-case ASCII."""

    text: str
    scheme: str
    host: str
    port: int
    path: str
    query: str

    @property
    def origin(self) -> str:
        """Scheme, host and, where it is not the usual one, port."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port: what the Host header says."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _PORTS[self.scheme] else f"{name}:{self.port}"

    @property
    def target(self) -> str:
        """Path and query: what the request line says."""
        return f"{self.path}?{self.query}" if self.query else self.path


@functools.lru_cache(maxsize=4_096)  # each address is needed when it is found, when it waits, and when it is fetched
def parse(reference: str, base: str = "") -> Url:
    """The address that `reference` means on a page at `base`. Raises Unusable."""
    if len(reference) > 4 * MAX_URL:
        raise Unusable("length", f"the address has {len(reference)} characters")
    text = reference.strip("".join(map(chr, range(33)))).translate(_NO_CONTROLS)
    scheme = _scheme_of(text)
    if scheme and scheme not in _PORTS:
        raise Unusable("scheme", f"{scheme}: is not followed")
    text = text.partition("#")[0]
    before, mark, query = text.partition("?")
    before = before.replace("\\", "/")
    if before.startswith("///"):
        before = f"//{before.lstrip('/')}"  # browsers read any number of slashes before a host as two
    text = before + mark + query
    if scheme and not base.lower().startswith(f"{scheme}:"):
        text = f"{scheme}://{text[len(scheme) + 1 :].lstrip('/')}"  # browsers read `https:/host` and `https:host` so
    absolute = text[: len(scheme) + 3].lower() == f"{scheme}://" and scheme
    try:
        parts = urlsplit(text if absolute or not base else urljoin(base, text))
        port = parts.port
        host = _host(parts.hostname or "")
    except (ValueError, UnicodeError) as error:
        raise Unusable("malformed", str(error)[:200] or "not an address") from error
    if parts.scheme not in _PORTS:
        raise Unusable("scheme" if parts.scheme else "malformed", f"{parts.scheme or 'no scheme'}: is not followed")
    if parts.username is not None or parts.password is not None:
        raise Unusable("malformed", "the address carries a user name")
    if not host or port == 0:
        raise Unusable("malformed", "the address has no usable host or port")
    path = quote(_dotless(parts.path.partition(";jsessionid")[0]), safe=_PATH_SAFE) or "/"
    query = quote(_clean_query(parts.query), safe=_QUERY_SAFE)
    found = Url("", parts.scheme, host, port or _PORTS[parts.scheme], path, query)
    text = found.origin + found.target
    if len(text) > MAX_URL:
        raise Unusable("length", f"the address has {len(text)} characters")
    return Url(text, found.scheme, found.host, found.port, found.path, found.query)


@dataclass(frozen=True, slots=True)
class Scope:
    """The hosts of a capture: those of the given addresses, each with and without `www.`, at the same port or the
    usual ones."""

    sites: frozenset[tuple[str, int]]

    @classmethod
    def of(cls, urls: Iterable[Url]) -> "Scope":
        """The scope that the given addresses span."""
        sites: set[tuple[str, int]] = set()
        for url in urls:
            ports = set(_PORTS.values()) if url.port in _PORTS.values() else {url.port}
            sites |= {(host, port) for host in twins(url.host) for port in ports}
        return cls(frozenset(sites))

    def holds(self, url: Url) -> bool:
        """Whether the address belongs to the capture."""
        return (url.host, url.port) in self.sites


def twins(host: str) -> tuple[str, ...]:
    """The host with and without `www.`; an address literal has no twin."""
    if parse_literal(host) is not None:
        return (host,)
    return (host, host.removeprefix("www.")) if host.startswith("www.") else (host, f"www.{host}")


def same_site(one: str, other: str) -> bool:
    """Whether one host name lies under the other (after `www.`): an office and its sub-domains."""
    first, second = one.removeprefix("www."), other.removeprefix("www.")
    if "." not in first or "." not in second or parse_literal(first) or parse_literal(second):
        return False
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def is_internal_name(host: str) -> bool:
    """Whether a name can only mean something inside a network."""
    return any(host == name or host.endswith(f".{name}") for name in _INTERNAL_NAMES)


def _scheme_of(text: str) -> str:
    name, colon, _ = text[:64].partition(":")
    if not colon or not name or not name[0].isalpha() or not name.isascii():
        return ""
    return name.lower() if all(char.isalnum() or char in "+-." for char in name) else ""


def _host(name: str) -> str:
    host = unquote(name).lower().removesuffix(".")
    if ":" in host:
        return str(ipaddress.IPv6Address(host.split("%")[0]))
    if not host.isascii():
        host = host.encode("idna").decode("ascii").lower()
    if len(host) > 253 or not _HOST_CHARS.issuperset(host) or any(not 0 < len(part) < 64 for part in host.split(".")):
        raise ValueError("the host name has characters or a length that no name has")
    literal = parse_literal(host)
    if literal is None and _ends_in_a_number(host):
        raise ValueError("the host ends in a number and is no address")
    return str(literal) if literal is not None else host


def _ends_in_a_number(host: str) -> bool:
    """Whether a browser would take the host for an IPv4 address (WHATWG URL, "ends in a number checker")."""
    last = host.rpartition(".")[2]
    return last.isdigit() or (last.startswith("0x") and all(char in string.hexdigits for char in last[2:]))


def _dotless(path: str) -> str:
    if "/." not in path and "/%2" not in path:
        return path
    kept: list[str] = []
    parts = path.split("/")
    for part in parts:
        plain = part.lower().replace("%2e", ".")
        if plain == "..":
            if len(kept) > 1:
                kept.pop()
        elif plain != ".":
            kept.append(part)
    if parts[-1].lower().replace("%2e", ".") in {".", ".."}:
        kept.append("")
    return "/".join(kept) or "/"


def _clean_query(query: str) -> str:
    if not query:
        return ""
    return "&".join(part for part in query.split("&") if part and not is_session_key(part.partition("=")[0]))


def is_session_key(key: str) -> bool:
    """Whether a query key names a session or a campaign, never content."""
    name = key.lower()
    return name in _SESSION_KEYS or name.startswith(("utm_", "aspsessionid"))


_NO_CONTROLS = str.maketrans("", "", "\t\r\n")
