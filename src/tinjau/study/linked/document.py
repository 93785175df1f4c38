"""A JSON-LD file as nodes with whole names. Nothing is fetched: what a context at another address would say is known
here for two vocabularies, and any other is refused.

A file that someone sent is hostile: its size, its depth and its number of nodes are bounded before anything is read.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tinjau.model import InputError
from tinjau.study.fields import kind_of
from tinjau.study.folder import MAX_BYTES
from tinjau.study.linked.vocabulary import KNOWN_CONTEXTS, PREFIXES, SCHEMA

MAX_DEPTH = 24  # project choice: a catalogue needs six levels
MAX_NODES = 200_000  # project choice: ten nodes for each of the rows that a table may have
_MOST_STEPS = 8  # names that one name may stand for, one after the other
_SHOWN = 80
_OLD_SCHEMA = "http://schema.org/"  # both addresses name the same vocabulary

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """What the short names of a file stand for, and the language of texts that state none."""

    terms: Mapping[str, str]
    vocabulary: str
    language: str
    by_language: frozenset[str]  # whole names whose values are given by language

    def whole(self, name: str) -> str:
        """The whole name; empty where the file does not say what the name stands for."""
        for _ in range(_MOST_STEPS):
            if name.startswith("@"):
                return name
            if name.startswith(_OLD_SCHEMA):
                return SCHEMA + name.removeprefix(_OLD_SCHEMA)
            if name in self.terms:
                name = self.terms[name]
                continue
            prefix, colon, rest = name.partition(":")
            if colon and not rest.startswith("//") and prefix in self.terms:
                name = self.terms[prefix] + rest
                continue
            if colon:
                return name
            return self.vocabulary + name if self.vocabulary else ""
        return ""


@dataclass(frozen=True, slots=True)
class Thing:
    """One node: its place in the file, its id, the whole names of its types, its values by whole name."""

    place: str
    id: str
    types: frozenset[str]
    values: Mapping[str, tuple[Any, ...]]
    names: Names


def read_things(path: Path, label: str) -> tuple[list[Thing], dict[str, Thing]]:
    """The nodes of the file in their order, nested ones behind those that hold them, and those with an id by it.

    Raises InputError where the file is no JSON, is too large or too deep, or has a context that is not known here.
    """
    data = _parsed(path, label)
    documents = data if isinstance(data, list) else [data]
    things: list[Thing] = []
    for number, document in enumerate(documents, start=1):
        where = f"document {number}" if isinstance(data, list) else ""
        if not isinstance(document, dict):
            problem = f"a JSON object is expected here, not {kind_of(document)}"
            raise InputError(label, where, problem, "Give a JSON-LD file with @context and @graph")
        names = _names(document.get("@context"), label)
        graph = document.get("@graph")
        if graph is None:
            things += _things({key: each for key, each in document.items() if key != "@context"}, where or "top", names)
        elif isinstance(graph, list):
            for place, node in enumerate(graph, start=1):
                things += _things(node, f"{where} @graph {place}".strip(), names)
        else:
            raise InputError(label, "@graph", f"a list is expected here, not {kind_of(graph)}", "Write a list of nodes")
    return things, _by_id(things)


def _by_id(things: list[Thing]) -> dict[str, Thing]:
    """The node that says most of each id: others only point to it."""
    found: dict[str, Thing] = {}
    for each in things:
        kept = found.get(each.id)
        if each.id and (kept is None or len(each.values) > len(kept.values)):
            found[each.id] = each
    return found


def _parsed(path: Path, label: str) -> Any:
    if not path.is_file():
        raise InputError(label, "", "there is no such file", "Give a JSON-LD file (.jsonld or .json)")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise InputError(label, "", f"the file has {size} bytes, more than {MAX_BYTES}", "Split the catalogue")
    mend = "Give a JSON-LD file as UTF-8; Turtle and RDF/XML have to be converted first"
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(label, "", "the text is not UTF-8", mend) from None
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise InputError(label, f"line {error.lineno}", f"this is not JSON ({error.msg})", mend) from None
    except ValueError as error:
        raise InputError(label, "", str(error)[:_SHOWN], mend) from None
    except RecursionError:
        raise InputError(label, "", f"the file is nested deeper than {MAX_DEPTH} levels", mend) from None
    _bounded(data, label)
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key '{twice[:40]}' stands twice in one object")
    return made


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _bounded(data: Any, label: str) -> None:
    level, count = [data], 0
    for _ in range(MAX_DEPTH):
        count += len(level)
        if count > MAX_NODES:
            raise InputError(label, "", f"the file has more than {MAX_NODES} values", "Split the catalogue")
        level = [
            child
            for each in level
            if isinstance(each, dict | list)
            for child in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return
    raise InputError(label, "", f"the file is nested deeper than {MAX_DEPTH} levels", "Give a plain catalogue")


def _names(context: Any, label: str) -> Names:
    terms: dict[str, str] = dict(PREFIXES)
    by_language: set[str] = set()
    vocabulary = language = ""
    for part in context if isinstance(context, list) else [context]:
        if part is None:
            continue
        if isinstance(part, str):
            known = KNOWN_CONTEXTS.get(part.strip().rstrip("/").replace("http://", "https://"))
            if known is None:
                raise InputError(
                    label,
                    "@context",
                    f"'{part[:_SHOWN]}' is not a context that tinjau knows, and none is ever fetched",
                    "Write the names that the file uses into its own @context",
                )
            terms |= known.terms
            vocabulary = known.vocabulary or vocabulary
            continue
        if not isinstance(part, dict):
            raise InputError(label, "@context", f"a context cannot be {kind_of(part)}", "Write a mapping of names")
        vocabulary, language = _text(part, "@vocab", vocabulary), _text(part, "@language", language)
        for name, meaning in part.items():
            if name.startswith("@"):
                continue
            target = meaning.get("@id") if isinstance(meaning, dict) else meaning
            if isinstance(target, str) and target != name:
                terms[name] = target
            if isinstance(meaning, dict) and meaning.get("@container") == "@language":
                by_language.add(name)
    made = Names(terms, vocabulary, language, frozenset())
    return Names(terms, vocabulary, language, frozenset(filter(None, map(made.whole, by_language))))


def _text(context: Mapping[str, Any], key: str, otherwise: str) -> str:
    value = context.get(key, otherwise)
    return value if isinstance(value, str) else otherwise


def _things(node: Any, place: str, names: Names) -> Iterator[Thing]:
    """This node and those inside it; what is no node gives none."""
    if not isinstance(node, dict) or "@value" in node:
        return
    values: dict[str, tuple[Any, ...]] = {}
    inside: list[tuple[str, Any]] = []
    name, types = "", frozenset[str]()
    for key, value in node.items():
        whole = names.whole(key)
        listed = tuple(value) if isinstance(value, list) else (value,)
        if whole == "@id":
            name = names.whole(value) or value if isinstance(value, str) else ""
        elif whole == "@type":
            types = frozenset(filter(None, (names.whole(each) for each in listed if isinstance(each, str))))
        elif whole:
            values[whole] = values.get(whole, ()) + listed
            if whole not in names.by_language:
                inside += [(f"{place}, {key}", each) for each in listed]
    yield Thing(place, name, types, values, names)
    for where, each in inside:
        yield from _things(each, where, names)
