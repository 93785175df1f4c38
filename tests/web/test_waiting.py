"""No test of pages goes on before the page that it asked for stands: what failed now and then is refused."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("test_*in_chromium.py"))
CLICKS = {"click", "press", "dblclick"}
READINGS = {
    "all_inner_texts", "all_text_contents", "content", "count", "get_attribute", "goto", "inner_html", "inner_text",
    "input_value", "is_checked", "is_disabled", "is_visible", "reload", "text_content", "title",
}  # fmt: skip


def called(node: ast.AST) -> set[str]:
    """The names of all methods that are called in here."""
    return {
        each.func.attr for each in ast.walk(node) if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute)
    }


def is_click(step: ast.stmt) -> bool:
    """Whether this is a plain click or key: nothing but the call. The keyboard's Tab asks for no page."""
    call = step.value if isinstance(step, ast.Expr) else None
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in CLICKS
        and not (isinstance(call.func.value, ast.Attribute) and call.func.value.attr == "keyboard")
        and not (isinstance(call.func.value, ast.Name) and call.func.value.id in {"meeting", "self"})  # theirs waits
    )


def blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    """Every sequence of statements but those inside `with page.expect_…()`, which waits at its end."""
    for node in ast.walk(tree):
        if isinstance(node, ast.With) and any(
            name.startswith("expect_") for item in node.items for name in called(item.context_expr)
        ):
            continue
        for field in ("body", "orelse", "finalbody"):
            steps = getattr(node, field, None)
            if isinstance(steps, list):
                yield steps


def faults(source: str) -> list[int]:
    """The lines of the clicks after which something is read or asked for at once, or after which a block ends."""
    found = []
    for steps in blocks(ast.parse(source)):
        for number, step in enumerate(steps):
            if not is_click(step):
                continue
            after = steps[number + 1] if number + 1 < len(steps) else None
            if after is None or called(after) & READINGS:
                found.append(step.lineno)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_a_click_asks_for_is_waited_for(path: Path) -> None:
    """Where a line is named here: `sent(page, …)` for a page, `posted(page, …)` for a form that a script sends."""
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_page_has_the_patience_of_these_tests(path: Path) -> None:
    """`new_page` sets the time that a slow machine may need; a context made by hand has Playwright's own."""
    assert "new_context" not in called(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("steps", "lines"),
    [
        ("page.click('a')\nassert 'x' in page.content()", [1]),
        ("page.locator('a').first.click()\nassert page.locator('ins').all_inner_texts() == ['ya']", [1]),
        ("page.click('a')\npage.goto('/')", [1]),
        ("page.press('#x', 'Enter')\ntext = page.locator('main').inner_text()", [1]),
        ("for each in 'ab':\n    page.click(each)", [2]),
        ("page.click('a')\nfor each in 'ab':\n    page.goto(each)", [1]),
        ("page.click('a')", [1]),
        ("page.click('summary')\npage.fill('#x', 'y')", []),
        ("page.click('a')\nexpect(page.locator('h1')).to_have_text('x')", []),
        ("with page.expect_download() as download:\n    page.click('a')\nassert download.value", []),
        ("sent(page, 'a')\nassert 'x' in page.content()", []),
        ("page.keyboard.press('Tab')\nplaces.append(page.evaluate(order))", []),
    ],
)
def test_the_pattern_is_seen(steps: str, lines: list[int]) -> None:
    assert faults(steps) == lines
