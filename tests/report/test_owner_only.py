"""What only a site's owner may read is the same list everywhere, and leaves no public form."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.report import city
from tests.report.test_replication import MEDAN, recomputed, unpacked

from tinjau import observe, packs, pipeline, study
from tinjau.model import Assessment, Evidence, Factor, FactorStatus, Observation, Plan, Scope, State, Text
from tinjau.report import csv_tables, earl_report, html_report, replication_package
from tinjau.report.content.edition import OWNER_DETECTORS, WITHHELD

SECRET = "slot gacor maxwin"


def test_the_list_is_that_of_the_detectors() -> None:
    assert OWNER_DETECTORS == observe.OWNER_ONLY


def poisoned() -> tuple[Assessment, Plan]:
    """The city with a fact for the owner as evidence, as a factor's support, and among the observations."""
    whole = city.assessment()
    fact = Evidence("hidden_links:0a1b", "https://judi.example/", "<urn:uuid:1>", "sha256:00", SECRET)
    first, *rest = whole.indicators
    indicators = (replace(first, evidence=(*first.evidence, fact)), *rest)
    factor = Factor(
        "W9", Text("Keamanan lemah", "Weak security"), support=("hidden_links:0a1b",), status=FactorStatus.EVIDENCED
    )
    plan = city.plan()
    return replace(whole, indicators=indicators), replace(plan, factors=(*plan.factors, factor))


def test_no_public_form_holds_it() -> None:
    assessment, plan = poisoned()
    inputs = (assessment, plan, city.study())
    packs = city.instruments()
    row = Observation("hidden_links:0a1b", "P10", "hidden_links", 1, Scope.SITE, "site", State.SEEN, excerpt=SECRET)
    study = replace(city.study(), factors=plan.factors)
    packed = replication_package(assessment, plan, study, packs, [row])
    with zipfile.ZipFile(io.BytesIO(packed)) as parts:
        zipped = "".join(parts.read(name).decode() for name in parts.namelist())
    forms = (
        html_report(*inputs, "id", packs),
        "".join(csv_tables(*inputs, packs).values()),
        json.dumps(earl_report(*inputs, packs)),
        zipped,
    )
    assert "hidden_links" not in forms[1]
    assert "hidden_links:" not in zipped
    assert '"id": "W9"' in zipped
    for form in forms:
        assert SECRET not in form
        assert "judi.example" not in form
    assert "hanya untuk pemilik situs" in forms[0]
    assert SECRET in html_report(*inputs, "id", packs, public=False)


@pytest.mark.parametrize(
    ("support", "published", "stands"),
    [
        (("hidden_links:0a1b",), [WITHHELD], True),
        (("hidden_links:0a1b", "guides-missing"), [WITHHELD, "guides-missing"], True),
        (("guides-missing", "hidden_links:0a1b", "injected_spam:0a1b"), ["guides-missing", WITHHELD], True),
        (("hidden_links:none",), [], False),  # it names nothing that was seen: unsupported before, unsupported after
        ((), [], False),
    ],
)
def test_a_factor_that_rests_on_it_is_not_called_unsupported_in_the_package(
    tmp_path: Path, support: tuple[str, ...], published: list[str], stands: bool
) -> None:
    read = study.read_study(MEDAN)
    factor = Factor("W9", Text("Keamanan lemah", "Weak security"), support=support, status=FactorStatus.EVIDENCED,
                    where="medan/factors.yaml, W9")  # fmt: skip
    read = replace(read, factors=(*read.factors, factor))
    instruments = [packs.load_instrument(each) for each in read.instruments]
    rows = tuple(
        Observation(f"{each}:0a1b", "P10", each, 1, Scope.SITE, "site", State.SEEN, excerpt=SECRET)
        for each in ("hidden_links", "injected_spam")
    )
    observed = replace(observe.nothing_observed(), observations=rows)
    assessment = pipeline.assess(read, instruments, observed)
    plan = pipeline.plan_for(read, assessment, observed)
    assert ("W9" in plan.supported) is stands
    folder = unpacked(replication_package(assessment, plan, read, instruments, rows, ()), tmp_path)
    done = recomputed(folder)
    assert (done.returncode, "0 differences" in done.stdout) == (0, True), done.stdout + done.stderr
    kept = study.read_study(folder / "study")
    assert list(next(each for each in kept.factors if each.id == "W9").support) == published
    assert [each.kind for each in kept.sources if each.id == WITHHELD] == (
        ["withheld"] if WITHHELD in published else []
    )
    whole = "".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file())
    assert SECRET not in whole
    assert ":0a1b" not in whole
