"""Which addresses are forbidden: the production table, without any exemption."""

import ipaddress
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinjau.capture.addresses import forbidden, parse_literal
from tinjau.capture.connecting import Door

FORBIDDEN = """
127.0.0.1 127.0.1.1 127.255.255.255 0.0.0.0 0.1.2.3 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254
100.64.0.1 100.100.100.200 192.0.0.192 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255
240.0.0.1 255.255.255.255 168.63.129.16 192.88.99.1
:: ::1 fe80::1 fec0::1 fc00::1 fd00:ec2::254 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
::ffff:169.254.169.254 64:ff9b::a9fe:a9fe 64:ff9b::7f00:1 64:ff9b:1::1 2002:a9fe:a9fe:: 2002:7f00:1:: 2002:a00:1::
::127.0.0.1 2001:0:7f00:1:: 100::1
""".split()  # noqa: SIM905
ALLOWED = "8.8.8.8 103.28.15.10 1.1.1.1 2001:4860:4860::8888 2606:4700::1111 64:ff9b::808:808 2002:808:808::".split()  # noqa: SIM905
LITERALS = {
    "127.0.0.1": "127.0.0.1", "2130706433": "127.0.0.1", "0x7f.1": "127.0.0.1", "127.1": "127.0.0.1",
    "017700000001": "127.0.0.1", "0": "0.0.0.0", "0x7f000001": "127.0.0.1", "127.0.1": "127.0.0.1",
    "0300.0250.1": "192.168.0.1", "[::1]": "::1", "127.0.0.1.": "127.0.0.1", "4294967295": "255.255.255.255",
    "[fe80::1%25eth0]": "fe80::1",
}  # fmt: skip
NAMES = [
    "example.go.id",
    "1.2.3.4.5",
    "256.1.1.1",
    "4294967296",
    "0x",
    "1..2",
    "abc",
    "12a",
    "1_0",
    "+1",
    "-1",
    "08.1",
    "",
]


@pytest.mark.parametrize("text", FORBIDDEN)
def test_forbidden(text: str) -> None:
    assert forbidden(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", ALLOWED)
def test_allowed(text: str) -> None:
    assert forbidden(ipaddress.ip_address(text)) == ""


@pytest.mark.parametrize("text,address", list(LITERALS.items()))
def test_literals(text: str, address: str) -> None:
    assert str(parse_literal(text)) == address


@pytest.mark.parametrize("text", NAMES)
def test_names_are_no_literals(text: str) -> None:
    found = parse_literal(text)
    assert found is None or text == "0x", "the WHATWG parser reads 0x as 0"


@given(
    st.lists(
        st.sampled_from(["0", "1", "7f", "0x7f", "010", "255", "256", "0xffffffff", "99999999999", "9"]),
        min_size=1,
        max_size=5,
    )
)
def test_what_the_system_resolves_as_a_number_is_a_literal(parts: list[str]) -> None:
    text = ".".join(parts)
    try:
        system = socket.inet_ntoa(socket.inet_aton(text))
    except OSError:
        return
    assert str(parse_literal(text)) == system


@given(st.integers(0, 2**32 - 1))
def test_what_an_ipv6_address_carries_is_judged(number: int) -> None:
    address = ipaddress.IPv4Address(number)
    for carrier in (
        f"::ffff:{address}",
        f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}",
        f"2002:{number >> 16:x}:{number & 0xFFFF:x}::",
    ):
        if forbidden(address):
            assert forbidden(ipaddress.ip_address(carrier)), carrier


def test_the_production_door_has_no_exemption() -> None:
    door = Door()
    assert door.classify is forbidden
    assert door.ports == frozenset({80, 443})
    assert Door.of(allow_private=False, timeout=1).classify is forbidden
    for number in range(256):
        assert forbidden(ipaddress.ip_address(f"127.0.1.{number}"))
