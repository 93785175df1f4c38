"""A03: accounts on social networks."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
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
_EMPTY = frozenset(
    {"", "/", "/#", "/home", "/index.php", "/profile.php", "/login", "/in", "/company", "/channel", "/user"}
)


class SocialAccounts(Detector):
    """Links to accounts of the institution on social networks.

    Read: links to the networks with an account in their path. Links that share a page, that lead to a network's front page
    or to the maker of the software or theme do not count. Limits: whether an account is official or in use is not known.
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
                self._found.setdefault(network, Place.of(page, f"{link.text} → {link.raw}"))
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
        yield self._found[names[0]].seen(", ".join(sorted(names)))
