"""The shape of an address: what it shares with others that a template makes. Budgets and trap rules count shapes."""

from collections import Counter

from tinjau.capture.urls import Url

MAX_SEGMENTS = 20  # of a path; project choice
MAX_REPEATS = 3  # of one segment in a path, from which on it is a relative-link trap (hostile-web, scenario 14)
_SLUG_WORDS = 4  # hyphens from which on a segment is a title and not a name; project choice
_LONG = 40  # characters of a segment from which on it is a title
# Endings of files that are no page. project choice, after what browsers save or play instead of showing.
_MEDIA = frozenset(
    """
    jpg jpeg png gif webp svg ico bmp tif tiff avif mp3 mp4 m4a m4v avi mov mkv webm ogg wav flac wmv flv zip rar 7z
    gz tar tgz exe apk msi dmg iso css js mjs map woff woff2 ttf eot otf psd ai eps json
    """.split()  # noqa: SIM905 - a list of ninety strings reads worse
)
_DOCUMENTS = frozenset(
    "pdf doc docx xls xlsx ppt pptx odt ods odp rtf csv xml kml geojson txt".split()  # noqa: SIM905 - as above
)


def shape(url: Url) -> str:
    """Host, path with runs of digits as N, and the sorted names of the query's keys."""
    return f"{url.host}{_digitless(url.path)}{query_shape(url)}"


def query_shape(url: Url) -> str:
    """The sorted names of the query's keys."""
    if not url.query:
        return ""
    keys = sorted({_digitless(part.partition("=")[0]) for part in url.query.split("&")})
    return "?" + "&".join(keys)


def family(url: Url) -> str:
    """As `shape`, but titles (`/berita/jalan-baru-telah-dibuka-hari-ini`) count as one, so that a hundred news items
    are one family while `/profil` and `/layanan` are two."""
    head, _, last = _digitless(url.path).rstrip("/").rpartition("/")
    return f"{url.host}{head}/{_class_of(last)}{query_shape(url)}"


def directory(url: Url) -> str:
    """Host and the path's folders: the neighbourhood in which copies of one page are looked for."""
    return f"{url.host}{_digitless(url.path).rstrip('/').rpartition('/')[0]}/{query_shape(url)}"


def trap(url: Url) -> str:
    """Which rule against traps the address itself breaks; empty for none."""
    segments = [part for part in url.path.split("/") if part]
    if len(segments) > MAX_SEGMENTS:
        return "path-repeat"
    repeats = Counter(part for part in segments if not part.isdecimal())
    if repeats and max(repeats.values()) >= MAX_REPEATS:
        return "path-repeat"
    return ""


def kind_of(url: Url) -> str:
    """What the address's ending promises: `page`, `document` or `media`."""
    last = url.path.rpartition("/")[2]
    ending = last.rpartition(".")[2].lower() if "." in last else ""
    if ending in _MEDIA:
        return "media"
    return "document" if ending in _DOCUMENTS else "page"


def _class_of(segment: str) -> str:
    stem, dot, ending = segment.rpartition(".")
    name, ending = (stem, dot + ending) if dot and len(ending) <= 5 else (segment, "")
    if "N" in name or len(name) > _LONG or name.count("-") + name.count("_") + name.count("%20") >= _SLUG_WORDS:
        return f"*{ending}"
    return segment


def _digitless(text: str) -> str:
    if text.isascii() and not any(char in text for char in "0123456789"):
        return text
    out: list[str] = []
    for char in text:
        if char.isdecimal():
            if not out or out[-1] != "\0":
                out.append("\0")
        else:
            out.append(char)
    return "".join(out).replace("\0", "N")
