"""Foreign text stays text: no element, no attribute, no address and no hidden character gets through."""

import json
import unicodedata
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report import city
from tests.shared_paths import REASON, SHARED

from tinjau.report import html_report
from tinjau.report.hostile import REPLACEMENT, clean, escape, one_line, safe_url

NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><svg onload=alert(1)>",
    "</title></head><body onload=alert(1)>",
    "<!--<iframe src=javascript:alert(1)>",
    "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
    "\u202egnp.exe\u202c",
    "a\x00b\x1bc\x07",
    "\ud800 lone",
    "\U000e0041\U000e0042 tags",
    "Z" + "\u0335" * 300,
    "&lt;script&gt;",
    "javascript:alert(1)",
]


class Seen(HTMLParser):
    """Every element and attribute of a page, and its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def seen(page: str) -> Seen:
    parser = Seen()
    parser.feed(page)
    return parser


FORBIDDEN = {"script", "iframe", "img", "object", "embed", "form", "input", "link", "base", "video", "audio"}


def check(page: str) -> Seen:
    """The page holds no active element, no event handler, and no address that is not http(s) or inside it."""
    found = seen(page)
    assert not FORBIDDEN & set(found.tags)
    for tag, name, value in found.attributes:
        assert not name.startswith("on"), (tag, name)
        if name in {"href", "src", "action", "xlink:href"}:
            assert value.startswith("#") or urlsplit(value).scheme in {"http", "https"}, value
        assert name not in {"src", "style", "srcset"}, (tag, name)
    page.encode("utf-8")
    return found


@pytest.mark.parametrize("text", NASTY)
def test_a_page_made_of_hostile_text_holds_only_text(text: str) -> None:
    page = html_report(city.assessment(text), city.plan(), city.study(), "id", city.instruments())
    check(page)
    assert "\x00" not in page
    assert "\u202e" not in page


def test_the_big_list_of_naughty_strings_stays_text() -> None:
    if SHARED is None:
        pytest.skip(REASON)
    strings = json.loads((SHARED / "suites" / "blns.json").read_text(encoding="utf-8"))
    joined = "".join(strings)
    check(html_report(city.assessment(joined), city.plan(), city.study(), "en", city.instruments()))
    for each in strings:
        shown = seen(f'<p title="{escape(each)}">{escape(each)}</p>')
        assert shown.tags == ["p"]
        assert "".join(shown.text) == clean(each)


@given(st.text())
def test_escaped_text_reads_back_as_the_cleaned_text(text: str) -> None:
    found = seen(f'<p title="{escape(text)}">{escape(text)}</p>')
    assert found.tags == ["p"]
    assert len(found.attributes) == 1
    assert "".join(found.text) == clean(text)


@given(st.text(alphabet=st.characters()))
def test_cleaning_leaves_no_control_and_changes_nothing_twice(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert all(unicodedata.category(each) != "Cc" or each in "\n\t" for each in once)
    once.encode("utf-8")
    assert "\n" not in one_line(text)


def test_what_could_deceive_is_shown_and_what_is_harmless_goes() -> None:
    assert clean("a\u202eb") == f"a{REPLACEMENT}b"
    assert clean("da\u00adta\u200b") == "data"
    assert clean("baris\r\nbaru\u2028lagi") == "baris\nbaru\nlagi"
    assert clean("Ba\u0301li 日本 👩‍👩‍👧 नमस्ते") == "Ba\u0301li 日本 👩‍👩‍👧 नमस्ते"
    assert one_line("satu  dua\ntiga", 8) == "satu du…"


@pytest.mark.parametrize(
    "address",
    ["https://medan.go.id/a?b=c&d=%20", "http://127.0.0.1:8080/", "https://xn--bcher-kva.example/ä", "HTTPS://A.GO.ID"],
)
def test_plain_addresses_are_linked(address: str) -> None:
    assert safe_url(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//medan.go.id",
        "https:///nothing",
        "",
        "mailto:a@b.id",
        "https://a.go.id@evil.example/",
        "https://a b.id/",
        'https://a.id/"onclick',
        "https://a.id/\u202e",
        "https://a.id:99999999/",
        "https://[::1",
        "https://a.id/\n",
        "file:///etc/passwd",
        "https://a.id/" + "a" * 3000,
        "java\tscript:alert(1)",
        "https://a.id\\@b.id",
    ],
)
def test_other_addresses_are_text(address: str) -> None:
    found = safe_url(address)
    assert found is None or found == address.strip() == "https://a.id/"
