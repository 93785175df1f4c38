"""The league of a country: the same ranks to the last row, and its page with the same words as ever."""

import os
import random
import subprocess
import sys
from dataclasses import asdict
from typing import Any

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser
from tests.web.ministry_making import CRITERIA, PHASES, a_round

from tinjau import texts
from tinjau.packs import instrument_ids
from tinjau.web.history import Author
from tinjau.web.ministry.facts import read_facts
from tinjau.web.ministry.league import digest_of, league, publish_league
from tinjau.web.models import Finding, LeagueFacts, Participation, Round
from tinjau.web.views.ministry.league import names_of
from tinjau.web.words import say

COUNT = 60
GOLDEN = {  # SHA-256 of all rows, taken before the league was made faster
    False: "a1121335c9928a9b24bdbc0f04566936a10bd516da22f6948e3aefab7c0d10fe",
    True: "3dc6644838e370fa75734567c67c11cc1047778e5e97ac9e8582f8fe0c784468",
}


def a_country(seed: int = 20261125) -> Round:
    """A round of invented governments, drawn from few strengths so that many tie; some with open parts, old versions
    and a result that is not public."""
    dice = random.Random(seed)
    the_round = a_round([f"Kota Rekaan {n:02}" for n in range(COUNT)], instruments=["sitokdana-7", "wb-4"])
    for part in Participation.objects.filter(round=the_round).select_related("office").order_by("office__slug"):
        for version in range(1, 1 + dice.choice((1, 1, 2))):
            public = dice.random() < 0.9
            finding = Finding.objects.create(
                participation=part, version=version, reason="rekaan", by_name="rekaan",
                shared=part.added, published=part.added if public else None,
            )  # fmt: skip
            LeagueFacts.objects.create(finding=finding, round=the_round, name=part.office.name, **_facts(dice))
    return the_round


def _facts(dice: random.Random) -> dict[str, Any]:
    strength, open_part = dice.choice((0.1, 0.5, 0.9)), dice.random() < 0.2
    values = [min(2, int(3 * (0.8 * strength + 0.2 * dice.random()))) for _ in CRITERIA]
    dimensions: dict[str, Any] = {
        f"sitokdana-7/{name}": [float(value), float(value)] for name, value in zip(CRITERIA, values, strict=True)
    }
    words: dict[str, Any] = {
        name: ("negative", "mixed", "positive")[value] for name, value in zip(CRITERIA, values, strict=True)
    }
    if open_part:
        dimensions[f"sitokdana-7/{CRITERIA[0]}"], words[CRITERIA[0]] = [None, None], None
    ordinal = 1 + int(3 * strength)
    dimensions["phase"] = [float(ordinal), None if dice.random() < 0.3 else float(ordinal)]
    return {
        "phase": PHASES[ordinal - 1], "ordinal": ordinal, "coverage": round(dice.random(), 4),
        "complete": not open_part, "criteria": words, "dimensions": dimensions, "pages": dice.randrange(300),
        "reason": "",
    }  # fmt: skip


@pytest.mark.parametrize("public", [False, True])
def test_ranks_and_everything_beside_them_stay_as_they_were(db: None, public: bool) -> None:
    the_round = a_country()
    rows = [
        {**asdict(each), "rank": list(each.rank) if each.rank else None} for each in league(the_round, public=public)
    ]
    assert digest_of(rows) == GOLDEN[public]


def test_ranks_are_those_of_the_definition(db: None) -> None:
    """Best rank: one more than those that surely beat it; worst: all but those that it surely beats."""
    the_round = a_country(seed=5)
    rows = LeagueFacts.objects.filter(round=the_round).order_by("finding__version")
    read = read_facts(rows, "finding__participation__office__slug")
    kept = {slug: facts for facts, (slug,) in read}
    names = sorted({name for each in kept.values() for name in each.dimensions})

    def beats(one: str, other: str) -> bool:
        pairs = []
        for name in names:
            low, high = kept[one].dimensions[name][0], kept[other].dimensions[name][1]
            pairs.append((-1.0 if low is None else low, 9.0 if high is None else high))
        return all(low >= high for low, high in pairs) and any(low > high for low, high in pairs)

    for row in league(the_round, public=False):
        best = 1 + sum(beats(other, row.slug) for other in kept)
        assert row.rank == (best, COUNT - sum(beats(row.slug, other) for other in kept))


