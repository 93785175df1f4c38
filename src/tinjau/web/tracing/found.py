"""What the last evaluation found, as things of the graph."""

from collections.abc import Sequence
from typing import Any

from tinjau import texts
from tinjau.model import Instrument
from tinjau.web.tracing.node import Fact, Node
from tinjau.web.tracing.things import Graph

_SITE = frozenset({"", "site"})


def add_assessment(graph: Graph, assessment: dict[str, Any], instruments: Sequence[Instrument]) -> None:
    """Observations, indicators, criteria, services, findings and phases."""
    questions = {(pack.id, each.id): each.question.get(graph.lang) for pack in instruments for each in pack.indicators}
    by_criterion: dict[tuple[str, str], list[str]] = {}
    for each in assessment["indicators"]:
        node = graph.add(_indicator(graph, each, questions))
        if each["unit"] not in _SITE:  # the question as such rests on what it came to for each service
            title = questions.get((each["instrument"], each["id"]), each["id"])
            graph.add(Node(indicator_id(each["instrument"], each["id"], ""), "indicator", title, [node.id]))
        by_criterion.setdefault((each["instrument"], each["criterion"]), []).append(node.id)
    titles = {(pack.id, each.id): each.title.get(graph.lang) for pack in instruments for each in pack.criteria}
    for each in assessment["criteria"]:
        key = each["instrument"], each["id"]
        graph.add(_criterion(graph, each, titles.get(key, each["id"]), by_criterion.get(key, [])))
    for each in assessment["services"]["items"]:
        graph.add(_service(graph, each))
        graph.alias.setdefault(each["id"], f"service:{each['id']}")
    _add_findings(graph, assessment["services"]["items"])
    if assessment["phase"]:
        _add_phases(graph, assessment["phase"], instruments)


def add_proposals(graph: Graph, plan: dict[str, Any]) -> None:
    """What rules propose, each with what it rests on; the sources of a country's context."""
    for group in plan["proposals"].values():
        for each in group:
            text = _text(graph, each["text"])
            graph.add(Node(each["id"], "proposal", text, list(each["because"]), [Fact("trace.rule", each["rule"])]))
            for one in each.get("citation") or ():
                graph.add(Node(f"source:{one['source']}", "source", one["source"], excerpt=one["says"],
                               facts=[Fact("trace.dated", one["date"])] if one["date"] else []))  # fmt: skip


def add_plan(graph: Graph, plan: dict[str, Any]) -> None:
    """Factors and strategies that the last evaluation took from proposals; what people wrote stands already."""
    for group in plan["factors"].values():
        for each in group:
            if graph.find(each["id"]) is None:
                graph.add(Node(each["id"], "factor", _text(graph, each["text"]), list(each["support"])))
    for each in plan["strategies"]:
        if graph.find(each["id"]) is None:
            uses = [use["factor"] for use in each["uses"]]
            graph.add(Node(each["id"], "strategy", _text(graph, each["text"]), uses))
    if plan["absorption"]:
        graph.add(Node("absorption", "finding", "", [each for each in graph.nodes if each.startswith("action:")]))
    for each in plan["conclusions"]:
        if graph.find(f"conclusion:{each['id']}") is None:
            graph.add(Node(f"conclusion:{each['id']}", "conclusion", _text(graph, each["text"]), list(each["from"])))


def indicator_id(instrument: str, name: str, unit: str) -> str:
    """The id of an outcome in the graph: bare for the whole site, with the service where one is asked about."""
    return f"indicator:{instrument}/{name}" + ("" if unit in _SITE else f"/{unit}")


def _indicator(graph: Graph, each: dict[str, Any], questions: dict[tuple[str, str], str]) -> Node:
    name = indicator_id(each["instrument"], each["id"], each["unit"])
    title = questions.get((each["instrument"], each["id"]), each["id"])
    unit = "" if each["unit"] in _SITE else f" ({each['unit']})"
    facts = [Fact("trace.outcome", each["outcome"], "outcome")]
    if each["proposed"] and each["proposed"] != each["outcome"]:
        facts.append(Fact("criterion.machine", each["proposed"], "outcome"))
    if each["value"] not in {None, ""} and not isinstance(each["value"], float):
        facts.append(Fact("trace.value", str(each["value"]), "word"))
    if each["decided_by"]:
        facts.append(Fact("trace.decided-by", each["decided_by"], "decider"))
    if each["reason"]:
        facts.append(Fact("trace.reason", each["reason"], "reason"))
    for one in each["evidence"]:
        if one["observation"].startswith("answer:"):  # it may have been changed or withdrawn since
            graph.add(Node(one["observation"], "answer", title, excerpt=one["excerpt"]))
        elif not one["observation"].startswith("service:"):
            graph.add(_observation(one))
    rests_on = [one["observation"] for one in each["evidence"]]
    return Node(name, "indicator", f"{title}{unit}", list(dict.fromkeys(rests_on)), facts, outcome=each["outcome"])


