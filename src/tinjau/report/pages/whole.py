"""The page around the blocks: head, landmarks, contents, first screen, footer."""

from importlib.resources import files

from tinjau.model import Lang
from tinjau.report.document import Document, Facts, Figure
from tinjau.report.hostile import escape
from tinjau.report.pages.blocks import Renderer
from tinjau.report.pages.inline import line
from tinjau.report.pictures.signs import symbols
from tinjau.texts import say

# Nothing may be fetched, sent or run, whatever else the page may hold.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def page(document: Document) -> str:
    """The document as one HTML file that needs nothing else."""
    return shell(document.lang, f"{document.title} – {document.kicker}", f"{symbols()}\n{body(document)}")


def shell(lang: Lang, title: str, inside: str) -> str:
    """A whole page around its escaped body: style, policy, skip link."""
    style = (files("tinjau.report.pages") / "style.css").read_text(encoding="utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#content">{escape(say("frame.skip", lang))}</a>\n{inside}\n</body>\n</html>\n'
    )


def body(document: Document) -> str:
    """Header, contents, main part and footer, for a page that brings its own head and `style.css`."""
    render = Renderer(document.lang)
    first = _first(document, render)
    sections = "\n".join(render.section(each, 2) for each in document.sections)
    result = escape(document.first_title)
    return (
        f"{_header(document)}\n"
        f'<main id="content" tabindex="-1">\n<section id="summary" class="first" aria-labelledby="summary-title">'
        f'<h2 id="summary-title">{result}</h2>{first}</section>\n{_contents(document)}\n{sections}\n</main>\n'
        f"<footer><p>{line(document.footer)}</p></footer>"
    )


def _first(document: Document, render: Renderer) -> str:
    """Key facts over two columns: sentences and ladder, then the strips."""
    over = tuple(each for each in document.first if isinstance(each, Facts))
    right = tuple(each for each in document.first if isinstance(each, Figure) and each.role != "left")
    left = tuple(each for each in document.first if each not in over and each not in right)
    columns = "".join(f"<div>{render.blocks(each, 3)}</div>" for each in (left, right))
    return f"{render.blocks(over, 3)}{columns}"


def _header(document: Document) -> str:
    lang = f' lang="{escape(document.title_lang)}"' if document.title_lang else ""
    draft = f'<p class="draft">{escape(say("frame.draft", document.lang))}</p>' if document.draft else ""
    meta = "".join(f"<div><dt>{escape(name)}</dt><dd>{line(value)}</dd></div>" for name, value in document.meta)
    return (
        f'<header id="top"><div><p class="kicker">{escape(document.kicker)}</p>{draft}</div>'
        f'<h1{lang}>{escape(document.title)}</h1><p class="subtitle">{line(document.subtitle)}</p>'
        f'<dl class="meta">{meta}</dl></header>'
    )


def _contents(document: Document) -> str:
    items = "".join(f'<li><a href="#{escape(each.anchor)}">{escape(each.title)}</a></li>' for each in document.sections)
    name = escape(say("frame.contents", document.lang))
    return f'<nav aria-labelledby="contents-title"><h2 id="contents-title">{name}</h2><ol>{items}</ol></nav>'
