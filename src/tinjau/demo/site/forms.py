"""Forms of the invented city as HTML."""

from collections.abc import Mapping
from html import escape
from typing import Any


def form(block: Mapping[str, Any]) -> str:
    """A form that is sent by POST; a field whose label is None stands there without any label."""
    action = block["action"]
    fields = "\n".join(_field(action.strip("/").replace("/", "-"), *each) for each in block["fields"])
    button = f'<p><button type="submit">{escape(block["button"])}</button></p>'
    return f'<form action="{action}" method="post">\n{fields}\n{button}</form>'


def _field(prefix: str, name: str, kind: str, label: str | None) -> str:
    key = f"{prefix}-{name}"
    called = f'id="{key}" ' if label else ""
    control = (
        f'<textarea {called}name="{name}" rows="5" required></textarea>'
        if kind == "textarea"
        else f'<input {called}name="{name}" type="{kind}" required>'
    )
    return f'<label for="{key}">{escape(label)}</label>\n{control}' if label else f"<p>{control}</p>"
