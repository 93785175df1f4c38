"""The league: intervals, ties, incomplete governments apart; addresses matched to governments."""

from typing import Any

import pytest
from tests.shared_paths import REASON, SHARED

from tinjau.fleet.national import match_hosts
from tinjau.fleet.running import seconds_left
from tinjau.packs import load_instrument
from tinjau.packs.governments import kind_of, national_governments
from tinjau.scoring.league import facts_of, league_document, official_indices, rank, standings


def assessment(
    name: str, ordinal: int | None, verdicts: list[str | None], missing: tuple[str, ...] = ("x",)
) -> dict[str, Any]:
    phases = ["presence", "interaction", "transaction"]
    return {
        "government": {"name": name, "code": ""},
        "capture": {"pages": 3, "note": "", "completeness": 1.0},
        "criteria": [
            {
                "instrument": "i",
                "id": f"c{n}",
                "verdict": {"value": value, "by": "rule"},
                "score": None,
                "coverage": 1.0,
            }
            for n, value in enumerate(verdicts)
        ]
        + [
            {"instrument": "w", "id": each, "verdict": {"value": None, "by": ""}, "score": None, "coverage": 0.5}
            for each in phases
        ],
        "phase": {
            "id": phases[ordinal - 1] if ordinal else None,
            "ordinal": ordinal,
            "reached": dict.fromkeys(phases),
            "next": {"id": "n", "missing": list(missing), "untested": []},
        },
    }


def ranks(*rows: dict[str, Any]) -> dict[str, tuple[int, int]]:
    return {each.id: each.rank for each in standings((row["government"]["name"], row) for row in rows)}


def test_better_in_everything_is_surely_first() -> None:
    found = ranks(assessment("a", 2, ["positive", "mixed"]), assessment("b", 1, ["mixed", "mixed"]))
    assert found == {"a": (1, 1), "b": (2, 2)}


def test_ties_share_and_trade_offs_depend_on_weights() -> None:
    assert ranks(assessment("a", 1, ["mixed"]), assessment("b", 1, ["mixed"])) == {"a": (1, 2), "b": (1, 2)}
    found = ranks(assessment("a", 1, ["positive", "negative"]), assessment("b", 1, ["negative", "positive"]))
    assert found == {"a": (1, 2), "b": (1, 2)}


def test_what_is_unknown_may_turn_out_either_way() -> None:
    found = ranks(assessment("a", 2, ["positive"]), assessment("b", 1, [None]))
    assert found == {"a": (1, 2), "b": (1, 2)}
    found = ranks(assessment("a", 2, ["positive"]), assessment("b", 1, ["mixed"], missing=()))
    assert found == {"a": (1, 2), "b": (1, 2)}  # b's next phase is only untested


def test_incomplete_governments_stand_apart() -> None:
    rows = [assessment("a", 1, [None]), assessment("b", 1, ["negative"]), assessment("c", None, ["positive"])]
    league = standings((row["government"]["name"], row) for row in rows)
    assert [(each.id, each.complete) for each in league] == [("b", True), ("a", False), ("c", False)]
    document = league_document(league)
    assert document["governments"][0]["criteria"] == {"c0": "negative"}  # the rungs of the phase model are no criteria
    assert set(document["governments"][0]) >= {"id", "name", "phase", "coverage", "criteria", "rank"}


def test_the_order_of_the_governments_changes_nothing() -> None:
    rows = [
        assessment(name, n, [verdict]) for name, n, verdict in (("a", 1, "mixed"), ("b", 2, "mixed"), ("c", 2, None))
    ]
    pairs = [(row["government"]["name"], row) for row in rows]
    assert standings(pairs) == standings(reversed(pairs))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Provinsi Riau", "province"),
        ("Pemerintah Kota Medan", "city"),
        ("Kab. Malang", "regency"),
        ("Medan", ""),
        ("", ""),
    ],
)
def test_kind(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.sumutprov.go.id/", ""),  # an abbreviation that no rule makes: left to a person
        ("https://acehprov.go.id", "Provinsi Aceh"),
        ("http://lamongankab.go.id/", "Kabupaten Lamongan"),
        ("diskominfo.lamongankab.go.id", "Kabupaten Lamongan"),
        ("http://pemkomedan.go.id", "Kota Medan"),
        ("http://www.padang.go.id/", "Kota Padang"),
        ("https://bandung.go.id", ""),  # the city's or the regency's
        ("https://bandungkab.go.id", "Kabupaten Bandung"),
        ("https://kotabarukab.go.id", "Kabupaten Kotabaru"),
        ("https://medan.example.com", ""),
        ("https://[bad", ""),
    ],
)
def test_addresses(address: str, name: str) -> None:
    governments = national_governments()
    names = {each.code: each.name for each in governments}
    assert names.get(match_hosts([address], governments)[address], "") == name


def test_the_snapshot_holds_every_government_once() -> None:
    governments = national_governments()
    assert len(governments) == 552
    assert len({each.id for each in governments}) == len({each.code for each in governments}) == 552


@pytest.mark.skipif(SHARED is None, reason=REASON)
def test_most_addresses_of_2016_find_their_government() -> None:
    assert SHARED is not None
    lines = (SHARED / "data/egovbench/pemda.csv").read_text(encoding="utf-8").splitlines()[1:]
    found = match_hosts([line.split(",")[2] for line in lines], national_governments())
    assert sum(map(bool, found.values())) >= 400


def test_an_official_index_is_the_one_dimension_of_its_instrument() -> None:
    pemdi = [load_instrument("pemdi-2026"), load_instrument("sitokdana-7"), load_instrument("kip-ppid")]
    assert official_indices(pemdi) == {"pemdi-2026": "index"}  # a share that tinjau proposes is no official scale

    def scored(name: str, index: float | None, aspects: tuple[float, float]) -> dict[str, Any]:
        document = assessment(name, None, [])
        document["phase"] = None
        document["criteria"] = [
            {"instrument": "pemdi-2026", "id": each, "verdict": {"value": None, "by": ""}, "score": score,
             "coverage": 1.0}
            for each, score in (("A1", aspects[0]), ("A2", aspects[1]), ("index", index))
        ]  # fmt: skip
        return document

    rows = [("a", scored("a", 3.5, (1, 5))), ("b", scored("b", 3.1, (5, 1))), ("c", scored("c", None, (4, 4)))]
    found = standings(rows, official_indices(pemdi))
    assert [(each.id, each.rank, each.complete) for each in found] == [
        ("a", (1, 2), True), ("b", (2, 3), True), ("c", (1, 3), False),
    ]  # fmt: skip
    assert rank((name, facts_of(document, official_indices(pemdi))) for name, document in rows) == found
    assert standings(rows)[0].rank == (1, 3)  # without an official index the aspects are a matter of weights


def test_the_time_left_is_said_once_a_few_are_finished() -> None:
    assert seconds_left(10, 2, 5.0, 2, 10.0) is None  # too few
    assert seconds_left(10, 10, 5.0, 2, 10.0) is None  # nothing left
    assert seconds_left(10, 5, 4.0, 2, 10.0) == 10.0  # by the median of each, or by the pace of all: the longer
    assert seconds_left(10, 5, 4.0, 2, 30.0) == 30.0
