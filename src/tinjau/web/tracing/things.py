"""The things of an evaluation by id, in both directions."""

from dataclasses import dataclass, field

from tinjau.model import Lang
from tinjau.web.tracing.node import Node


@dataclass(slots=True)
class Graph:
    """The things by id. `alias` gives the id under which a thing that is named otherwise stands."""

    lang: Lang
    nodes: dict[str, Node] = field(default_factory=dict)
    alias: dict[str, str] = field(default_factory=dict)

    def add(self, node: Node) -> Node:
        """Put a thing in; one that stands already is kept and takes up what it rests on."""
        standing = self.nodes.get(node.id)
        if standing is None:
            self.nodes[node.id] = node
            return node
        standing.rests_on += [each for each in node.rests_on if each not in standing.rests_on]
        standing.facts += [each for each in node.facts if each not in standing.facts]
        standing.title = standing.title or node.title
        return standing

    def find(self, name: str) -> Node | None:
        """The thing of this id, or of what the id stands for."""
        return self.nodes.get(name) or self.nodes.get(self.alias.get(name, ""))

    def rests_on(self, node: Node) -> list[Node]:
        """What it rests on; an id that points nowhere is a thing of the kind `nowhere`."""
        return [self.find(each) or Node(each, "nowhere", each) for each in node.rests_on]

    def used_by(self, node: Node) -> list[Node]:
        """What rests on it, in the order of the evaluation."""
        names = {node.id, *(each for each, meant in self.alias.items() if meant == node.id)}
        return [each for each in self.nodes.values() if not names.isdisjoint(each.rests_on)]
