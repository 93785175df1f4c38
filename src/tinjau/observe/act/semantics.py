"""Roles as WAI-ARIA and HTML give them: what an element is to assistive technology, and what belongs to a role."""

from collections.abc import Mapping
from importlib import resources
from typing import Any, Final

import yaml

from tinjau.observe.act import standard
from tinjau.observe.act.document import Document

_DATA: Final[Mapping[str, Any]] = yaml.safe_load(
    resources.files("tinjau.observe.act").joinpath("semantics.yaml").read_text(encoding="utf-8")
)


def _sets(name: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for key, words in _DATA[name].items()}


GLOBAL: Final = frozenset(_DATA["global"].split())
NAMING: Final = frozenset(_DATA["naming"].split())
DESCRIBING: Final = frozenset(_DATA["describing"].split())
UNNAMED: Final = frozenset(_DATA["unnamed"].split())
SUPPORTED: Final = _sets("supported")
OWNED: Final = _sets("owned")
GROUPED: Final = _sets("grouped")
_NATIVE: Final[Mapping[str, str]] = _DATA["native"]
_INPUTS: Final[Mapping[str, str]] = _DATA["inputs"]
NOBODY = ("none", "presentation")


def semantic_role(page: Document, node: Any) -> str | None:
    """The role that assistive technology is given; "" where HTML gives none, None where it is not known here.

    `none` gives way where the keyboard reaches the element or a global attribute speaks of it (WAI-ARIA 1.2, 5.3.3).
    """
    role = page.role(node)
    if role in NOBODY:
        overruled = page.is_focusable(node) or any(
            name in GLOBAL - NAMING - DESCRIBING - {"aria-hidden"} for name in node.attributes
        )
        return native_role(node) if overruled else "none"
    return role if role in standard.ROLES else native_role(node)


def native_role(node: Any) -> str | None:
    """What HTML makes of the element by itself."""
    attributes, tag = node.attributes, node.tag
    if tag in ("a", "area"):
        return "link" if "href" in attributes else "generic"
    if tag == "input":
        kind = (attributes.get("type") or "text").lower()
        return "combobox" if "list" in attributes and _INPUTS.get(kind) == "textbox" else _INPUTS.get(kind)
    if tag == "select":
        several = "multiple" in attributes or (attributes.get("size") or "1") not in ("0", "1")
        return "listbox" if several else "combobox"
    if tag == "img" and attributes.get("alt") == "":
        return "none"
    return _NATIVE.get(tag)
