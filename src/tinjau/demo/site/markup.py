"""From the blocks of the content files to HTML."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from tinjau.demo.site.forms import form

Documents = Mapping[str, Sequence[tuple[str, str]]]  # group -> (address, title)


def blocks(content: Sequence[Any], documents: Documents | None = None) -> str:
    """The HTML of a list of blocks; `documents` are offered where a block asks for their group."""
    return "\n".join(_block(each, documents or {}) for each in content)


def inline(text: str) -> str:
    """Escaped text in which `[words](/address)` became a link."""
    done: list[str] = []
    rest = text
    while True:
        before, found, after = rest.partition("[")
        words, middle, tail = after.partition("](")
        address, end, behind = tail.partition(")")
        if not (found and middle and end):
            return "".join(done) + escape(rest)
        done.append(f'{escape(before)}<a href="{escape(address)}">{escape(words)}</a>')
        rest = behind


def image(src: str, alt: str | None) -> str:
    """An image; without `alt` it carries no alternative text at all, which is one of the planted gaps."""
    described = "" if alt is None else f' alt="{escape(alt)}"'
    return f'<p><img src="{escape(src)}"{described} width="640" height="320"></p>'


def listing(items: Sequence[str], kind: str = "ul") -> str:
    """A list of lines that may hold links."""
    return f"<{kind}>" + "".join(f"<li>{inline(each)}</li>" for each in items) + f"</{kind}>"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A data table with header cells."""
    top = "".join(f'<th scope="col">{escape(each)}</th>' for each in head)
    lines = "".join("<tr>" + "".join(f"<td>{inline(str(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"


def _block(block: Any, documents: Documents) -> str:
    if isinstance(block, str):
        return f"<p>{inline(block)}</p>"
    ((kind, value),) = block.items()
    if kind == "h":
        return f"<h2>{escape(value)}</h2>"
    if kind == "list":
        return listing(value)
    if kind == "table":
        return table(value["head"], value["rows"])
    if kind == "image":
        return image(value["src"], value["alt"])
    if kind == "form":
        return form(value)
    if kind == "documents":
        return listing([f"[{title} (PDF)]({address})" for address, title in documents[value]])
    raise ValueError(f"a content file has an unknown block: {kind}")
