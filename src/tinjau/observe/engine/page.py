"""A page as detectors see it: its facts, and what of it is the page's own and what is the site's frame."""

from functools import cached_property
from typing import TYPE_CHECKING

from tinjau.observe.dates.grammar import dates_in
from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import MAIN, Heading, Hit, Link, PageFacts
from tinjau.observe.engine.texts import BLOCK, BUTTON, HEADING, IMAGE, LINK, PATH, TARGET, TITLE

if TYPE_CHECKING:
    from tinjau.observe.engine.site import Site

_FILLER = ",,,,,"  # nobody writes this who has something to say
_LINE = 90  # characters of a line under a headline
_EMPTY: list[Hit] = []
_ARTICLE_WORDS = frozenset(
    ["berita", "news", "artikel", "article", "post", "posts", "blog", "read", "detail_berita", "noticias", "noticia",
        "novita", "notizie", "notizia", "actualites", "actualite", "press-release", "press-releases",
        "media-releases", "pengumuman", "siaran-pers", "comunicados", "comunicati", "warta", "kabar", "novedades",
        "actualidad", "newsroom", "avvisi", "prensa", "actus", "liputan"]
)  # fmt: skip
_ANY_PAGE = frozenset(["article", "artikel", "post", "posts", "read"])  # some systems put every page under them
_DATED = 6  # own texts among which the date of a piece of news stands; project choice
_ARTICLE_TYPES = frozenset({"NewsArticle", "BlogPosting", "Article", "PressRelease"})
_SEPARATORS = ("|", "–", "—", "»", "::", " - ", "•", "·")


_LOCAL = ("localhost", "127.0.0.1", "192.168.", "10.0.")
_TRIFLES = (
    "pixel",
    "spacer",
    "blank",
    "icon",
    "logo",
    "avatar",
    "emoji",
    "arrow",
    "captcha",
    "noimage",
    "no-image",
    "placeholder",
)


def _shows(source: str, site: "Site") -> bool:
    if not source or addresses.host(source).startswith(_LOCAL):
        return False
    name = addresses.path_of(source).rsplit("/", 1)[-1].lower()
    return not any(each in name for each in _TRIFLES) and not site.is_dead(source)


def is_news(url: str) -> bool:
    """Whether an address is that of one dated piece of news: by its folder, or by year and month in it."""
    folders = _folders(url)
    if any(part in _ARTICLE_WORDS for part in folders):
        return True
    return _numbered(url)


def is_dated_folder(url: str) -> bool:
    """The same by what is news alone: a folder of news, or year and month. Under "article" stands any page."""
    return any(part in _ARTICLE_WORDS and part not in _ANY_PAGE for part in _folders(url)) or _numbered(url)


def _folders(url: str) -> list[str]:
    return [part.removesuffix(".php") for part in addresses.path_of(url).lower().strip("/").split("/")[:-1]]


def _numbered(url: str) -> bool:
    parts = addresses.path_of(url).strip("/").split("/")
    return sum(part.isdigit() and len(part) in (1, 2, 4) for part in parts) >= 2


def title_parts(title: str) -> list[str]:
    """A title cut at the signs that part a page's name from the site's."""
    for mark in _SEPARATORS:
        if mark in title:
            return [part.strip() for part in title.split(mark) if part.strip()]
    return [title] if title else []


