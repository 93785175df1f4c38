"""Which part of a page an element opens: its frame (header, menus, footer, side) or its content."""

from collections.abc import Mapping

from tinjau.observe.engine.facts import ASIDE, FOOTER, HEADER, MAIN, NAV

_ROLES = {
    "navigation": NAV, "menubar": NAV, "menu": NAV, "banner": HEADER, "contentinfo": FOOTER, "complementary": ASIDE,
    "main": MAIN,
}  # fmt: skip
_TOKENS = {
    "nav": NAV, "navbar": NAV, "navigation": NAV, "menu": NAV, "mainmenu": NAV, "main-menu": NAV, "megamenu": NAV,
    "offcanvas": NAV, "breadcrumb": NAV, "breadcrumbs": NAV, "topbar": HEADER, "top-bar": HEADER, "site-header": HEADER,
    "main-header": HEADER, "sidebar": ASIDE, "widget-area": ASIDE, "footer": FOOTER, "site-footer": FOOTER,
    "main-footer": FOOTER, "footer-area": FOOTER, "mobile-menu": NAV, "primary-menu": NAV, "navbar-nav": NAV,
    "main-nav": NAV, "main-navigation": NAV, "nav-menu": NAV, "topmenu": NAV, "top-menu": NAV, "sidenav": NAV,
    "footer-top": FOOTER, "footer-bottom": FOOTER, "copyright": FOOTER, "colophon": FOOTER, "masthead": HEADER,
    "it-header-wrapper": HEADER, "it-footer": FOOTER, "moduletable_menu": NAV, "pagination": NAV,
}  # fmt: skip


def zone_of(tag: str, attributes: Mapping[str, str | None], current: int, *, in_content: bool) -> int:
    """The zone inside this element, given the one around it."""
    role = attributes.get("role")
    if role and role in _ROLES:
        return _ROLES[role]
    if tag == "nav":
        return current if current == FOOTER else NAV
    if tag == "footer" and not in_content:
        return FOOTER
    if tag == "header" and not in_content and current == MAIN:
        return HEADER
    if tag == "aside" and current == MAIN:
        return ASIDE
    if tag == "main":
        return MAIN
    if current in (MAIN, HEADER) and tag not in ("body", "html", "a", "span", "i"):
        for name in ("id", "class"):
            value = attributes.get(name)
            if value:
                for token in value.lower().split()[:8]:
                    if token in _TOKENS:
                        found = _TOKENS[token]
                        if found == FOOTER and in_content:
                            continue
                        return found
    return current
