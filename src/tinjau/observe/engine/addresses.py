"""Web addresses: made absolute, compared and sorted by host. Malformed ones become ""; nothing here raises."""

import re
from functools import lru_cache
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

_DOCUMENTS = frozenset(
    [
        "pdf",
        "doc",
        "docx",
        "xls",
        "xlsx",
        "ppt",
        "pptx",
        "odt",
        "ods",
        "odp",
        "csv",
        "rtf",
        "zip",
        "rar",
        "7z",
        "json",
        "xml",
        "geojson",
        "kml",
        "shp",
        "txt",
        "epub",
    ]
)
_PAPERS = frozenset(
    ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "csv", "zip", "rar"]
)
_SHELVES = (
    "drive.google.com", "docs.google.com", "onedrive.live.com", "1drv.ms", "dropbox.com", "scribd.com", "issuu.com",
    "calameo.com", "slideshare.net", "yumpu.com", "sharepoint.com",
)  # fmt: skip
_HANDS = (
    "wpdmdl=", "task=document.download", "/download/", "?download=", "&download=", "/unduh/", "getfile", "/attachment/",
    "/descarga", "/telecharger", "/scarica", "/allegato/", "download.php", "unduh.php", "/dokumen/download",
)  # fmt: skip
_SECOND_LEVEL = frozenset(
    ["go", "gov", "gob", "gouv", "ac", "co", "com", "edu", "or", "org", "net", "desa", "mil", "sch", "web", "my", "gub"]
)
SOCIAL = ("facebook.com", "instagram.com", "youtube.com", "wa.me", "play.google.com", "apps.apple.com", "twitter.com")
"""Hosts on which offices have accounts and apps, and that serve nothing of theirs."""
_LIMIT = 2000
# An address that is spelled as it is compared: nothing to lower, no port, user, fragment or empty query. Host, path and
# query; linear: no two parts can begin alike.
_PLAIN = re.compile(r"https?://([a-z0-9.-]+)(/[!\"$->@-~]*)(?:\?([!\"$-~]+))?")
_LONGEST_HOST, _MOST_LABELS = 253, 127  # RFC 1035, section 2.3.4


def absolute(base: str, reference: str) -> str:
    """`reference` as seen on the page `base`: absolute, without fragment; "" for anything but http and https."""
    reference = reference.strip()
    if not reference or len(reference) > _LIMIT:
        return ""
    if reference.startswith(("http://", "https://")):
        return normal(reference)
    first = reference[0]
    if first == "#":
        return normal(base)
    if first == "/":
        return _joined(_origin(base), reference)
    scheme, colon, rest = reference.partition(":")
    if colon and scheme.isalpha():
        scheme = scheme.lower()
        if scheme in ("http", "https") and rest.startswith("//"):
            return normal(f"{scheme}:{rest}")
        one_slash = rest.startswith("/") and scheme in ("http", "https") and not base.startswith(scheme + ":")
        return normal(f"{scheme}:/{rest}") if one_slash else ""  # WHATWG forgives it where the scheme changes
    return _joined(base if first == "?" else _folder(base), reference)


@lru_cache(maxsize=2048)
def _joined(base: str, reference: str) -> str:
    if reference[0] == "/" and reference[1:2] != "/" and "/." not in reference and ";" not in reference:
        url = base[:-1] + reference
        if base.endswith("/") and _PLAIN.fullmatch(url):
            return url
    try:
        return normal(urljoin(base, reference))
    except ValueError:
        return ""


@lru_cache(maxsize=64)
def _origin(base: str) -> str:
    return base[: base.find("/", base.find("//") + 2) + 1] or base


def _folder(base: str) -> str:
    """What relative references are joined to: the base up to its last slash before any query."""
    path = base.partition("?")[0]
    return path[: path.rfind("/") + 1]


@lru_cache(maxsize=2048)
def normal(url: str) -> str:
    """One spelling for one address: lower-case scheme and host, no default port, no fragment, a path always."""
    if _PLAIN.fullmatch(url):
        return url
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return ""
        host = parts.hostname
        port = parts.port
    except ValueError:
        return ""
    if port and port != (443 if parts.scheme == "https" else 80):
        host = f"{host}:{port}"
    return urlunsplit((parts.scheme, host, parts.path or "/", parts.query, ""))


