"""Where people apply: systems made for it, hosts of forms, and sentences that say where."""

from collections.abc import Iterator

import re2

from tinjau.observe.engine import addresses
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import BLOCK, HEADING, LINK, TARGET, TITLE

_SYSTEMS = (  # hosts on which offices take applications
    "cloudpermit.com", "viewpointcloud.com", "opengov.com", "citizenserve.com", "permiteyes.us",
    "mygovernmentonline.org", "accela.com", "tylerhost.net", "energovweb.com", "etrakit.net", "mipermit.com",
    "planningportal.co.uk", "planning.localgov.ie", "achieveservice.com", "oss.go.id", "simbg.pu.go.id",
    "sicantikui.layanan.go.id",
)  # fmt: skip
_FORMS = frozenset({"forms", "form", "eforms", "eform", "apply", "permits", "permit", "selfservice", "onlineservices"})
_ACTS = re2.compile(
    r"(?i)^(?:claim|apply|join|register|renew|order|request|start|book|get an?|buy|sign up|tell us|ajukan|"
    r"daftar|urus|buat)\b"
)
_ONLINE = re2.compile(
    r"(?i)^(?:layanan|pelayanan|perizinan|e-?services?|online services?)\b.{0,40}\b(?:online|daring|mandiri)\b"
)
_TELLS = re2.compile(  # a verb of applying, and where, right before the link
    r"(?i)\b(?:submit|submitted|apply|lodge|lodged|file|filed|register|registered|enrol|sign up|sign in|renew|"
    r"renewed)\b"
    r"[^.;]{0,50}\b(?:on|at|in|through|via|using|with)\b[^.;]{0,25}$|"
    r"\b(?:ajukan|mengajukan|diajukan|daftar|mendaftar|didaftarkan|mendaftarkan|diurus|mengurus|unggah|"
    r"mengunggah|diunggah|dikirim|dikirimkan)\b"
    r"[^.;]{0,60}\b(?:melalui|lewat|di|pada|via)\b[^.;]{0,25}$"
)
_UNLIKE = re2.compile(
    r"(?i)\b(?:complaints?|foi|feedback|contact|survey|report|missed|pengaduan|aduan|lapor|survei|skm|ppid|jdih|"
    r"antrean|antrian)\b"
)
_SHOWS = re2.compile(  # hosts that book, pay or show
    r"(?i)//(?:\w+[.-])*(?:rdv|cita\w*|agenda\w*|turnos?|cup|prenota\w*|pag[ao]\w*|paiement|maps?|webgis|sit|gis)[.-]"
)
_NATION = re2.compile(  # what all offices of a country share is no service of this site
    r"(?i)(?:^|\.)(?:service-public\.fr|gouv\.fr|impresainungiorno\.gov\.it|inps\.it|interno\.(?:gov\.)?it|"
    r"agenziaentrate\.gov\.it|anagrafenazionale\.it|gov\.co|gob\.mx|agenciatributaria\.gob\.es|registrosocial\.gob\.cl)$"
)
OTHERS = ("appointment", "payment", "tracking", "legal", "open_data", "news", "local_economy", "contact", "survey")
_BEGINS = re2.compile(  # a link's first word
    r"(?i)\W*(?:ordina|richied[iae]\w*|presenta\w*|compila\w*|invia\w*|avvia\w*|inizia\w*|attiva\w*|iscriv\w+|"
    r"(?:je )?(?:command\w+|demand\w+|télé\w*déclar\w+|déclar\w+|souscri\w+|"
    r"inscri\w+|s'inscri\w+|dépos\w+|renouvel\w+)|"
    r"solicit\w+|tramit\w+|inici\w+|inscr[ií]b\w+|radi[cq]\w+|apply|register|order|request|submit|renew|ajukan|daftar|"
    r"mohon)\b"
)
_ASIDE = re2.compile(
    r"(?i)\b(?:info\w*|assisten\w*|contatt\w*|contact\w*|cita|turno|rendez|appuntament\w*|newsletter|sesi[oó]n)\b"
)
_BEFORE = 120  # characters before a link that lead to it; project choice
Way = tuple[str, str, bool]  # where it leads, how it is told, and whether its words are of applying beyond doubt


