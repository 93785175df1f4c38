"""The examples of the how-tos are real packs, and packs name detectors that exist."""

import re
from pathlib import Path

from tinjau import observe, packs
from tinjau.packs.yaml_reading import load_yaml
from tinjau.scoring.quantifiers import QUANTIFIERS

HOWTO = Path(__file__).resolve().parents[2] / "docs" / "howto"


def example(name: str) -> str:
    blocks = re.findall(r"```yaml\n(.*?)```", (HOWTO / name).read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 1
    return str(blocks[0])


def test_the_smallest_pack_is_one(tmp_path: Path) -> None:
    file = tmp_path / "own-checklist.yaml"
    file.write_text(example("add-an-instrument.md"))
    assert packs.faults_of(file, frozenset(each.name for each in observe.DETECTORS)) == []
    assert packs.read_instrument(file).id == "own-checklist"


def test_the_example_of_an_indicator_is_in_its_pack() -> None:
    entry = load_yaml(example("add-an-indicator.md").encode(), "how-to")[0]
    there = next(each for each in packs.load_instrument("sitokdana-7").indicators if each.id == entry["id"])
    assert (there.criterion, there.question.en) == (entry["criterion"], entry["question"]["en"])
    assert [each.detectors for each in there.settled] == [tuple(each["detectors"]) for each in entry["settled"]]


def test_every_quantifier_is_explained() -> None:
    text = (HOWTO / "add-an-indicator.md").read_text("utf-8")
    schema = packs.load_schema("instrument")
    closed = schema["$defs"]["settled"]["properties"]["quantifier"]["enum"]
    assert all(f"| `{each}` |" in text for each in closed)
    assert set(closed) == set(QUANTIFIERS)


def test_packs_name_detectors_that_exist() -> None:
    known = frozenset(each.name for each in observe.DETECTORS)
    named = {
        (pack.id, indicator.id, name)
        for pack in packs.list_instruments()
        for indicator in pack.indicators
        for settled in indicator.settled
        for name in settled.detectors
    }
    assert {each for each in named if each[2] not in known} == set()


def test_a_page_leaves_out_nothing_that_an_evaluator_asks_for() -> None:
    """Bands, levels, options, evidence to bring and crosswalks of every pack stand on its page, in both languages."""
    for pack in packs.list_instruments():
        page = packs.catalogue(pack)
        calculation = pack.data.get("calculation") or {}
        texts = [band["title"] for bands in (calculation.get("bands") or {}).values() for band in bands]
        texts += [pack.data[key]["about"] for key in ("follows", "crosswalk") if key in pack.data]
        for indicator in pack.indicators:
            texts += [each["text"] for key in ("levels", "options") for each in indicator.extra.get(key) or ()]
            texts += [each for key in ("bring", "items") for each in indicator.extra.get(key) or ()]
        missing = [text for pair in texts for text in pair.values() if text not in page]
        assert missing == [], pack.id
