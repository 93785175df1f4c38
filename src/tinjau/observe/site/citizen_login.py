"""S08: an account for the public."""

from collections.abc import Iterable

import re2

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.facts import MAIN, Form, Link
from tinjau.observe.engine.forms import LOGIN, REGISTER, kind_of
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, FORM, HEADING, LINK, TITLE

_SYSTEMS = (
    "wp-login", "wp-admin", "/administrator", "siteman", "/user/login", "com_users", "/cms", "webmail", "typo3",
)  # fmt: skip
_NUMBERS = frozenset(
    ["nik", "no_kk", "nokk", "npwp", "nop", "npwpd", "codice_fiscale", "codice fiscale", "dni", "nric", "rut", "cedula"]
)
_LOGIN = re2.compile(r"(?i)/(?:log-?in|connexion|sign-?in|acceso|accesso|accedi|ingreso|ingresar|entrar|masuk)/?$")
_STAFF = re2.compile(
    r"(?i)intranet|webmail|\bmail\b|correo|posta|admin|agents?\b|élus|extranet|dipendent|operator|personale|emplead|"
    r"funcionari|staff|pegawai|redazione|backoffice|back-office"
)
_SHARED = frozenset(  # systems of accounts that municipalities rent, each under a name of its own
    ["guichet-citoyen.be", "espace-citoyens.net", "kiosquefamille.fr", "portail-familles.app", "portail-familles.net",
     "voila-citoyen.com", "guichetvirtuel.ch", "sedelectronica.es", "eadministracio.cat", "sportellotelematico.it",
     "municipiumapp.it", "comune-online.it", "cittadinodigitale.it", "linkmate.it", "mycivis.it"]
)  # fmt: skip
_RENTED_DOORS = frozenset(["my", "myaccount", "selfservice"])  # the same on hosts that firms keep
_BARE = frozenset({"login", "log in", "sign in", "masuk"})
_OWN_DOORS = frozenset(  # first labels of hosts on which an institution keeps its accounts
    ["etax", "e-tax", "taxportal", "online", "eportal", "ebilling", "my", "myaccount", "account", "accounts",
     "selfservice", "self", "customer", "citizen", "portal", "eservices"]
)  # fmt: skip
_NAMED, _ALL, _PHRASE = 0.4, 0.8, 12  # shares of a link's text; letters of "customer portal"; project choice
_NATIONAL = re2.compile(r"//[^/]*\b(?:gov|go|gob|gouv|gub|mil)\.?[^/]*(?:/|$)")  # a government's own portal
_NAME = 30  # characters of a door's name; project choice
_RENTED = ("myaccount", "my-account", "/auth", "login", "signin", "sign-in", "selfservice", "self-service", "customer")


def _is_system(text: str) -> bool:
    """Whether an address is that of a content system or of its administration."""
    low = text.lower()
    return any(each in low for each in _SYSTEMS) or ("admin" in low and "admin" in re2.split(r"[^a-z_-]+", low))


def _asks_a_citizen(form: Form) -> bool:
    """Whether a form asks for the number that only citizens or tax payers have."""
    return any(field.name.lower() in _NUMBERS or field.label.strip().lower() in _NUMBERS for field in form.fields)


class CitizenLogin(Detector):
    """A login or registration for the public: for citizens, applicants or businesses.

    Read: login forms with their words, links that name an account of citizens on hosts of the institution. The login
    of an editor, of staff or of the system's own administration is no service and does not count; a bare "Login" counts
    only where registration or an electronic identity stands with it.
    """

    name = "citizen_login"
    check = "S08"
    reads = ("links", "forms", "title", "headings", "blocks")
    concepts = ("citizen_login", "login", "staff_login")

    def __init__(self) -> None:
        self._form: Place | None = None
        self._link: Place | None = None

    def add(self, page: Page) -> None:
        """Look for forms, and for links until one of either is found; a form goes before a link."""
        if self._form is not None:
            return
        staff = bool(page.hits("staff_login", TITLE, HEADING)) or _is_system(page.url)
        public = page.hits("citizen_login", TITLE, HEADING, LINK, FORM)
        for index, form in enumerate(page.facts.forms):
            kind = kind_of(form, page, index)
            system = staff or _is_system(f"{form.action} {form.mark}")
            own = kind == REGISTER or public or _asks_a_citizen(form)
            if kind in (LOGIN, REGISTER) and not system and own:
                self._form = Place.of(page, f"{form.heading} {' '.join(form.buttons)}")
                return
        if self._link is None:
            self._links(page)

    def _links(self, page: Page) -> None:
        for hit in page.hits("citizen_login", LINK):
            link = page.facts.links[hit.at]
            fit = hit.covered / max(1, len(link.text))
            rented = fit >= _ALL and hit.covered >= _PHRASE and link.zone != MAIN and not _NATIONAL.search(link.url)
            if fit >= _NAMED and (rented or self._is_ours(page, link.url)) and not _is_system(link.url):
                self._try(page, link)
        self._doors(page)
        said = {hit.at for hit in page.hits("citizen_login", BLOCK) if hit.at in page.own_set}
        for index in page.own_links if said and not page.is_article else ():
            link = page.facts.links[index]
            if link.block in said and "login" in link.url.lower() and self._is_ours(page, link.url):
                self._try(page, link)
        for index, _ in page.outside:
            link = page.facts.links[index]
            if self._is_rented(link.text, link.url):
                self._try(page, link)
        for hit in page.hits("login", LINK):
            link = page.facts.links[hit.at]
            door = addresses.host(link.url).partition(".")[0]
            ours = self._is_ours(page, link.url) or (door in _RENTED_DOORS and link.text.lower() not in _BARE)
            if door in _OWN_DOORS and ours and link.url and not page.site.is_own(link.url):
                self._try(page, link)

    def _try(self, page: Page, link: Link) -> None:
        """Keep the link if it is the first whose target is not missing or empty, as far as the capture knows."""
        note = page.site.note(link.url)
        if self._link is None and not page.site.is_dead(link.url) and (note is None or not note.empty):
            self._link = Place.of(page, f"{link.text} → {link.raw}", link.url)

    @staticmethod
    def _is_rented(text: str, url: str) -> bool:
        """A door named "My Place" on a host that a firm keeps for the institution."""
        return len(text) <= _NAME and text[:2].lower() == "my" and any(mark in url.lower() for mark in _RENTED)

    def _doors(self, page: Page) -> None:
        """Links to the login of another host of the institution, where nothing says that it is for staff."""
        siblings = {host for host in page.outside_hosts if page.site.is_sibling_host(host)}
        for index, host in page.outside if siblings else ():
            link = page.facts.links[index]
            if host not in siblings or not _LOGIN.search(addresses.path_of(link.url)):
                continue
            if not _STAFF.search(f"{host} {link.text}") and not _is_system(link.url):
                self._try(page, link)

    def _is_ours(self, page: Page, url: str) -> bool:
        """A link to a national portal is no login of this site; one to a system that many offices share is."""
        ours = page.site.is_own(url) or page.site.is_sibling(url)
        return bool(url) and (ours or addresses.owner(addresses.host(url)) in _SHARED)

    def result(self, site: Site) -> Iterable[Finding]:
        """A form first, else a link whose target is not missing."""
        if self._form is not None:
            yield self._form.seen("form")
        elif self._link is not None:
            yield self._link.seen("link")
        else:
            yield absent(site)
