"""Rules about roles and what belongs to them, each by its W3C ACT id; verdicts as in `rules`."""

from collections.abc import Iterator
from typing import Any

from tinjau.observe.act import standard
from tinjau.observe.act.document import Document
from tinjau.observe.act.semantics import (
    DESCRIBING,
    GLOBAL,
    GROUPED,
    NAMING,
    NOBODY,
    OWNED,
    SUPPORTED,
    UNNAMED,
    semantic_role,
)

_HEADERS = ("columnheader", "rowheader")
_DEEP = 60  # elements within elements that are walked
_UNSEEN = frozenset({"script", "style", "template", "noscript", "col", "colgroup", "legend"})
Verdicts = Iterator[bool | None]


def decoration_is_not_exposed(page: Document) -> Verdicts:
    """46ca7f: what is marked as decoration is kept from assistive technology."""
    for each in page.elements:
        role = page.role(each)
        if role in NOBODY or (each.tag == "img" and not role and each.attributes.get("alt", "x") in ("", None)):
            spoken = any(name in GLOBAL and name != "aria-hidden" and value for name, value in each.attributes.items())
            yield not (page.is_exposed(each) and (spoken or page.is_focusable(each)))


def nothing_prohibited_is_used(page: Document) -> Verdicts:
    """kb1m8s: no name or role description on a role that must have none."""
    for each in page.elements:
        used = GLOBAL.intersection(each.attributes)
        if not used or not page.is_exposed(each):
            continue
        role = "none" if page.role(each) in NOBODY and not page.is_focusable(each) else semantic_role(page, each)
        if role is None:
            yield None if used & (NAMING | DESCRIBING) else True
        else:
            nameless, generic = role in UNNAMED, role in ("generic", *NOBODY)
            yield not (nameless and used & NAMING) and not (generic and used & DESCRIBING)


def attributes_are_permitted(page: Document) -> Verdicts:
    """5c01ea: each aria- attribute belongs to every role, or to the element's."""
    for each in page.elements:
        for name in each.attributes:
            if name in standard.ATTRIBUTES and page.is_exposed(each):
                role = semantic_role(page, each)
                known = name in GLOBAL or (role is not None and role in SUPPORTED.get(name, ()))
                yield True if known else None if role is None or role.startswith(("doc-", "graphics-")) else False


def what_is_owned_is_required(page: Document) -> Verdicts:
    """bc4a75: a list holds items, a menu its entries, a row cells, and nothing else."""
    for each in page.elements:
        role = semantic_role(page, each)
        if role in OWNED and each.attributes.get("aria-busy") != "true" and page.is_exposed(each):
            found = list(_owned(page, each, role, 0))
            yield bool(found) and all(one in OWNED[role] for one in found)


def _owned(page: Document, node: Any, owner: str, depth: int) -> Iterator[str]:
    """Roles of what an element owns: children, through those without a role and through groups, and by aria-owns."""
    if depth > _DEEP:
        return
    referred = [page.ids[name] for name in (node.attributes.get("aria-owns") or "").split() if name in page.ids]
    for child in [*node.iter(), *referred]:
        if child.tag in _UNSEEN or not page.is_exposed(child):
            continue
        role = semantic_role(page, child)
        if role in ("generic", "none", "presentation", "", None) or role in GROUPED.get(owner, ()):
            yield from _owned(page, child, owner, depth + 1)
        else:
            yield role or ""


def headers_have_cells(page: Document) -> Verdicts:
    """d0f69e: a header cell of a table has a cell that it is the header of."""
    for table in page.elements:
        if semantic_role(page, table) in ("table", "grid", "treegrid") and page.is_exposed(table):
            yield from _headers(page, table)


def _headers(page: Document, table: Any) -> Verdicts:
    """Lay the cells out as HTML does: a header is that of cells below, of data beside, or of what names its id."""
    taken: set[tuple[int, int]] = set()
    cells: list[tuple[Any, range, range]] = []  # with its columns and rows
    for y, row in enumerate(_rows(page, table, 0)):
        x = 0
        for cell in (each for each in row.iter() if _is_cell(page, each)):
            while (x, y) in taken:
                x += 1
            columns, rows = range(x, x + _span(cell, "colspan")), range(y, y + _span(cell, "rowspan"))
            taken.update((at_x, at_y) for at_x in columns for at_y in rows)
            cells.append((cell, columns, rows))
            x = columns.stop
    lowest: dict[int, int] = {}  # by column, the last row that a cell begins in
    rightmost: dict[int, int] = {}  # by row, the last column that a data cell begins in
    referred: set[str] = set()
    for cell, columns, rows in cells:
        named = (cell.attributes.get("headers") or "").split()
        referred.update(named)
        if named:
            continue  # it says itself which headers it has
        lowest.update({at: max(rows.start, lowest.get(at, -1)) for at in columns})
        if semantic_role(page, cell) not in _HEADERS:
            rightmost.update({at: max(columns.start, rightmost.get(at, -1)) for at in rows})
    for cell, columns, rows in cells:
        if semantic_role(page, cell) in _HEADERS and page.is_exposed(cell):
            below = any(lowest.get(at, -1) >= rows.stop for at in columns)
            beside = any(rightmost.get(at, -1) >= columns.stop for at in rows)
            yield below or beside or cell.attributes.get("id") in referred


def _rows(page: Document, node: Any, depth: int) -> Iterator[Any]:
    for child in node.iter() if depth <= _DEEP else ():
        role = semantic_role(page, child)
        if role == "row":
            yield child
        elif role not in ("table", "grid", "treegrid"):
            yield from _rows(page, child, depth + 1)


def _is_cell(page: Document, node: Any) -> bool:
    return semantic_role(page, node) in ("cell", "gridcell", "columnheader", "rowheader") and page.is_rendered(node)


def _span(cell: Any, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(50, int(value)) if value.isascii() and value.isdigit() and int(value[:4]) > 0 else 1


def same_names_lead_to_same_places(page: Document) -> Verdicts:
    """b20e66, fd3a94: links of one name lead to one place; where addresses differ, only a person can tell."""
    places: dict[str, list[str]] = {}
    for each in page.elements:
        if semantic_role(page, each) == "link" and page.is_exposed(each):
            name = page.name(each).casefold()
            if name:  # where a script leads is not known: a place of its own
                place = (each.attributes.get("href") or "").strip() or f"script {each.mem_id}"
                places.setdefault(name, []).append(place)
    for found in places.values():
        if len(found) > 1:
            yield True if len(set(found)) == 1 else None
