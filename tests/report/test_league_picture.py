"""The league's picture: every government on one scale, overlapping ranks as bars, none where there are too few."""

import re

from tests.report.test_hostile import NASTY, check

from tinjau.report.league import LeagueRow, booklet
from tinjau.report.league_files import league_page, league_pdf

PHASES = {"presence": "Kehadiran", "interaction": "Interaksi"}


def row(number: int, rank: tuple[int, int], name: str = "") -> LeagueRow:
    verdicts = {"four/transparency": "positive"}
    return LeagueRow(
        f"g{number}", name or f"Kabupaten {number}", f"12{number:02d}", "12", "regency", "interaction", 0.8, verdicts,
        complete=True, rank=rank, pages=30,
    )  # fmt: skip


def made(rows: list[LeagueRow]) -> str:
    page = league_page(booklet(rows, "id", "0.1.0", {"four/transparency": "Transparansi"}, PHASES))
    check(page)
    return page


def pictures(page: str) -> list[str]:
    return re.findall(r'<svg[^>]*aria-labelledby="picture-ranks.*?</svg>', page, re.DOTALL)


def test_bars_overlap_and_one_possible_rank_is_a_diamond() -> None:
    (drawn,) = pictures(made([row(1, (1, 1)), row(2, (2, 3)), row(3, (2, 3))]))
    assert drawn.count("<polygon") == 1
    assert drawn.count('stroke-width="5"') == 2
    assert ">2–3<" in drawn
    assert ">Kabupaten 3<" in drawn


def test_many_governments_make_several_pictures_on_one_scale() -> None:
    rows = [row(number, (number, min(70, number + 4))) for number in range(1, 71)]
    drawn = pictures(made(rows))
    assert len(drawn) == 3
    assert all(">70<" in each for each in drawn)
    assert sum(each.count('stroke-width="5"') for each in drawn) == 69


def test_too_few_or_too_many_are_not_drawn() -> None:
    assert pictures(made([row(1, (1, 2)), row(2, (1, 2))])) == []
    assert pictures(made([row(number, (1, 700)) for number in range(1, 701)])) == []


def test_hostile_names_stay_text_and_it_prints() -> None:
    rows = [row(number, (1, len(NASTY)), name) for number, name in enumerate(NASTY, 1)]
    made(rows)
    document = booklet(rows, "en", "0.1.0", {"four/transparency": "Transparency"}, PHASES)
    assert league_pdf(document).startswith(b"%PDF")
