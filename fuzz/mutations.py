"""What can be wrong with a page. Every mutation is a function of a page's bytes and a seeded generator alone."""

import re
from collections.abc import Callable
from random import Random

Mutation = Callable[[bytes, Random], bytes]
LARGEST = 600_000  # bytes of a mutated page; project choice, thirteen times an ordinary page

_TOKENS = re.compile(rb"<[^>]{0,400}>|[^<]{1,2000}|<")
_TAGS = (
    b"div",
    b"table",
    b"ul",
    b"b",
    b"a href=/x",
    b"form",
    b"select",
    b"svg",
    b"font",
    b"template",
    b"p",
    b"dl",
    b"h1",
)
_OPENERS = (
    b"<!--",
    b"<script>",
    b"<textarea>",
    b"<title>",
    b"<style>",
    b"<![CDATA[",
    b"<a href='",
    b"<plaintext>",
    b"<svg><desc>",
)
_CHARSETS = (
    b"utf-16",
    b"utf-16be",
    b"shift_jis",
    b"iso-2022-jp",
    b"gb18030",
    b"utf-7",
    b"x-user-defined",
    b"nonsense",
    b"utf-8",
)
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x00", b"\x1b$B")
_ADDRESSES = (
    b"javascript:alert(1)", b"http://[::1", b"//", b"http:///", b"data:text/html,x", b"/%zz%00", b"http://user@host:99999/",
    b"mailto:", b"tel:++++", b"?" + b"a=1&" * 300, b"../" * 400, b"https:/one.slash", b"#" * 500, b"\t\nhttp://x", b"http://\xff\xfe",
)  # fmt: skip
_DATES = (
    b"31 Februari 2024", b"99/99/9999", b"Senin, 00 Januari 0000", b"2024-13-45T99:99:99+99:99",
    b"1 Maret 99999999999999999999", b"Jum'at, 3 Agustus 1900", b"2024" * 50, "٣ مارس ٢٠٢٤".encode(),
    b"3 Mei 2024 - 4 Mei 2024 - " * 40,
)  # fmt: skip
_WORDS = (
    b"APBD 2024 ", b"laporan kinerja LKjIP ", b"pengaduan ", b"slot gacor ", b"bilancio ", b"budget ", b"hari kerja ",
    b"Rp1.000.000.000,00 ", b"lorem ipsum ", b"PPID ", b"login ", b"(021) 555-0100 ", b"a@b.c ", b"0812" * 6 + b" ",
)  # fmt: skip


def flip(page: bytes, random: Random) -> bytes:
    """Change single bytes."""
    found = bytearray(page or b"x")
    for _ in range(random.randint(1, 60)):
        found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found)


def cut(page: bytes, random: Random) -> bytes:
    """End the page anywhere, as a torn record does."""
    return page[: random.randrange(len(page) + 1)]


def splice(page: bytes, random: Random) -> bytes:
    """Repeat one part of the page in another place."""
    start = random.randrange(len(page) + 1)
    part = page[start : start + random.randint(1, 3000)] * random.randint(1, 12)
    at = random.randrange(len(page) + 1)
    return page[:at] + part + page[at:]


def soup(page: bytes, random: Random) -> bytes:
    """Shuffle tags and texts."""
    tokens = _TOKENS.findall(page)
    random.shuffle(tokens)
    return b"".join(tokens[: random.randint(1, len(tokens))]) if tokens else page


def nest(page: bytes, random: Random) -> bytes:
    """Open elements that are never closed, deep enough to hurt a recursive reader."""
    depth = random.choice((10, 200, 520, 2_000, 20_000, 60_000))
    return _insert(page, (b"<" + random.choice(_TAGS) + b">") * depth, random)


def flood(page: bytes, random: Random) -> bytes:
    """Give one element thousands of attributes, different or all alike."""
    count = random.choice((50, 1_000, 8_000, 30_000))
    if random.random() < 0.5:
        return _insert(page, b"<p" + b" a=1" * count + b">", random)
    return _insert(page, b"<img" + b"".join(b" a%d=x" % number for number in range(count)) + b">", random)


def open_end(page: bytes, random: Random) -> bytes:
    """Begin something that swallows the rest."""
    return _insert(page, random.choice(_OPENERS), random)


