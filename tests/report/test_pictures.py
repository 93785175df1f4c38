"""Pictures say what their data say, carry no script, and never draw a value that is not there."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinjau.report.document import Column, Mark, Picture, Row, Table
from tinjau.report.pictures.acceptability import AcceptabilityRow, rank_acceptability
from tinjau.report.pictures.course import CourseRow, verdict_course
from tinjau.report.pictures.intervals import IntervalRow, interval_rows
from tinjau.report.pictures.ladder import Step, phase_ladder
from tinjau.report.pictures.matrix import MatrixPicture, service_matrix
from tinjau.report.pictures.multiples import SmallBox, small_multiples
from tinjau.report.pictures.quadrant import swot_quadrant
from tinjau.report.pictures.radar import radar
from tinjau.report.pictures.scatter import impact_effort
from tinjau.report.pictures.signs import SIGNS
from tinjau.report.pictures.slope import SlopeRow, score_slopes
from tinjau.report.pictures.spread import SpreadRow, spread_strip
from tinjau.report.pictures.strip import StripRow, verdict_strip
from tinjau.report.pictures.svg import lines
from tinjau.report.pictures.tows import TowsCell, tows_matrix
from tinjau.report.pictures.trace import TraceLayer, TraceNode, layered_trace

TABLE = Table("Data", (Column("A"),), (Row((("a",),)),))
FACTS = ("Judul", "Uraian", TABLE, "nama")
SVG = "{http://www.w3.org/2000/svg}"


def root(picture: Picture) -> ET.Element:
    """The parsed drawing: well-formed, with title and description first, named by them, without script or style."""
    parsed = ET.fromstring(picture.svg)
    assert [each.tag for each in list(parsed)[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert parsed.get("role") == "img"
    assert parsed.get("aria-labelledby") == "picture-nama-title picture-nama-desc"
    for each in parsed.iter():
        assert each.tag.removeprefix(SVG) not in {"script", "style", "foreignObject", "image", "a"}
        assert not any(name.startswith("on") or name in {"style", "href"} for name in each.attrib)
    return parsed


def words(picture: Picture) -> list[str]:
    return [each.text or "" for each in root(picture).iter(f"{SVG}text")]


def mark(value: str) -> Mark:
    return Mark("verdict", value, value)


def test_a_strip_draws_no_bar_for_nothing() -> None:
    rows = [StripRow("Satu", mark("positive"), 0.5, "50%"), StripRow("Dua", mark("none"), 0.0, "0%")]
    drawn = verdict_strip(rows, ("Kriteria", "Penilaian", "Cakupan"), *FACTS)
    assert {"Satu", "Dua", "50%", "0%"} <= set(words(drawn))
    bars = [
        each for each in root(drawn).iter(f"{SVG}rect") if each.get("fill") == "#0b4f7d" and each.get("height") == "12"
    ]
    assert [each.get("width") for each in bars] == ["50"]


def test_the_ladder_flags_only_where_one_stands() -> None:
    steps = [
        Step("Kehadiran", "reached", "a"),
        Step("Interaksi", "here", "b"),
        Step("Transaksi", "next", "c"),
        Step("Transformasi", "beyond", "d"),
    ]
    drawn = root(phase_ladder(steps, *FACTS))
    fills = [each.get("fill") for each in drawn.iter(f"{SVG}rect")]
    assert fills == ["#dcebf5", "#0b4f7d", "#16202b", "#ffffff", "#ffffff"]
    dashed = [each.get("stroke-dasharray") is not None for each in drawn.iter(f"{SVG}rect")]
    assert dashed == [False, False, False, False, True]


@pytest.mark.parametrize("scores", [[1.0, 2.0], [1.0, 2.0, None], [None, None, None, None]])
def test_a_radar_needs_three_scores(scores: list[float | None]) -> None:
    assert radar([(str(n), each, "x") for n, each in enumerate(scores)], 0, 5, *FACTS) is None


def test_a_radar_leaves_a_gap_where_there_is_no_score() -> None:
    axes = [("a", 1.0, "1"), ("b", 2.0, "2"), ("c", None, "belum dinilai"), ("d", 5.0, "5")]
    drawn = radar(axes, 0, 5, *FACTS)
    assert drawn is not None
    assert len(list(root(drawn).iter(f"{SVG}circle"))) == 3
    assert not [each for each in root(drawn).iter(f"{SVG}polygon") if each.get("fill-opacity")]
    whole = radar([(name, score or 0.0, written) for name, score, written in axes], 0, 5, *FACTS)
    assert whole is not None
    assert [each for each in root(whole).iter(f"{SVG}polygon") if each.get("fill-opacity")]


def test_a_trace_draws_a_line_for_every_link_and_marks_what_is_loose() -> None:
    layers = (
        TraceLayer("Bukti", (TraceNode("e", "e", ("S1", "S2")),)),
        TraceLayer("Faktor", (TraceNode("S1", "S1", ("SO1",)), TraceNode("S2", "S2", (), loose=True))),
        TraceLayer("Strategi", (TraceNode("SO1", "SO1", ("1",)),)),
        TraceLayer("Simpulan", (TraceNode("1", "1"),)),
    )
    drawn = root(layered_trace(layers, *FACTS))
    assert len(list(drawn.iter(f"{SVG}path"))) == 4
    assert len([each for each in drawn.iter(f"{SVG}rect") if each.get("stroke-dasharray")]) == 1


def test_a_broken_course_draws_no_line() -> None:
    marks = (mark("negative"), mark("positive"), mark("positive"))
    whole = root(verdict_course([CourseRow("Satu", marks, ("up", "same"))], ["a", "b", "c"], *FACTS))
    broken = root(verdict_course([CourseRow("Satu", marks, ("open", "open"))], ["a", "b", "c"], *FACTS))
    count = len(list(whole.iter(f"{SVG}line"))) - len(list(broken.iter(f"{SVG}line")))
    assert count == 2
    assert len(list(whole.iter(f"{SVG}polygon"))) == 1


def test_intervals_quadrants_ranks_and_costs_are_drawn() -> None:
    rows = [IntervalRow("W1", 0.2, (0.1, 0.3), "1", "0,2"), IntervalRow("W2", 0.1, None, "2", "0,1")]
    assert len(list(root(interval_rows(rows, ("#", "Faktor", "Bobot"), *FACTS)).iter(f"{SVG}circle"))) == 2
    quadrants = {"aggressive": ("Agresif", 0.0, "0%"), "defensive": ("Bertahan", 1.0, "100%")}
    assert {"Agresif", "Bertahan", "100%"} <= set(words(swot_quadrant((-1.0, -2.0), 3.0, quadrants, *FACTS)))
    ranks = [AcceptabilityRow("WT1", (0.7, 0.3, 0.0, 0.0), ("70%", "30%", "0%", "0%"))]
    assert {"WT1", "70%", "30%"} <= set(words(rank_acceptability(ranks, ("1", "2", "3", "+"), *FACTS)))
    assert {"SO1", "WO1"} <= set(
        words(impact_effort([("SO1", 1, 2), ("WO1", 1, 2)], ("Biaya", "Skor"), ("1", "2"), *FACTS))
    )


def test_signs_differ_by_more_than_their_colour() -> None:
    for kind in {kind for kind, _ in SIGNS}:
        shapes = {
            re.sub(r"#[0-9a-f]{6}", "", drawn)
            for (each, value), drawn in SIGNS.items()
            if each == kind and value != "none"
        }
        assert len(shapes) == len([value for each, value in SIGNS if each == kind and value != "none"])


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_make_a_well_formed_picture(name: str, label: str) -> None:
    rows = [StripRow(name, mark("mixed"), 0.3, label)]
    root(verdict_strip(rows, (name, label, "c"), name or "x", label or "y", TABLE, "nama"))
    root(
        verdict_course(
            [CourseRow(name, (mark("mixed"), label), ("up",))], [label, name], name or "x", label or "y", TABLE, "nama"
        )
    )


@given(st.text(max_size=200), st.integers(min_value=1, max_value=500))
def test_broken_lines_fit(text: str, width: int) -> None:
    broken = lines(text, width, 14, 2)
    assert 1 <= len(broken) <= 2
    assert all(len(each) <= max(3, int(width / (14 * 0.54))) for each in broken)


def test_a_spread_piles_equal_judgements_and_points_at_their_median() -> None:
    rows = [SpreadRow("Satu", (1.0, 3.0, 3.0, 3.0), 3.0, "4; 3"), SpreadRow("Dua", (2.0,) * 7, None, "7 penilai")]
    drawn = root(spread_strip(rows, [(1.0, "1"), (3.0, "3")], ("Faktor", "n; median"), *FACTS))
    dots = [(each.get("cx"), each.get("cy")) for each in drawn.iter(f"{SVG}circle")]
    assert len(dots) == 4 + 5  # a pile is written as a number beyond five
    assert len(set(dots)) == len(dots)
    assert len({x for x, _ in dots[:4]}) == 2
    assert len(list(drawn.iter(f"{SVG}polygon"))) == 1  # no median where there is no order
    assert {"Satu", "Dua", "4; 3", "×7"} <= {each.text for each in drawn.iter(f"{SVG}text")}


def test_the_matrix_of_strategies_tells_what_became_of_each() -> None:
    sides = {each: (each, [f"{each}1"]) for each in "SWOT"}
    cells = {each: TowsCell(each, ()) for each in ("SO", "WO", "ST", "WT")}
    cells["SO"] = TowsCell("SO", tuple((f"SO{n}", "concluded") for n in range(1, 9)))
    cells["WT"] = TowsCell("WT", (("WT1", "open"), ("WT2", "loose")))
    drawn = tows_matrix(sides, cells, {"concluded": "masuk", "loose": "tanpa"}, *FACTS)
    assert {"S1", "W1", "O1", "T1", "SO8", "WT2", "masuk", "tanpa"} <= set(words(drawn))
    dashed = [each for each in root(drawn).iter(f"{SVG}rect") if each.get("stroke-dasharray")]
    assert len(dashed) == 2  # the strategy without a factor, and the legend's


def test_the_matrix_of_services_counts_along_both_sides() -> None:
    marks = {("a", "x"): Mark("outcome", "passed", "terpenuhi"), ("b", "x"): Mark("outcome", "failed", "tidak")}
    shown = MatrixPicture(
        [("a", "Satu"), ("b", "Dua")], [("x", "Layanan"), ("y", "Tampilan")], marks, {"a": "1/1", "b": "0/1"},
        {"x": "1/2", "y": "–"}, "terpenuhi",
    )  # fmt: skip
    drawn = service_matrix(shown, *FACTS)
    assert {"Satu", "Dua", "1/1", "0/1", "1/2", "–", "Layanan"} <= set(words(drawn))
    assert len(list(root(drawn).iter(f"{SVG}g"))) == 2


def test_a_slope_draws_no_line_over_a_gap_or_a_changed_instrument() -> None:
    rows = [
        SlopeRow("Satu", (1.0, 3.0, 2.0), ("1", "3", "2"), (True, True)),
        SlopeRow("Dua", (2.0, None, 2.5), ("2", "belum", "2,5"), (True, True)),
        SlopeRow("Tiga", (2.0, 2.0, 2.0), ("2", "2", "2"), (False, True)),
    ]
    drawn = root(score_slopes(rows, ["2024", "2025", "2026"], *FACTS))
    lines_drawn = [each for each in drawn.iter(f"{SVG}line") if each.get("x1") != each.get("x2")]
    assert len(lines_drawn) == 3
    assert len([each for each in lines_drawn if each.get("stroke-dasharray")]) == 1  # the falling one
    assert len(list(drawn.iter(f"{SVG}circle"))) == 8


def test_small_multiples_keep_the_same_places() -> None:
    boxes = [SmallBox(f"Kota {n}", "Interaksi", (mark("positive"), "3,5")) for n in range(3)]
    drawn = root(small_multiples(boxes, ["Transparansi", "Indeks"], *FACTS))
    texts = [each for each in drawn.iter(f"{SVG}text") if each.text == "Indeks"]
    assert len(texts) == 3
    assert texts[0].get("y") == texts[1].get("y")
    assert texts[0].get("x") == texts[2].get("x")
