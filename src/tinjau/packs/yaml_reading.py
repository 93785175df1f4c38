"""YAML from people, read strictly: small, flat enough, no aliases, no key twice, words kept as words."""

import math
import re
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import yaml

from tinjau.model import InputError

MAX_BYTES = 1 << 20
"""1 MiB; project choice: the largest pack that ships has a tenth of it."""

MAX_DEPTH = 32
"""Nested lists and mappings; project choice: the deepest pack that ships has a third of it."""

_SPLIT = "Write short files, or split this one"
_NULL, _BOOL, _INT, _FLOAT = (f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float"))
_STR = "tag:yaml.org,2002:str"


class _StrictLoader(yaml.CSafeLoader):
    """SafeLoader of libyaml with the scalars of YAML 1.2's core schema and no key twice.

    `yes`, `no`, `2024-01-01`, `012` and `1:30` stay words, so that codes and answers are what people wrote.
    """

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own interface

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        """The mapping; raises a ConstructorError with its line where a key stands twice or is no plain value."""
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key must be a plain word", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key '{key.value[:60]}' stands twice", key.start_mark
                )
            seen.add(key.value)
        return yaml.constructor.SafeConstructor.construct_mapping(self, node, deep)

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Leave `<<` as the plain key it is: nothing is merged in."""


class WrittenFloat(float):
    """A number that remembers how it was written: 0.30 has two decimals, and checks of printed tables need them."""

    written: str = ""


def _number(loader: _StrictLoader, node: yaml.ScalarNode) -> float:
    value = WrittenFloat(str(loader.construct_scalar(node)))
    if not math.isfinite(value):
        raise yaml.constructor.ConstructorError(None, None, "this number is too large", node.start_mark)
    value.written = str(node.value)
    return value


def _integer(loader: _StrictLoader, node: yaml.ScalarNode) -> int:
    return int(str(loader.construct_scalar(node)))


_StrictLoader.add_constructor(_INT, _integer)
_StrictLoader.add_constructor(_FLOAT, _number)
# Longer runs of digits than 18 stay words: they are codes, and no quantity of a study needs them.
for _tag, _pattern, _first in (
    (_NULL, r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    (_BOOL, r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    (_INT, r"^[-+]?(?:0|[1-9][0-9]{0,17})$", list("-+0123456789")),
    (
        _FLOAT,
        r"^[-+]?(?:[0-9]{1,18}\.[0-9]{0,30}|\.[0-9]{1,30}|[0-9]{1,18}(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?$",
        list("-+.0123456789"),
    ),
):
    _StrictLoader.add_implicit_resolver(_tag, re.compile(_pattern), _first)


def load_yaml_file(path: Path) -> Any:
    """What the file holds, as plain dicts, lists and scalars (None for an empty file).

    Raises InputError with the line where it is too large, too deep, no UTF-8, no YAML, has an alias or a key twice.
    """
    label = str(path)
    try:
        if path.is_dir():
            raise InputError(label, "", "this is a folder, not a file", "Name a .yaml file")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(label, "", "there is no such file", "Check its name") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(label, "", f"it cannot be read ({reason})", "Check its name and rights") from None
    return load_yaml(raw, label)


def load_yaml(raw: bytes, label: str) -> Any:
    """As `load_yaml_file`, for bytes in hand; `label` names them in messages."""
    text = _decoded(raw, label)
    try:
        _refuse_tricks(text, label)
        return yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - a subclass of CSafeLoader
    except yaml.YAMLError as error:
        raise _fault(error, text, label) from None


def key_lines(text: str) -> Mapping[tuple[str | int, ...], int]:
    """For each key and list entry of a document that `load_yaml` accepts: the line on which it stands."""
    node = yaml.compose(text, Loader=_StrictLoader)
    found: dict[tuple[str | int, ...], int] = {}
    stack: list[tuple[tuple[str | int, ...], Any]] = [((), node)] if node else []
    while stack:
        place, at = stack.pop()
        found.setdefault(place, at.start_mark.line + 1)
        if isinstance(at, yaml.MappingNode):
            for key, value in at.value:
                found[(*place, key.value)] = key.start_mark.line + 1
                stack.append(((*place, key.value), value))
        elif isinstance(at, yaml.SequenceNode):
            stack += [((*place, number), value) for number, value in enumerate(at.value)]
    return found


def _decoded(raw: bytes, label: str) -> str:
    if len(raw) > MAX_BYTES:
        raise InputError(label, "", f"the file is larger than {MAX_BYTES >> 20} MiB", _SPLIT)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(label, f"line {line}", "the text is not UTF-8", "Save it as UTF-8") from None


def _refuse_tricks(text: str, label: str) -> None:
    """Walk the events once: no alias, no anchor, no tag of its own, not too deep. Nothing is built yet."""
    depth = 0
    for event in yaml.parse(text, Loader=_StrictLoader):
        line = f"line {event.start_mark.line + 1}" if event.start_mark else ""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise InputError(label, line, "anchors (&) and aliases (*) are not read", "Write the value out")
        tag = getattr(event, "tag", None)
        if tag and tag not in {"!", _STR}:
            raise InputError(label, line, f"the tag '{tag[:60]}' is not read", "Leave the tag out")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise InputError(label, line, f"lists and mappings are nested deeper than {MAX_DEPTH}", _SPLIT)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _fault(error: yaml.YAMLError, text: str, label: str) -> InputError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = getattr(error, "position", None)
    line = ""
    if mark is not None:
        line = f"line {mark.line + 1}"
    elif isinstance(position, int):
        line = f"line {text.count(chr(10), 0, position) + 1}"
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "this is not YAML"
    return InputError(label, line, f"this cannot be read as YAML: {problem}", "Check indentation, quotes and colons")
