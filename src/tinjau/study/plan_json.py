"""plan.json: what people wrote, and beside it what rules derive."""

from typing import Any

from tinjau.model import Citation, FactorKind, Plan, StrategyTemplate
from tinjau.study.assessment_json import finding_to_json, text_to_json


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """The plan as one JSON document (contract: plan.json)."""
    return {
        "factors": {
            kind.value: [
                {
                    "id": each.id,
                    "text": text_to_json(each.text),
                    "support": list(each.support),
                    "status": each.status.value,
                    "themes": list(each.themes),
                    "actor": each.actor,
                    "supported": each.id in plan.supported,
                }
                for each in plan.factors
                if each.kind is kind
            ]
            for kind in FactorKind
        },
        "strategies": [
            {
                "id": each.id,
                "cell": each.cell.value,
                "text": text_to_json(each.text),
                "uses": [{"factor": use.factor, "by": use.by} for use in each.uses],
                "origin": each.origin,
                "themes": list(each.themes),
            }
            for each in plan.strategies
        ],
        "conclusions": [
            {"id": each.id, "from": list(each.sources), "text": text_to_json(each.text), "why": each.why}
            for each in plan.conclusions
        ],
        "proposals": {
            "factors": [
                {
                    "id": each.id,
                    "kind": each.kind.value,
                    "rule": each.rule,
                    "text": text_to_json(each.text),
                    "because": list(each.because),
                    "themes": list(each.themes),
                    "actor": each.actor,
                    "matches": each.matches,
                    "decision": each.decision,
                    "citation": [_citation(one) for one in each.citation],
                }
                for each in plan.factor_proposals
            ],
            "strategies": [
                {
                    "id": each.id,
                    "cell": each.cell,
                    "rule": each.rule,
                    "text": text_to_json(each.text),
                    "because": list(each.because),
                    "themes": list(each.themes),
                    "matches": each.matches,
                    "decision": each.decision,
                    "template": _template(each.template),
                }
                for each in plan.strategy_proposals
            ],
        },
        "merge_proposals": [
            {
                "id": each.id,
                "subjects": list(each.subjects),
                "similarity": each.similarity,
                "rule": each.rule,
                "decision": each.decision,
                "done": each.done,
            }
            for each in plan.merge_proposals
        ],
        "derivation": [
            {"subject": each.subject, "verdict": each.verdict, "by": list(each.by)} for each in plan.derivation
        ],
        "support": plan.support,
        "used": plan.used,
        "counts": dict(plan.counts),
        "priorities": dict(plan.priorities) if plan.priorities is not None else None,
        "portfolio": dict(plan.portfolio) if plan.portfolio is not None else None,
        "actions": [
            {
                "strategy": each.strategy,
                "owner": each.owner,
                "start": each.start,
                "end": each.end,
                "budget": each.budget,
                "spent": each.spent,
                "indicator": each.indicator,
                "status": each.status,
            }
            for each in plan.actions
        ],
        "absorption": [
            {
                "strategy": each.strategy,
                "budget": each.budget,
                "spent": each.spent,
                "share": each.share,
                "actions": each.actions,
                "counted": each.counted,
            }
            for each in plan.absorption
        ],
        "movements": [
            {
                "strategy": each.strategy,
                "indicator": each.indicator,
                "status": each.status,
                "before": each.before,
                "after": each.after,
                "moved": each.moved,
                "reason": each.reason,
            }
            for each in plan.movements
        ],
        "lint": [finding_to_json(each) for each in plan.lint],
    }


def _template(template: StrategyTemplate | None) -> dict[str, Any] | None:
    if template is None:
        return None
    return {
        "id": template.id,
        "title": text_to_json(template.title),
        "needs": [text_to_json(each) for each in template.needs],
        "moves": list(template.moves),
        "cost": template.cost,
        "first_step": {"do": text_to_json(template.first_step.do), "ask": text_to_json(template.first_step.ask)},
        "citation": [_citation(each) for each in template.citation],
    }


def _citation(citation: Citation) -> dict[str, str]:
    return {
        "source": citation.source,
        "says": citation.says,
        "verified": citation.verified,
        "date": citation.date,
    }
