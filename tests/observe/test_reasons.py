"""Every reason that a detector or a judgement gives has its Indonesian twin."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.observe.sites import write_case, write_site
from tests.shared_paths import REASON, SHARED

from tinjau import observe as observing
from tinjau import packs, pipeline
from tinjau.capture import CaptureSettings, capture
from tinjau.demo.server import serve_sample_city
from tinjau.observe import DETECTORS
from tinjau.observe.engine.observing import observe_with
from tinjau.study import bare_study
from tinjau.texts import known_reason, reason

HERE = Path(__file__).parent
BY_NAME = {each.name: each for each in DETECTORS}
FOLDERS = sorted(path.parent.name for path in HERE.glob("*/cases.yaml"))


@pytest.mark.parametrize("name", FOLDERS)
def test_reasons_of_cases(name: str, tmp_path: Path) -> None:
    cases: list[dict[str, Any]] = yaml.safe_load((HERE / name / "cases.yaml").read_text(encoding="utf-8"))["cases"]
    for number, case in enumerate(cases):
        paths = write_case(tmp_path, case, str(number))
        observations, captured, _, _ = observe_with(paths, [BY_NAME[name]])
        assert {each.reason for each in observations if not known_reason(each.reason)} == set()
        assert known_reason(captured.note)


def unknown(archive: Path) -> set[str]:
    """Reasons of everything that is read and judged of an archive for which there is no Indonesian."""
    observed = observing.observe([archive])
    study = bare_study(name="x", sites=(), language="id")
    ids = sorted(each.id for each in packs.list_instruments())
    assessment = pipeline.assess(study, [packs.load_instrument(each) for each in ids], observed)
    said = {each.reason for each in observed.observations} | {each.reason for each in assessment.indicators}
    said |= {observed.capture.note, observed.capture.loss} if observed.capture else set()
    return {each for each in said if not known_reason(each)}


@pytest.mark.skipif(SHARED is None, reason=REASON)
@pytest.mark.parametrize("name", ["ccc-sg", "design-comuni", "kalimanah", "lamongan", "opensid"])
def test_reasons_of_real_sites(name: str) -> None:
    assert SHARED is not None
    assert unknown(SHARED / "corpora" / f"{name}.warc.gz") == set()


def test_reasons_of_the_sample_city(tmp_path: Path) -> None:
    archive = tmp_path / "city.warc.gz"
    with serve_sample_city() as city:
        settings = replace(CaptureSettings(), allow_private=True, delay=0.0)
        manifest = capture([f"{city.url}/"], archive, settings, lambda _: None)
    assert unknown(archive) == set()
    assert {each for each in manifest.notes if not known_reason(each)} == set()


@pytest.mark.parametrize("share", [0.3, 0.62, 0.9, 0.97])
@pytest.mark.parametrize("cut", [True, False], ids=["cut", "corrupt"])
def test_reasons_of_a_torn_archive(share: float, cut: bool, tmp_path: Path) -> None:
    case = yaml.safe_load((HERE / "search_form" / "cases.yaml").read_text(encoding="utf-8"))["cases"][0]
    whole = write_site(tmp_path / "whole.warc.gz", case["pages"]).read_bytes() * 6
    torn = tmp_path / "torn.warc.gz"
    at = int(len(whole) * share)
    torn.write_bytes(whole[:at] if cut else whole[:at] + b"\0\1\2\3" * 5 + whole[at + 20 :])
    observed = observing.observe([torn])
    assert observed.capture
    assert observed.capture.loss
    assert unknown(torn) == set()


def test_a_site_that_nothing_is_read_of(tmp_path: Path) -> None:
    archive = tmp_path / "nothing.warc.gz"
    settings = replace(CaptureSettings(), allow_private=True, delay=0.0)
    capture(["http://127.0.0.1:9/"], archive, settings, lambda _: None)
    observed = observing.observe([archive])
    told = pipeline._with_reason(observed, [archive])
    assert told.capture
    assert known_reason(told.capture.note)
    assert "menolak sambungan" in reason(told.capture.note, "id")
