"""Stage 3 as flat tables: what people wrote, what rules propose, what judgements and actions say."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tinjau.report.content.edition import Edition
from tinjau.report.tables.table import DataTable, reasons, spaced, texts


def planning_tables(edition: Edition) -> tuple[DataTable, ...]:
    """All tables of one plan, in the order of the report."""
    makers: tuple[Callable[[Edition], DataTable], ...] = (
        _factors, _factor_support, _strategies, _strategy_factors, _conclusions, _conclusion_sources,
        _factor_weights, _strategy_order, _portfolio, _factor_proposals, _strategy_proposals, _merge_proposals,
        _derivation, _decisions, _actions, _absorption, _movements,
    )  # fmt: skip
    return tuple(make(edition) for make in makers)


def _factors(edition: Edition) -> DataTable:
    supported = set(edition.plan.supported)
    rows = tuple(
        (
            each.id,
            each.kind.value,
            *texts(each.text),
            spaced(each.themes),
            each.actor,
            each.status.value,
            each.id in supported,
        )
        for each in edition.plan.factors
    )
    columns = ("factor", "kind", "text_id", "text_en", "themes", "actor", "status", "supported")
    return DataTable("factors", columns, rows)


def _factor_support(edition: Edition) -> DataTable:
    rows = tuple((factor.id, each) for factor in edition.plan.factors for each in edition.public_support(factor))
    return DataTable("factor_support", ("factor", "support"), rows)


def _strategies(edition: Edition) -> DataTable:
    rows = tuple(
        (each.id, each.cell.value, *texts(each.text), spaced(each.themes), each.origin)
        for each in edition.plan.strategies
    )
    return DataTable("strategies", ("strategy", "cell", "text_id", "text_en", "themes", "origin"), rows)


def _strategy_factors(edition: Edition) -> DataTable:
    rows = tuple((strategy.id, use.factor, use.by) for strategy in edition.plan.strategies for use in strategy.uses)
    return DataTable("strategy_factors", ("strategy", "factor", "by"), rows)


def _conclusions(edition: Edition) -> DataTable:
    rows = tuple((each.id, *texts(each.text), each.why) for each in edition.plan.conclusions)
    return DataTable("conclusions", ("conclusion", "text_id", "text_en", "why"), rows)


def _conclusion_sources(edition: Edition) -> DataTable:
    rows = tuple((conclusion.id, each) for conclusion in edition.plan.conclusions for each in conclusion.sources)
    return DataTable("conclusion_sources", ("conclusion", "strategy"), rows)


def _factor_proposals(edition: Edition) -> DataTable:
    rows = tuple(
        (
            each.id,
            each.kind.value,
            each.rule,
            *texts(each.text),
            spaced(one for one in each.because if not edition.hidden(one)),
            each.matches,
            each.decision,
        )
        for each in edition.plan.factor_proposals
    )
    columns = ("proposal", "kind", "rule", "text_id", "text_en", "because", "matches", "decision")
    return DataTable("factor_proposals", columns, rows)


def _strategy_proposals(edition: Edition) -> DataTable:
    rows = tuple(
        (
            each.id,
            each.cell,
            each.rule,
            *texts(each.text),
            spaced(one for one in each.because if not edition.hidden(one)),
            each.matches,
            each.decision,
        )
        for each in edition.plan.strategy_proposals
    )
    columns = ("proposal", "cell", "rule", "text_id", "text_en", "because", "matches", "decision")
    return DataTable("strategy_proposals", columns, rows)


def _derivation(edition: Edition) -> DataTable:
    rows = tuple(
        (each.subject, each.verdict, spaced(one for one in each.by if not edition.hidden(one)))
        for each in edition.plan.derivation
    )
    return DataTable("derivation", ("subject", "derivation", "derived_by"), rows)


def _actions(edition: Edition) -> DataTable:
    rows = tuple(
        (each.strategy, each.owner, each.start, each.end, each.budget, each.spent, each.indicator, each.status)
        for each in edition.plan.actions
    )
    columns = ("strategy", "owner", "start", "end", "budget", "spent", "measure", "status")
    return DataTable("actions", columns, rows)


def _decisions(edition: Edition) -> DataTable:
    rows = tuple((each.subject, each.verdict, each.by, each.at, each.reason) for each in edition.study.decisions)
    return DataTable("decisions", ("subject", "decision", "by", "at", "reason"), rows)


def _merge_proposals(edition: Edition) -> DataTable:
    rows = tuple(
        (each.id, spaced(each.subjects), each.similarity, each.rule, each.decision, each.done)
        for each in edition.plan.merge_proposals
    )
    return DataTable("merge_proposals", ("proposal", "joined", "similarity", "rule", "decision", "done"), rows)


def _absorption(edition: Edition) -> DataTable:
    rows = tuple(
        (each.strategy, each.budget, each.spent, each.share, each.actions, each.counted)
        for each in edition.plan.absorption
    )
    columns = ("strategy", "budget_sum", "spent_sum", "absorbed", "actions", "counted")
    return DataTable("absorption", columns, rows)


def _movements(edition: Edition) -> DataTable:
    rows = tuple(
        (
            each.strategy,
            each.indicator,
            each.status,
            each.before,
            each.after,
            each.moved,
            each.reason,
            *reasons(each.reason),
        )
        for each in edition.plan.movements
    )
    columns = ("strategy", "indicator", "status", "before", "after", "moved", "reason", "reason_id", "reason_en")
    return DataTable("movements", columns, rows)


def _items(edition: Edition, key: str) -> Sequence[Mapping[str, Any]]:
    part = (edition.plan.priorities or {}).get(key)
    return part.get("items", ()) if isinstance(part, Mapping) else ()


def _ends(item: Mapping[str, Any]) -> tuple[float | None, float | None]:
    interval = item.get("interval")
    return (float(interval[0]), float(interval[1])) if interval else (None, None)


def _factor_weights(edition: Edition) -> DataTable:
    ratings = {each["id"]: each for each in _items(edition, "ratings")}
    rows = tuple(
        (
            each["id"], each["weight"], *_ends(each), each.get("rank"), ratings.get(each["id"], {}).get("mean"),
            ratings.get(each["id"], {}).get("median"), ratings.get(each["id"], {}).get("raters"),
        )
        for each in _items(edition, "factors")
    )  # fmt: skip
    columns = ("factor", "weight", "low", "high", "rank", "rating_mean", "rating_median", "raters")
    return DataTable("factor_weights", columns, rows)


def _strategy_order(edition: Edition) -> DataTable:
    rows = tuple(
        (
            each["id"],
            each["score"],
            *_ends(each),
            each.get("rank"),
            spaced(str(share) for share in each["acceptability"]),
        )
        for each in _items(edition, "strategies")
    )
    return DataTable("strategy_order", ("strategy", "impact", "low", "high", "rank", "acceptability"), rows)


def _portfolio(edition: Edition) -> DataTable:
    portfolio = edition.plan.portfolio or {}
    rows = tuple(
        (role, str(each))
        for role in ("core", "interchangeable", "serious", "without_cost")
        for each in portfolio.get(role) or ()
    )
    return DataTable("portfolio", ("role", "subject"), rows)
