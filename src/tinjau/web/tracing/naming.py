"""What an id means to a reader, in words: the question, the criterion, the service, what was read - not the id."""

from tinjau.web.models import Entry
from tinjau.web.tracing.node import Node
from tinjau.web.tracing.things import Graph
from tinjau.web.words import WORDS, say

LONGEST = 110  # characters of words in a link; project choice: what a line of a card holds
_ANSWER = "answer:"
_OWN_NAMES = frozenset({"factor", "strategy", "conclusion"})  # people know these by their numbers: S1, SO2, 3


def words_of(graph: Graph, name: str, longest: int = LONGEST) -> str:
    """The words for an id in the graph's language: `Jawaban atas: Layanan` for `answer:sitokdana-7/services`.

    Factors, strategies and conclusions keep the numbers by which people speak of them. An id that stands for nothing
    is named by its question where it has one, and is given as it is where it has none.
    """
    node = graph.find(name)
    if name.startswith(_ANSWER) and (node is None or node.kind == "answer"):
        return _answer(graph, name, node, longest)
    if node is None:
        return name
    if node.kind in _OWN_NAMES:
        return node.id.removeprefix("conclusion:")
    found = f"found.{node.id}"
    if found in WORDS:
        return say(found, graph.lang)
    title = _short(node.title or node.id, longest)
    return title if node.kind == "proposal" else f"{say(f'node.{node.kind}', graph.lang)}: {title}"


def words_of_entry(graph: Graph, entry: Entry) -> str:
    """The words for what an entry says, where it is a thing of the graph; empty where only its key names it."""
    if entry.kind == "answer":
        place = "/".join(entry.key.split("/")[:2])
        known = graph.find(f"criterion:{place}") or graph.find(f"indicator:{place}") or graph.find(f"answer:{place}")
        return _short(known.title, LONGEST) if known else ""
    node = next((each for each in graph.nodes.values() if each.entry == (entry.kind, entry.key)), None)
    return _short(node.title, LONGEST) if node and node.title != entry.key else ""


def _answer(graph: Graph, name: str, node: Node | None, longest: int) -> str:
    place = name.removeprefix(_ANSWER)
    pack, _, rest = place.partition("/")
    question, _, unit = rest.partition("/")
    asked = graph.find(f"criterion:{pack}/{question}") or graph.find(f"indicator:{pack}/{question}") or node
    if asked is None or not asked.title:
        return name
    subject = _short(asked.title, longest)
    service = graph.find(f"service:{unit}") if unit else None
    tail = f" ({service.title if service else unit})" if unit else ""
    return say("named.answer", graph.lang, subject=f"{subject}{tail}")


def _short(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
