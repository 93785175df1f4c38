"""Which of Indonesia's regional governments (`packs.governments`) an address belongs to.

Permenkominfo 28/2006 names the sites `<name>prov|kab|kota.go.id`; its successor (5/2015) no longer requires the suffix,
so an address is matched by name and, where two share it, by its marker.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from tinjau.packs.governments import RegionalGovernment, compact_name

_MARKERS = (
    ("pemprov", "prov"), ("pemkab", "kab"), ("pemkot", "kota"), ("pemko", "kota"), ("prov", "prov"), ("kab", "kab"),
    ("kota", "kota"),
)  # fmt: skip
_SHORT = {"daerah istimewa": "", "kepulauan": "kep", "dki ": ""}


def match_hosts(addresses: Iterable[str], governments: Sequence[RegionalGovernment]) -> Mapping[str, str]:
    """For each address the code of its government, or empty where none or more than one fits."""
    by_name: dict[str, list[RegionalGovernment]] = defaultdict(list)
    for each in governments:
        for name in _spellings(each):
            by_name[name].append(each)
    return {address: _matched(address, by_name) for address in addresses}


def _matched(address: str, by_name: Mapping[str, Sequence[RegionalGovernment]]) -> str:
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    if not host.endswith(".go.id"):
        return ""
    label = host.removesuffix(".go.id").removeprefix("www.").rsplit(".", 1)[-1]
    name, kind = _split_marker(compact_name(label))
    fitting = [each for each in by_name.get(name, ()) if not kind or each.kind == kind]
    if not fitting and kind:  # "kota" and "kab" can be part of a name: Kotabaru, Kotamobagu
        fitting = list(by_name.get(compact_name(label), ()))
    return fitting[0].code if len(fitting) == 1 else ""


def _split_marker(label: str) -> tuple[str, str]:
    for marker, kind in _MARKERS:
        for name in (label.removesuffix(marker), label.removeprefix(marker)):
            if name and name != label:
                return name, kind
    return label, ""


def _spellings(each: RegionalGovernment) -> set[str]:
    names = {each.bare_name}
    written = each.name.split(maxsplit=1)[1].lower()
    for long, short in _SHORT.items():
        if long in written:
            names.add(compact_name(written.replace(long, short)))
            names.add(compact_name(written.replace(long, "")))
    return names
