"""Things that stand on a site as a page, a section, a document or a link elsewhere: found in one way for all of them.

A page counts when it names the thing in its title, its heading or the links to it, and has content of its own; a
section when enough stands under its heading; a document or another portal when the link names it. A link whose target
is missing or empty counts for nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import ClassVar

from tinjau.model import Value
from tinjau.observe.engine import addresses
from tinjau.observe.engine.candidates import Candidate, Candidates
from tinjau.observe.engine.detector import EXCERPT, Detector, Finding, Place, absent
from tinjau.observe.engine.facts import MAIN, Heading, Hit
from tinjau.observe.engine.forms import asked
from tinjau.observe.engine.leads import TAKE, named_part
from tinjau.observe.engine.page import Page, is_news
from tinjau.observe.engine.scan import fold
from tinjau.observe.engine.site import Note, Site
from tinjau.observe.engine.terms import terms
from tinjau.observe.engine.texts import BLOCK, HEADING, IMAGE, LINK, TARGET
from tinjau.observe.pdf.process import SHUT

_SECTION_CHARS = 150  # characters under a heading that make a section, where they are no list
_LISTED = 4  # texts under a heading that make a list
_EXACT = 0.7  # share of a heading's letters from which it says just the thing: then little text is enough under it
_SPOKEN = 400  # characters of a sentence that says what its link is for; project choice
_CAPTION_LEVEL = 6
_TABLE = 40  # characters of own text beside a table
_ROW = 0.12  # share of a document's name that the concept's words are
_NAME = 160  # characters of a document's name
_BARE = 3  # letters of a link's text that is but a year, a number or a file's kind; project choice
_WORD = 4  # letters of a word that an address and a link's text share; project choice
_RESTS = 40  # characters after a name and a colon; project choice
_NEWS = 0.6  # share of a piece of news' headline from which it is about the thing; project choice
_FILTERS = 3  # checkboxes and the like from which short texts are their labels
_CHOICES = frozenset({"checkbox", "radio", "select"})
_CAPTION = 80  # characters
_MOST_HOSTS = 5_000  # other hosts that are remembered; project choice
PAGE, SECTION, PAPER, PORTAL, LINKED, ELSEWHERE = range(6)
"""How a candidate was found: a page, a section or line, a document, a door elsewhere, a link to be looked behind."""


class Doubt(str):
    """Why the capture cannot tell."""

    __slots__ = ()


class TopicDetector(Detector):
    """A thing of one concept. Subclasses say what it takes."""

    concept: ClassVar[str] = ""
    chars: ClassVar[int] = 80  # own text that a page or section needs; project choice, checked on the corpora
    papers: ClassVar[bool] = True  # a linked document is the thing
    sections: ClassVar[bool] = True  # a section of another page is the thing
    images: ClassVar[bool] = False  # a picture stands for text
    portals: ClassVar[tuple[str, ...]] = ()  # parts of host names that are the thing itself
    forms: ClassVar[bool] = False  # a form under its heading is the thing
    siblings: ClassVar[bool] = False  # any host of the same organisation will do, if the link names the thing
    exact: ClassVar[bool] = False  # a heading that is just the name is enough, though the detector asks for more
    inline: ClassVar[bool] = False  # a text that begins with the thing's name and a colon is the thing
    spoken: ClassVar[bool] = False  # a sentence that names the thing and holds a link leads to it
    fits: ClassVar[float] = 0.34  # share of a title's letters that the concept's words must cover
    reads: ClassVar[tuple[str, ...]] = ("title", "headings", "links", "blocks")

    def __init__(self) -> None:
        self._found = Candidates()
        self._others: set[str] = set()  # hosts that are no portal

    def add(self, page: Page) -> None:
        """Keep what may be the thing."""
        if self.portals and not page.outside_hosts <= self._others:
            self._doors(page)
        hits = page.hits(self.concept)
        if not hits or page.is_missing:
            return
        self._own_page(page, hits)
        for hit in hits:
            if hit.kind == HEADING and self.sections:
                self._section(page, hit)
            elif hit.kind == BLOCK:
                self._of_text(page, hit)
            elif hit.kind == IMAGE and self.images and hit.at in page.pictures:
                alternative = page.excerpt(hit)
                if self.fit(hit, alternative) >= self.fits:
                    self._keep(SECTION, 0.6, page, alternative, f"{page.url}#i{hit.at}", alternative)
            elif hit.kind in (LINK, TARGET):
                self._link(page, hit)

    def _doors(self, page: Page) -> None:
        """Links to hosts that are the thing themselves."""
        for index, host in page.outside:
            if host in self._others:
                continue
            if addresses.host_parts(host).isdisjoint(self.portals):
                if len(self._others) < _MOST_HOSTS:
                    self._others.add(host)
                continue
            link = page.facts.links[index]
            self._keep(PORTAL, 1.0, page, f"{link.text} → {link.raw}", link.url, link.text or host)

    def _of_text(self, page: Page, hit: Hit) -> None:
        if self.papers:
            self._beside(page, hit)
        if self.sections:
            self._caption(page, hit)
        if self.spoken:
            self._sentence(page, hit)
        if self.inline:
            self._inline(page, hit)

    def suits(self, page: Page) -> bool:
        """Whether the page holds what the thing must hold; subclasses may ask for more."""
        enough = page.own_chars >= self.chars or page.papers > 0
        enough = enough or (page.own_chars >= _TABLE and bool(page.facts.marks.get("table")))
        return enough or (self.images and bool(page.pictures))

    def result(self, site: Site) -> Iterable[Finding]:
        """The best place that holds, or why there is none."""
        doubts, broken = [], ""
        told = [*self._found, *self._by_cover(site)] if self.papers else self._found
        for candidate in sorted(told, key=lambda each: _rank(each, confirmed=self._is_confirmed(each, site))):
            verdict = self._verdict(candidate, site)
            if verdict == "":
                yield self._seen(candidate, site)
                return
            if isinstance(verdict, Doubt):
                doubts.append(verdict)
            else:
                broken = broken or verdict
        yield absent(site, reason=broken, doubts=doubts)

    def _by_cover(self, site: Site) -> Iterable[Candidate]:
        """Documents of the archive that name themselves the thing, whatever links call them."""
        for paper in site.papers.values():
            named = paper.named.get(self.concept)
            if named is not None:
                place = Place(paper.url, paper.record_id, paper.digest, named.line[:EXCERPT])
                yield Candidate(PAPER, 0.0, place, paper.url, named.line)

    def _is_confirmed(self, candidate: Candidate, site: Site) -> bool:
        """Whether a document's own cover says that it is the thing."""
        paper = site.paper(candidate.target) if candidate.kind == PAPER else None
        return paper is not None and self.concept in paper.named

    def _seen(self, candidate: Candidate, site: Site) -> Finding:
        """The finding; of a document also what its cover says, or why it was not read."""
        found = candidate.place.seen(self.value(candidate, site))
        paper = site.paper(candidate.target) if candidate.kind == PAPER else None
        if paper is None:
            return found
        if paper.why:
            return replace(found, reason=f"The document was not read: {paper.why}")
        if self.concept in paper.named and paper.url != found.url:
            return replace(found, excerpt=f"{found.excerpt} | {paper.named[self.concept].line}"[:EXCERPT])
        return found

    def value(self, candidate: Candidate, site: Site) -> Value:  # noqa: ARG002 - for subclasses
        """What is told beside; the words by default."""
        return candidate.text[:120]

    def _keep(self, kind: int, fit: float, page: Page, excerpt: str, target: str, text: str) -> None:
        self._found.keep(kind, fit, page, excerpt, target, text)

    def _own_page(self, page: Page, hits: list[Hit]) -> None:
        if page.is_home or page.is_placeholder or page.is_filled:
            return
        first = next((each.text for each in page.facts.headings if page.is_own_heading(each)), "")
        names = (page.name, first)
        for hit in hits:
            if hit.kind not in (0, HEADING):
                continue
            text = page.name if hit.kind == 0 else page.facts.headings[hit.at].text
            if text not in names:
                continue
            fit = self.fit(hit, text)
            if fit >= (_NEWS if page.is_article else self.fits) and self.suits(page):
                self._keep(PAGE, fit, page, self._sample(page, text), page.url, text)

    def _sample(self, page: Page, text: str) -> str:
        first = next((page.facts.blocks[i].text for i in page.own_blocks if len(page.facts.blocks[i].text) > 40), "")
        return f"{text}: {first}" if first else text

    def _section(self, page: Page, hit: Hit) -> None:
        heading = page.facts.headings[hit.at]
        if not page.is_own_heading(heading) or page.is_article or page.is_placeholder:
            return
        fit = self.fit(hit, heading.text)
        formed = any(form.heading == heading.text and len(asked(form)) > 0 for form in page.facts.forms)
        if fit < (self.fits if formed else max(0.5, self.fits)):
            return
        self._papers_under(page, heading, fit)
        if self._says_just_it(page, heading, fit) or self.suits_section(page, heading) or (formed and self.forms):
            following = page.facts.blocks[heading.block + 1 : heading.block + 3]
            excerpt = ": ".join([heading.text, *(block.text for block in following)])
            self._keep(SECTION, fit, page, excerpt, f"{page.url}#{hit.at}", heading.text)

    def _beside(self, page: Page, hit: Hit) -> None:
        """A document's name in a table or list, with a link to take it right after, or one that is but its year."""
        text = page.facts.blocks[hit.at].text
        if len(text) > _NAME or hit.at not in page.own_set or self.fit(hit, text) < _ROW:
            return
        named = ":" in text or "(" in text
        for index in page.own_links:
            link = page.facts.links[index]
            if not hit.at <= link.block <= hit.at + 4 or not link.url:
                continue
            here = link.block == hit.at and named
            bare = link.block <= hit.at + 1 and sum(map(str.isalpha, link.text)) <= _BARE
            if link.text.casefold().startswith(TAKE) or ((here or bare) and page.site.is_paper(link.url)):
                self._keep(PAPER, self.fit(hit, text), page, f"{text}: {link.text} → {link.raw}", link.url, text)
                return

    def _inline(self, page: Page, hit: Hit) -> None:
        """A text of the page's own that begins with the thing's name and a colon, and says enough after it."""
        label, colon, rest = page.facts.blocks[hit.at].text.partition(":")
        if not colon or len(rest) < max(_RESTS, self.chars // 2) or hit.at not in page.own_set or page.is_article:
            return
        if names_of(self.concept).get(fold(label).lower().strip(), 0) & page.site.spoken and not page.is_home:
            self._keep(SECTION, 0.5, page, page.facts.blocks[hit.at].text, f"{page.url}#l{hit.at}", label)

    def _sentence(self, page: Page, hit: Hit) -> None:
        """A sentence of the page's own that names the thing, and where its link leads."""
        text = page.facts.blocks[hit.at].text
        if hit.at not in page.own_set or page.is_article or page.is_home or len(text) > _SPOKEN:
            return
        for index in page.own_links:
            link = page.facts.links[index]
            if link.block != hit.at or not link.url or page.site.is_paper(link.url) or link.raw.startswith("#"):
                continue
            kind = LINKED if page.site.is_own(link.url) else PORTAL
            self._keep(kind, 0.4, page, f"{text} → {link.raw}", link.url, text)
            return

    def _caption(self, page: Page, hit: Hit) -> None:
        """A short text of its own that stands like a heading over what follows."""
        blocks, at = page.facts.blocks, hit.at
        text = blocks[at].text
        if not (blocks[at].bold or text.endswith(":")):
            return
        if len(text) > _CAPTION or page.is_home or at not in page.own_set or self.fit(hit, text) < max(0.4, self.fits):
            return
        if text.endswith(")") or any(link.block == at for link in page.facts.links):
            return
        choices = sum(1 for form in page.facts.forms for each in form.fields if each.type in _CHOICES)
        if choices > _FILTERS:
            return  # labels of a filter or a choice of offices
        following = [blocks[index] for index in range(at + 1, min(len(blocks), at + 16)) if index in page.own_set]
        heading = Heading(_CAPTION_LEVEL, text, MAIN, at, sum(len(block.text) for block in following), 0, 0)
        if len(following) >= 3 and self.suits_section(page, heading):
            self._keep(
                SECTION, 0.5, page, ": ".join([text, *(b.text for b in following[:2])]), f"{page.url}#b{at}", text
            )

    def _said(self, page: Page, concept: str, holds: Callable[[str], bool]) -> None:
        """A text of the page's own that speaks of the concept and itself says what must be known."""
        if page.is_article or page.is_missing or page.is_placeholder:
            return
        for hit in page.hits(concept, BLOCK):
            text = page.facts.blocks[hit.at].text
            if hit.at in page.own_set and holds(text):
                self._keep(SECTION, 0.4, page, text, f"{page.url}#t{hit.at}", text)
                return

    def _says_just_it(self, page: Page, heading: Heading, fit: float) -> bool:
        """Whether the heading is the thing's own name with enough under it: no teaser that leads on, and no detector
        that asks for more than text."""
        if fit < _EXACT or heading.chars < self.chars or page.is_home:
            return False
        if type(self).suits_section is not TopicDetector.suits_section and not self.exact:
            return False
        return not any(link.block in (heading.block, heading.block + 1) and link.url for link in page.facts.links)

    def _papers_under(self, page: Page, heading: Heading, fit: float) -> None:
        """Documents linked under the heading, before the next one."""
        following = [each.block for each in page.facts.headings if each.block > heading.block]
        end = min(following) if following else len(page.facts.blocks)
        for index in page.own_links if self.papers else ():
            link = page.facts.links[index]
            if heading.block < link.block < end and page.site.is_paper(link.url):
                self._keep(PAPER, fit, page, f"{heading.text}: {link.text} → {link.raw}", link.url, heading.text)
                return

    def fit(self, hit: Hit, text: str) -> float:
        """How much of the text the concept's words are, 0 to 1; "How to apply for" and the like before them are
        neither here nor there.
        """
        fit = min(1.0, hit.covered / max(1, len(text)))
        return fit if fit >= _EXACT else min(1.0, hit.covered / max(1, named_part(text)))

    def suits_section(self, page: Page, heading: Heading) -> bool:
        """Whether enough stands under the heading."""
        if heading.chars >= max(self.chars, _SECTION_CHARS) or (self.images and self._pictured(page, heading)):
            return True
        following = [each.block for each in page.facts.headings if each.block > heading.block]
        listed = (min(following) if following else len(page.facts.blocks)) - heading.block - 1
        return heading.level < _CAPTION_LEVEL and listed >= _LISTED and heading.chars >= self.chars * 0.75

    def _pictured(self, page: Page, heading: Heading) -> bool:
        """Whether a picture that people can see stands soon after the heading."""
        if not heading.images:
            return False
        return any(0 <= page.facts.images[index].block - heading.block <= 3 for index in page.pictures)

    def _link(self, page: Page, hit: Hit) -> None:
        link = page.facts.links[hit.at]
        url = link.url
        if not url or addresses.key(url) == addresses.key(page.url):
            return
        text = link.text if hit.kind == LINK else addresses.words(url)
        fit = self.fit(hit, text)
        excerpt = f"{link.text} → {link.raw}"
        if link.pictured and hit.kind == LINK and page.site.is_own(url) and not addresses.is_paper(url):
            return  # themes give every picture the page's title
        if page.site.is_paper(url):
            if self.papers:
                self._keep(PAPER, fit, page, excerpt, url, link.text or text)
        elif fit < max(self.fits, _NEWS if is_news(url) else 0.4) or (
            hit.kind == TARGET and self._misleads(page, hit, text)
        ):
            return
        elif page.site.is_own(url):
            if hit.kind == LINK or fit >= 0.6:
                self._keep(LINKED, fit, page, excerpt, url, link.text or text)
        elif self.siblings and page.site.is_sibling(url) and not addresses.is_front(url):
            self._keep(PORTAL if hit.kind == LINK else ELSEWHERE, fit, page, excerpt, url, link.text or text)
        elif self.siblings and hit.kind == LINK and page.site.is_sibling(url):
            self._keep(PORTAL, fit, page, excerpt, url, link.text)

    def _misleads(self, page: Page, hit: Hit, words: str) -> bool:
        """Whether an address proves nothing: in an article's text, or where the link's own text holds the same words
        and yet is none of the concept's.
        """
        link = page.facts.links[hit.at]
        if link.zone == MAIN and page.is_article:
            return True
        said = fold(link.text).lower()
        if not any(len(word) >= _WORD and word in said for word in fold(words).lower().split()):
            return False
        return all(each.at != hit.at for each in page.hits(self.concept, LINK))

    def _verdict(self, candidate: Candidate, site: Site) -> str:
        """ "" where the candidate holds, "?" where its target was not captured, else what is wrong."""
        if candidate.kind in (PAGE, SECTION):
            return ""
        if site.is_dead(candidate.target):
            return f"“{candidate.text[:80]}” leads to a page that does not exist ({candidate.target})"
        paper = site.paper(candidate.target) if candidate.kind == PAPER else None
        if paper is not None and paper.why in SHUT:
            return Doubt(f"“{candidate.text[:80]}” was not read: {paper.why}")
        if candidate.kind in (PAPER, PORTAL):
            return ""
        if candidate.kind == ELSEWHERE:
            return Doubt(f"“{candidate.text[:80]}” leads to another host that was not captured ({candidate.target})")
        note = site.note(candidate.target)
        if note is None:
            if site.response(candidate.target) is not None:
                return ""
            return Doubt(f"The page that “{candidate.text[:80]}” leads to was not captured ({candidate.target})")
        if not self.keeps(note) and note.filled:
            return Doubt(
                f"A script fills “{candidate.text[:80]}”; what it fetches was not captured ({candidate.target})"
            )
        if note.empty or not self.keeps(note):
            return f"“{candidate.text[:80]}” leads to a page without content ({candidate.target})"
        return ""

    def keeps(self, note: Note) -> bool:
        """Whether a link's target holds enough to be the thing."""
        return note.chars >= self.chars or note.papers > 0 or (self.images and note.images > 0)


@cache
def names_of(concept: str) -> dict[str, int]:
    """The concept's terms as a label would be written, each with the languages it is of."""
    return {fold(each.text).lower(): each.languages for each in terms() if each.concept == concept and not each.counter}


def _rank(candidate: Candidate, *, confirmed: bool) -> tuple[int, bool, float, int, str]:
    order = {PAGE: 0, PORTAL: 1, PAPER: 2, SECTION: 1, LINKED: 3, ELSEWHERE: 4}
    return order[candidate.kind], not confirmed, -candidate.fit, len(candidate.place.url), candidate.place.url
