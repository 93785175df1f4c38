"""A07: what became of complaints."""

from typing import ClassVar

import re2

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.spans import SPAN
from tinjau.observe.engine.texts import BLOCK, HEADING, TITLE
from tinjau.observe.engine.topic import TopicDetector

_READ = 200  # texts of a page about complaints that are looked at
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

    def add(self, page: Page) -> None:
        """Also numbers of what came and what was done, on a page about complaints."""
        super().add(page)
        if page.is_article or not page.hits("complaint", TITLE, HEADING):
            return
        stated = {hit.at for hit in page.hits("complaint_stats", BLOCK)}
        for at in page.own_blocks[:_READ]:
            text = page.facts.blocks[at].text
            if at not in stated and not (_COUNTED.search(text) and _OUTCOME.search(text)):
                continue
            figures = (word.strip(".,;:()").replace(".", "").replace(",", "") for word in SPAN.sub(" ", text).split())
            if sum(map(str.isdigit, figures)) >= _NUMBERS:
                self._keep(1, 0.5, page, text, f"{page.url}#n", text)
                return
