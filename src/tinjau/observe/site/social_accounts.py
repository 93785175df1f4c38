"""A03: accounts on social networks."""

from collections.abc import Iterable
from urllib.parse import unquote

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.scan import fold
from tinjau.observe.engine.site import Site

_NETWORKS = {
    "facebook.com": "Facebook", "fb.com": "Facebook", "instagram.com": "Instagram", "twitter.com": "X", "x.com": "X",
    "youtube.com": "YouTube", "tiktok.com": "TikTok", "linkedin.com": "LinkedIn", "threads.net": "Threads",
    "t.me": "Telegram", "telegram.me": "Telegram", "flickr.com": "Flickr", "bsky.app": "Bluesky",
}  # fmt: skip
_SHARES = (
    "/sharer", "/share", "/intent/", "/plugins/", "/dialog/", "/embed", "/watch", "/hashtag/", "/sharing/", "/home?",
    "sharearticle", "/joinchat", "/tr?", "/policies", "/privacy", "/legal", "/terms",
)  # fmt: skip
_VENDORS = (
    "opensid", "wordpress", "joomla", "themepalace", "drupal", "elegantthemes", "bootstrapmade", "colorlib", "wix",
    "templatemonster", "envato", "w3layouts", "creativetim", "designmodo", "yourpage", "username", "youraccount",
)  # fmt: skip
_PUBLIC = (
    "gov", "gob", "gouv", "pemkab", "pemkot", "pemprov", "pemda", "kominfo", "humas", "desa", "kec", "kelurahan",
    "dinas",
    "ppid", "official", "resmi", "comune", "citta", "mairie", "ville", "commune", "ayto", "ayuntamiento", "muni",
    "alcaldia",
    "minist", "agency", "council", "city", "infopublik", "kementerian", "kemen", "badan", "prefet", "regione",
    "provincia",
)  # fmt: skip
_ALIKE = 7  # letters in a row that an account and a title share; project choice
_EMPTY = frozenset(
    {"", "/", "/#", "/home", "/index.php", "/profile.php", "/login", "/in", "/company", "/channel", "/user"}
)


class SocialAccounts(Detector):
    """Links to accounts of the institution on social networks.

    Read: links to the networks with an account in their path. Links that share a page, that lead to a network's front
    page or to the maker of the software or theme do not count. Limits: whether an account is official or in use is not
    known.
    """

    name = "social_accounts"
    check = "A03"
    reads = ("links",)

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}
        self._pages: dict[str, int] = {}

    def add(self, page: Page) -> None:
        """Note accounts by network."""
        seen = set()
        for index, host in page.outside:
            link = page.facts.links[index]
            network = self._network(host, link.url)
            if network and (page.is_home or not page.is_own_link(link) or page.own_chars < 1500):
                seen.add(network)
                self._found.setdefault(network, Place.of(page, f"{link.text} → {link.raw}", link.url))
        for source, _ in page.facts.frames:
            if "facebook.com/plugins/page" in source and "href=" in source:
                target = unquote(source.partition("href=")[2].partition("&")[0])
                if self._network(addresses.host(target), target):
                    seen.add("Facebook")
                    self._found.setdefault("Facebook", Place.of(page, f"page plugin → {target}", target))
        for network in seen:
            self._pages[network] = self._pages.get(network, 0) + 1

    def _network(self, host: str, url: str) -> str:
        host = host.removeprefix("m.").removeprefix("web.").removeprefix("id-id.").removeprefix("it-it.")
        name = _NETWORKS.get(host)
        if not name:
            return ""
        rest = url.partition(host)[2].lower()
        if addresses.path_of(url).rstrip("/").lower() in _EMPTY and "id=" not in rest:
            return ""
        if any(mark in rest for mark in _SHARES) or any(vendor in rest for vendor in _VENDORS):
            return ""
        return name

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the names of the networks."""
        if not self._found:
            yield absent(site)
            return
        names = sorted(self._found, key=lambda each: (-self._pages[each], each))
        place = self._found[names[0]]
        told = ", ".join(sorted(names))
        verdicts = {_bears_name(each.target, site) for each in self._found.values()}
        if True not in verdicts and False in verdicts:
            reason = "No account bears the institution's name; they may be private ones"
            yield Finding(State.CANNOT_TELL, told, reason, place.url, place.record_id, place.digest, place.excerpt)
        else:
            yield place.seen(told)


def _bears_name(url: str, site: Site) -> bool | None:
    """Whether an account's name holds a word of the site's host or title, their initials, or a word of public bodies.

    None for an account that is a number.
    """
    account = "".join(each for each in fold(addresses.path_of(url)).lower() if each.isalnum())
    if not account or account.startswith(("channeluc", "profilephp", "people", "pages")):
        return None
    title = fold(site.home.title if site.home else "")
    words = [word for word in title.lower().replace("-", " ").split() if len(word) > 3]
    labels = [label for host in site.hosts for label in host.split(".")[:-1] if len(label) > 2]
    initials = "".join(word[0] for word in title.split() if word[:1].isupper()).lower()
    known = [*words, *labels, *_PUBLIC, *([initials] if len(initials) > 2 else [])]
    letters = "".join(each for each in title.lower() if each.isalnum())
    if any(account[at : at + _ALIKE] in letters for at in range(len(account) - _ALIKE + 1)):
        return True  # "ccvaldorse" of the "Communauté de communes du Val d'Orse"
    return any(each in account or (len(account) > 3 and account in each) for each in known) or any(
        label[:5] in account for label in labels if len(label) > 5
    )