def test_governments_that_cannot_be_told_apart_share_their_ranks(db: None) -> None:
    the_round = a_round(["Kota A", "Kota B", "Kota C"])
    ranks = {}
    for n, part in enumerate(Participation.objects.filter(round=the_round).order_by("office__slug")):
        finding = Finding.objects.create(participation=part, version=1, reason="rekaan", by_name="rekaan")
        value = 2.0 if n < 2 else 1.0
        LeagueFacts.objects.create(
            finding=finding, round=the_round, name=part.office.name, complete=True, criteria={},
            dimensions={"sitokdana-7/services": [value, value]},
        )  # fmt: skip
    ranks = {each.slug: each.rank for each in league(the_round, public=False)}
    assert ranks == {"kota-a": (1, 2), "kota-b": (1, 2), "kota-c": (3, 3)}


def test_facts_are_read_as_they_were_kept(db: None) -> None:
    the_round = a_round(["Kota A"])
    part = Participation.objects.get(round=the_round)
    finding = Finding.objects.create(participation=part, version=1, reason="rekaan", by_name="rekaan")
    criteria = {"a,b": 0.1 + 0.2, '"]': None, "é–中": "negative", "nol": 0.0}
    LeagueFacts.objects.create(
        finding=finding, round=the_round, name="Kota 'A' \"B\"", code="11.01", phase=None, ordinal=None,
        coverage=1 / 3, complete=False, criteria=criteria, dimensions={"x/é": [None, 1e-9], "y": [2.5, None]},
        pages=7, reason="[1,2], null",
    )  # fmt: skip
    ((facts, beside),) = read_facts(LeagueFacts.objects.filter(round=the_round), "finding__version")
    assert beside == (1,)
    assert (facts.criteria, facts.dimensions) == (criteria, {"x/é": (None, 1e-9), "y": (2.5, None)})
    assert (facts.name, facts.code, facts.phase, facts.ordinal) == ("Kota 'A' \"B\"", "11.01", None, None)
    assert (facts.coverage, facts.complete, facts.pages, facts.reason) == (1 / 3, False, 7, "[1,2], null")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_page_says_of_each_government_what_its_row_says(db: None, lang: str) -> None:
    the_round = a_country()
    part = Participation.objects.filter(round=the_round).order_by("office__slug")[0]
    LeagueFacts.objects.filter(finding__participation=part).update(name='Kota <b>&"')
    publish_league(the_round, Author(None, "keputusan"), "")
    body = Client().get(f"/p/{the_round.slug}/?lang={lang}").content.decode()
    table = LexborHTMLParser(body).css_first("table.league tbody")
    assert table is not None
    shown = {}
    for line in table.css("tr"):
        link = line.css_first("a")
        assert link is not None
        shown[(link.attributes["href"] or "").split("/")[4]] = [each.text() for each in line.css("td,th")]
    words = {each: say(f"word.{each}", lang) for each in ("negative", "mixed", "positive")}
    phases = names_of(the_round, lang).phases  # type: ignore[arg-type]
    expected = {}
    for row in league(the_round, public=True):
        if row.rank is not None and row.complete:
            low, high = row.rank
            expected[row.slug] = [
                f"{low}" if low == high else f"{low}–{high}", row.name, phases[row.phase or ""],
                *(words[str(row.criteria[name])] for name in CRITERIA), texts.percent(row.coverage or 0.0, lang),  # type: ignore[arg-type]
            ]  # fmt: skip
    assert shown == expected
    assert "Kota <b>" not in body


def test_a_server_is_ready_before_it_answers() -> None:
    """Addresses and instruments are loaded, and out of the garbage collector's sight."""
    code = (
        "import gc, django; django.setup(); import tinjau.web.wsgi; from tinjau.packs.library import load_instrument; "
        "print(gc.get_freeze_count(), load_instrument.cache_info().currsize)"
    )
    known = {**os.environ, "DJANGO_SETTINGS_MODULE": "tinjau.web.settings", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=known)
    frozen, instruments = map(int, done.stdout.split()[-2:])
    assert frozen > 50_000
    assert instruments == len(instrument_ids())
