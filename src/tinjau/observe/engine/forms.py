"""What a form is for, judged by its controls, words and place: a guess with rules, the same for every detector."""

from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import MAIN, Form
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import FORM

SEARCH, LOGIN, REGISTER, NEWSLETTER, COMMENT, CONTACT, APPLICATION, FILTER, OTHER = (
    "search", "login", "register", "newsletter", "comment", "contact", "application", "filter", "other",
)  # fmt: skip
_SEARCH_NAMES = frozenset(
    [
        "s",
        "q",
        "cari",
        "search",
        "query",
        "keyword",
        "keywords",
        "key",
        "k",
        "kata",
        "katakunci",
        "term",
        "searchword",
        "buscar",
        "busqueda",
        "cerca",
        "ricerca",
        "recherche",
        "search_block_form",
        "keys",
        "search_api_fulltext",
        "pencarian",
        "search_query",
        "searchtext",
        "texto",
        "testo",
        "mot",
        "mots",
        "qs",
        "wd",
        "find",
        "search_text",
        "filter-search",
        "tx_indexedsearch[sword]",
        "search[keyword]",
        "queryfree",
    ]
)
_PERSONAL = (
    "nik", "ktp", "no_kk", "nokk", "npwp", "codice_fiscale", "codicefiscale", "fiscal", "nric", "passport", "cedula",
    "dni",
    "tanggal", "tgl", "birth", "nascita", "naissance", "nacimiento", "alamat", "address", "indirizzo", "adresse",
    "direccion", "pemohon", "applicant",
)  # fmt: skip


def asked(form: Form) -> list[int]:
    """Indexes of the fields that a person fills in, captchas left out."""
    return [index for index, field in enumerate(form.fields) if field.asked]


def kind_of(form: Form, page: Page, index: int) -> str:
    """One of the words above; worked out once a page."""
    known = page.form_kinds.get(index)
    if known is None:
        known = page.form_kinds[index] = _kind(form, page, index)
    return known


def _kind(form: Form, page: Page, index: int) -> str:
    fields = [form.fields[each] for each in asked(form)]
    types = [field.type for field in fields]
    names = " ".join(field.name.lower() for field in fields)
    if "password" in types:
        return REGISTER if types.count("password") > 1 or len(fields) > 4 else LOGIN
    if is_search(form, page, index):
        return SEARCH
    if not fields or not form.tag:
        return OTHER if not fields else FILTER
    if "comment" in form.action.lower() or "comment" in form.mark or "komentar" in names or "comment" in names:
        return COMMENT
    texts = [each for each in types if each not in ("checkbox", "radio")]
    if len(texts) <= 2 and "email" in f"{names} {' '.join(types)}" and "textarea" not in types:
        return NEWSLETTER
    if not texts or (form.method == "get" and "textarea" not in types and "file" not in types):
        return FILTER
    personal = sum(1 for mark in _PERSONAL if mark in names)
    if "file" in types or personal >= 2 or len(texts) >= 8:
        return APPLICATION
    if "textarea" in types and len(fields) >= 2:
        return CONTACT
    return APPLICATION if len(texts) >= 4 else OTHER


def is_search(form: Form, page: Page, index: int) -> bool:
    """Whether the form asks for words to search for."""
    fields = [form.fields[each] for each in asked(form)]
    texts = [field for field in fields if field.type in ("text", "search")]
    if (
        not texts
        or len(texts) > 2
        or len(fields) > 5
        or any(f.type in ("textarea", "email", "tel", "file") for f in fields)
    ):
        return False
    if any(field.type == "search" or field.name.lower() in _SEARCH_NAMES for field in texts):
        return True
    if "search" in form.mark.split() or any("search" in token for token in form.mark.split()):
        return True
    return len(texts) == 1 and any(hit.at == index for hit in page.hits("search", FORM))


def goes_somewhere(form: Form) -> bool:
    """Whether sending the form can reach anything: it is a form, its fields have names or a script takes it."""
    if not form.tag:
        return False
    if form.scripted:
        return True
    named = any(field.name for field in form.fields if field.type not in ("hidden", "submit"))
    raw = form.raw_action.lower()
    if not raw and not form.submits:
        return False
    return named and not raw.startswith("javascript:") and raw not in ("#", "#!")


def is_content(form: Form, page: Page) -> bool:
    """Whether the form belongs to the page's content."""
    return form.zone == MAIN or addresses.key(form.action) != addresses.key(page.url)
