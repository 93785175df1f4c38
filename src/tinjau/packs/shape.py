"""The shape of a pack: what its JSON schema says, in words that tell how to mend it."""

import difflib
import functools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import jsonschema
from jsonschema import Draft202012Validator

from tinjau.packs.reading import CRITERION_KEYS, INDICATOR_KEYS

Place = tuple[str | int, ...]
Problem = tuple[Place, str]
_TOP_KEYS = (
    "about", "calculation", "criteria", "id", "in_force", "indicators", "ladder", "source", "title", "verdicts",
    "verified", "version",
)  # fmt: skip
_TEXTS = ("question", "title", "about", "why", "mend", "ask")


@functools.cache
def _validator() -> Draft202012Validator:
    schema = json.loads((Path(__file__).parent / "schemas" / "instrument.schema.json").read_text("utf-8"))
    return Draft202012Validator(schema)


def problems_of_shape(data: Mapping[str, Any]) -> Iterator[Problem]:
    """What the schema of packs objects to."""
    for error in _validator().iter_errors(data):
        yield tuple(error.absolute_path), _said(error)


def _said(error: jsonschema.ValidationError) -> str:
    instance: Any = error.instance
    schema: Any = error.schema
    value = _short(instance)
    limit: Any = error.validator_value
    last = str(error.absolute_path[-1]) if error.absolute_path else ""
    match error.validator:
        case "required":
            missing = [each for each in limit if each not in instance]
            if last in _TEXTS:
                return f"the text is not translated: {', '.join(missing)} is missing"
            return f"{', '.join(missing)} is missing"
        case "additionalProperties":
            known = schema.get("properties", {}) if isinstance(schema, Mapping) else {}
            return "; ".join(_unknown(str(key), known) for key in instance if key not in known)
        case "type":
            wanted = " or ".join(limit) if isinstance(limit, list) else limit
            bare = wanted == "string" and isinstance(instance, int | float)
            return f"{value} is not of the type {wanted}" + ("; put codes and versions in quotes" if bare else "")
        case "enum":
            return f"{value} is not known; choose from {', '.join(dict.fromkeys(str(each).lower() for each in limit))}"
        case "pattern" if last in {"id", "en"} and not str(instance).strip():
            return "the text is empty: it must stand in Indonesian and in English"
        case "pattern":
            return f"{value} is not a valid name here"
        case "minimum":
            return f"{value} is below {limit}"
        case "maximum":
            return f"{value} is above {limit}"
        case "minItems":
            return f"at least {limit} is needed here"
        case _:
            return str(error.message)[:200]


def _unknown(key: str, known: Iterable[str]) -> str:
    names = list(known)
    near = difflib.get_close_matches(key, names, 1)
    hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join(names)}"
    return f"the key '{key[:60]}' is not known; {hint}"


def _short(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False, default=str)
    return said if len(said) <= 60 else said[:57] + "..."


def typing_slips(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Keys beyond the known ones are a pack's own business, unless they look like a known one misspelt."""
    entries: list[tuple[Place, Any, Sequence[str]]] = [((), data, _TOP_KEYS)]
    entries += [(("criteria", n), each, CRITERION_KEYS) for n, each in enumerate(_list(data.get("criteria")))]
    entries += [(("indicators", n), each, INDICATOR_KEYS) for n, each in enumerate(_list(data.get("indicators")))]
    for path, entry, known in entries:
        for key in entry if isinstance(entry, Mapping) else ():
            near = difflib.get_close_matches(str(key), known, 1, 0.85) if key not in known else []
            if near:
                yield (*path, str(key)), f"the key '{key}' is not known; did you mean {near[0]}?"


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()
