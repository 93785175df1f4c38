"""A06: taking part in decisions."""

from typing import ClassVar

from tinjau.observe.dates.grammar import dates_in
from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.forms import kind_of
from tinjau.observe.engine.led_topic import LedTopic
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import BLOCK, FORM, HEADING, LINK, TITLE

_SAYS = 40  # characters of a text that says how to take part; project choice


class PublicConsultation(LedTopic):
    """A poll, forum, consultation, petition or participatory budget that people can take part in.

    Read: titles, headings and links that name one, forms of polls, and calls for comments that say by when or where to.
    News about a meeting does not count.
    """

    name = "public_consultation"
    check = "A06"
    spoken: ClassVar[bool] = True
    concept = "consultation"
    forms: ClassVar[bool] = True
    concepts = ("consultation", "consult_call")
    reads = ("title", "headings", "links", "blocks", "forms")
    chars: ClassVar[int] = 80
    papers: ClassVar[bool] = False
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = (
        "musrenbang",
        "e-musrenbang",
        "emusrenbang",
        "participa",
        "partecipa",
        "jeparticipe",
        "engagementhq.com",
        "citizenspace.com",
        "haveyoursay",
        "yoursay",
        "commonplace.is",
        "mysay",
    )
    fits: ClassVar[float] = 0.3

    def add(self, page: Page) -> None:
        """Also calls for comments: a document, a form, or a text with a day or an address."""
        super().add(page)
        if page.is_missing or page.is_placeholder:
            return
        for hit in page.hits("consult_call", LINK):
            link = page.facts.links[hit.at]
            if link.zone == MAIN and page.site.is_paper(link.url):
                self._keep(2, 0.4, page, f"{link.text} → {link.raw}", link.url, link.text)
        for hit in page.hits("consult_call", FORM):
            form = page.facts.forms[hit.at]
            if form.zone == MAIN and any(each.tag == "textarea" for each in form.fields):
                self._keep(1, 0.4, page, f"{page.name}: {form.heading}", f"{page.url}#f", form.heading)
        named = bool(page.hits("consult_call", TITLE, HEADING))
        for hit in page.hits("consult_call", BLOCK):
            text = page.facts.blocks[hit.at].text
            if hit.at not in page.own_set or len(text) < _SAYS:
                continue
            linked = any(link.block == hit.at and link.url for link in page.facts.links)
            if "@" in text or dates_in(text) or (linked and not page.is_home) or (named and not page.is_article):
                self._keep(1, 0.4, page, text, f"{page.url}#c{hit.at}", text)
                return

    def suits(self, page: Page) -> bool:
        """Text, and not an article about it."""
        polls = any(kind_of(form, page, index) for index, form in enumerate(page.facts.forms) if form.zone == 0)
        return (polls or page.own_chars >= self.chars) and not page.is_article
