"""The sets of factors that the literature names."""

from pathlib import Path

import pytest

from tinjau.model import InputError
from tinjau.packs.factor_sets import load_factor_sets, read_factor_set

SETS = {each.id: each for each in load_factor_sets()}
GOOD = """\
id: x
title: {id: Satu, en: One}
kind: success
cite: A (2001)
count: 1
source: s
verified: true
factors:
- {id: a, text: {id: Satu, en: One}}
"""


def test_sets_have_as_many_factors_as_their_sources_say() -> None:
    counts = {each.id: each.count for each in SETS.values()}
    assert counts["furuholt-wahid-2008"] == 6
    assert counts["junaidi-2011"] == 4
    assert counts["sirat-2013"] == 9
    assert counts["heeks-2003-failure"] == 8
    assert counts["fortune-white-2006"] == 27
    for each in SETS.values():
        assert not each.factors or len(each.factors) == each.count


def test_sets_whose_names_are_unknown_are_kept_as_counts() -> None:
    unnamed = {each.id: each.count for each in SETS.values() if not each.named}
    assert unnamed == {"yoon-chae-2009": 15, "napitupulu-sensuse-2014": 55, "sudarsono-lestari-2018": 17}
    assert all(SETS[name].note.id for name in unnamed)


def test_names_from_memory_are_not_passed_off_as_verified() -> None:
    assert SETS["fortune-white-2006"].verified == "false"
    assert SETS["gil-garcia-pardo-2005-strategies"].verified == "false"
    assert SETS["gil-garcia-pardo-2005-strategies"].claimed == 23


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("kind: success", "kind: luck"), "'luck' is not known"),
        (("count: 1", "count: 2"), "1 factors are named, and the count is 2"),
        (("source: s\n", ""), "this key is missing"),
        (("verified: true", "verified: maybe"), "write true, partly or false"),
        (("title: {id: Satu, en: One}", "title: {id: Satu}"), "in Indonesian and in English"),
        (("cite:", "site:"), "this key is not known"),
        (("{id: a, text: {id: Satu, en: One}}", "a"), "a factor needs id and text"),
    ],
)
def test_a_broken_set_is_told(tmp_path: Path, change: tuple[str, str], problem: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(GOOD)
    assert read_factor_set(path).factors[0].text.en == "One"
    path.write_text(GOOD.replace(*change))
    with pytest.raises(InputError, match=problem):
        read_factor_set(path)
