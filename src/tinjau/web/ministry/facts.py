"""What the league needs of a finding, in a table of its own: written with the finding, and made anew by command."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from tinjau import packs
from tinjau.model import Instrument
from tinjau.scoring.league import Facts, facts_of, official_indices
from tinjau.web.models import Finding, LeagueFacts, Round

_PLAIN = ("name", "code", "phase", "ordinal", "coverage", "complete", "pages", "reason")
NOT_HANDED_IN = "not handed in"  # the reason that stands where no result does; shown by the word of this id


def instruments_of(the_round: Round) -> list[Instrument]:
    """The round's instruments; one that is no longer among the packs is left out."""
    known = set(packs.instrument_ids())
    return [packs.load_instrument(each) for each in the_round.instruments if each in known]


def computed(finding: Finding, instruments: Sequence[Instrument]) -> Facts:
    """The facts of a finding from its result alone: only the round's instruments count, also where more were used."""
    office = finding.participation.office
    if finding.result is None:
        return Facts(office.name, office.code, None, None, None, {}, complete=False, dimensions={},
                     reason=NOT_HANDED_IN)  # fmt: skip
    found = facts_of(_limited(finding.result.assessment, instruments), official_indices(instruments))
    return Facts(
        name=office.name, code=office.code, phase=found.phase, ordinal=found.ordinal, coverage=found.coverage,
        criteria=found.criteria, complete=found.complete, dimensions=found.dimensions, pages=found.pages,
        reason=found.reason,
    )  # fmt: skip


def keep_facts(finding: Finding) -> LeagueFacts:
    """Write the facts of a finding (again)."""
    the_round = finding.participation.round
    each = computed(finding, instruments_of(the_round))
    fields = {
        "round": the_round, "name": each.name[:200], "code": each.code, "phase": each.phase, "ordinal": each.ordinal,
        "coverage": each.coverage, "complete": each.complete, "criteria": dict(each.criteria),
        "dimensions": {name: list(bounds) for name, bounds in each.dimensions.items()}, "pages": each.pages,
        "reason": each.reason,
    }  # fmt: skip
    row, _ = LeagueFacts.objects.update_or_create(finding=finding, defaults=fields)
    return row


def read_facts(rows: "QuerySet[LeagueFacts]", *more: str) -> list[tuple[Facts, tuple[Any, ...]]]:
    """The facts as they were kept, each with the values of `more`, in the order of the rows: one query, no objects.

    What stands in JSON comes as text and is read in one go: a country has a thousand such cells, and taken one by one
    they cost as much as all the rest of a league.
    """
    as_text = {f"{name}_text": Cast(name, TextField()) for name in ("criteria", "dimensions")}
    found = list(rows.annotate(**as_text).values_list(*_PLAIN, *as_text, *more))
    after = len(_PLAIN) + len(as_text)
    criteria = json.loads(f"[{','.join(each[after - 2] for each in found)}]")
    dimensions = json.loads(f"[{','.join(each[after - 1] for each in found)}]")
    facts = []
    for row, words, bounds in zip(found, criteria, dimensions, strict=True):
        name, code, phase, ordinal, coverage, complete, pages, reason = row[: len(_PLAIN)]
        pairs = {key: (low, high) for key, (low, high) in bounds.items()}
        one = Facts(name, code, phase, ordinal, coverage, words, complete, pairs, pages, reason)
        facts.append((one, row[after:]))
    return facts


def rebuild(the_round: Round) -> int:
    """Make the facts of every finding of a round anew; how many."""
    findings = Finding.objects.filter(participation__round=the_round).select_related(
        "participation__office", "participation__round", "result"
    )
    number = 0
    for each in findings.iterator(chunk_size=50):
        keep_facts(each)
        number += 1
    return number


def _limited(document: Mapping[str, Any], instruments: Sequence[Instrument]) -> dict[str, Any]:
    wanted = {each.id for each in instruments}
    ladders = {gate.phase for each in instruments if each.ladder for gate in each.ladder.gates}
    phase = document["phase"]
    if phase is not None and not set(phase["reached"]) & ladders:
        phase = None
    criteria = [each for each in document["criteria"] if each["instrument"] in wanted]
    return {**document, "criteria": criteria, "phase": phase}
