"""What the program knows of its detectors is what was measured, and every detector of a site fact is known."""

import json

from evaluation.trust import RESULTS, trust

from tinjau.observe import DETECTORS, PROVEN, READ, TRUST, UNSEEN, is_proven
from tinjau.observe import trust as kept


def test_the_packaged_summary_is_of_the_kept_results() -> None:
    """Write it again with `python -m evaluation.trust` where this fails."""
    found = trust(json.loads(RESULTS.read_text(encoding="utf-8")))
    assert found["detectors"] == kept._FILE["detectors"]
    assert (found["read"], found["unseen"]) == (kept._FILE["read"], kept._FILE["unseen"])


def test_only_detectors_are_named() -> None:
    assert set(TRUST) <= {each.name for each in DETECTORS}


def test_enough_independent_cases_prove_a_detector() -> None:
    assert {name for name, each in TRUST.items() if each.independent >= 20} == PROVEN
    assert all(each.independent <= each.cases for each in TRUST.values())
    assert not is_proven("a-detector-that-nobody-measured")


def test_shares_are_shares() -> None:
    shares = [each.precision for each in TRUST.values()] + [each.recall for each in TRUST.values()]
    shares += [READ.precision, READ.recall, UNSEEN.precision, UNSEEN.recall]
    assert all(each is None or 0 <= each <= 1 for each in shares)
    assert UNSEEN.recall < READ.recall, "sites that the detectors were mended on look better"
