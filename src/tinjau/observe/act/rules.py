"""The rules, each by its W3C ACT id: what it applies to, and whether one target fails.

A rule yields one verdict for each target: True passes, False fails, None cannot be told from a static page.
"""

import math
from collections.abc import Callable, Iterator
from typing import Any

import re2

from tinjau.observe.act import aria_rules, standard
from tinjau.observe.act.document import Document
from tinjau.observe.act.viewport import outcome_of_viewport

Verdicts = Iterator[bool | None]
_TAG = re2.compile(r"^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{1,8})*$")
_NUMBER = re2.compile(r"^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$")
_FIELD_ROLES = frozenset(
    [
        "checkbox",
        "combobox",
        "listbox",
        "menuitemcheckbox",
        "menuitemradio",
        "radio",
        "searchbox",
        "slider",
        "spinbutton",
        "switch",
        "textbox",
    ]
)
_SPACING = re2.compile(r"(?i)(?:^|;)\s*(letter-spacing|word-spacing|line-height)\s*:\s*([^;]+?)\s*!\s*important")
_LENGTH = re2.compile(r"^(-?\d*\.?\d+)(em|px|rem|pt|%|)$")


def has_title(page: Document) -> Verdicts:
    """2779a5: the document has a title that is not empty."""
    title = next((each for each in page.all("title") if each.parent is not None and each.parent.tag != "svg"), None)
    yield title is not None and bool((title.text() or "").strip())


def has_language(page: Document) -> Verdicts:
    """b5c3f8: the html element has a lang attribute with a value."""
    for each in page.all("html"):
        yield bool((each.attributes.get("lang") or "").strip())


def language_is_valid(page: Document) -> Verdicts:
    """bf051a: the html element's lang has a valid primary language."""
    for each in page.all("html"):
        value = each.attributes.get("lang")
        if value is not None and value.strip():
            yield is_language(value)


def parts_language_is_valid(page: Document) -> Verdicts:
    """de46e4: the lang of an element inside the body, over text of its own, is valid."""
    for each in page.elements:
        value = each.attributes.get("lang")
        if each.tag == "html" or not value or not _inherits_text(page, each):
            continue
        yield is_language(value)


def _inherits_text(page: Document, node: Any) -> bool:
    """Whether some text or named picture below takes its language from this element."""
    for child in node.iter(include_text=True):
        if child.is_text_node:
            if (child.text_content or "").strip() and page.is_rendered(node):
                return True
        elif child.is_element_node and "lang" not in child.attributes and child.tag not in ("script", "style"):
            named = child.tag in ("img", "input", "area") and (child.attributes.get("alt") or "").strip()
            if (named and page.is_rendered(child)) or _inherits_text(page, child):
                return True
    return False


def is_language(value: str) -> bool:
    """Whether a tag begins with a language that the registry knows."""
    return bool(_TAG.match(value)) and value.lower().split("-")[0] in standard.LANGUAGES


def zoom_is_allowed(page: Document) -> Verdicts:
    """b4f0c3: a viewport meta element does not forbid enlarging."""
    for each in page.all("meta"):
        if (each.attributes.get("name") or "").lower() == "viewport" and each.attributes.get("content"):
            outcome = outcome_of_viewport(each.attributes["content"])
            if outcome != "inapplicable":
                yield outcome == "passed"


def no_refresh(page: Document) -> Verdicts:
    """bc659a: a refresh is immediate or takes longer than twenty hours."""
    for each in page.all("meta"):
        if (each.attributes.get("http-equiv") or "").lower() != "refresh":
            continue
        content = (each.attributes.get("content") or "").strip()
        digits = content[: len(content) - len(content.lstrip("0123456789"))]
        if digits and (len(content) == len(digits) or content[len(digits)] in ";, ."):
            yield int(digits) == 0 or int(digits) > 72_000
            return


def links_are_named(page: Document) -> Verdicts:
    """c487ae: a link that is exposed has a name."""
    for each in page.elements:
        role = page.role(each)
        native = each.tag in ("a", "area") and "href" in each.attributes and role in ("", "none", "presentation")
        if (native or role in standard.LINKS) and page.is_exposed(each):
            yield bool(page.name(each)) or (None if _has_unknown(each) else False)


def buttons_are_named(page: Document) -> Verdicts:
    """97a4e1: a button that is exposed has a name."""
    for each in page.elements:
        kind = (each.attributes.get("type") or "").lower()
        role = page.role(each)
        native = each.tag == "button" or (each.tag == "input" and kind in ("submit", "reset", "button"))
        if (role == "button" or (native and not role)) and kind != "image" and page.is_exposed(each):
            yield bool(page.name(each)) or (None if _has_unknown(each) else False)


def image_buttons_are_named(page: Document) -> Verdicts:
    """59796f: an image button has a name."""
    for each in page.all("input"):
        if (each.attributes.get("type") or "").lower() == "image" and page.is_exposed(each):
            yield bool(page.name(each))


