"""A07: what became of complaints."""

import re
from collections.abc import Iterator
from typing import ClassVar

import re2

from tinjau.observe.engine.cells import beside
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.spans import SPAN
from tinjau.observe.engine.texts import BLOCK, HEADING, TITLE
from tinjau.observe.engine.topic import TopicDetector

_HEAD = 30  # characters of a table's head; project choice
_CAME = re2.compile(r"(?i)^(?:\w+ )?(?:masuk|diterima|received|lodged|logged|jumlah|total|new)(?: \w+)?$")
_ANSWER = re2.compile(
    r"(?i)^(?:rencana )?(?:tindak lanjut|jawaban|tanggapan|penyelesaian|action taken|response|reply|"
    r"outcome)"
)
_READ = 200  # texts of a page about complaints that are looked at; project choice
_DIGIT = re.compile("[0-9]")
_NUMBERS = 2  # figures in a text that makes it a statistic
_COUNTED = re2.compile(
    r"(?i)\b(?:laporan|aduan|pengaduan|keluhan|complaints?|reports?|requests?|grievances?|cases|"
    r"reclam\w*|segnalazion\w+|réclamations?|plaintes?|signalements?|requêtes?|quejas?|denuncias?|incidencias|avisos|"
    r"sugerencias|recibieron|recibidos|recibidas|ingresad[oa]s|ingresaron)\b"
)
_OUTCOME = re2.compile(
    r"(?i)\b(?:selesai|diproses|dikerjakan|tuntas|tertangani|terselesaikan|dalam proses|menunggu|"
    r"resolved|closed|completed|pending|open|disposed|upheld|in progress|answered|"
    r"chius[ie]|evas[ie]|risolt[ie]|trattat[ie]|gestit[ie]|in trattazione|clos|closes|clôturée?s|fermée?s|réglée?s|"
    r"traitée?s|résolue?s|résolus|resuelt[oa]s|atendid[oa]s|solucionad[oa]s|cerrad[oa]s|cerraron|resolvieron|"
    r"respondid[oa]s|en trámite|en proceso)\b"
)


_SO_MANY = re2.compile(  # "412 reclami", "214 réclamations"
    r"(?i)\b\d[\d.,]*\s(?:laporan|aduan|pengaduan|keluhan|complaints|grievances|reclami|segnalazioni|réclamations|plaintes|"
    r"signalements|requêtes|quejas|reclamos|reclamaciones|denuncias|incidencias)\b"
)


class ComplaintStatistics(TopicDetector):
    """Numbers or answers of complaints, published.

    Read: titles, headings, links and documents that name statistics or a list of complaints.
    """

    name = "complaint_statistics"
    check = "A07"
    concept = "complaint_stats"
    concepts = ("complaint_stats", "complaint")
    chars: ClassVar[int] = 50
    images: ClassVar[bool] = True

    def _heads(self, page: Page) -> Iterator[int]:
        """Heads of tables that count what came and what was done, or say to each complaint what was done."""
        blocks = page.facts.blocks
        for at in page.own_blocks[:_READ]:
            if at + 3 >= len(blocks):
                return
            head, second, cell = blocks[at].text, blocks[at + 1].text, blocks[at + 3].text
            if max(len(head), len(second)) > _HEAD:
                continue
            if (_CAME.search(head) and _OUTCOME.search(second) and any(map(str.isdigit, cell))) or (
                page.facts.marks.get("table") and _COUNTED.search(head) and _ANSWER.search(second)
            ):
                yield at

    def add(self, page: Page) -> None:
        """Also numbers of what came and what was done, on a page about complaints."""
        super().add(page)
        if page.is_article or not page.hits("complaint", TITLE, HEADING, BLOCK):
            return
        if found := next((beside(page.facts.blocks, at) for at in self._heads(page)), ""):
            self._keep(1, 0.5, page, found, f"{page.url}#h", found)
            return
        named = bool(page.hits("complaint", TITLE, HEADING))
        stated = {hit.at for hit in page.hits("complaint_stats", BLOCK)}
        for at in page.own_blocks[:_READ]:
            text = page.facts.blocks[at].text
            if text.isascii() and not _DIGIT.search(text):
                continue  # no figures
            so_many = _SO_MANY.search(text) is not None
            if not named and not so_many:
                continue
            done = _OUTCOME.search(text) is not None
            if not (named and (at in stated or so_many or (done and _COUNTED.search(text)))) and not (so_many and done):
                continue
            figures = (word.strip(".,;:()").replace(".", "").replace(",", "") for word in SPAN.sub(" ", text).split())
            if sum(map(str.isdigit, figures)) >= _NUMBERS:
                self._keep(1, 0.5, page, text, f"{page.url}#n", text)
                return
