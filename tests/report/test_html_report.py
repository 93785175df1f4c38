"""The page by its structure: what stands in it, in which order, and that every inner link has its place."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from tests.report import city
from tests.report.test_hostile import check

from tinjau.model import Assessment, Government, Lang, Plan, ServicesResult, Study
from tinjau.report import html_report

SECTIONS = [
    "summary",
    "next",
    "criteria",
    "services",
    "phase",
    "swot",
    "tows",
    "conclusions",
    "priorities",
    "actions",
    "proposals",
    "trace",
    "objections",
    "method",
    "glossary",
]


def page(lang: Lang = "id", *, draft: bool = True, public: bool = True) -> str:
    whole = (city.assessment(), city.plan(), city.study())
    return html_report(*whole, lang, city.instruments(), draft=draft, public=public)


def empty(lang: Lang = "id") -> str:
    """A report on nothing: no instrument, no capture, no answer."""
    government = Government("Kota Kosong")
    nothing = Assessment("0.1.0", government, None, (), (), (), ServicesResult(0, 0, 0, 0, ()), (), None, None, ())
    return html_report(nothing, Plan((), (), (), (), (), (), None, None), Study("", government), lang, ())


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("whole", [True, False])
def test_every_part_stands_in_its_order(lang: Lang, whole: bool) -> None:
    made = page(lang) if whole else empty(lang)
    found = re.findall(r'<section id="([a-z]+)"', made)
    assert [each for each in found if each in SECTIONS] == SECTIONS
    check(made)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_headings_skip_no_level(lang: Lang) -> None:
    levels = [int(each) for each in re.findall(r"<h([1-6])", page(lang))]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("made", [page("id"), page("en"), empty()])
def test_ids_are_unique_and_every_inner_link_leads_somewhere(made: str) -> None:
    ids = Counter(re.findall(r'\sid="([^"]+)"', made))
    assert [each for each, count in ids.items() if count > 1] == []
    labels = " ".join(re.findall(r'aria-labelledby="([^"]+)"', made)).split()
    targets = set(re.findall(r'href="#([^"]+)"', made)) | set(labels)
    assert targets - set(ids) == set()


def test_nothing_is_fetched() -> None:
    made = page()
    assert "default-src 'none'" in made
    assert not re.search(r"(src|srcset|poster|data)=", made.replace("data-label=", ""))
    assert not re.search(r"url\(|@import", made)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_table_has_a_caption_and_headed_columns_and_rows(lang: Lang) -> None:
    made = page(lang)
    tables = re.findall(r"<table.*?</table>", made, re.DOTALL)
    assert len(tables) > 8
    for table in tables:
        assert "<caption" in table
        assert 'scope="col"' in table
        assert table.count('<tr role="row"') - 1 == table.count('scope="row"')


def test_every_picture_has_title_description_and_table() -> None:
    figures = re.findall(r"<figure>.*?</figure>", page(), re.DOTALL)
    assert len(figures) == 5  # ladder, strip, services by criterion, TOWS, trace
    for figure in figures:
        assert re.search(r"<svg[^>]*><title id=", figure)
        assert "<desc" in figure
        assert "<script" not in figure
        assert "style=" not in figure


def test_what_nobody_assessed_says_so() -> None:
    assert "belum dinilai" in page("id")
    assert "not assessed" in page("en")
    made = empty("en")
    assert "No criterion has been assessed." in made
    assert "No phase is given" in made


def test_a_factor_leads_to_its_evidence_and_the_evidence_back() -> None:
    made = page("en")
    assert 'href="#trace--S1"' in made
    row = re.search(r'<tr role="row" id="trace--S1">.*?</tr>', made, re.DOTALL)
    assert row is not None
    support = re.search(r'href="#(support--[^"]+)"', row.group())
    assert support is not None
    back = re.search(rf'<tr role="row" id="{support.group(1)}">.*?</tr>', made, re.DOTALL)
    assert back is not None
    assert 'href="#factor--S1"' in back.group()


def test_what_only_the_owner_may_read_stays_out_of_the_public_page() -> None:
    assert "slot gacor" not in page()
    assert "slot gacor" in page(public=False)


def test_proposals_stand_apart() -> None:
    made = page("en")
    callout = re.search(r'<div class="callout proposal">.*?</div>\s*<section id="derivation"', made, re.DOTALL)
    assert callout is not None
    assert "Mend the access" in callout.group()
    assert "Mend the access" not in made[: callout.start()]


def test_the_draft_is_marked_until_it_is_approved() -> None:
    assert "Draft, not approved yet" in page("en")
    approved = page("en", draft=False)
    assert "Draft" not in approved
    assert "Approved" in approved


def test_numbers_and_dates_follow_the_language() -> None:
    assert "2.032 halaman yang direkam pada 20 November 2026" in page("id")
    assert "2,032 pages captured on 20 November 2026" in page("en")
    assert "180.000.000" in page("id")


def test_objections_stand_gravest_first() -> None:
    made = page("en")
    assert made.index("The count differs") < made.index("T1 rests on nothing") < made.index("WT1 answers no factor")


def test_a_decision_names_what_it_was_about_in_words() -> None:
    about = page("en").split('<section id="decisions"', 1)[1].split("</section>", 1)[0]
    assert ">Transparency is good</a>" in about
    assert "P-S1" not in re.sub(r"<[^>]*>", "", about)
