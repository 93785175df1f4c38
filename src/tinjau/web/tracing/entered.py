"""What people wrote, as things of the graph."""

from collections.abc import Sequence
from typing import Any

from tinjau.model import Instrument
from tinjau.web.models import Cycle
from tinjau.web.tracing.found import said
from tinjau.web.tracing.node import Fact, Node
from tinjau.web.tracing.things import Graph

_KINDS = ("answer", "service", "source", "factor", "strategy", "conclusion", "action", "settings")


def add_entries(graph: Graph, cycle: Cycle, instruments: Sequence[Instrument]) -> None:
    """Answers, services, sources, factors, strategies, conclusions and actions as they stand now."""
    questions = {(pack.id, each.id): each.question.get(graph.lang) for pack in instruments for each in pack.indicators}
    questions |= {(pack.id, each.id): each.title.get(graph.lang) for pack in instruments for each in pack.criteria}
    entries = cycle.entries.filter(kind__in=_KINDS, current=True).exclude(payload=None)
    for entry in entries.order_by("position", "sequence"):
        if entry.kind == "settings":
            _add_sources(graph, entry.payload.get("sources"))
            continue
        node = _MADE[entry.kind](graph, entry.key, entry.payload)
        node.entry = (entry.kind, entry.key)
        if entry.kind == "answer":
            key = entry.payload.get("instrument", ""), entry.payload.get("indicator", "")
            node.title = questions.get(key, key[1])
            node.facts[0].who = entry.payload.get("assessor") or entry.author_name
        graph.add(node)
    _link_answers(graph)


def answer_id(payload: dict[str, Any]) -> str:
    """The id by which factors name an answer (model.Answer.id)."""
    tail = f"/{payload['unit']}" if payload.get("unit") else ""
    return f"answer:{payload.get('instrument', '')}/{payload.get('indicator', '')}{tail}"


def _link_answers(graph: Graph) -> None:
    """An answer is evidence of its question, also before anybody evaluated again."""
    for node in list(graph.nodes.values()):
        question = graph.nodes.get(f"indicator:{node.id.removeprefix('answer:')}") if node.kind == "answer" else None
        if question is not None and node.id not in question.rests_on:
            question.rests_on.append(node.id)


def _add_sources(graph: Graph, data: Any) -> None:
    """The sources of the settings: a list, or a mapping from id to entry or text."""
    pairs = data.items() if isinstance(data, dict) else [(each.get("id"), each) for each in data or ()
                                                         if isinstance(each, dict)]  # fmt: skip
    for name, value in pairs:
        inner = value if isinstance(value, dict) and not set(value) <= {"id", "en"} else {"text": value}
        graph.add(_source(graph, str(name), inner))


def _answer(graph: Graph, key: str, payload: dict[str, Any]) -> Node:
    del graph, key
    facts = [Fact("check.value", str(payload.get("value", "")), "word")]
    labels = (("trace.evidence", "evidence"), ("criterion.note", "note"))
    facts += [Fact(label, str(payload[name])) for label, name in labels if payload.get(name)]
    return Node(answer_id(payload), "answer", "", facts=facts)


def _service(graph: Graph, key: str, payload: dict[str, Any]) -> Node:
    order = ("name_id", "name", "name_en") if graph.lang == "id" else ("name_en", "name", "name_id")
    graph.alias.setdefault(key, f"service:{key}")
    return Node(f"service:{key}", "service", next((str(payload[each]) for each in order if payload.get(each)), key))


def _source(graph: Graph, key: str, payload: dict[str, Any]) -> Node:
    facts = [Fact("trace.source-kind", str(payload["kind"]), "source")] if payload.get("kind") else []
    return Node(key, "source", said(payload.get("text"), graph.lang) or key, facts=facts)


def _factor(graph: Graph, key: str, payload: dict[str, Any]) -> Node:
    facts = [Fact("trace.status", str(payload.get("status") or "stated"), "status")]
    return Node(key, "factor", said(payload.get("text"), graph.lang), names(payload.get("support")), facts)


def _strategy(graph: Graph, key: str, payload: dict[str, Any]) -> Node:
    return Node(key, "strategy", said(payload.get("text"), graph.lang), used_factors(payload.get("uses")))


def _conclusion(graph: Graph, key: str, payload: dict[str, Any]) -> Node:
    facts = [Fact("trace.why", str(payload["why"]))] if payload.get("why") else []
    return Node(
        f"conclusion:{key}", "conclusion", said(payload.get("text"), graph.lang), names(payload.get("from")), facts
    )


def _action(graph: Graph, key: str, payload: dict[str, Any]) -> Node:
    subject = str(payload.get("strategy", ""))
    labels = (("plan.owner", "owner"), ("action.start", "start"), ("action.end", "end"), ("plan.budget", "budget"),
              ("plan.spent", "spent"), ("action.indicator", "indicator"))  # fmt: skip
    facts = [Fact(label, str(payload[name])) for label, name in labels if payload.get(name)]
    if payload.get("status"):
        facts.append(Fact("plan.status", str(payload["status"]), "status"))
    conclusion = f"conclusion:{subject}"
    rests_on = [conclusion if graph.find(conclusion) else subject]
    if payload.get("indicator"):
        rests_on.append(f"indicator:{payload['indicator']}")
    title = f"{payload['owner']} ({subject})" if payload.get("owner") else subject
    return Node(f"action:{key.split('/', 1)[0]}", "action", title, rests_on, facts)


_MADE = {"answer": _answer, "service": _service, "source": _source, "factor": _factor, "strategy": _strategy,
         "conclusion": _conclusion, "action": _action}  # fmt: skip


def names(value: Any) -> list[str]:
    """A list of ids as a study may write it: a list, or one alone."""
    items = value if isinstance(value, list) else [value] if value else []
    return [str(each) for each in items]


def used_factors(value: Any) -> list[str]:
    """The factors that a strategy uses: ids, or mappings that name one."""
    items = value if isinstance(value, list) else [value] if value else []
    return [str(each.get("factor", "")) if isinstance(each, dict) else str(each) for each in items]
