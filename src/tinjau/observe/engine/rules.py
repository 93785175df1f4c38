"""Counts of the accessibility rules that a walk can settle in passing (ids of W3C ACT rules)."""

from collections.abc import Mapping
from typing import Any

from tinjau.observe.engine.facts import Fault

IMAGE, FIELD, LINK, BUTTON, FRAME, HEADING = "23a2a8", "e086e5", "c487ae", "97a4e1", "cae760", "ffd0e9"
_Attributes = Mapping[str, str | None]
_NO_NAME = frozenset({"hidden", "submit", "button", "reset", "image"})
_EXCERPT = 160


class RuleCounter:
    """How often each rule applied, failed, or could not be told on one page."""

    def __init__(self) -> None:
        self._counts: dict[str, list[Any]] = {}
        self._fields: list[tuple[str, str]] = []
        self._levels: list[int] = []
        self._links = 0  # with a name

    def _note(self, rule: str, *, failed: bool, unsure: bool = False, node: Any = None) -> None:
        count = self._counts.setdefault(rule, [0, 0, 0, ""])
        count[0] += 1
        if unsure:
            count[2] += 1
        elif failed:
            count[1] += 1
            if not count[3] and node is not None:
                count[3] = _snippet(node)

    def image(self, alternative: str | None, attributes: _Attributes, node: Any, *, in_link: bool) -> None:
        """An image needs an accessible name or to be marked as decoration."""
        if attributes.get("role") in ("presentation", "none") or attributes.get("aria-hidden") == "true":
            return
        named = alternative is not None or _named(attributes)
        if not in_link or alternative is not None:
            self._note(IMAGE, failed=not named, node=node)
        elif not named:
            self._note(IMAGE, failed=True, node=node)

    def link(self, name: str, attributes: _Attributes, node: Any) -> None:
        """A link needs a name."""
        if attributes.get("aria-hidden") == "true":
            return
        if name:
            self._links += 1
            return
        empty = not _named(attributes)
        self._note(LINK, failed=empty and _is_sure(node), unsure=empty and not _is_sure(node), node=node)

    def button(self, attributes: _Attributes, node: Any) -> None:
        """A button needs a name."""
        if attributes.get("aria-hidden") == "true":
            return
        empty = not _named(attributes) and not (node.text() or "").strip() and not _names_inside(node)
        self._note(BUTTON, failed=empty, node=node)

    def control(self, tag: str, attributes: _Attributes, node: Any) -> None:
        """A field needs a name; labels elsewhere on the page are settled with the forms."""
        if tag == "input" and (attributes.get("type") or "text").lower() in _NO_NAME:
            return
        if attributes.get("aria-hidden") == "true" or ("disabled" in attributes and tag == "input"):
            return
        self._fields.append((attributes.get("id") or "", _snippet(node)))

    def frame(self, attributes: _Attributes, node: Any) -> None:
        """An iframe that can be reached needs a name."""
        if attributes.get("tabindex") == "-1" or attributes.get("aria-hidden") == "true":
            return
        style = (attributes.get("style") or "").replace(" ", "")
        if "display:none" in style or "visibility:hidden" in style:
            return
        self._note(FRAME, failed=not _named(attributes), node=node)

    def heading(self, text: str, level: int, attributes: _Attributes) -> None:
        """A heading needs text; levels are kept for their order."""
        self._levels.append(level)
        self._note(HEADING, failed=not text and not _named(attributes))

    def result(self) -> dict[str, Fault]:
        """All counts, with the order of heading levels under `order`."""
        jumps = sum(1 for a, b in zip(self._levels, self._levels[1:], strict=False) if b > a + 1)
        if self._links:
            self._counts.setdefault(LINK, [0, 0, 0, ""])[0] += self._links
        found = {rule: Fault(*count) for rule, count in self._counts.items()}
        found["order"] = Fault(len(self._levels), jumps, 0, "")
        return found


def _named(attributes: _Attributes) -> bool:
    return any((attributes.get(each) or "").strip() for each in ("aria-label", "aria-labelledby", "title"))


def _names_inside(node: Any) -> bool:
    return any((each.attributes.get("alt") or each.attributes.get("aria-label") or "").strip()
               for each in node.css("img[alt], [aria-label]"))  # fmt: skip


def _is_sure(node: Any) -> bool:
    """An svg or an element with a name of its own inside may give the link a name that a static look misses."""
    return node.css_first("svg, [aria-label], [title], object, canvas") is None


def _snippet(node: Any) -> str:
    """The opening tag, shortened."""
    attributes = " ".join(f'{name}="{(value or "")[:60]}"' for name, value in list(node.attributes.items())[:6])
    return f"<{node.tag} {attributes}>"[:_EXCERPT]
