"""The package with which others recompute the study: without names, and with the free texts that people let through."""

import hashlib
import json
import zipfile
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone

from tinjau import observe, packs, pipeline, report, study
from tinjau.model import NOBODY, Capture, FoundService, Study, name_of_account
from tinjau.report.replication import study_without_names
from tinjau.web import mapping
from tinjau.web.models import AssessmentSeat, Cycle, Membership, Result

INSIDE = "replication.zip"  # what a run leaves beside its reports
MOST_TEXTS = 1_000  # shown for review; project choice. More of them only go as a whole, or not at all.
_SHORTEST = 3  # letters of a name that is looked for in texts


@dataclass(frozen=True, slots=True)
class FreeText:
    """Something that a person wrote freely. `id` names it without saying anything of it."""

    kind: str  # note | evidence | reason | notes
    about: str
    text: str

    @property
    def id(self) -> str:
        """Its digest with what it is about."""
        return hashlib.sha256(f"{self.kind}\n{self.about}\n{self.text}".encode()).hexdigest()[:24]


def study_of(cycle: Cycle) -> Study:
    """The cycle as a study, as it stands now, without names."""
    with TemporaryDirectory(prefix="tinjau-package-") as scratch:
        folder = Path(scratch) / "study"
        mapping.write_folder(cycle, folder)
        the_study = replace(study.read_study(folder), previous="")
    return study_without_names(the_study, names_in(cycle))


def names_in(cycle: Cycle) -> list[str]:
    """Names of accounts that must not stand in the package: of the office, of the rounds, and of who wrote."""
    users = get_user_model()
    seats = AssessmentSeat.objects.filter(round__cycle=cycle).exclude(user=None).values_list("user_id", flat=True)
    ids = {*Membership.objects.filter(office=cycle.office_id).values_list("user_id", flat=True), *seats}
    ids |= set(cycle.entries.exclude(author=None).order_by().values_list("author_id", flat=True).distinct())
    found = {
        name
        for row in users.objects.filter(pk__in=ids)
        for name in (row.get_username(), name_of_account(row.get_username()), row.get_full_name())
    }
    found |= set(cycle.entries.order_by().values_list("author_name", flat=True).distinct()) - {NOBODY}
    found |= set(AssessmentSeat.objects.filter(round__cycle=cycle).values_list("user_name", flat=True))
    return sorted(each for each in found if len(each) >= _SHORTEST)


def free_texts(the_study: Study) -> list[FreeText]:
    """Everything in the study that was written freely and may hold what nobody should read."""
    found = [
        FreeText(kind, each.id, text)
        for each in the_study.answers
        for kind, text in (("note", each.note), ("evidence", each.evidence))
        if text
    ]
    found += [FreeText("reason", each.subject, each.reason) for each in the_study.decisions if each.reason]
    found += [FreeText("notes", f"service:{each.id}", each.notes) for each in the_study.services if each.notes]
    return list({each.id: each for each in found}.values())


def with_texts(the_study: Study, kept: Collection[str]) -> Study:
    """The study with only those free texts whose ids are in `kept`."""

    def only(kind: str, about: str, text: str) -> str:
        return text if text and FreeText(kind, about, text).id in kept else ""

    return replace(
        the_study,
        answers=tuple(
            replace(each, note=only("note", each.id, each.note), evidence=only("evidence", each.id, each.evidence))
            for each in the_study.answers
        ),
        decisions=tuple(
            replace(each, reason=only("reason", each.subject, each.reason)) for each in the_study.decisions
        ),
        services=tuple(
            replace(each, notes=only("notes", f"service:{each.id}", each.notes)) for each in the_study.services
        ),
    )


def observed_of(result: Result | None) -> observe.ObservationResult | None:
    """What the last run observed; nothing where there was none; None where its files cannot say (evaluate again)."""
    if result is None:
        return observe.nothing_observed()
    folder = Path(settings.HOME) / "results" / Path(result.folder).name
    if not (folder / INSIDE).is_file():
        seen = (folder / "observations.parquet").is_file() or result.assessment.get("capture")
        return None if seen else observe.nothing_observed()
    with zipfile.ZipFile(folder / INSIDE) as packed, TemporaryDirectory(prefix="tinjau-package-") as scratch:
        path = Path(scratch) / "observations.jsonl"
        path.write_bytes(packed.read("observations.jsonl"))
        captured: Any = json.loads(packed.read("capture.json"))
        found = [
            FoundService(**{**each, "observations": tuple(each["observations"])})
            for each in json.loads(packed.read("found-services.json"))
        ]
        capture = Capture(**{**captured, "hosts": tuple(captured["hosts"])}) if captured else None
        return observe.ObservationResult(observe.read_observations(path), capture, tuple(found))


def package_of(the_study: Study, observed: observe.ObservationResult) -> bytes:
    """The zip: what stands in it is judged and planned anew from the study without names."""
    instruments = [packs.load_instrument(each) for each in the_study.instruments]
    assessment = pipeline.assess(the_study, instruments, observed)
    plan = pipeline.plan_for(the_study, assessment, observed)
    return report.replication_package(
        assessment, plan, the_study, instruments, observed.observations, observed.services
    )


def name_of(cycle: Cycle) -> str:
    """The file's name."""
    return f"{cycle.slug}-package-{timezone.localdate():%Y-%m-%d}.zip"
