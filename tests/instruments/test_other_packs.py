"""LOSI, public information, complaints and stage models."""

import pytest
from tests.scoring.tabular.building import score_of

from tinjau import packs
from tinjau.scoring.tabular import Row, score_tabular

STAGE_MODELS = [
    "layne-lee-2001", "un-aspa-2002", "un-2008", "hiller-belanger-2001", "infodev-2002", "inpres-3-2003",
    "spbe-service",
]  # fmt: skip


def test_losi_has_its_ninety_five_features_and_says_based_on() -> None:
    losi = packs.load_instrument("losi-2024")
    counts = {each.id: sum(i.criterion == each.id for i in losi.indicators) for each in losi.criteria}
    assert counts == {"IF": 6, "CP": 30, "SP": 22, "PE": 15, "EGL": 10, "TECH": 12}
    assert losi.title.en.startswith("Based on")
    assert losi.title.id.startswith("Berdasarkan")
    assert any(each.mode == "automatic" for each in losi.indicators)


@pytest.mark.parametrize(
    ("found", "band"), [(23, "low"), (24, "middle"), (47, "middle"), (48, "high"), (71, "high"), (72, "very-high")]
)
def test_losi_is_the_share_found(found: int, band: str) -> None:
    losi = packs.load_instrument("losi-2024")
    rows = [Row("u", each.id, "yes" if n < found else "no") for n, each in enumerate(losi.indicators)]
    index = next(each for each in score_tabular(losi, rows).scores if each.id == "index")
    assert index.score == pytest.approx(found / 95)
    assert index.result.band == band


def test_a_service_that_is_not_the_city_s_to_give_does_not_count() -> None:
    losi = packs.load_instrument("losi-2024")
    rows = [Row("u", each.id, "nr" if each.criterion == "SP" else "yes") for each in losi.indicators]
    result = score_tabular(losi, rows)
    assert score_of(result, "index", "u") == 1
    assert score_of(result, "SP", "u") is None


def test_public_information_has_twenty_nine_categories() -> None:
    kip = packs.load_instrument("kip-ppid")
    assert [sum(i.criterion == c.id for i in kip.indicators) for c in kip.criteria] == [11, 1, 17]


@pytest.mark.parametrize(
    ("kind", "days", "answered", "score"),
    [
        ("normative", "5", "yes", 1), ("normative", "6", "yes", 0),
        ("non-supervisory", "14", "yes", 1), ("non-supervisory", "14.5", "yes", 0),
        ("supervisory", "60", "yes", 1), ("supervisory", "61", "yes", 0),
        ("normative", "4", "no", None), ("normative", "6", "no", 0),
    ],
)  # fmt: skip
def test_response_clocks_from_both_sides(kind: str, days: str, answered: str, score: float | None) -> None:
    unit = {"unit": "Medan", "complaint": "1"}
    rows = [Row(unit, "kind", kind), Row(unit, "answered", answered), Row(unit, "days", days)]
    result = score_tabular(packs.load_instrument("sp4n-response"), rows)
    assert score_of(result, "in-time", "Medan", "1") == score
    assert score_of(result, "share-in-time", "Medan") == score


def test_kinds_of_complaints_have_their_indonesian_names() -> None:
    unit = {"unit": "Medan", "complaint": "1"}
    for kind, days, score in (("Normatif", "6", 0), ("tidak berkadar pengawasan", "6", 1), ("Normative", "5", 1)):
        rows = [Row(unit, "kind", kind), Row(unit, "answered", "ya"), Row(unit, "days", days)]
        assert score_of(score_tabular(packs.load_instrument("sp4n-response"), rows), "in-time", "Medan", "1") == score


@pytest.mark.parametrize("name", STAGE_MODELS)
def test_a_stage_model_reports_its_distribution(name: str) -> None:
    model = packs.load_instrument(name)
    stages = list(model.indicators[0].values)[1:]
    rows = [Row({"unit": "u", "service": str(n)}, "stage", stage) for n, stage in enumerate(["none", *stages])]
    result = score_tabular(model, rows)
    total = len(stages) + 1
    for number, stage in enumerate(stages):
        assert score_of(result, stage, "u") == pytest.approx((total - 1 - number) / total)
    assert score_of(result, "stage-of-government", "u") == total // 2


@pytest.mark.parametrize("name", STAGE_MODELS)
def test_a_crosswalk_to_the_four_phases_is_marked_as_ours(name: str) -> None:
    model = packs.load_instrument(name)
    crosswalk = model.data["crosswalk"]
    assert (crosswalk["to"], crosswalk["source"], crosswalk["verified"]) == ("wb-4", "tinjau", False)
    ladder = packs.load_instrument("wb-4").ladder
    assert ladder is not None
    phases = {gate.phase for gate in ladder.gates}
    assert list(crosswalk["stages"]) == list(model.indicators[0].values)[1:]
    assert {phase for each in crosswalk["stages"].values() for phase in each} <= phases
