"""Every number opens its trace; the trace goes both ways; an archived page is read as text alone."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tinjau.archive import Reader, encode_record
from tinjau.web import captures, running
from tinjau.web.editing.progress import doing
from tinjau.web.models import Cycle, Role, Run
from tinjau.web.tracing.archived import read_archived

BASE = "/o/a/c/2026/"
SAID = {"said", "unseen"}


@pytest.fixture
def cycle(db: None, medan_cycle: Callable[[str], Cycle]) -> Cycle:
    """The Medan study, evaluated."""
    made = medan_cycle("a")
    running.work(running.ask_for(made, Run.Kind.EVALUATE, None).pk)
    return made


@pytest.fixture
def kori(cycle: Cycle, person: Callable[..., Any], browser: Callable[[Any], Client]) -> Client:
    """Its coordinator."""
    return browser(person("kori", Role.COORDINATOR, cycle.office))


def is_text_of_people(node: LexborNode) -> bool:
    """Whether it stands in a link, a heading, a form, or in words of people and packs."""
    step: LexborNode | None = node
    while step is not None and step.tag != "main":
        classes = set((step.attributes.get("class") or "").split())
        if step.tag in {"a", "h1", "h2", "h3", "form", "summary", "option"} or classes & SAID:
            return True
        step = step.parent
    return False


def bare_numbers(html: str) -> list[str]:
    """Texts with a digit that no link leads from."""
    main = LexborHTMLParser(html).css_first("main")
    assert main is not None
    found = []
    for node in main.traverse(include_text=True):
        text = node.text(deep=False) if node.tag == "-text" else ""
        if node.tag == "-text" and re.search(r"[0-9]", node.text_content or text or "") and not is_text_of_people(node):
            found.append((node.text_content or text or "").strip())
    return found


def links(html: str, part: str) -> set[str]:
    return {str(each.attributes["href"]) for each in LexborHTMLParser(html).css("main a[href]")
            if part in str(each.attributes["href"])}  # fmt: skip


@pytest.mark.parametrize("page", ["phase", "swot", "plan"])
def test_every_number_leads_to_its_trace_and_every_trace_opens(cycle: Cycle, kori: Client, page: str) -> None:
    if page == "plan":
        kori.post(f"{BASE}actions/new/", {"strategy": "1", "owner": "Dinas", "budget": "2000000", "spent": "1500000",
                                          "start": "2026-01-01", "end": "2026-12-31"})  # fmt: skip
        running.work(running.ask_for(cycle, Run.Kind.EVALUATE, None).pk)
    kori.get(BASE)  # shows what was said of the action that was kept
    html = kori.get(f"{BASE}{page}/").content.decode()
    assert bare_numbers(html) == []
    found = links(html, "/trace/")
    assert len(found) > (5 if page == "phase" else 10)
    for address in sorted(found):
        assert kori.get(address).status_code == 200, address


def test_from_a_factor_to_its_ground_and_back(cycle: Cycle, kori: Client) -> None:
    factor = kori.get(f"{BASE}trace/S1").content.decode()
    assert f"{BASE}trace/inventory" in links(factor, "/trace/")
    ground = kori.get(f"{BASE}trace/inventory").content.decode()
    assert f"{BASE}trace/S1" in links(ground, "/trace/")
    services = links(ground, "/trace/service")
    assert len(services) == 25
    criterion = kori.get(f"{BASE}trace/criterion:sitokdana-7/services").content.decode()
    assert "Cakupan" in criterion
    assert links(criterion, "/trace/indicator")
    assert kori.get(f"{BASE}trace/tidak-ada").status_code == 404


HTML = (
    "<!doctype html><title>Kota</title><script>alert('jahat')</script><h1>Selamat   datang</h1>"
    "<p>Surel pribadi budi.santoso@gmail.com</p><table><tr><td>APBD 2026</td><td>unduh</td></tr></table>"
)


def archive_with(path: Path, html: str = HTML) -> str:
    """A web archive of one page; the id of its record."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    record = encode_record("response", "application/http; msgtype=response", head + html.encode(), url="https://kota.go.id/",
                           date="2026-11-25T00:00:00Z")  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(record.data)
    return next(iter(Reader(path))).id


@pytest.mark.parametrize(
    ("excerpt", "marked", "how"),
    [
        ("Selamat datang", ["Selamat datang"], "text"),
        ("APBD 2026 → unduh", ["APBD 2026", "unduh"], "text"),
        ("alert('jahat')", ["alert('jahat')"], "source"),
        ("tidak ada di sana", [], "text"),
        ("", [], "text"),
    ],
)
def test_an_archived_page_is_text_with_its_excerpt_marked(
    tmp_path: Path, excerpt: str, marked: list[str], how: str
) -> None:
    record = archive_with(tmp_path / "a.warc.gz")
    found = captures.Capture(1, (tmp_path / "a.warc.gz",), None)
    page = read_archived([found], record, excerpt, ("kota.go.id",))
    assert page is not None
    pieces = [each for paragraph in page.paragraphs for each in paragraph]
    assert [each.text for each in pieces if each.marked] == marked
    assert (page.how, page.found) == (how, bool(marked))
    assert "budi.santoso" not in "".join(each.text for each in pieces)
    assert read_archived([found], "<urn:uuid:none>", excerpt, ()) is None


@pytest.mark.parametrize("html", ["<p>" * 5_000 + "x", "<div>" * 20_000, "a" * 500_000, "<!--", "\x00<p>a\x00b", ""])
def test_a_hostile_page_is_shown_within_bounds(tmp_path: Path, html: str) -> None:
    record = archive_with(tmp_path / "a.warc.gz", html)
    page = read_archived([captures.Capture(1, (tmp_path / "a.warc.gz",), None)], record, "abc", ())
    assert page is None or sum(len(each.text) for one in page.paragraphs for each in one) <= 200_000


def test_progress_is_said_in_words() -> None:
    line = (
        "capture: 3 pages of at most 200, 1 documents, 1204 waiting, 2 failed, 0.4 MB; "
        "about 4 min for what is known so far"
    )
    assert doing(line, "id") == (
        "Merekam situs: 3 dari paling banyak 200 halaman, 1 dokumen, 1.204 alamat menunggu. 2 alamat gagal. "
        "Kira-kira 4 menit lagi."
    )
    assert doing("observe: archive.warc.gz", "en") == "Reading the capture."
    assert doing("", "id") == doing("<b>", "id") == ""
