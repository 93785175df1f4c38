"""Which addresses a capture may connect to. A site chooses where its names and redirects lead; we choose where not.

`ipaddress` alone is not enough: 100.64.0.1 is not private to it, NAT64 and 6to4 forms of 169.254.169.254 are global, as
are 192.0.0.192 (a cloud's metadata) and multicast.
"""

import ipaddress
from collections.abc import Callable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Classifier = Callable[[Address], str]

WEB_PORTS = frozenset({80, 443})

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052
_NAT64_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")  # RFC 8215
_COMPATIBLE = ipaddress.ip_network("::/96")  # RFC 4291, deprecated
_DENIED = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",
        "100.100.100.200/32",  # a cloud's metadata
        "168.63.129.16/32",  # a cloud's metadata, although a public address
        "fd00:ec2::254/128", "fec0::/10", "2001::/32", "5f00::/16",
    )
)  # fmt: skip


def forbidden(address: Address) -> str:
    """Why this address must not be connected to; empty where it may. What it embeds is judged as well."""
    for each in (address, *_embedded(address)):
        if each.is_loopback:
            return "loopback"
        if each.is_link_local:
            return "link-local"
        if each.is_multicast:
            return "multicast"
        if each.is_unspecified:
            return "unspecified"
        if any(each.version == network.version and each in network for network in _DENIED):
            return "reserved"
    carries = _embedded(address)
    if any(not each.is_global for each in carries or (address,)):
        return "private"
    return ""


def anything(address: Address) -> str:  # noqa: ARG001 - the same shape as `forbidden`
    """The classifier of --allow-private: no address is forbidden."""
    return ""


def parse_literal(host: str) -> Address | None:
    """The address that a host name is in itself, in any form a system's resolver takes; None for a real name.

    Decimal, octal and hexadecimal IPv4 with one to four parts, as the WHATWG URL standard reads them.
    """
    text = host.strip("[]")
    try:
        return ipaddress.ip_address(text.split("%")[0])
    except ValueError:
        return _loose_ipv4(text)


def _embedded(address: Address) -> tuple[ipaddress.IPv4Address, ...]:
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    found = [address.ipv4_mapped, address.sixtofour]
    if address.teredo:
        found += list(address.teredo)
    if address in _NAT64 or address in _NAT64_LOCAL or (address in _COMPATIBLE and int(address) > 1):
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return tuple(each for each in found if each is not None)


def _loose_ipv4(text: str) -> ipaddress.IPv4Address | None:
    parts = text.removesuffix(".").split(".")
    if not 1 <= len(parts) <= 4:
        return None
    numbers = [_number(part) for part in parts]
    if any(number is None for number in numbers):
        return None
    values = [number for number in numbers if number is not None]
    if any(value > 255 for value in values[:-1]) or values[-1] >= 256 ** (5 - len(values)):
        return None
    total = values[-1]
    for place, value in enumerate(values[:-1]):
        total += value << (8 * (3 - place))
    return ipaddress.IPv4Address(total)


def _number(part: str) -> int | None:
    if not part or len(part) > 32 or not part.isascii():
        return None
    digits, base = part.lower(), 10
    if digits.startswith("0x"):
        digits, base = digits[2:] or "0", 16
    elif digits.startswith("0") and len(digits) > 1:
        digits, base = digits[1:], 8
    try:
        return int(digits, base) if "_" not in digits and not digits.startswith(("+", "-")) else None
    except ValueError:
        return None