def images_are_named(page: Document) -> Verdicts:
    """23a2a8: an image that is exposed has a name, or is marked as decoration."""
    for each in page.elements:
        role = page.role(each)
        if not (role in ("img", "image") or (each.tag == "img" and role in ("", "none", "presentation"))):
            continue
        if not page.is_exposed(each):
            continue
        decorative = page.is_decorative(each)
        if each.tag == "img" and not role and "alt" in each.attributes and not each.attributes.get("alt"):
            decorative = True
        yield decorative or bool(page.name(each))


def fields_are_named(page: Document) -> Verdicts:
    """e086e5: a form field that is exposed has a name."""
    for each in page.elements:
        kind = (each.attributes.get("type") or "text").lower()
        role = page.role(each)
        native = each.tag in ("select", "textarea") or (
            each.tag == "input" and kind not in ("hidden", "submit", "reset", "button", "image")
        )
        if (role in _FIELD_ROLES or (native and role in ("", "none", "presentation"))) and page.is_exposed(each):
            yield bool(page.name(each))


def frames_are_named(page: Document) -> Verdicts:
    """cae760: a frame that the keyboard can reach has a name."""
    for each in page.all("iframe"):
        if page.is_exposed(each) and not (each.attributes.get("tabindex") or "").startswith("-"):
            yield bool(page.name(each))


def headings_are_named(page: Document) -> Verdicts:
    """ffd0e9: a heading that is exposed has a name."""
    for each in page.elements:
        role = page.role(each)
        native = each.tag in ("h1", "h2", "h3", "h4", "h5", "h6") and role == ""
        if (native or role == "heading") and page.is_exposed(each):
            yield bool(page.name(each))


def summaries_are_named(page: Document) -> Verdicts:
    """2t702h: the summary of a details element has a name."""
    for each in page.all("details"):
        first = next((child for child in each.iter() if child.tag == "summary"), None)
        if first is not None and page.role(first) in ("", "none", "presentation") and page.is_exposed(first):
            yield bool(page.name(first))


def objects_are_named(page: Document) -> Verdicts:
    """8fc3b6: an object that shows something has a name."""
    for each in page.all("object"):
        if not each.attributes.get("data") or page.role(each) or not page.is_exposed(each):
            continue
        kind = (each.attributes.get("data") or "").lower().rsplit(".", 1)[-1]
        if kind in ("html", "htm"):
            continue
        label = (each.attributes.get("aria-label") or each.attributes.get("title") or "").strip()
        references = (each.attributes.get("aria-labelledby") or "").split()
        told = " ".join(page.ids[name].text() or "" for name in references if name in page.ids)
        yield bool(label or told.strip())


def aria_is_defined(page: Document) -> Verdicts:
    """5f99a7: every aria- attribute is one that WAI-ARIA defines."""
    for each in page.elements:
        for name in each.attributes:
            if name.startswith("aria-"):
                yield name in standard.ATTRIBUTES


def aria_values_are_valid(page: Document) -> Verdicts:
    """6a7281: an aria- attribute's value is of its type."""
    for each in page.elements:
        for name, value in each.attributes.items():
            if name in standard.ATTRIBUTES and value and value.strip():
                yield _is_valid(page, each, name, value)


def _is_valid(page: Document, node: Any, name: str, value: str) -> bool:
    if name in standard.BOOLEAN:
        return value in ("true", "false")
    if name in standard.OPTIONAL:
        return value in ("true", "false", "undefined")
    if name in standard.TRISTATE:
        return value in ("true", "false", "mixed", "undefined")
    if name in standard.INTEGER:
        return value.strip().lstrip("+-").isdigit()
    if name in standard.NUMBER:
        return bool(_NUMBER.match(value.strip())) and math.isfinite(float(value))
    if name in standard.TOKENS:
        known = standard.TOKENS[name]
        words = value.split() if name in standard.LISTS else [value.strip()]
        return all(word in known for word in words)
    if name in standard.REFERENCE or name in standard.REFERENCES:
        required = (page.role(node), name) in standard.REQUIRED_REFERENCES
        collapsed = node.attributes.get("aria-expanded") == "false"
        return not required or collapsed or any(each in page.ids for each in value.split())
    return True


def roles_are_valid(page: Document) -> Verdicts:
    """674b10: a role attribute holds a role that is defined."""
    for each in page.elements:
        value = (each.attributes.get("role") or "").strip().lower()
        if value and page.is_exposed(each):
            yield any(word in standard.ROLES or word.startswith(("doc-", "graphics-")) for word in value.split())


