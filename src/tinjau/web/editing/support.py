"""What a factor can rest on: what is there, looked through by a few words, with what was chosen always in sight."""

from collections.abc import Iterable, Sequence

from tinjau.web.tracing.node import Node
from tinjau.web.tracing.things import Graph

MOST = 40  # choices that one page offers; a search narrows them; project choice
OFFERED = ("finding", "criterion", "phase", "answer", "service", "source", "observation")


def chosen(graph: Graph, ids: Iterable[str]) -> list[tuple[str, Node]]:
    """What a factor rests on already, each under the id by which it is named there."""
    return [(each, graph.find(each) or Node(each, "nowhere", each)) for each in ids]


def offered(graph: Graph, query: str, without: Sequence[str]) -> tuple[list[Node], int]:
    """What else there is, most general first, and how many more a search would have to narrow."""
    words = query.casefold().split()[:8]
    taken = {node.id for each in without if (node := graph.find(each)) is not None}
    found = [
        each for each in graph.nodes.values() if each.kind in OFFERED and each.id not in taken and _has(each, words)
    ]
    found.sort(key=lambda each: OFFERED.index(each.kind))
    return found[:MOST], max(0, len(found) - MOST)


def _has(node: Node, words: Sequence[str]) -> bool:
    text = f"{node.id} {node.title} {node.excerpt} {node.url} {' '.join(fact.value for fact in node.facts)}".casefold()
    return all(each in text for each in words)
