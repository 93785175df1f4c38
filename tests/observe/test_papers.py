"""Which documents are opened, what their covers say, and that a site without any is read as before."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from tests.observe.pdfs import hostile
from tests.observe.sites import record, write_site

from tinjau.observe import DETECTORS, observe
from tinjau.observe.engine import papers
from tinjau.observe.engine.cover import cover_of
from tinjau.observe.engine.ledger import Ledger
from tinjau.observe.engine.observing import observe_with
from tinjau.observe.engine.papers import CONCEPTS
from tinjau.observe.engine.reading import read_page
from tinjau.observe.engine.site import Response, Responses
from tinjau.observe.engine.years import years_of
from tinjau.observe.pdf.process import PdfProcess, PdfText
from tinjau.texts import known_reason

HOME = "<nav><a href=/a>Profil</a></nav>{links}"
A = "<h1>Profil</h1><p>{long}</p>"


@pytest.mark.parametrize(
    "text, concept, years",
    [
        ("Renstra 2021-2026", "planning", [2021]), ("RPJMD Tahun 2021 s.d. 2026", "planning", [2021]),
        ("rpjmd 2021 2026 pdf", "planning", [2021]), ("Plan de gobierno 2023-2027 plan 2023 2027 pdf", "planning",
                                                      [2023, 2023]),
        ("Relazione sulla performance 2022/2023", "performance", [2023]), ("Bilancio 2024–2026", "budget", [2024]),
        ("Annual report 2022 to 2023", "financial_report", [2023]), ("APBD 2022, 2023, 2024", "budget",
                                                                     [2022, 2023, 2024]),
        ("2022 2023 2024", "budget", [2022, 2023, 2024]), ("LKjIP 2023", "performance", [2023]),
        ("dari 2026 sampai 2021", "planning", [2026, 2021]), ("1989 2050 20240 12024", "budget", []),
        ("20240315_apbd_2024", "budget", [2024]), ("1990-2049", "planning", [1990, 2049]), ("", "", []),
    ],
)  # fmt: skip
def test_years_of_a_name(text: str, concept: str, years: list[int]) -> None:
    assert years_of(text, concept) == years


@pytest.mark.parametrize(
    "title, lines, concept, years",
    [
        ("", ["PERATURAN BUPATI", "NOMOR 12 TAHUN 2023", "TENTANG", "PENJABARAN APBD", "TAHUN ANGGARAN 2024"], "budget",
         (2024,)),
        ("LKjIP 2022", ["LAPORAN KINERJA INSTANSI", "PEMERINTAH TAHUN 2022"], "performance", (2022,)),
        ("", ["RENCANA STRATEGIS", "TAHUN 2021-2026"], "planning", (2021,)),
        ("", ["Comune di Prova", "Bilancio di previsione", "esercizio 2025"], "budget", (2025,)),
        ("", ["Annual budget", "Fiscal year 2024/2025", "printed 2026"], "budget", (2024,)),
        ("", ["RINGKASAN APBD"], "budget", ()),
        ("", ["PERATURAN BUPATI NOMOR 30 TAHUN 2024 TENTANG RENCANA KERJA", "PEMERINTAH DAERAH TAHUN 2025"], "planning",
         (2025,)),
        ("", ["APBD, DISAHKAN 2023", "TAHUN ANGGARAN 2024"], "budget", (2024,)),
        ("", ["Presupuesto municipal", "Ejercicio fiscal 2026"], "budget", (2026,)),
    ],
)  # fmt: skip
def test_what_a_cover_says(title: str, lines: list[str], concept: str, years: tuple[int, ...]) -> None:
    found = cover_of(PdfText(title, 1, "\r\n".join(lines)), CONCEPTS)
    assert found[concept].years[: len(years) or None] == years


def test_a_budget_in_passing_names_no_document() -> None:
    text = (
        "Undangan rapat\nYang akan membahas antara lain apbd dan hal lain yang dianggap perlu oleh semua peserta rapat"
    )
    assert "budget" not in cover_of(PdfText("", 1, text), CONCEPTS)
    assert cover_of(PdfText(why="The document is damaged"), CONCEPTS) == {}


def test_documents_are_found_behind_redirects_headings_rows_and_other_types(tmp_path: Path) -> None:
    pdf = {"lines": ["x"]}
    pages = {
        "/": HOME.format(
            links="<p><a href=/d/1>APBD 2024</a></p><h2>Laporan kinerja</h2><p><a href=/x/2.pdf>Unduh</a></p>"
            "<h2>Lain</h2><table><tr><td>Renstra 2021-2026</td><td><a href=/x/3>Lihat</a></td></tr></table>"
            "<a href=/x/lpse.pdf>Berkas</a><a href=/x/5.pdf>Peta wisata</a>"
        ),
        "/a": A,
        "/d/1": {"status": 302, "headers": {"Location": "/x/1.pdf"}},
        "/x/1.pdf": {"pdf": pdf}, "/x/2.pdf": {"pdf": pdf, "type": "application/octet-stream"}, "/x/3": {"pdf": pdf},
        "/x/lpse.pdf": {"pdf": pdf}, "/x/5.pdf": {"pdf": pdf},
    }  # fmt: skip
    _, _, site, _ = observe_with([write_site(tmp_path / "s.warc.gz", pages)], DETECTORS)
    assert [key.rpartition("/")[2] for key in site.papers] == ["1.pdf", "2.pdf", "3", "lpse.pdf"]
    paper = site.paper("http://kota.go.id/d/1")
    assert paper is not None
    assert paper.url == "http://kota.go.id/x/1.pdf"


def test_documents_before_the_pages_that_link_them(tmp_path: Path) -> None:
    pages = {"/x/1.pdf": {"pdf": {"lines": ["APBD", "TAHUN ANGGARAN 2023"]}},
             "/": HOME.format(links="<a href=/x/1.pdf>APBD</a>"), "/a": A}  # fmt: skip
    _, _, site, _ = observe_with([write_site(tmp_path / "s.warc.gz", pages)], DETECTORS)
    assert site.papers["kota.go.id/x/1.pdf"].named["budget"].years == (2023,)


def test_no_more_documents_than_the_bound_and_every_kind_in_its_turn(tmp_path: Path) -> None:
    names = [f"{kind} {year}" for kind in ("APBD", "LKjIP", "Renstra") for year in range(1991, 2026)]
    links = "".join(f"<p><a href='/{each.replace(' ', '-')}.pdf'>{each}</a></p>" for each in names)
    pages = {"/": HOME.format(links=links), "/a": A,
             **{f"/{each.replace(' ', '-')}.pdf": {"pdf": {"lines": [each]}} for each in names}}  # fmt: skip
    _, _, site, _ = observe_with([write_site(tmp_path / "s.warc.gz", pages)], DETECTORS)
    assert len(site.papers) == papers.MOST
    kinds = [key.partition("/")[2].partition("-")[0] for key in site.papers]
    assert min(kinds.count(kind) for kind in ("APBD", "LKjIP", "Renstra")) >= papers.MOST // 3
    assert max(site.papers) >= "kota.go.id/Renstra-2025"


def test_slow_documents_end_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(process: PdfProcess, body: bytes) -> PdfText:
        process.slow += 1
        return PdfText(why="The document takes too long to read")

    monkeypatch.setattr(PdfProcess, "read", slow)
    links = "".join(f"<p><a href=/apbd-{year}.pdf>APBD {year}</a></p>" for year in range(2000, 2010))
    pages = {"/": HOME.format(links=links), "/a": A,
             **{f"/apbd-{year}.pdf": {"pdf": {"lines": ["x"]}} for year in range(2000, 2010)}}  # fmt: skip
    _, _, site, _ = observe_with([write_site(tmp_path / "s.warc.gz", pages)], DETECTORS)
    whys = [each.why for each in site.papers.values()]
    assert whys.count("The document takes too long to read") == 3
    assert whys.count("The documents of this site take too long to read") == 7
    assert all(known_reason(each) for each in whys)


def test_a_torn_document_is_not_opened(tmp_path: Path) -> None:
    mark = b"WARC-Type: response\r\n"
    torn = record("/apbd.pdf", {"pdf": {"lines": ["APBD"]}}).replace(mark, mark + b"WARC-Truncated: length\r\n")
    path = write_site(tmp_path / "s.warc.gz", {"/": HOME.format(links="<a href=/apbd.pdf>APBD 2024</a>"), "/a": A})
    path.write_bytes(path.read_bytes() + gzip.compress(torn, mtime=0))
    found = {each.detector: each for each in observe([path]).observations if each.subject == "site"}
    assert found["budget_document"].state == "seen"
    assert found["budget_document"].reason == "The document was not read: The capture holds only a part of the document"


def test_hostile_documents_in_an_archive_change_nothing_else_and_nothing_the_second_time(tmp_path: Path) -> None:
    bodies = hostile()
    names = {name: f"/apbd-{number}.pdf" for number, name in enumerate(bodies)}
    links = "".join(f"<p><a href={place}>APBD</a></p>" for place in names.values())
    pages = {"/": HOME.format(links=links), "/a": A}
    with_them = pages | {place: {"pdf": {"hostile": name}} for name, place in names.items()}
    path = write_site(tmp_path / "s.warc.gz", with_them)
    first, again = observe([path]), observe([path])
    assert first == again
    assert {each.reason for each in first.observations if not known_reason(each.reason)} == set()
    assert not [each for each in first.observations if each.reason.startswith("The detector failed")]
    found = {each.detector: each for each in first.observations if each.subject == "site"}
    assert found["budget_document"].state == "seen"


def test_a_page_of_names_and_links_without_end_is_looked_at_in_linear_time() -> None:
    # 5,000 texts that name a budget beside 5,000 links: with each text looking at each link this takes minutes.
    row = "<h2>APBD</h2><table><tr><td>LKjIP dan APBD</td><td><a href=/b/{n}>Unduh</a></td></tr></table>"
    body = "".join(row.replace("{n}", str(number)) for number in range(5_000))
    pages = {"/": HOME.format(links="<a href=/long>Dokumen</a><a href=/x.pdf>APBD</a>"), "/a": A, "/long": body}
    spool = [read_page(each.encode(), f"http://kota.go.id{place}") for place, each in pages.items()]
    held = Responses(Ledger())
    held.put("kota.go.id/x.pdf", Response(200, "application/pdf"))
    shelf = papers.Shelf(held)
    looked: list[int] = []
    monitored = [_Counted(page.links, looked) for page in spool]
    for page, links in zip(spool, monitored, strict=True):
        page.links = links
    assert len(list(shelf.watching(spool))) == len(spool)
    assert list(shelf.chosen()) == ["kota.go.id/x.pdf"]
    assert sum(looked) < 200_000, "links looked at, all texts together"


class _Counted(list[Any]):
    """Counts the links that are taken out."""

    def __init__(self, links: Any, looked: list[int]) -> None:
        super().__init__(links)
        self._looked = looked

    def __iter__(self) -> Any:
        self._looked.append(len(self))
        return super().__iter__()

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        self._looked.append(len(found) if isinstance(at, slice) else 1)
        return found
