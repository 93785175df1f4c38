"""Services that come without asking."""

from typing import ClassVar

import re2

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.topic import TopicDetector

_SAYS = re2.compile(  # without being asked
    r"(?i)d['’]office\b|d['’]ufficio\b|\bde oficio\b|\bsans (?:demande|démarche)|"
    r"\bsans (?:faire|avoir à)[^.]{0,20} demande|"
    r"\bsenza (?:\w+ ){0,3}(?:domanda|richiesta)\b|\bsin (?:\w+ ){0,4}(?:solicit\w*|trámite)\b|"
    r"\bautomati\w+ (?:renew\w*|award\w*|appli\w*|accord\w*|versée?|attribuée?|erogat\w|riconosciut\w|"
    r"applicat\w|rinnovat\w)|\bwithout (?:having to apply|an application)|"
    r"\bno need to apply\b|\btanpa (?:perlu )?(?:mengajukan|permohonan)"
)


class ProactiveService(TopicDetector):
    """A statement that a service is given or renewed without an application.

    Read: titles, headings and links that name it, and what stands behind them.
    """

    name = "proactive_service"
    check = "S03"
    concept = "proactive"
    concepts = ("proactive", "service_item")
    chars: ClassVar[int] = 50
    fits: ClassVar[float] = 0.3

    def add(self, page: Page) -> None:
        """Also a sentence that says so of something that people are given."""
        super().add(page)
        if not page.is_home and page.hits("service_item"):
            self._said(page, "proactive", lambda text: _SAYS.search(text) is not None)