@lru_cache(maxsize=2048)
def key(url: str) -> str:
    """What two spellings of one page share: no scheme, no www, no trailing slash or index file, decoded path."""
    plain = _PLAIN.fullmatch(url)
    if plain:
        host, path, query = plain.groups()
    else:
        try:
            parts = urlsplit(url)
        except ValueError:
            return url
        host, path, query = parts.hostname or "", parts.path, parts.query
    host = host.removeprefix("www.")
    path = unquote(path).rstrip("/")
    for index in ("/index.php", "/index.html", "/index.htm", "/default.aspx", "/index.jsp"):
        path = path.removesuffix(index)
    return f"{host}{path}?{query}" if query else f"{host}{path}"


@lru_cache(maxsize=2048)
def host(url: str) -> str:
    """The host name without www, or ""."""
    plain = _PLAIN.fullmatch(url)
    if plain:
        return plain.group(1).removeprefix("www.")
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@lru_cache(maxsize=2048)
def owner(name: str) -> str:
    """The organisation's part of a host name: the label before a public suffix and what follows it.

    `diskominfo.kota.go.id` gives `kota.go.id`; a list of second-level labels stands in for the public suffix list.
    """
    labels = name.split(".")
    if len(labels) <= 2 or name.replace(".", "").isdigit():
        return name
    if labels[-2] in _SECOND_LEVEL or len(labels[-2]) <= 2:
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])


@lru_cache(maxsize=2048)
def host_parts(name: str) -> frozenset[str]:
    """What names a host in short: its labels, their beginnings and ends at a hyphen, and its endings of two labels up.

    Of a name that is longer than a host may have (253 characters) only labels and endings.
    """
    labels = name.split(".")
    found = {".".join(labels[at:]) for at in range(max(0, len(labels) - _MOST_LABELS), len(labels) - 1)}
    found.update(labels)
    if len(name) <= _LONGEST_HOST:
        for label in labels:
            at = label.find("-")
            while at >= 0:
                found.update((label[:at], label[at + 1 :]))
                at = label.find("-", at + 1)
    return frozenset(found)


def path_of(url: str) -> str:
    """The path, decoded, or ""."""
    plain = _PLAIN.fullmatch(url)
    if plain:
        return unquote(plain.group(2))
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return ""


def is_front(url: str) -> bool:
    """Whether the address is a host's front door: no path to speak of and no query."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return not parts.query and parts.path.rstrip("/").lower() in {
        "",
        "/index.php",
        "/index.html",
        "/home",
        "/id",
        "/en",
        "/it",
        "/fr",
        "/es",
        "/beranda",
        "/public",
    }


@lru_cache(maxsize=2048)
def suffix(url: str) -> str:
    """The file name's ending in lower case where it names a document, else ""."""
    path = path_of(url)
    name = path.rsplit("/", 1)[-1]
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    return ending if ending in _DOCUMENTS else ""


@lru_cache(maxsize=2048)
def is_paper(url: str) -> bool:
    """Whether the address names a document that people read or fill in: by its ending, or on a shared shelf."""
    if suffix(url) in _PAPERS:
        return True
    return host(url).endswith(_SHELVES) and path_of(url).count("/") > 1 and "/forms/" not in url


@lru_cache(maxsize=2048)
def is_download(url: str) -> bool:
    """Whether the address looks like one that hands out a file without naming it."""
    lower = url.lower()
    return any(mark in lower for mark in _HANDS)


@lru_cache(maxsize=2048)
def words(url: str) -> str:
    """The last part of a path as words, for scanning: `/a/daftar-informasi_publik.html` gives words."""
    tail = path_of(url).strip("/").rsplit("/", 1)[-1]
    for ending in (".html", ".php", ".htm", ".aspx", ".jsp"):
        tail = tail.removesuffix(ending)
    for mark in "-_./+%":
        tail = tail.replace(mark, " ")
    return tail


def forget() -> None:
    """Drop what was remembered of addresses: nothing of one site outlives its observation."""
    for each in (_joined, _origin, normal, key, host, owner, host_parts, suffix, is_paper, is_download, words):
        each.cache_clear()
