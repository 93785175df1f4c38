"""How offices write telephone numbers, mail and street addresses; and whether a page gives one in its own content."""

import re2

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import HEADING

MAIL = re2.compile(
    r"[a-zA-Z0-9._%+-]{2,60}\s?(?:@|\[at\]|\(at\)|\(chiocciola\))\s?[a-zA-Z0-9-]{2,60}"
    r"(?:(?:\.|\[dot\]|\(dot\))[a-zA-Z0-9-]{2,30}){1,4}"
)
PHONE = re2.compile(
    r"(?i)(?:tel[a-zé]*|telp|phone|\bph\b|fax|hp|wa|whatsapp|call cent(?:er|re)|hotline|centralino|hubungi|"
    r"numero verde|"
    r"\bcall\b|toll[- ]free|customer care|mobile|landline|switchboard|"
    r"contact)\W{0,12}"
    r"(?:[a-z ]{0,12}\W{0,3})?(\+?\(?\d[\d\s().\-/]{5,18}\d)"
)
BARE = re2.compile(
    r"(?:\(?\+[1-9]\d{0,2}\)?|\(0\d{2,4}\))[\s.\-]?\d[\d\s.\-]{5,14}\d|"
    r"(?:\(\d{3}\)\s?|\b\d{3}[-.])\d{3}[-.]\d{4}\b"
)
STREET = re2.compile(
    r"\b(?:Jl|Jln|JL|Jalan|JALAN)\b\.?\s*\p{Lu}|\b[Vv]ia(?:le)?\s+\p{Lu}|\b[Pp]iazza\s+\p{Lu}|\b[Cc]orso\s+\p{Lu}|"
    r"\b\d{1,4}(?:\s?bis)?,?\s+(?:rue|avenue|place|boulevard|chemin|route)\b|\b(?:[Rr]ue|[Bb]oulevard)\s+\p{Lu}|"
    r"\b[Cc](?:alle|\.)\s+\p{Lu}|\b[Pp]laza\s+\p{Lu}|\b[Aa]v(?:enida|da\.?|\.)\s+\p{Lu}|"
    r"\p{Lu}\p{L}+\s+(?:Street|Road|Avenue|Lane|Drive|Parade|Terrace|Crescent|Highway|Square)\b|"
    r"\b(?:P\.?\s?O\.?\s?Box|Private Bag|Postal Bag)\s+\w*\d|\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b|"
    r"(?i)\bkode\s*pos\b|\bc\.?p\.?\s+\d{4,5}\b|\b\d{5}\s+\p{L}{3,}|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2}\b"
)
SAMPLE = re2.compile(
    r"(?i)x{3,}|\bxx@|email@gmail|example\.(?:com|org)|nama@|user@|seperti contoh|0123456789|1234567890"
)
_ACCENTED = re2.compile(r"(?i)\bt[ée]l\.?\s?:?\s*\+?\(?\d[\d\s().\-/]{5,18}\d")  # "Tél. : 01 99 00 12 34"
_READ = 600  # characters of a text that are looked at; project choice
_NUMBER = re2.compile(r"\d[\d\s().\-/]{3,18}\d")  # five digits at least, or what parts them
_AT = ("@", "(at)", "[at]", "(chiocciola)")
_UNDER = 20  # characters under a heading of contact that say something; project choice


def own_contact(page: Page) -> str:
    """A way to reach an office in the page's own content, the frame of all pages left out; "" where there is none.

    A link to call, mail or chat; a number beside its word; a mail address; or a heading of contact with text under it.
    """
    facts = page.facts
    for index in page.own_links:
        raw = facts.links[index].raw
        if _leads_to_somebody(raw) and not SAMPLE.search(raw):
            return raw
    texts = [facts.blocks[index].text[:_READ] for index in page.own_blocks]
    if _reaches("\n".join(texts)):  # one look at all, and at each text only where something stands
        found = next((text for text in texts if _reaches(text) and not SAMPLE.search(text)), "")
        if found:
            return found
    for hit in page.hits("contact", HEADING):
        heading = facts.headings[hit.at]
        if page.is_own_heading(heading) and heading.chars >= _UNDER and 2 * hit.covered >= len(heading.text):
            following = facts.blocks[heading.block + 1].text if heading.block + 1 < len(facts.blocks) else ""
            return f"{heading.text}: {following}"
    return ""


def _leads_to_somebody(raw: str) -> bool:
    start = raw[:8].lower()
    if start.startswith(("tel:", "mailto:")):
        return start != "mailto:?"
    return "://wa.me/" in raw or "://api.whatsapp.com/send?phone" in raw


def _reaches(text: str) -> bool:
    """Whether the text holds a mail address, or a number beside its word or with its country."""
    if any(each in text for each in _AT) and MAIL.search(text):
        return True
    return bool(_NUMBER.search(text)) and any(each.search(text) for each in (PHONE, BARE, _ACCENTED))
