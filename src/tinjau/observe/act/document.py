"""A parsed page for accessibility rules: what is hidden, what is exposed, and what an element is called.

Styles are read where they stand in the page: `style` attributes and simple rules of `style` elements. What outside
styles and scripts do is not known; a rule that depends on it must say that it cannot tell.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import re2
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from tinjau.observe.act.standard import LINKS
from tinjau.observe.engine.guard import bounded

_RULE = re2.compile(r"([^{}]{1,200})\{([^{}]{1,400})\}")
_STEPS = 40  # names within names that are followed
_FROM_CONTENT = frozenset(
    [
        "a",
        "area",
        "button",
        "summary",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "option",
        "td",
        "th",
        "label",
        "legend",
        "caption",
        "figcaption",
        "li",
        "dt",
        "dd",
    ]
)
_ROLES_FROM_CONTENT = frozenset(
    [
        "link",
        "button",
        "heading",
        "tab",
        "menuitem",
        "menuitemcheckbox",
        "menuitemradio",
        "option",
        "checkbox",
        "radio",
        "switch",
        "cell",
        "gridcell",
        "row",
        "columnheader",
        "rowheader",
        "tooltip",
        "treeitem",
        "sectionhead",
    ]
)
_LABELLED = frozenset({"input", "select", "textarea", "meter", "output", "progress", "button"})
_VALUES = frozenset({"submit", "reset", "button"})
_DEFAULTS = {"submit": "Submit", "reset": "Reset", "image": "Submit Query"}


class Document:
    """One page, parsed once, bounded like every page."""

    def __init__(self, html: bytes | str) -> None:
        data = html if isinstance(html, bytes) else html.encode("utf-8", "replace")
        safe, self.cut = bounded(data)
        self.tree = LexborHTMLParser(safe, encoding=True)

    @cached_property
    def elements(self) -> list[Any]:
        """All elements in document order."""
        root = self.tree.root
        return [node for node in root.traverse() if node.is_element_node] if root is not None else []

    def all(self, *tags: str) -> Iterator[Any]:
        """The elements of these names."""
        return (node for node in self.elements if node.tag in tags)

    @cached_property
    def ids(self) -> dict[str, Any]:
        """The first element of each id."""
        found: dict[str, Any] = {}
        for node in self.elements:
            name = node.attributes.get("id")
            if name and name not in found:
                found[name] = node
        return found

    @cached_property
    def _labels_for(self) -> dict[str, list[Any]]:
        """The labels that name an id, in document order."""
        found: dict[str, list[Any]] = {}
        for node in self.all("label"):
            found.setdefault(node.attributes.get("for") or "", []).append(node)
        return found

    @cached_property
    def _styled(self) -> dict[int, set[str]]:
        """Elements that rules of the page hide: node id to what hides it (display or visibility)."""
        found: dict[int, set[str]] = {}
        for sheet in self.all("style"):
            for match in _RULE.finditer((sheet.text() or "")[:50_000]):
                kind = _hiding(match.group(2))
                if not kind or "@" in match.group(1):
                    continue
                for node in self._select(match.group(1).strip()):
                    found.setdefault(node.mem_id, set()).add(kind)
        return found

    def _select(self, selector: str) -> list[Any]:
        try:
            return list(self.tree.css(selector))
        except (SelectolaxError, ValueError):
            return []

    def hidden_by(self, node: Any) -> str:
        """`display`, `visibility` or "": what keeps the element itself from being seen."""
        attributes = node.attributes
        if "hidden" in attributes or (node.tag == "input" and (attributes.get("type") or "").lower() == "hidden"):
            return "display"
        own = _hiding(attributes.get("style") or "")
        styled = self._styled.get(node.mem_id, ())
        if own == "display" or ("display" in styled and "display:" not in _flat(attributes.get("style") or "")):
            return "display"
        shown = "visibility:visible" in _flat(attributes.get("style") or "")
        return "visibility" if not shown and (own or "visibility" in styled) else ""

    def is_rendered(self, node: Any) -> bool:
        """Whether the element can be seen."""
        settled = False
        for each in _up(node):
            kind = self.hidden_by(each)
            if kind == "display" or (kind == "visibility" and not settled):
                return False
            settled = settled or "visibility:visible" in _flat(each.attributes.get("style") or "")
        return True

    def is_exposed(self, node: Any) -> bool:
        """Whether assistive technology gets the element."""
        return self.is_rendered(node) and all(each.attributes.get("aria-hidden") != "true" for each in _up(node))

    def role(self, node: Any) -> str:
        """The explicit role's first word, or ""."""
        return next(iter((node.attributes.get("role") or "").lower().split()), "")

    def is_decorative(self, node: Any) -> bool:
        """Whether the element is taken out of the accessibility tree on purpose."""
        if self.role(node) not in ("none", "presentation"):
            return False
        return not self.is_focusable(node) and not _has_global(node)

    def is_focusable(self, node: Any) -> bool:
        """Whether the keyboard can reach the element."""
        attributes = node.attributes
        if "tabindex" in attributes:
            return True
        if node.tag in ("a", "area"):
            return "href" in attributes
        natural = node.tag in ("button", "input", "select", "textarea", "summary", "iframe")
        return natural and "disabled" not in attributes

    def name(self, node: Any) -> str:
        """The accessible name by the steps of accname 1.2 that a static page allows; "" where it has none."""
        return " ".join(self._name(node, 0, labelled=False).split())

    def _name(self, node: Any, depth: int, *, labelled: bool) -> str:
        if depth > _STEPS:
            return ""
        attributes = node.attributes
        references = (attributes.get("aria-labelledby") or "").split()
        if references and not labelled:
            told = " ".join(
                self._name(self.ids[each], depth + 1, labelled=True) for each in references if each in self.ids
            )
            if told.strip():
                return told
        label = (attributes.get("aria-label") or "").strip()
        if label:
            return label
        native = self._native(node, depth)
        if native.strip():
            return native
        role = self.role(node)
        if (
            labelled
            or role in _ROLES_FROM_CONTENT
            or role in LINKS
            or (not role and node.tag in _FROM_CONTENT)
            or depth
        ):
            content = self._content(node, depth, labelled=labelled)
            if content.strip():
                return content
        return (attributes.get("title") or "").strip()

    def _native(self, node: Any, depth: int) -> str:
        attributes, tag = node.attributes, node.tag
        kind = (attributes.get("type") or "text").lower()
        if tag in ("img", "area") or (tag == "input" and kind == "image"):
            return attributes.get("alt") or ""
        if tag == "input" and kind in _VALUES:
            value = attributes.get("value")
            return value if value is not None else _DEFAULTS.get(kind, "")
        if tag in _LABELLED:
            return self._labels(node, depth)
        if tag == "svg":
            title = next((each for each in node.iter() if each.tag == "title"), None)
            return (title.text() or "") if title is not None else ""
        child = {"fieldset": "legend", "figure": "figcaption", "table": "caption"}.get(tag)
        if child:
            first = next((each for each in node.iter() if each.tag == child), None)
            return self._content(first, depth + 1, labelled=False) if first is not None else ""
        return ""

    def _labels(self, node: Any, depth: int) -> str:
        own = node.attributes.get("id")
        first = self.ids.get(own) if own else None
        is_first = first is not None and first.mem_id == node.mem_id  # of several with one id, labels name the first
        found = list(self._labels_for.get(own, ())) if is_first and own else []
        found += [each for each in _up(node.parent) if each.tag == "label" and not each.attributes.get("for")]
        told = " ".join(self._content(each, depth + 1, labelled=False) for each in found)
        return told or (node.attributes.get("title") or "") or (node.attributes.get("placeholder") or "")

    def _content(self, node: Any, depth: int, *, labelled: bool) -> str:
        """Names of the children, in order; what is hidden says nothing, unless it was referred to."""
        pieces = []
        for child in node.iter(include_text=True):
            if child.is_text_node:
                pieces.append(child.text_content or "")
            elif child.is_element_node and child.tag not in ("script", "style", "template"):
                away = self.hidden_by(child) or child.attributes.get("aria-hidden") == "true"
                if labelled or not away:
                    pieces.append(" " + self._name(child, depth + 1, labelled=labelled) + " ")
        return "".join(pieces)


def _up(node: Any) -> Iterator[Any]:
    """The element and those around it."""
    while node is not None and node.is_element_node:
        yield node
        node = node.parent


def _flat(style: str) -> str:
    return style.replace(" ", "").lower()


def _hiding(style: str) -> str:
    flat = _flat(style)
    if "display:none" in flat:
        return "display"
    return "visibility" if "visibility:hidden" in flat or "visibility:collapse" in flat else ""


def _has_global(node: Any) -> bool:
    return any(name.startswith("aria-") and name != "aria-hidden" and value for name, value in node.attributes.items())
