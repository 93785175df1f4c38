"""Pieces of WordprocessingML that python-docx has no call for: languages, bookmarks, links, fields, alternatives."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_BOOKMARK = 40  # characters that Word keeps of a bookmark's name


def child(parent: Any, tag: str, **attributes: str) -> Any:
    """A new element under `parent` with attributes of its namespace."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
    return element


def set_language(run: Any, lang: str) -> None:
    """Mark a run's language (id or en)."""
    child(run._r.get_or_add_rPr(), "w:lang", val=_locale(lang))  # noqa: SLF001 - python-docx has no call for it


def set_default_language(document: Any, lang: str) -> None:
    """The document's language, in its styles and its properties."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    child(properties, "w:lang", val=_locale(lang), eastAsia=_locale(lang))
    document.core_properties.language = _locale(lang)


def _locale(lang: str) -> str:
    return {"id": "id-ID", "en": "en-GB"}.get(lang, lang)


class Bookmarks:
    """Bookmarks of one document: a place each, with names that Word accepts."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._placed: set[str] = set()

    def name(self, anchor: str) -> str:
        """Word's name for an anchor: letters, digits and underscores, at most forty of them."""
        if anchor not in self._names:
            self._names[anchor] = f"a{len(self._names) + 1}_{anchor.replace('-', '_')}"[:_BOOKMARK]
        return self._names[anchor]

    def place(self, paragraph: Any, anchor: str) -> None:
        """Put the anchor's bookmark at the beginning of a paragraph; only the first place counts."""
        if not anchor or anchor in self._placed:
            return
        self._placed.add(anchor)
        number = str(len(self._placed))
        start = OxmlElement("w:bookmarkStart")
        start.set(qn("w:id"), number)
        start.set(qn("w:name"), self.name(anchor))
        end = OxmlElement("w:bookmarkEnd")
        end.set(qn("w:id"), number)
        paragraph._p.append(start)  # noqa: SLF001
        paragraph._p.append(end)  # noqa: SLF001


def link(paragraph: Any, text: str, *, url: str = "", bookmark: str = "", size: Any = None) -> None:
    """Append a link to an address or to a bookmark."""
    hyperlink = OxmlElement("w:hyperlink")
    if url:
        relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        hyperlink.set(qn("r:id"), relation)
    else:
        hyperlink.set(qn("w:anchor"), bookmark)
    run = paragraph.add_run(text)
    run.font.size = size
    properties = run._r.get_or_add_rPr()  # noqa: SLF001
    child(properties, "w:color", val="0B4F7D")
    child(properties, "w:u", val="single")
    hyperlink.append(run._r)  # noqa: SLF001
    paragraph._p.append(hyperlink)  # noqa: SLF001


def field(paragraph: Any, instruction: str, shown: str = "1") -> None:
    """Append a field (PAGE, NUMPAGES) with what is shown until it is updated."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run(text if kind == "shown" else "")
        if kind in {"begin", "separate", "end"}:
            child(run._r, "w:fldChar", fldCharType=kind)  # noqa: SLF001
        elif kind == "":
            code = child(run._r, "w:instrText")  # noqa: SLF001
            code.text = text


def describe_picture(inline: Any, title: str, alternative: str) -> None:
    """Alternative text of a picture."""
    properties = inline._inline.docPr  # noqa: SLF001
    properties.set("descr", alternative)
    properties.set("title", title)


def describe_table(table: Any, caption: str) -> None:
    """Alternative text of a table, its first row as heading of every page, and no row broken over two pages."""
    properties = table._tbl.tblPr  # noqa: SLF001
    child(properties, "w:tblCaption", val=caption)
    for place, row in enumerate(table.rows):
        wanted = row._tr.get_or_add_trPr()  # noqa: SLF001
        child(wanted, "w:cantSplit")
        if place == 0:
            child(wanted, "w:tblHeader")


def rule_lines(table: Any) -> None:
    """Thin lines between rows, none between columns."""
    borders = child(table._tbl.tblPr, "w:tblBorders")  # noqa: SLF001
    for side in ("top", "bottom", "insideH"):
        child(borders, f"w:{side}", val="single", sz="4", space="0", color="C3CCD4")


def turn_upwards(cell: Any) -> None:
    """Let a cell's text read from bottom to top, for the headings of narrow columns."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    child(properties, "w:textDirection", val="btLr")
    row = cell._tc.getparent()  # noqa: SLF001
    if row.get_or_add_trPr().find(qn("w:trHeight")) is None:
        child(row.get_or_add_trPr(), "w:trHeight", val="1500", hRule="atLeast")
