"""A tabular result as one document: what `tinjau score` writes (contract.md, "`tinjau score` output")."""

from collections.abc import Mapping
from typing import Any

from tinjau.scoring.tabular.tabulating import Score, TabularResult
from tinjau.scoring.tabular.values import UnitKey


def document(result: TabularResult, *, steps: bool = True) -> dict[str, Any]:
    """The result as `tinjau score` writes it; without `steps` the parts of each score are left out."""
    written: dict[str, Any] = {
        "instrument": result.instrument.id,
        "version": result.instrument.version,
        "verified": result.instrument.verified,
        "scores": [_score_document(each, steps=steps) for each in result.scores],
        "agreement": dict(result.agreement) if result.agreement is not None else None,
        "lint": [
            {
                "code": each.code,
                "severity": each.severity.value,
                "where": each.where,
                "message": {"id": each.message.id, "en": each.message.en},
            }
            for each in result.lint
        ],
    }
    if result.samples:
        written["samples"] = [
            {
                "unit": dict(each.unit),
                "respondents": each.respondents,
                "population": each.population,
                "needed": each.needed,
            }
            for each in result.samples
        ]
    return written


def _score_document(each: Score, *, steps: bool) -> dict[str, Any]:
    result = each.result
    row: dict[str, Any] = {
        "unit": dict(each.unit),
        "level": each.level,
        "id": each.id,
        "score": result.value,
        "coverage": result.coverage,
    }
    if each.reading_of:
        row["reading_of"] = each.reading_of
    if result.rounded is not None and each.node.finish.decimals is not None:
        row["rounded"] = result.rounded
    if result.band_title is not None:
        row["band"] = {"id": result.band, "title": {"id": result.band_title.id, "en": result.band_title.en}}
    if result.value is None or result.reason:
        row["reason"] = result.reason
    if result.spread is not None:
        row["spread"] = list(result.spread)
    if len(result.assessors) > 1:
        row["assessors"] = list(result.assessors)
    if steps and result.parts:
        row["steps"] = {
            "rule": each.node.how,
            "missing": each.node.missing,
            "parts": [_part(part.id, part.weight, part.value, part.unit, each.unit) for part in result.parts],
        }
        if each.node.finish.times != 1.0:
            row["steps"]["times"] = each.node.finish.times
    return row


def _part(name: str, weight: float, value: float | None, unit: UnitKey, owner: Mapping[str, str]) -> dict[str, Any]:
    part: dict[str, Any] = {"id": name, "weight": weight, "value": value}
    if len(unit) > len(owner):
        part["unit"] = unit[-1]
    return part