def lie(page: bytes, random: Random) -> bytes:
    """Declare an encoding that is not the page's, or begin with another one's mark."""
    declared = b"<meta charset='" + random.choice(_CHARSETS) + b"'>"
    body = page.replace(b"<head>", b"<head>" + declared, 1) if b"<head>" in page else declared + page
    if random.random() < 0.3:
        body = random.choice(_MARKS) + body
    if random.random() < 0.15:
        body = body.decode("utf-8", "replace").encode(
            random.choice(("utf-16", "utf-32", "latin-1", "cp1252")), "replace"
        )
    return body


def entities(page: bytes, random: Random) -> bytes:
    """Entities: a bomb of the XML kind, long runs, numbers out of range, unfinished ones."""
    bomb = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + b"".join(
        b"<!ENTITY %c '%s'>" % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(8)
    )
    parts = (
        bomb + b"]>&i;",
        b"&amp;" * 20_000,
        b"&#x110000;&#0;&#-1;&#99999999999999;",
        b"&" * 10_000,
        b"&NotEqualTilde;" * 900,
    )
    return _insert(page, random.choice(parts), random)


def long_run(page: bytes, random: Random) -> bytes:
    """One word, line, or run of blanks without end; digits and separators that a careless pattern retries."""
    unit = random.choice(
        (
            b"a",
            b" ",
            b"\n",
            b"1",
            b"0.",
            b"-",
            b"(",
            b"@",
            b"a@",
            b"/",
            b"\xe2\x80\xae",
            b"\xcc\x81",
            b"\xf0\x9f\x92\xa9",
            b"<",
            b">",
            b"\x00",
            b"'",
        )
    )
    return _insert(page, unit * random.choice((100, 5_000, 90_000)), random)


def links(page: bytes, random: Random) -> bytes:
    """Links to what no address is, a few or thousands."""
    one = b"".join(b'<a href="%s">%s</a>' % (each, random.choice(_WORDS)) for each in random.sample(_ADDRESSES, 6))
    return _insert(page, one * random.choice((1, 5, 80)), random)


def forms(page: bytes, random: Random) -> bytes:
    """Forms in forms, fields without end, labels that name each other."""
    field = b"<label for=x><input type=%s name='%s' id=x><select><option>1" % (
        random.choice((b"text", b"password", b"search", b"file", b"\xff")), random.choice(_WORDS)
    )  # fmt: skip
    return _insert(
        page, b"<form action='" + random.choice(_ADDRESSES) + b"'>" + field * random.choice((1, 40, 700)), random
    )


def dates(page: bytes, random: Random) -> bytes:
    """Dates that are none, in texts, attributes and JSON-LD."""
    date = random.choice(_DATES)
    parts = (
        b"<time datetime='%s'>%s</time>" % (date, date), b"<p>" + (date + b" ") * 300 + b"</p>",
        b"<script type='application/ld+json'>{\"dateModified\": \"%s\", \"@graph\": %s</script>" % (date, b"[" * 3_000),
        b"<meta property='article:modified_time' content='%s'>" % date,
    )  # fmt: skip
    return _insert(page, random.choice(parts), random)


def words(page: bytes, random: Random) -> bytes:
    """The words that detectors look for, in masses and in strange places."""
    text = random.choice(_WORDS) * random.choice((1, 30, 4_000))
    return _insert(
        page, random.choice((b"<h1>%s</h1>", b"<a href=/a.pdf>%s</a>", b"<td>%s", b"<title>%s", b"%s")) % text, random
    )


def _insert(page: bytes, part: bytes, random: Random) -> bytes:
    at = random.randrange(len(page) + 1)
    return page[:at] + part + page[at:]


MUTATIONS: tuple[Mutation, ...] = (
    flip, cut, splice, soup, nest, flood, open_end, lie, entities, long_run, links, forms, dates, words,
)  # fmt: skip
_HEAVY = frozenset({nest, flood, entities, long_run})  # one draw in eight of these is kept: they cost most of the time


def mutated(page: bytes, random: Random) -> bytes:
    """The page with one to four mutations, at most `LARGEST` bytes."""
    for _ in range(random.randint(1, 4)):
        mutation = random.choice(MUTATIONS)
        if mutation in _HEAVY and random.random() < 0.875:
            mutation = flip
        page = mutation(page, random)[:LARGEST]
    return page
