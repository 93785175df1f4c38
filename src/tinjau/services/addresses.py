"""When two addresses are the same service."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Address:
    """An address without what does not tell services apart: scheme, www, default port, fragment, closing slash."""

    host: str
    path: str
    query: str


def address_of(url: str) -> Address | None:
    """The address of an http(s) URL; None for anything else."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return None
    host = host.removeprefix("www.")
    if port not in {None, 80, 443}:
        host = f"{host}:{port}"
    path = parts.path.removesuffix("index.php").removesuffix("index.html").rstrip("/")
    return Address(host, path, parts.query)


def likeness(wanted: Address, found: Address, own_hosts: frozenset[str]) -> tuple[float, str]:
    """How surely `found` is the service that the inventory gives as `wanted` (0 to 1), and the clue in words.

    A whole host counts as one service only where it is none of the government's `own_hosts`, which hold many. The
    figures order the clues and are a project choice.
    """
    if wanted.host != found.host:
        return 0.0, ""
    if wanted == found:
        return 1.0, "same address"
    if wanted.path == found.path and not wanted.query:
        return 0.95, "same host and path"
    if wanted.path and found.path.startswith(wanted.path + "/") and not wanted.query:
        return 0.9, "below its address"
    if not wanted.path and not wanted.query and wanted.host not in own_hosts:
        return 0.85, "on its host"
    return 0.0, ""
