"""The WHATWG's own URL cases through the function with which a capture reads addresses.

A capture is narrower than a browser on purpose (no credentials, no other schemes, names that a resolver can know): an
address that it refuses is a difference, never an error. What may not be: another host than a browser would ask.
"""

import json
from collections import Counter
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from tests.shared_paths import REASON, SHARED

from tinjau.capture.urls import Unusable, Url, parse
from tinjau.observe.engine.addresses import absolute

_TABLE = SHARED / "suites" / "urltestdata.json" if SHARED else None
_PORTS = {"http:": 80, "https:": 443}
_AGREEING = 190  # of 229 http(s) cases when this was written: a floor, raised when more agree
_LOOSER = 8  # Punycode that decodes to nothing, an escape inside brackets: a resolver knows none of them

# Where another host is asked than a browser would: each with the reason, and none that lets a page choose a host.
_OTHER_HOST = {
    "http://[::127.0.0.1]": "the same IPv6 address in another spelling",
    "http://[0:0:0:0:0:0:13.1.68.3]": "the same IPv6 address in another spelling",
    "http://[1:0::]": "the same IPv6 address in another spelling",
    "https://faß.ExAmPlE/": "IDNA 2003 maps the sharp s",
}

needs_table = pytest.mark.skipif(_TABLE is None, reason=REASON)


def _cases() -> list[dict[str, Any]]:
    assert _TABLE is not None
    return [each for each in json.loads(_TABLE.read_text(encoding="utf-8")) if isinstance(each, dict)]


def _parsed(case: dict[str, Any]) -> Url | None:
    try:
        return parse(case["input"], case["base"] or "")
    except Unusable:
        return None


def _is_web(case: dict[str, Any]) -> bool:
    return not case.get("failure") and case["protocol"] in _PORTS


def _verdict(case: dict[str, Any], found: Url | None) -> str:
    if not _is_web(case):
        return "refused, as it should be" if found is None else "accepted beyond the standard"
    if found is None:
        return "refused"
    port = int(case["port"] or _PORTS[case["protocol"]])
    if (found.host, found.port) != (case["hostname"].strip("[]"), port):
        return "other host"
    path = unquote_to_bytes(found.path) == unquote_to_bytes(case["pathname"])
    query = unquote_to_bytes(found.query) == unquote_to_bytes(case["search"][1:])
    return "agrees" if path and query else "other target"


@needs_table
def test_a_capture_asks_the_hosts_that_a_browser_would_ask() -> None:
    verdicts = [(case["input"], _verdict(case, _parsed(case))) for case in _cases()]
    counts = Counter(verdict for _, verdict in verdicts)
    assert counts["agrees"] >= _AGREEING, counts
    assert {text for text, verdict in verdicts if verdict == "other host"} <= _OTHER_HOST.keys()


@needs_table
def test_hardly_an_address_is_taken_that_the_standard_refuses() -> None:
    refused = [case for case in _cases() if case.get("failure")]
    assert len(refused) > 200
    assert len([case for case in refused if _parsed(case) is not None]) <= _LOOSER


@needs_table
def test_nothing_but_http_and_https_is_followed() -> None:
    others = [case for case in _cases() if not case.get("failure") and case["protocol"] not in _PORTS]
    assert len(others) > 300
    assert [case["input"] for case in others if _parsed(case) is not None] == []


@needs_table
def test_no_address_with_credentials_is_followed() -> None:
    naming = [case for case in _cases() if _is_web(case) and (case["username"] or case["password"])]
    assert len(naming) > 20
    assert [case["input"] for case in naming if _parsed(case) is not None] == []


@needs_table
def test_a_read_address_is_read_the_same_again() -> None:
    found = [url for url in map(_parsed, _cases()) if url is not None]
    assert [url.text for url in found if parse(url.text) != url] == []


@needs_table
def test_the_observing_room_makes_every_address_absolute_or_nothing() -> None:
    for case in _cases():
        found = absolute(case["base"] or "", case["input"])
        assert found == "" or found.startswith(("http://", "https://"))