def ways(page: Page) -> Iterator[Way]:
    """Links of a page that lead to where one applies, by the system, by the sentence or by what stands around them."""
    if page.is_missing:
        return
    yield from _systems(page)
    if page.is_article:
        return
    yield from _told(page)
    if not page.is_home:
        yield from _spoken(page)
        yield from _beside_requirements(page)


def _systems(page: Page) -> Iterator[Way]:
    """Doors to systems made for applying: known ones, an office's host of forms, "Layanan Online" elsewhere."""
    if page.hits("complaint", TITLE):
        return
    for index, host in page.outside:
        link = page.facts.links[index]
        if addresses.is_paper(link.url) or host in addresses.SOCIAL or _UNLIKE.search(f"{link.text} {link.url}"):
            continue
        forms = host.partition(".")[0] in _FORMS and _ACTS.search(link.text) is not None
        if host.endswith(_SYSTEMS) or forms or (page.site.is_sibling(link.url) and _ONLINE.search(link.text)):
            yield link.url, f"{link.text} → {link.raw}", True


def _spoken(page: Page) -> Iterator[Way]:
    """Sentences of the page's own that say where one applies, and hold the link; the same of a heading over it."""
    facts = page.facts
    said = {hit.at for hit in page.hits("apply_by", BLOCK) if hit.at in page.own_set}
    for hit in page.hits("apply_by", HEADING):
        at = facts.headings[hit.at].block
        said |= {at + 1, at + 2} if page.is_own_heading(facts.headings[hit.at]) else set()
    said |= {facts.links[index].block for index, _ in page.outside if _says_where(page, index)}
    for index in page.own_links if said else ():
        link = facts.links[index]
        if link.block not in said or not link.url or addresses.is_paper(link.url) or link.raw.startswith("#"):
            continue
        host = addresses.host(link.url)
        nation = _NATION.search(host) is not None and not page.site.is_sibling(link.url)
        if addresses.key(link.url) != addresses.key(page.url) and host not in addresses.SOCIAL and not nation:
            text = facts.blocks[link.block].text if link.block < len(facts.blocks) else link.text
            yield link.url, f"{text[:200]} → {link.raw}", True


def _says_where(page: Page, index: int) -> bool:
    """Whether the sentence leads to its link with a verb of applying, and is of no complaint or survey."""
    link, blocks = page.facts.links[index], page.facts.blocks
    if link.block >= len(blocks) or link.block not in page.own_set or not link.text:
        return False
    text = blocks[link.block].text
    before = text[: max(0, text.find(link.text))][-_BEFORE:]
    return _TELLS.search(before) is not None and _UNLIKE.search(text) is None


def _beside_requirements(page: Page) -> Iterator[Way]:
    """Links of a page which says what a service needs to another host of the institution, that neither book, pay,
    follow nor only show.
    """
    if not page.hits("requirements"):
        return
    other = {hit.at for each in OTHERS for hit in page.hits(each, LINK, TARGET)}
    for index in page.own_links:
        link = page.facts.links[index]
        if index in other or not _is_other_door(page, link.url) or addresses.is_front(link.url):
            continue
        if not _SHOWS.search(link.url):
            yield link.url, f"{page.name}: {link.text} → {link.raw}", False


def _told(page: Page) -> Iterator[Way]:
    """Links that begin by telling people to apply, to another host of the institution."""
    aside = ("appointment", "tracking", "complaint", "info_request")
    other = {hit.at for each in aside for hit in page.hits(each, LINK)}
    for index in page.own_links:
        link = page.facts.links[index]
        begins = index not in other and _BEGINS.match(link.text) and not _ASIDE.search(link.text)
        if begins and _is_other_door(page, link.url):
            yield link.url, f"{link.text} → {link.raw}", False


def _is_other_door(page: Page, url: str) -> bool:
    """Whether the address is a page on another host of the same institution."""
    return bool(url) and page.site.is_sibling(url) and not page.site.is_own(url) and not page.site.is_paper(url)
