"""S03: following a request."""

from typing import ClassVar

import re2

from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.forms import asked, is_search
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Note
from tinjau.observe.engine.texts import BLOCK, FORM, LINK
from tinjau.observe.engine.topic import TopicDetector

_DOOR = re2.compile(r"(?i)/(?:log-?in|connexion|sign-?in|acceso|accesso|ingreso|masuk)/?$")  # of an account
_PHRASE = 14  # letters of words such as "follow your request", not "follow-up"; project choice
_FOLLOWS = re2.compile(  # a number alone is given, not followed
    r"(?i)\b(?:track|follow|check|monitor|view|see|status|progress|pantau|memantau|lacak|melacak|cek|suiv|suivi|suivre|"
    r"seguir|seguimiento|seguire|consult|verific|stato|estado|etat|avancement|iter)|état"
)
_FEW = 2  # fields that a form of tracking has at most


class StatusTracking(TopicDetector):
    """Seeing how far a request or complaint has come.

    Read: titles, headings, forms and links that name tracking, and whether a field to ask with or a list stands behind
    them.
    """

    name = "status_tracking"
    check = "S03"
    spoken: ClassVar[bool] = True
    concept = "tracking"
    forms: ClassVar[bool] = True
    concepts = ("tracking", "citizen_login")
    reads = ("title", "headings", "links", "blocks", "forms")
    chars: ClassVar[int] = 200
    papers: ClassVar[bool] = False
    siblings: ClassVar[bool] = True

    def add(self, page: Page) -> None:
        """Also a small form in the content that asks for the number of a request, and a text that promises to follow
        requests on a page with an account.
        """
        super().add(page)
        own = set(page.own_links)
        account = any(
            hit.at in (page.own_set if hit.kind == BLOCK else own) for hit in page.hits("citizen_login", BLOCK, LINK)
        )
        account = account or any(_DOOR.search(page.facts.links[at].url) for at in own)
        if account and not page.is_home:
            follows = {page.facts.blocks[hit.at].text for hit in page.hits("tracking", BLOCK) if hit.covered >= _PHRASE}
            follows = {text for text in follows if _FOLLOWS.search(text)}
            self._said(page, "tracking", follows.__contains__)
        for hit in page.hits("tracking", FORM):
            form = page.facts.forms[hit.at]
            types = [form.fields[at].type for at in asked(form)]
            small = 1 <= len(types) <= _FEW and not set(types) & {"password", "textarea", "file", "email"}
            if form.zone == MAIN and small and not page.is_article and not is_search(form, page, hit.at):
                text = f"{form.heading}: {form.fields[asked(form)[0]].label} {' '.join(form.buttons)}"
                self._keep(1, 0.4, page, text, f"{page.url}#f{hit.at}", form.heading or page.name)

    def suits(self, page: Page) -> bool:
        """A field to ask with, or a list of cases."""
        fields = any(
            each.type not in ("hidden", "search") for f in page.facts.forms if f.zone == 0 for each in f.fields
        )
        return fields or page.own_chars >= 600

    def keeps(self, note: Note) -> bool:
        """The same of a link's target."""
        return note.fields >= 1 or note.chars >= 600
