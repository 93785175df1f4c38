"""Which texts of a page are scanned, and what the scan found there, by concept."""

from functools import cache
from typing import NamedTuple

from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import MAIN, NAV, Hit, PageFacts
from tinjau.observe.engine.scan import scanner
from tinjau.observe.engine.terms import LANGUAGES, terms

TITLE, HEADING, LINK, BLOCK, FORM, PATH, TARGET, BUTTON, IMAGE = range(9)
_SINGLE = {1 << bit: f"lang:{code}" for bit, code in enumerate(LANGUAGES)}
_REMEMBERED = 300  # characters up to which a text is remembered
_MOST_KNOWN = 8_000  # texts; about 3 MB, and more than come again from page to page; project choice


class _Found(NamedTuple):
    concepts: tuple[tuple[str, int, int], ...]
    single: tuple[str, ...]


_NOTHING = _Found((), ())
_known: dict[str, _Found] = {}
_SHORT = 120
_ALL = 1 << 20  # mentions: more than a text has
_LONG = 2_000  # characters of one text that are scanned


def scan_page(page: PageFacts) -> None:
    """Fill the page's `hits`: concept to its texts, each text once, counter-examples taken out.

    Short texts are remembered with what they hold: menus and footers come again on every page.
    """
    places, texts = _texts_of(page)
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    unknown = [index for index, text in enumerate(texts) if text not in _known]
    fresh = _scanned([texts[index] for index in unknown]) if unknown else {}
    new: dict[str, _Found] = {}
    for order, index in enumerate(unknown):
        found = fresh.get(order, _NOTHING)
        text = texts[index]
        if len(text) <= _REMEMBERED:
            _known[text] = found
        new[text] = found
    hits, counts = page.hits, page.marks
    for (kind, at), text in zip(places, texts, strict=True):
        found = _known.get(text) or new[text]
        if found is _NOTHING:
            continue
        for concept, longest, languages in found.concepts:
            hits.setdefault(concept, []).append(Hit(kind, at, longest, languages))
        for name in found.single:
            counts[name] = counts.get(name, 0) + 1


def named_in(texts: list[str]) -> list[tuple[tuple[str, int, int], ...]]:
    """For each text the concepts that it holds, with the letters of the longest phrase and the bits of languages."""
    found = _scanned([text[:_LONG] for text in texts]) if texts else {}
    return [found.get(at, _NOTHING).concepts for at in range(len(texts))]


def _scanned(texts: list[str]) -> dict[int, _Found]:
    """What each text holds. A counter-example takes the words inside it away; one that holds none of the concept's
    words cancels a short text, and weighs against one mention in a long one.
    """
    known, inside = terms(), _inside()
    weights: dict[int, dict[str, list[int]]] = {}  # text, concept: seen, against, longest, languages, taken away
    single: dict[int, list[str]] = {}
    for text, index in scanner().scan(texts):
        term = known[index]
        entry = weights.setdefault(text, {}).setdefault(term.concept, [0, 0, 0, 0, 0])
        if term.counter:
            entry[1] += 1
            entry[4] += inside[index]
            continue
        entry[0] += 1
        entry[2] = max(entry[2], len(term.text))
        entry[3] |= term.languages
        if term.languages in _SINGLE:
            single.setdefault(text, []).append(_SINGLE[term.languages])
    found = {}
    for text, concepts in weights.items():
        held = tuple(
            (concept, longest, languages)
            for concept, (seen, against, longest, languages, taken) in concepts.items()
            if seen and not (against and seen <= taken and (len(texts[text]) < _SHORT or seen < 2))
        )
        found[text] = _Found(held, tuple(single.get(text, ())))
    return found


@cache
def _inside() -> dict[int, int]:
    """For each counter-example how many mentions it takes away: the concept's terms inside it, less what shorter
    counter-examples inside it take; more than any text has where it holds none.
    """
    known = terms()
    counters = sorted((at for at, term in enumerate(known) if term.counter), key=lambda at: len(known[at].text))
    held: dict[int, list[int]] = {at: [] for at in counters}
    for text, index in scanner().scan([known[at].text for at in counters]):
        if known[index].concept == known[counters[text]].concept:
            held[counters[text]].append(index)
    taken: dict[int, int] = {}
    for at in counters:
        inner = [index for index in held[at] if index != at]
        terms_inside = sum(not known[index].counter for index in inner)
        less = sum(taken[index] for index in inner if known[index].counter and taken.get(index, _ALL) < _ALL)
        taken[at] = max(0, terms_inside - less) if terms_inside else _ALL
    return taken


def _texts_of(page: PageFacts) -> tuple[list[tuple[int, int]], list[str]]:
    places: list[tuple[int, int]] = [(TITLE, 0), (PATH, 0)]
    texts: list[str] = [page.title, addresses.words(page.url)]
    for index, heading in enumerate(page.headings):
        places.append((HEADING, index))
        texts.append(heading.text)
    for index, link in enumerate(page.links):
        if link.text:
            places.append((LINK, index))
            texts.append(link.text)
        words = addresses.words(link.url)
        if words:
            places.append((TARGET, index))
            texts.append(words)
    for index, image in enumerate(page.images):
        if image.alt and image.zone == MAIN:
            places.append((IMAGE, index))
            texts.append(image.alt[:_LONG])
    for index, button in enumerate(page.buttons):
        places.append((BUTTON, index))
        texts.append(button.text)
    for index, block in enumerate(page.blocks):
        if block.zone != NAV and not block.level:
            places.append((BLOCK, index))
            texts.append(block.text[:_LONG])
    for index, form in enumerate(page.forms):
        places.append((FORM, index))
        labels = " / ".join(f"{field.label} {field.placeholder}" for field in form.fields if field.type != "hidden")
        texts.append(f"{form.heading} / {' / '.join(form.buttons)} / {labels} / {form.mark}"[:_LONG])
    return places, texts


def forget() -> None:
    """Drop what was remembered of texts: nothing of one site outlives its observation."""
    _known.clear()