def _observation(one: dict[str, str]) -> Node:
    detector = one["observation"].split("-", 1)[0].replace("_", " ")
    title = one["excerpt"] or one["url"] or detector
    return Node(one["observation"], "observation", title, excerpt=one["excerpt"], url=one["url"], record=one["record"],
                digest=one["digest"])  # fmt: skip


def _criterion(graph: Graph, each: dict[str, Any], title: str, members: list[str]) -> Node:
    verdict = each["verdict"]["value"]
    facts = [Fact("trace.verdict", verdict or "not-assessed", "word"),
             Fact("trace.coverage", texts.percent(each["coverage"], graph.lang))]  # fmt: skip
    facts += [
        Fact(f"outcome.{name}", texts.integer(count, graph.lang)) for name, count in each["outcomes"].items() if count
    ]
    if each["verdict"]["by"]:
        facts.append(Fact("trace.decided-by", each["verdict"]["by"], "decider"))
    name = f"{each['instrument']}/{each['id']}"
    for other in (name, f"indicator:{name}"):  # an action may name what it is to move by its criterion
        graph.alias.setdefault(other, f"criterion:{name}")
    return Node(f"criterion:{name}", "criterion", title, [f"answer:{name}", *members], facts)


def _service(graph: Graph, each: dict[str, Any]) -> Node:
    facts = [Fact("services.audience", each["audience"], "word"), Fact("services.access", each["access"], "word"),
             Fact("services.guide", each["guide"], "word")]  # fmt: skip
    facts += [Fact("trace.read-at", url) for url in each["matched"]]
    if each["phase"]:
        facts.append(Fact("phase.title", each["phase"], "word"))
    return Node(f"service:{each['id']}", "service", _text(graph, each["name"]), facts=facts)


def _add_findings(graph: Graph, items: Sequence[dict[str, Any]]) -> None:
    """The inventory counted, under the ids by which factors and proposals name it (strategy, findings)."""
    public = [each for each in items if each["audience"] == "public"]
    groups = (
        ("inventory", items),
        ("services-good", [each for each in public if each["access"] == "good"]),
        ("services-lacking", [each for each in public if each["access"] == "lacking"]),
        ("guides-missing", [each for each in items if each["guide"] == "missing"]),
    )
    for name, members in groups:
        if members:
            fact = Fact("trace.count", texts.integer(len(members), graph.lang))
            graph.add(Node(name, "finding", "", [f"service:{each['id']}" for each in members], [fact]))
    graph.alias["services"] = "inventory"


def _add_phases(graph: Graph, phase: dict[str, Any], instruments: Sequence[Instrument]) -> None:
    for pack in instruments:
        for gate in pack.ladder.gates if pack.ladder else ():
            if gate.phase not in phase["reached"]:
                continue
            wanted = [*gate.require, *(each for group in gate.any_of for each in group)]
            share = phase["reached"][gate.phase]
            facts = [Fact("trace.reached", texts.percent(share, graph.lang))] if share is not None else []
            services = [each.id for each in graph.nodes.values() if each.id.startswith(
                f"indicator:{pack.id}/{pack.ladder.service_indicator}/")] if pack.ladder else []  # fmt: skip
            members = [f"indicator:{pack.id}/{each}" for each in wanted]
            graph.add(Node(f"phase:{gate.phase}", "phase", gate.title.get(graph.lang), members + services, facts))
    if phase["id"]:
        graph.alias["phase"] = f"phase:{phase['id']}"


def _text(graph: Graph, value: Any) -> str:
    return said(value, graph.lang)


def said(value: Any, lang: str) -> str:
    """A text of people or packs in the reader's language where it has it, else in the other."""
    if isinstance(value, dict):
        return str(value.get(lang) or value.get("id") or value.get("en") or "")
    return str(value or "")