class Page:
    """One page in the second pass. `facts` are what was read; the rest is worked out on demand, once."""

    FIXED = ("own_blocks", "own_set", "own_links", "own_chars", "is_article", "pictures", "papers")
    """What is the same whenever it is asked for once all pages were read."""

    def __init__(self, facts: PageFacts, site: "Site", *, home: bool = False) -> None:
        if facts.worked is not None:
            self.__dict__.update(facts.worked)
        self.facts = facts
        self.site = site
        self.url = facts.url
        self.is_home = home
        self.form_kinds: dict[int, str] = {}
        self._counts = site.blocks

    def hits(self, concept: str, *kinds: int) -> list[Hit]:
        """Where the concept's words stand on this page, of the given kinds of text."""
        found = self.facts.hits.get(concept, _EMPTY)
        spoken = self.site.spoken
        return [hit for hit in found if hit.languages & spoken and (not kinds or hit.kind in kinds)] if found else found

    @cached_property
    def own_blocks(self) -> list[int]:
        """Indexes of the blocks of running content that are this page's own."""
        frame = self._counts.frame
        return [
            index for index, (_, zone, level, _, key) in enumerate(self.facts.blocks)
            if zone == MAIN and not level and key not in frame
        ]  # fmt: skip

    @cached_property
    def own_chars(self) -> int:
        """Characters of the page's own content, headings and link lists of the frame left out."""
        blocks = self.facts.blocks
        if not self.is_article:
            return sum(len(blocks[index].text) for index in self.own_blocks)
        # Under a headline, the line with date and author and lists of other articles say nothing of the matter.
        linked = {link.block for link in self.facts.links}
        texts = [blocks[index].text for index in self.own_blocks if index not in linked]
        return sum(len(text) for text in texts if len(text) > _LINE or not dates_in(text))

    @cached_property
    def own_set(self) -> frozenset[int]:
        """The own blocks for looking up."""
        return frozenset(self.own_blocks)

    def is_own_link(self, link: Link) -> bool:
        """Whether the link stands in the page's own content."""
        if link.zone != MAIN:
            return False
        blocks = self.facts.blocks
        return link.block >= len(blocks) or not self._counts.is_frame(blocks[link.block])

    @cached_property
    def outside(self) -> list[tuple[int, str]]:
        """Links to other hosts than the site's: index and host, each address once."""
        found: dict[str, tuple[int, str]] = {}
        site, links = self.site, self.facts.links
        for index, link in enumerate(links):
            url = link.url
            if url and url not in found:
                host = addresses.host(url)
                if host not in site.hosts:
                    found[url] = (index, host)
        return list(found.values())

    @cached_property
    def outside_hosts(self) -> frozenset[str]:
        """The other hosts that the page links to."""
        return frozenset(host for _, host in self.outside)

    @cached_property
    def own_links(self) -> list[int]:
        """Indexes of the links in the page's own content."""
        blocks, frame = self.facts.blocks, self._counts.frame
        return [
            index for index, link in enumerate(self.facts.links)
            if link.zone == MAIN and (link.block >= len(blocks) or blocks[link.block].key not in frame)
        ]  # fmt: skip

    def is_own_heading(self, heading: Heading) -> bool:
        """Whether the heading is content, not frame."""
        return heading.zone == MAIN and not self._counts.is_frame(self.facts.blocks[heading.block])

    @cached_property
    def name(self) -> str:
        """What the page calls itself: its title without the site's name, or its first own heading."""
        parts = title_parts(self.facts.title)
        own = [part for part in parts if part.casefold() not in self.site.name_parts]
        if own:
            return own[0]
        first = next((each for each in self.facts.headings if self.is_own_heading(each)), None)
        return first.text if first else self.facts.title

    @cached_property
    def heading(self) -> str:
        """The first heading of the highest level in the content."""
        own = [each for each in self.facts.headings if self.is_own_heading(each)]
        return min(own, key=lambda each: each.level).text if own else ""

    @cached_property
    def is_article(self) -> bool:
        """Whether the page is one dated piece of news, by its address or its data."""
        if any(each in _ARTICLE_TYPES for each in self.facts.data):
            return True
        return is_news(self.url) and (is_dated_folder(self.url) or self._is_dated)

    @property
    def _is_dated(self) -> bool:
        """Whether a date stands in the page's data or in one of its first short texts."""
        if self.facts.dates:
            return True
        texts = (self.facts.blocks[at].text for at in self.own_blocks[:_DATED])
        return any(len(text) <= _LINE and dates_in(text) for text in texts)

    @cached_property
    def is_placeholder(self) -> bool:
        """Whether what the page says of its own is that it says nothing yet."""
        blocks = self.facts.blocks
        said_so = [*self.hits("placeholder", BLOCK), *self.hits("nothing", BLOCK)]
        empty = {hit.at for hit in said_so if hit.at in self.own_set}
        empty |= {at for at in self.own_blocks if _FILLER in blocks[at].text}
        if not empty:
            return False
        said = sum(len(blocks[at].text) for at in empty)
        return self.own_chars - said < 80 or said * 2 >= self.own_chars

    @cached_property
    def is_filled(self) -> bool:
        """Whether a script fetches what a table on this page is to show, and little else stands here."""
        marks = self.facts.marks
        return bool(marks.get("filled")) and bool(marks.get("table")) and self.own_chars < 400 and not self.papers

    @cached_property
    def is_missing(self) -> bool:
        """Whether the page says, with whatever status, that there is no such page."""
        if self.facts.status >= 400:
            return True
        if self.is_home or not self.hits("not_found", TITLE, HEADING):
            return False
        return self.own_chars < 600

    @cached_property
    def pictures(self) -> list[int]:
        """Indexes of the images in the content that people can see: no icons, none missing, none on an own disk."""
        images = self.facts.images
        return [
            at
            for at, image in enumerate(images)
            if image.zone == MAIN and not self._counts.is_frame_image(image.src) and _shows(image.src, self.site)
        ]

    @cached_property
    def papers(self) -> int:
        """Documents linked from the page's own content, or shown in a frame of it."""
        links = self.facts.links
        papers = {links[index].url for index in self.own_links if self.site.is_paper(links[index].url)}
        shown = {source for source, _ in self.facts.frames if source and self.site.is_paper(source)}
        return sum(1 for url in papers | shown if not self.site.is_dead(url))

    def excerpt(self, hit: Hit) -> str:
        """The text a hit stands in."""
        facts = self.facts
        if hit.kind == HEADING:
            return facts.headings[hit.at].text
        if hit.kind in (LINK, TARGET):
            link = facts.links[hit.at]
            return f"{link.text} → {link.raw}" if link.text else link.raw
        if hit.kind == IMAGE:
            return facts.images[hit.at].alt or ""
        if hit.kind == BUTTON:
            return facts.buttons[hit.at].text
        if hit.kind == BLOCK:
            return facts.blocks[hit.at].text
        return facts.url if hit.kind == PATH else facts.title
