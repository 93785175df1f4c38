"""Services that come without asking."""

from typing import ClassVar

import re2

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.topic import TopicDetector

_OF_OFFICE = r"(?:d['’]office|d['’]ufficio|de oficio|automati\w+)"
_GIVEN = (
    r"(?:vers|attribu|accord|octroy|renouvel|appliqu|erogat|riconosciut|applicat|rinnovat|concess|conced|otorg|renuev|"
    r"aplic|reconoc|bonific|renew|award|grant|diperpanjang|diberikan)\w*"
)
_SAYS = re2.compile(  # without being asked
    rf"(?i){_GIVEN}[^.]{{0,60}}{_OF_OFFICE}|{_OF_OFFICE}[^.]{{0,40}}{_GIVEN}|\bsans (?:demande|démarche)|"
    r"\bsans (?:faire|avoir à)[^.]{0,20} demande|\bsenza (?:\w+ ){0,3}(?:domanda|richiesta)\b|"
    r"\bsin (?:\w+ ){0,4}(?:solicit\w*|trámite)\b|\bwithout (?:having to apply|an application)|\bno need to apply\b|"
    r"\btanpa (?:perlu )?(?:mengajukan|permohonan)"
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
    fits: ClassVar[float] = 0.6

    def add(self, page: Page) -> None:
        """Also a sentence that says so of something that people are given."""
        super().add(page)
        if not page.is_home and page.hits("service_item"):
            self._said(page, "proactive", lambda text: _SAYS.search(text) is not None)
