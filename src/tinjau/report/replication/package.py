"""The zip: the same inputs always give the same bytes."""

import dataclasses
import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from tinjau.model import Assessment, FoundService, Instrument, Observation, Plan, Source, Study
from tinjau.report.content.edition import OWNER_DETECTORS, WITHHELD, Edition
from tinjau.report.replication.anonymous import without_names
from tinjau.report.replication.study_files import study_files
from tinjau.report.tables import csv_files, data_tables
from tinjau.texts import both, say

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold


def package(
    assessment: Assessment,
    plan: Plan,
    study: Study,
    instruments: Sequence[Instrument],
    observations: Sequence[Observation] = (),
    found: Sequence[FoundService] = (),
) -> bytes:
    """Study without names, observations, found services, instruments, tables, checksums, and `recompute.py`.

    No page body is in it: an observation carries at most 300 characters of a page. Free text of answers stays as people
    wrote it, so whoever publishes the package reads it over for names first; the README says so. What only the site's
    owner may read is left out.
    """
    bare, bare_plan, bare_study = without_names(assessment, plan, study)
    edition = Edition(bare, bare_plan, bare_study, "id", tuple(instruments))
    bare_study = _published(bare_study, edition)
    content: dict[str, str] = {f"study/{name}": text for name, text in study_files(bare_study).items()}
    content |= {f"tables/{name}": text for name, text in csv_files(data_tables(edition)).items()}
    content |= {f"instruments/{each.id}.json": _json(each.data) for each in instruments}
    content["observations.jsonl"] = "".join(
        _line(each) for each in observations if each.detector not in OWNER_DETECTORS
    )
    content["found-services.json"] = _json([dataclasses.asdict(each) for each in found])
    content["capture.json"] = _json(dataclasses.asdict(bare.capture) if bare.capture else None)
    content["recompute.py"] = (files("tinjau.report.replication") / "recompute.txt").read_text(encoding="utf-8")
    content["README.md"] = _readme(bare)
    content["versions.json"] = _json(
        {
            "tinjau": bare.tinjau_version,
            "instruments": {each.id: each.version for each in bare.instruments},
            "archive_sha256": bare.capture.sha256 if bare.capture else None,
        }
    )
    content["SHA256SUMS"] = "".join(
        f"{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}  {name}\n"
        for name, text in sorted(content.items())
    )
    return _zipped(content)


def _published(study: Study, edition: Edition) -> Study:
    """The study whose factors name no fact for the owner alone, but a source that says that there are such facts."""
    factors = tuple(dataclasses.replace(each, support=edition.public_support(each)) for each in study.factors)
    known = {each.id for each in study.sources}
    if WITHHELD in known or all(WITHHELD not in each.support for each in factors):
        return dataclasses.replace(study, factors=factors)
    source = Source(WITHHELD, both("replication.withheld"), "withheld")
    return dataclasses.replace(study, factors=factors, sources=(*study.sources, source))


def _line(observation: Observation) -> str:
    return json.dumps(dataclasses.asdict(observation), ensure_ascii=False) + "\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"


def _readme(assessment: Assessment) -> str:
    name, version = assessment.government.name, assessment.tinjau_version
    parts = [
        f"# {say('replication.title', lang, government=name)}\n\n{say('replication.about', lang)}\n\n"
        f"    python -m pip install tinjau=={version}\n    python recompute.py\n\n{say('replication.names', lang)}\n"
        for lang in ("id", "en")
    ]
    return "\n".join(parts)


def _zipped(content: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in sorted(content.items()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            made.writestr(entry, text.encode("utf-8", "replace"))
    return stream.getvalue()
