"""Last year's levels and recommendations: shown beside, never continued as if they were the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from tinjau import packs
from tinjau.model import InputError
from tinjau.scoring.tabular import Row
from tinjau.study.workbook import bridge, read_answers

PEMDI, SPBE = packs.load_instrument("pemdi-2026"), packs.load_instrument("spbe-2020")
LAST_YEAR = """\
unit;indikator;tingkat;rekomendasi;evaluator;tahun
Medan;ID-28;3;Terapkan aplikasi manajemen layanan;Tim asesor eksternal;2025
Medan;ID-42;4;;Tim asesor eksternal;2025
Medan;ID-32;4;;Tim asesor eksternal;2025
Medan;index;2,59;;Tim asesor eksternal;2025
"""


def test_a_trend_breaks_visibly(tmp_path: Path) -> None:
    path = tmp_path / "2025.csv"
    path.write_text(LAST_YEAR, "utf-8")
    found = bridge(PEMDI, SPBE, read_answers(SPBE, path).rows)
    assert found["comparable"] is False
    assert found["source"] == "tinjau"
    assert "terputus" in found["why"]["id"]
    assert "breaks" in found["why"]["en"]
    (index,) = [each for each in found["scores"] if each["id"] == "index"]
    assert (index["score"], index["band"]) == (2.59, "cukup")
    carried = {each["indicator"]: each for each in found["carried"]}
    assert [each["level"] for each in carried["I19"]["found"]] == ["3", "4"]
    assert carried["I2"]["found"][0]["recommendation"] == "Terapkan aplikasi manajemen layanan"
    assert carried["I2"]["found"][0]["by"] == "Tim asesor eksternal"
    assert carried["I6"] == {"indicator": "I6", "from": [], "found": []}
    assert found["not_carried"] == ["ID-32", "index"]


def test_the_mapping_names_only_indicators_that_exist() -> None:
    codes = {each.id for each in SPBE.indicators}
    mapping = PEMDI.data["follows"]["indicators"]
    assert list(mapping) == [each.id for each in PEMDI.indicators]
    assert {code for each in mapping.values() for code in each} <= codes


def test_the_same_instrument_is_comparable(tmp_path: Path) -> None:
    path = tmp_path / "2026.csv"
    path.write_text("unit,indicator,value\nMedan,I1,3\n", "utf-8")
    found = bridge(PEMDI, PEMDI, read_answers(PEMDI, path).rows)
    assert found["comparable"] is True
    assert found["carried"][0]["found"][0]["level"] == "3"


def test_another_version_of_the_same_instrument_is_not_comparable() -> None:
    earlier = replace(PEMDI, version="2025.9")
    assert bridge(PEMDI, earlier, [Row("Medan", "I1", "3")])["comparable"] is False


def test_instruments_that_do_not_follow_each_other_are_refused() -> None:
    with pytest.raises(InputError, match="does not say how it follows"):
        bridge(SPBE, PEMDI, [])
