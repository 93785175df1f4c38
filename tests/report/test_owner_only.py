"""What only a site's owner may read is the same list everywhere, and leaves no public form."""

import io
import json
import zipfile
from dataclasses import replace

from tests.report import city

from tinjau import observe
from tinjau.model import Assessment, Evidence, Factor, FactorStatus, Observation, Plan, Scope, State, Text
from tinjau.report import csv_tables, earl_report, html_report, replication_package
from tinjau.report.content.edition import OWNER_DETECTORS

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
