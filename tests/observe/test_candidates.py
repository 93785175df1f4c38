"""Of places that may be the same thing the best one is kept, whichever page came first."""

import itertools
from types import SimpleNamespace
from typing import Any

import pytest

from tinjau.observe.engine.candidates import Candidates

A, B = "https://kota.example/a", "https://kota.example/b"


def page(url: str) -> Any:
    return SimpleNamespace(url=url, facts=SimpleNamespace(url=url, record_id=f"id {url}", digest="sha256:0"))


@pytest.mark.parametrize(
    ("places", "best"),
    [
        ([(0.4, A), (0.9, B)], (0.9, B)),  # the better fit
        ([(0.5, A), (0.5, B)], (0.5, A)),  # of equal ones always the same page
    ],
)
def test_the_best_place_of_a_target_is_kept_in_any_order(
    places: list[tuple[float, str]], best: tuple[float, str]
) -> None:
    for order in itertools.permutations(places):
        kept = Candidates()
        for fit, url in order:
            kept.keep(1, fit, page(url), "kutipan", "https://kota.example/x", "teks")
        (found,) = kept
        assert (found.fit, found.place.url) == best, order


def test_other_kinds_and_other_targets_stand_apart_and_are_bounded() -> None:
    kept = Candidates()
    kept.keep(1, 0.5, page(A), "", "https://kota.example/x", "")
    kept.keep(2, 0.5, page(A), "", "https://kota.example/x", "")
    for number in range(1_000):
        kept.keep(1, 0.5, page(A), "", f"https://kota.example/{number}", "")
    assert [(each.kind, each.target) for each in kept][:2] == [
        (1, "https://kota.example/x"),
        (2, "https://kota.example/x"),
    ]
    assert len(list(kept)) == 300