def autocomplete_is_valid(page: Document) -> Verdicts:
    """73f2c2: an autocomplete attribute holds a field that HTML defines, in the order HTML asks for."""
    for each in page.all("input", "select", "textarea"):
        attributes = each.attributes
        value = (attributes.get("autocomplete") or "").strip().lower()
        kind = (attributes.get("type") or "text").lower()
        if (
            not value
            or value in ("on", "off")
            or kind in ("hidden", "button", "submit", "reset", "checkbox", "radio", "file", "image")
        ):
            continue
        unreachable = (attributes.get("tabindex") or "").startswith("-") and page.role(each) not in ("", *_FIELD_ROLES)
        if (
            "disabled" in attributes
            or attributes.get("aria-disabled") == "true"
            or unreachable
            or not page.is_exposed(each)
        ):
            continue
        yield _is_autofill(value.split())


def _is_autofill(words: list[str]) -> bool:
    if words and words[0].startswith("section-"):
        words = words[1:]
    if words and words[0] in ("shipping", "billing"):
        words = words[1:]
    if words and words[-1] == "webauthn" and len(words) > 1:
        words = words[:-1]
    if len(words) == 1:
        return words[0] in standard.AUTOFILL or words[0] in standard.CONTACT
    return len(words) == 2 and words[0] in standard.PLACES and words[1] in standard.CONTACT


def spacing_of(name: str, least: float) -> Callable[[Document], Verdicts]:
    """24afc2, 9e45ec, 78fd32: an important spacing in a style attribute is wide enough."""

    def rule(page: Document) -> Verdicts:
        for each in page.elements:
            style = each.attributes.get("style") or ""
            found = [match.group(2) for match in _SPACING.finditer(style) if match.group(1).lower() == name]
            if not found or not page.is_rendered(each) or not _shows_text(each, name) or _is_away(each):
                continue
            wide = _is_wide(found[-1].lower(), style, least, line=name == "line-height")
            # One line has no spacing of lines: where a box may keep the text on one, a failure cannot be told.
            yield None if wide is False and name == "line-height" and _may_scroll(each) else wide

    return rule


def _shows_text(node: Any, name: str) -> bool:
    """Whether text inside takes the spacing from this element: not from a nearer one that sets its own."""
    for child in node.iter(include_text=True):
        if child.is_text_node:
            if (child.text_content or "").strip():
                return True
        elif child.is_element_node:
            style = child.attributes.get("style") or ""
            own = any(match.group(1).lower() == name for match in _SPACING.finditer(style))
            if not own and "font-size" not in style and _shows_text(child, name):
                return True
    return False


def _is_away(node: Any) -> bool:
    """Whether a style moves the element off the screen."""
    flat = (node.attributes.get("style") or "").replace(" ", "").lower()
    return "position:absolute" in flat and any(f"{side}:-9" in flat for side in ("top", "left", "bottom", "right"))


def _may_scroll(node: Any) -> bool:
    return any("overflow" in (each.attributes.get("style") or "") for each in (node, node.parent) if each is not None)


def _is_wide(value: str, style: str, least: float, *, line: bool) -> bool | None:
    match = _LENGTH.match(value.strip())
    if match is None:
        return None if value not in ("normal", "initial") else False
    number, unit = float(match.group(1)), match.group(2)
    if unit in ("em", "") and (unit or line):
        return number >= least
    if unit == "%":
        return number >= least * 100
    size = re2.search(r"(?i)font-size\s*:\s*(\d*\.?\d+)px", style)
    if unit == "px" and size is not None:
        return number >= least * float(size.group(1))
    return None if unit != "" else number >= least


def _has_unknown(node: Any) -> bool:
    """Whether something inside may be named in a way that is not followed here."""
    return node.css_first("svg, object, canvas, slot, iframe") is not None


RULES: dict[str, Callable[[Document], Verdicts]] = {
    "2779a5": has_title, "b5c3f8": has_language, "bf051a": language_is_valid, "de46e4": parts_language_is_valid,
    "b4f0c3": zoom_is_allowed, "bc659a": no_refresh, "c487ae": links_are_named, "97a4e1": buttons_are_named,
    "59796f": image_buttons_are_named, "23a2a8": images_are_named, "e086e5": fields_are_named,
    "cae760": frames_are_named, "ffd0e9": headings_are_named, "2t702h": summaries_are_named,
    "8fc3b6": objects_are_named, "5f99a7": aria_is_defined, "6a7281": aria_values_are_valid, "674b10": roles_are_valid,
    "73f2c2": autocomplete_is_valid, "24afc2": spacing_of("letter-spacing", 0.12),
    "9e45ec": spacing_of("word-spacing", 0.16), "78fd32": spacing_of("line-height", 1.5),
    "46ca7f": aria_rules.decoration_is_not_exposed, "kb1m8s": aria_rules.nothing_prohibited_is_used,
    "5c01ea": aria_rules.attributes_are_permitted, "bc4a75": aria_rules.what_is_owned_is_required,
    "d0f69e": aria_rules.headers_have_cells, "b20e66": aria_rules.same_names_lead_to_same_places,
    "fd3a94": aria_rules.same_names_lead_to_same_places,
}  # fmt: skip
