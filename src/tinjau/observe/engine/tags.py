"""What the walk does at an element, as bits by its name."""

BREAK, SILENT, HEAD, PLAIN, STRONG, CONTENT, PLACE = (1 << bit for bit in range(7))
_GROUPS = {
    BREAK: (  # ends a run of text
        "address article aside blockquote body br button caption dd details dialog div dl dt fieldset figcaption",
        "figure",
        "footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol p pre section summary table tbody td th",
        "thead tr ul option",
    ),
    SILENT: (  # nothing inside is read
        "script style noscript template svg math title object canvas meta link base",
        "-comment _comment !doctype -doctype",
    ),
    HEAD: ("meta link base script title object noscript",),  # speaks of the page
    PLAIN: (  # no attributes read
        "span p b strong i em u small sup sub br td tr tbody thead tfoot option optgroup dd dt hr figure figcaption",
        "address blockquote pre code picture source fieldset legend abbr del ins mark cite q s big tt nobr wbr col",
        "colgroup caption summary details data dfn kbd samp var bdi bdo ruby rt rp",
    ),
    STRONG: ("b strong",),
    CONTENT: ("main article section",),  # header and footer inside belong to it, not to the page
    PLACE: (  # may be a zone
        "div ul ol nav header footer aside main section article table form dl body center dialog menu",
    ),
}
FLAGS: dict[str, int] = {}
for _bit, _lines in _GROUPS.items():
    for _name in " ".join(_lines).split():
        FLAGS[_name] = FLAGS.get(_name, 0) | _bit
LEVELS = {f"h{level}": level for level in range(1, 7)}
