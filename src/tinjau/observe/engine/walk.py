"""One walk over a page's tree: everything that any detector reads of it, collected in passing.

The walk is iterative and bounded in nodes, text and links, so that its cost is linear in the page and capped.
"""

from collections.abc import Callable, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tinjau.observe.engine import addresses
from tinjau.observe.engine.attributes import hides, target_of
from tinjau.observe.engine.facts import MAIN, NAV, Block, Button, Image, Link, PageFacts
from tinjau.observe.engine.fields import FormReader
from tinjau.observe.engine.head import HeadReader
from tinjau.observe.engine.headings import HeadingReader
from tinjau.observe.engine.rules import RuleCounter
from tinjau.observe.engine.tags import BREAK, CONTENT, FLAGS, HEAD, LEVELS, PLACE, PLAIN, SILENT, STRONG
from tinjau.observe.engine.zones import zone_of

MAX_NODES = 150_000
MAX_TEXT = 400_000  # characters of one page
MAX_LINKS = 5_000
MAX_DEPTH = 600
_UNREAD = frozenset({"li", "font", "th", "marquee", "blink"})  # nothing reads their attributes
_NO_ATTRIBUTES: Mapping[str, str | None] = {}
_LANDMARKS = frozenset({"nav", "header", "footer", "aside"})
_new = tuple.__new__  # twice as fast as a named tuple's own constructor
_DIGITS = str.maketrans("", "", "0123456789")
_MOST_KEYS = 8_000  # texts whose keys are remembered, and places whose zones are; project choice
_REPEATED = 200  # characters of what is remembered: menus and footers come again, long texts do not
_TRAIL = ("crumb", "emah roti", "riane", "athway", "riciole", "migas")  # parts of names of a breadcrumb
_keys: dict[tuple[str, int, int], int] = {}
_places: dict[tuple[Any, ...], tuple[int, bool]] = {}
_Attributes = Mapping[str, str | None]


