"""Indonesia's regional governments, and which of them an address belongs to.

Codes and names are the Ministry of Home Affairs' (snapshot beside this file: 38 provinces, 514 regencies and cities,
taken from the idn-area data, MIT). Permenkominfo 28/2006 names the sites `<name>prov|kab|kota.go.id`; its successor
(5/2015) no longer requires the suffix, so an address is matched by name and, where two share it, by its marker.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import urlsplit

_KINDS = {"Provinsi": "prov", "Kabupaten": "kab", "Kota": "kota"}
_MARKERS = (
    ("pemprov", "prov"), ("pemkab", "kab"), ("pemkot", "kota"), ("pemko", "kota"), ("prov", "prov"), ("kab", "kab"),
    ("kota", "kota"),
)  # fmt: skip
_SHORT = {"daerah istimewa": "", "kepulauan": "kep", "dki ": ""}


@dataclass(frozen=True, slots=True)
class RegionalGovernment:
    """A province, regency or city. `usual_address` is what the naming rule gives: a guess, marked as such in docs."""

    code: str
    name: str

    @property
    def kind(self) -> str:
        """prov, kab or kota."""
        return _KINDS[self.name.split()[0]]

    @property
    def bare_name(self) -> str:
        """The name without its kind, in small letters and digits only."""
        return _compact(self.name.split(maxsplit=1)[1])

    @property
    def id(self) -> str:
        """An id that is stable while the official code is."""
        return f"{self.kind}-{self.code.replace('.', '')}"

    @property
    def usual_address(self) -> str:
        """The address that Permenkominfo 28/2006 gives it."""
        return f"https://{self.bare_name}{self.kind}.go.id"


def national_governments() -> tuple[RegionalGovernment, ...]:
    """The 552 governments by code."""
    text = files("tinjau.fleet").joinpath("data/regional_governments_id.csv").read_text(encoding="utf-8")
    return tuple(RegionalGovernment(row["code"], row["name"]) for row in csv.DictReader(text.splitlines()))


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
    name, kind = _split_marker(_compact(label))
    fitting = [each for each in by_name.get(name, ()) if not kind or each.kind == kind]
    if not fitting and kind:  # "kota" and "kab" can be part of a name: Kotabaru, Kotamobagu
        fitting = list(by_name.get(_compact(label), ()))
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
            names.add(_compact(written.replace(long, short)))
            names.add(_compact(written.replace(long, "")))
    return names


def _compact(name: str) -> str:
    return "".join(character for character in name.lower() if character.isascii() and character.isalnum())
