"""Which texts of a page are scanned, and what the scan found there, by concept."""

from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import NAV, Hit, PageFacts
from tinjau.observe.engine.scan import scanner
from tinjau.observe.engine.terms import LANGUAGES, terms

TITLE, HEADING, LINK, BLOCK, FORM, PATH, TARGET, BUTTON = range(8)
_SINGLE = {1 << bit: f"lang:{code}" for bit, code in enumerate(LANGUAGES)}
_SHORT = 120
_LONG = 2_000  # characters of one text that are scanned


def scan_page(page: PageFacts) -> None:
    """Fill the page's `hits`: concept to its texts, each text once, counter-examples taken out."""
    places, texts = _texts_of(page)
    known = terms()
    weights: dict[tuple[str, int], list[int]] = {}  # seen, against, longest, languages
    counts = page.marks
    for text, index in scanner().scan(texts):
        term = known[index]
        entry = weights.setdefault((term.concept, text), [0, 0, 0, 0])
        if term.counter:
            entry[1] += 1
            continue
        entry[0] += 1
        entry[2] = max(entry[2], len(term.text))
        entry[3] |= term.languages
        if term.languages in _SINGLE:
            name = _SINGLE[term.languages]
            counts[name] = counts.get(name, 0) + 1
    hits = page.hits
    for (concept, text), (seen, against, longest, languages) in weights.items():
        # A counter-example cancels a short text, and weighs against one mention in a long one.
        if not seen or (against and (len(texts[text]) < _SHORT or seen < 2)):
            continue
        kind, at = places[text]
        hits.setdefault(concept, []).append(Hit(kind, at, longest, languages))


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
