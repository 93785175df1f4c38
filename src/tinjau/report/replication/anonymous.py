"""A study and its results without people's names: assessors become A1, A2…, contacts go, files stand under `study/`."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from tinjau.model import Assessment, IndicatorResult, LintFinding, Plan, Service, Study, Text
from tinjau.scoring.answering import DECIDED

# Not people: the paper under study, the inventory, an instrument's rule (words of study files and of scoring).
_KEPT = frozenset({"", "paper", "inventory", "rule", "person"})
_SHORTEST = 3  # letters of a name that is looked for inside sentences; shorter ones would hit parts of words
FOLDER = "study"

Rename = Callable[[str], str]


def study_without_names(study: Study, people: Iterable[str] = ()) -> Study:
    """The study with one code for one person everywhere; `people` are further names that must not stand in it.

    What is judged and planned from it afterwards bears no name either.
    """
    codes = _codes([*_named_in(study), *people])
    return _study(study, codes, _renaming(codes))


def without_names(assessment: Assessment, plan: Plan, study: Study) -> tuple[Assessment, Plan, Study]:
    """All three with one code for one person everywhere, in sentences too, as far as a name is written the same."""
    codes = _codes(
        [
            *_named_in(study),
            *(each.verdict_by for each in assessment.criteria),
            *(part for each in assessment.indicators for part in each.decided_by.split(", ")),
        ]
    )
    rename = _renaming(codes)
    folder = PurePath(study.folder).name
    return (
        _assessment(assessment, codes, rename, folder),
        _plan(plan, rename, folder),
        _study(study, codes, rename),
    )


def _named_in(study: Study) -> list[str]:
    return [
        *(each.assessor for each in study.answers),
        *(each.assessor for each in study.judgements),
        *(each.by for each in study.decisions),
    ]


def _study(study: Study, codes: Mapping[str, str], rename: Rename) -> Study:
    answers = tuple(
        replace(each, assessor=codes[each.assessor], note=rename(each.note), evidence=rename(each.evidence))
        for each in study.answers
    )
    return replace(
        study,
        folder=FOLDER,
        services=tuple(_service(each, rename) for each in study.services),
        answers=answers,
        judgements=tuple(replace(each, assessor=codes[each.assessor]) for each in study.judgements),
        decisions=tuple(replace(each, by=codes[each.by], reason=rename(each.reason)) for each in study.decisions),
        title=_text(study.title, rename),
        sources=tuple(replace(each, text=_text(each.text, rename)) for each in study.sources),
        **_written(study, rename),
    )


def _plan(plan: Plan, rename: Rename, folder: str) -> Plan:
    return replace(plan, lint=tuple(_finding(each, rename, folder) for each in plan.lint), **_written(plan, rename))


def _written(where: Study | Plan, rename: Rename) -> dict[str, Any]:
    """What people wrote in stage 3, as a study and a plan both hold it."""
    conclusions = (replace(each, text=_text(each.text, rename), why=rename(each.why)) for each in where.conclusions)
    return {
        "factors": tuple(replace(each, text=_text(each.text, rename)) for each in where.factors),
        "strategies": tuple(replace(each, text=_text(each.text, rename)) for each in where.strategies),
        "conclusions": tuple(conclusions),
        "actions": tuple(replace(each, owner=rename(each.owner)) for each in where.actions),
    }


def _assessment(assessment: Assessment, codes: Mapping[str, str], rename: Rename, folder: str) -> Assessment:
    items = tuple(_service(each, rename) for each in assessment.services.items)
    criteria = tuple(
        replace(each, verdict_by=codes[each.verdict_by], statement=_text(each.statement, rename))
        for each in assessment.criteria
    )
    return replace(
        assessment,
        services=replace(assessment.services, items=items),
        criteria=criteria,
        indicators=tuple(_indicator(each, codes, rename) for each in assessment.indicators),
        lint=tuple(_finding(each, rename, folder) for each in assessment.lint),
    )


def _indicator(result: IndicatorResult, codes: Mapping[str, str], rename: Rename) -> IndicatorResult:
    by = result.decided_by
    return replace(
        result,
        decided_by=codes[by] if by in codes else ", ".join(codes[part] for part in by.split(", ")),
        reason=rename(result.reason),
        evidence=tuple(replace(each, excerpt=rename(each.excerpt)) for each in result.evidence),
    )


def _finding(finding: LintFinding, rename: Rename, folder: str) -> LintFinding:
    where = finding.where
    if folder and where.startswith(f"{folder}/"):
        where = f"{FOLDER}/{where.removeprefix(f'{folder}/')}"
    return replace(finding, where=rename(where), message=_text(finding.message, rename))


def _text(text: Text, rename: Rename) -> Text:
    return Text(rename(text.id), rename(text.en))


def _service(service: Service, rename: Rename) -> Service:
    return replace(service, contact="", owner=rename(service.owner), notes=rename(service.notes))


def _codes(names: Iterable[str]) -> dict[str, str]:
    codes: dict[str, str] = {}
    people = 0
    for written in dict.fromkeys(names):
        reserved, name = _decider(written)
        if name not in codes:
            people += name not in _KEPT
            codes[name] = name if name in _KEPT else f"A{people}"
        codes[written] = f"{reserved}{codes[name]}"
    return codes


def _decider(written: str) -> tuple[str, str]:
    """What stands before the name of whoever decided (kept: it is no assessor), and the name."""
    head, colon, name = written.partition(":")
    if head.strip().casefold() != DECIDED:
        return "", written
    return (f"{DECIDED}:", name.strip()) if colon else (DECIDED, "")


def _renaming(codes: Mapping[str, str]) -> Rename:
    """Names in sentences give way to codes, in whatever capitals they are written."""
    people = {name.lower(): code for name, code in codes.items() if name != code and len(name) >= _SHORTEST}
    if not people:
        return lambda text: text
    names = sorted(people, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE)
    return lambda text: pattern.sub(lambda found: people.get(found.group().lower(), "–"), text)
