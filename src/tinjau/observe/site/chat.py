"""A02: talking with the office online."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BUTTON, HEADING, LINK, TITLE

_HOSTS = (
    "tawk.to",
    "crisp.chat",
    "livechatinc.com",
    "zopim.com",
    "intercom.io",
    "tidio.co",
    "smartsupp.com",
    "qontak.com",
)


class Chat(Detector):
    """A chat with the office or its assistant: a chat system, WhatsApp as a chat, or a button that opens one.

    Read: scripts of chat systems, links to WhatsApp with a number, buttons and links by their words. The numbers of
    sellers on a page of local products are no chat with the office. The check counts WhatsApp among the ways to reach
    an office and has none for chats alone.
    """

    name = "chat"
    check = "A02"
    reads = ("scripts", "links", "buttons")
    concepts = ("live_chat", "local_economy")

    def __init__(self) -> None:
        self._found: Place | None = None

    def add(self, page: Page) -> None:
        """The first place is enough."""
        if self._found:
            return
        facts = page.facts
        shop = bool(page.hits("local_economy", TITLE, HEADING))  # there sellers take orders
        script = next((each for each in facts.scripts if addresses.host(each).endswith(_HOSTS)), "")
        link = next(
            (
                facts.links[at]
                for at, host in page.outside
                if "wa" in host
                and _is_whatsapp(facts.links[at].url)
                and not (shop and page.is_own_link(facts.links[at]))
            ),
            None,
        )
        if script:
            self._found = Place.of(page, script)
        elif link is not None:
            self._found = Place.of(page, f"{link.text} → {link.raw}", link.url)
        else:
            hit = next(iter(page.hits("live_chat", LINK, BUTTON)), None)
            self._found = Place.of(page, page.excerpt(hit)) if hit else None

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen or absent."""
        yield self._found.seen() if self._found else absent(site)


def _is_whatsapp(url: str) -> bool:
    host = addresses.host(url)
    number = sum(each.isdigit() for each in url) >= 8
    return number and (host == "wa.me" or (host == "api.whatsapp.com" and "phone=" in url))
