"""Alike wordings, cells, unanswered burdens, and Delphi stability."""

import pytest

from tinjau.strategy.methods.delphi import net_change, variation
from tinjau.strategy.methods.qspm import attractiveness
from tinjau.strategy.methods.tows import breaks_cell, unanswered
from tinjau.strategy.methods.wording import alike, similarity, stems


@pytest.mark.parametrize(
    "one, two, least, most",
    [
        ("Meningkatkan layanan publik daring", "Peningkatan pelayanan publik secara daring", 0.7, 1.0),
        ("Improve online public services", "Improving public services online", 0.9, 1.0),
        ("Membuka pusat pengaduan", "Melatih pegawai keamanan siber", 0.0, 0.0),
        ("", "apa saja", 0.0, 0.0),
    ],
)
def test_similarity(one: str, two: str, least: float, most: float) -> None:
    assert least <= similarity(one, two) <= most
    assert similarity(one, two) == similarity(two, one)


def test_stems_drop_what_carries_no_subject() -> None:
    assert stems("Meningkatkan kualitas dan akses ke layanan") == stems("tingkatkan kualitas, akses layanan!")


def test_alike_lists_pairs_once_the_most_alike_first() -> None:
    found = alike(["open data portal", "open data portals for all", "train staff", "open data portal"])
    assert found[0][:2] == (0, 3)
    assert all(i < j for i, j, _ in found)
    assert not any(2 in pair[:2] for pair in found)


def test_cells() -> None:
    assert breaks_cell("SO", ["S1", "O2"]) == ((), ())
    assert breaks_cell("WT", ["W1", "O1"]) == (("T",), ("O1",))
    assert breaks_cell("ST", []) == (("S", "T"), ())


def test_unanswered_are_burdens_only() -> None:
    assert unanswered(["S1", "W1", "W2", "O1", "T1"], [["W1", "O1"]]) == ("W2", "T1")


def test_net_change_of_histograms() -> None:
    assert net_change([1, 2, 3, 4], [1, 2, 3, 4]) == 0
    assert net_change([1, 1, 1, 1], [2, 2, 2, 2]) == 1
    assert net_change([1, 2, 3, 4], [2, 2, 3, 4]) == pytest.approx(0.25)
    assert net_change([], [1]) is None


def test_variation() -> None:
    assert variation([2, 4]) == pytest.approx(2**0.5 / 3)
    assert variation([3]) is None
    assert variation([-1, 1]) is None


def test_attractiveness_leaves_unrated_factors_out() -> None:
    found = attractiveness({"S1": 0.6, "W1": 0.4}, {"A": {"S1": 4, "W1": None}, "B": {"S1": 2, "W1": 3}})
    assert found.stas == pytest.approx({"A": 2.4, "B": 2.4})
    assert found.tas["A"]["W1"] is None
    assert found.partly_rated == ("W1",)