class Walk:
    """Collects a page's facts. `run` once; the facts are complete afterwards."""

    def __init__(self, page: PageFacts, tree: LexborHTMLParser) -> None:
        self.page = page
        self.tree = tree
        self.zone = MAIN
        self.hidden = 0
        self.content = 0
        self.text: list[str] = []
        self.written = 0
        self.rules = RuleCounter()
        self.forms = FormReader(page)
        self.head = HeadReader(page)
        self.link: list[Any] | None = None
        self.heading: tuple[int, list[str], int, _Attributes] | None = None
        self.headings = HeadingReader()
        self.items: list[int] = []  # per open list item: the link that heads it
        self.open: list[Any] = []
        self.level = 0
        self.strong = self.bold = 0  # open strong elements, and the letters of this block inside them
        self.leads = ""  # where the open button's script leads

    def run(self) -> None:
        """Walk the whole tree, or its first nodes where there are too many (the page's `cut` then says so)."""
        node: Any = self.tree.root
        nodes = 0
        stack, pieces, flags_of, add, enter = self.open, self.text, FLAGS.get, self._add, self._enter
        while node is not None:
            nodes += 1
            if nodes > MAX_NODES:
                self.page.cut = self.page.cut or f"the page has more than {MAX_NODES} nodes"
                break
            tag = node.tag
            child = None
            if tag == "-text":
                text = node.text_content or " "
                if not text.isspace():
                    add(text)
                elif pieces and pieces[-1] != " ":
                    self._space()
            else:
                flags = flags_of(tag, 0)
                if pieces and flags & BREAK:
                    self._break()
                if flags & PLAIN:
                    child = node.child
                    if child is not None:
                        self.strong += (flags & STRONG) > 0
                        stack.append((node, flags, None, 0, 0, 0))
                elif not flags & SILENT:
                    child = enter(tag, flags, node)
                elif flags & HEAD:
                    self.head.element(tag, node.attributes, node)
            if child is not None:
                node = child
                continue
            node = node.next
            while node is None and stack:
                state = stack.pop()
                self._leave(state)
                node = state[0].next
        while stack:
            self._leave(stack.pop())
        self._break()
        self.forms.finish()
        self.page.headings = self.headings.result()
        self.page.marks["nodes"] = nodes
        self.page.faults = self.rules.result()

    def _enter(self, tag: str, flags: int, node: Any) -> Any:
        """Note an element that matters; its first child where the walk goes down, None where it does not."""
        self.open.append((node, flags, tag, self.zone, self.hidden, self.content))
        attributes = _NO_ATTRIBUTES if tag in _UNREAD else node.attributes
        if flags & PLACE:
            if attributes or flags & CONTENT or tag in _LANDMARKS:
                self._place(tag, attributes)
            if flags & CONTENT:
                self.content += 1
        handler = _ENTERS.get(tag)
        if handler is not None:
            handler(self, attributes, node)
        child = node.child if len(self.open) < MAX_DEPTH else None
        if child is None:
            self._leave(self.open.pop())
        return child

    def _place(self, tag: str, attributes: _Attributes) -> None:
        """What the element's attributes say of where it stands and whether it shows."""
        get = attributes.get
        key = (tag, get("class"), get("id"), get("role"), get("aria-label"), self.zone, self.content > 0)
        known = _places.get(key)
        if known is None:
            mark = f"{key[1]} {key[2]} {key[4]}".lower()
            known = (
                zone_of(tag, attributes, self.zone, in_content=self.content > 0),
                any(each in mark for each in _TRAIL),
            )
            if len(_places) > _MOST_KEYS:
                _places.clear()
            if len(mark) + len(key[3] or "") <= _REPEATED:
                _places[key] = known
        self.zone = known[0]
        if known[1]:
            self.page.marks["breadcrumb"] = self.page.marks.get("breadcrumb", 0) + 1
        if "style" in attributes and hides(attributes["style"] or ""):
            self.hidden += 1

    def _leave(self, state: tuple[Any, int, str | None, int, int, int]) -> None:
        flags, tag = state[1], state[2]
        if tag is None:
            if self.text and flags & BREAK:
                self._break()
            if flags & STRONG:
                self.strong -= 1
            return
        handler = _LEAVES.get(tag)
        if handler is not None:
            handler(self)
        if self.text and flags & BREAK:
            self._break()
        if flags & PLACE:
            self.zone, self.hidden, self.content = state[3], state[4], state[5]

    def _space(self) -> None:
        self.text.append(" ")
        if self.link is not None:
            self.link[2].append(" ")
        if self.heading is not None:
            self.heading[1].append(" ")

    def _add(self, text: str) -> None:
        if self.written > MAX_TEXT:
            self.page.cut = self.page.cut or f"the page has more than {MAX_TEXT} characters of text"
            return
        self.written += len(text)
        if self.strong:
            self.bold += len(text)
        self.text.append(text)
        if self.link is not None:
            self.link[2].append(text)
        if self.heading is not None:
            self.heading[1].append(text)
        if self.forms.listening:
            self.forms.text(text)

    def _break(self) -> None:
        """End the current block, if it holds anything."""
        if not self.text:
            return
        text = " ".join("".join(self.text).split())
        self.text.clear()
        if self.link is not None:
            self.link[2].append(" ")
        if self.heading is not None:
            self.heading[1].append(" ")
        if not text:
            return
        page = self.page
        same = (text, self.level, self.zone)
        key = _keys.get(same)
        if key is None:
            key = hash((text.translate(_DIGITS), self.level, self.zone))
            if len(_keys) > _MOST_KEYS:
                _keys.clear()
            if len(text) <= _REPEATED:
                _keys[same] = key
        page.blocks.append(_new(Block, (text[:4000], self.zone, self.level, self.bold >= len(text) * 0.9, key)))
        self.bold = 0
        self.forms.last_text = text
        if not self.level:
            self.headings.text(len(text), self.zone)

    # links

    def _enter_link(self, attributes: _Attributes, node: Any) -> None:
        if self.link is not None:
            self._leave_link()
        raw = attributes.get("href")
        if raw is None:
            return
        hidden = self.hidden > 0 or ("style" in attributes and hides(attributes["style"] or ""))
        self.link = [raw, attributes, [], self.zone, hidden, node, []]

    def _leave_link(self) -> None:
        link, self.link = self.link, None
        if link is None:
            return
        raw, attributes, pieces, zone, hidden, node, alternatives = link
        page = self.page
        visible = " ".join("".join(pieces).split())
        name = visible or " ".join(alternatives) or attributes.get("aria-label") or attributes.get("title") or ""
        self.rules.link(name, attributes, node)
        if len(page.links) >= MAX_LINKS:
            page.cut = page.cut or f"the page has more than {MAX_LINKS} links"
            return
        url = addresses.absolute(self.head.base, raw)
        index = len(page.links)
        parent = self._parent_of(index, zone)
        pictured = not visible and bool(name)
        page.links.append(_new(Link, (url, raw[:300], name[:300], zone, len(page.blocks), hidden, parent, pictured)))
        self.headings.link()

    def _parent_of(self, index: int, zone: int) -> int:
        items = self.items
        if not items:
            return -1
        if items[-1] >= 0:
            return items[-1] if zone == NAV else -1
        items[-1] = index
        for at in range(len(items) - 2, max(-1, len(items) - 10), -1):
            if items[at] >= 0:
                return items[at]
        return -1

    def _item(self, _attributes: _Attributes, _node: Any) -> None:
        self.items.append(-1)

    def _leave_item(self) -> None:
        if self.items:
            self.items.pop()

    # headings

    def _enter_heading(self, attributes: _Attributes, node: Any) -> None:
        self.level = LEVELS[node.tag]
        self.heading = (self.level, [], self.zone, attributes)

    def _leave_heading(self) -> None:
        heading, self.heading = self.heading, None
        if heading is None:
            return
        level, pieces, zone, attributes = heading
        text = " ".join("".join(pieces).split())
        self._break()
        self.level = 0
        self.rules.heading(text, level, attributes)
        if text:
            self.forms.last_heading = text[:200]
            self.headings.add(level, text, zone, len(self.page.blocks) - 1)

    # forms

    def _form(self, attributes: _Attributes, _node: Any) -> None:
        self.forms.enter(attributes, self.zone, self.head.base)

    def _leave_form(self) -> None:
        self.forms.leave()

    def _leave_label(self) -> None:
        self.forms.leave_label()

    def _control(self, attributes: _Attributes, node: Any) -> None:
        self.forms.control(node.tag, attributes, self.zone)
        self.rules.control(node.tag, attributes, node)

    def _button(self, attributes: _Attributes, node: Any) -> None:
        self.forms.enter_button(attributes)
        self.rules.button(attributes, node)
        self.leads = target_of(attributes.get("onclick") or "")

    def _leave_button(self) -> None:
        name = self.forms.leave_button()
        page = self.page
        if name and len(page.buttons) < MAX_LINKS:
            page.buttons.append(Button(name[:200], self.zone, len(page.blocks)))
        if self.leads and len(page.links) < MAX_LINKS:
            url = addresses.absolute(self.head.base, self.leads)
            page.links.append(
                Link(
                    url,
                    self.leads[:300],
                    name[:300],
                    self.zone,
                    len(page.blocks),
                    hidden=False,
                    parent=-1,
                    pictured=False,
                )
            )
            self.leads = ""

    def _label(self, attributes: _Attributes, _node: Any) -> None:
        self.forms.enter_label(attributes)

    # the rest

    def _image(self, attributes: _Attributes, node: Any) -> None:
        alternative = attributes.get("alt") if "alt" in attributes else None
        if "alt" in attributes and alternative is None:
            alternative = ""
        source = attributes.get("src") or attributes.get("data-src") or ""
        several = attributes.get("srcset")
        if several and ("//localhost" in source or not source):
            source = next(
                (each.split()[0] for each in several.split(",") if each.strip() and "//localhost" not in each), source
            )
        if len(self.page.images) < MAX_LINKS:
            address = addresses.absolute(self.head.base, source) if not source.startswith("data:") else ""
            self.page.images.append(Image(address, alternative, self.zone, len(self.page.blocks)))
        if self.link is not None:
            self.link[6].append(alternative or "")
        self.rules.image(alternative, attributes, node, in_link=self.link is not None)
        self.headings.image()

    def _html(self, attributes: _Attributes, _node: Any) -> None:
        self.page.lang = (attributes.get("lang") or attributes.get("xml:lang") or "").strip()[:40]

    def _frame(self, attributes: _Attributes, node: Any) -> None:
        source = addresses.absolute(self.head.base, attributes.get("src") or attributes.get("data-src") or "")
        self.page.frames.append((source, (attributes.get("title") or "")[:200]))
        self.rules.frame(attributes, node)

    def _embed(self, attributes: _Attributes, _node: Any) -> None:
        self.page.frames.append((addresses.absolute(self.head.base, attributes.get("src") or ""), ""))

    def _time(self, attributes: _Attributes, _node: Any) -> None:
        value = attributes.get("datetime")
        if value and len(self.page.dates) < 200:
            self.page.dates.append(("time", value[:40]))

    def _count(self, attributes: _Attributes, node: Any) -> None:
        marks = self.page.marks
        marks[node.tag] = marks.get(node.tag, 0) + 1
        if node.tag in ("video", "audio") and "autoplay" in attributes:
            marks["autoplay"] = marks.get("autoplay", 0) + 1


def forget() -> None:
    """Drop what was remembered of pages: nothing of one site outlives its observation."""
    _keys.clear()
    _places.clear()


_ENTERS: dict[str, Callable[[Walk, _Attributes, Any], None]] = {
    tag: getattr(Walk, name)
    for name, tags in {
        "_enter_link": "a area", "_image": "img", "_html": "html", "_item": "li", "_frame": "iframe",
        "_embed": "embed", "_time": "time",
        "_form": "form", "_control": "input select textarea", "_button": "button", "_label": "label",
        "_count": "table video audio marquee blink font center th", "_enter_heading": "h1 h2 h3 h4 h5 h6",
    }.items()
    for tag in tags.split()
}  # fmt: skip
_LEAVES: dict[str, Callable[[Walk], object]] = {
    tag: getattr(Walk, name)
    for name, tags in {
        "_leave_link": "a area", "_leave_item": "li", "_leave_form": "form", "_leave_button": "button",
        "_leave_label": "label", "_leave_heading": "h1 h2 h3 h4 h5 h6",
    }.items()
    for tag in tags.split()
}  # fmt: skip
