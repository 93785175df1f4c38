"""Indonesia's regional governments: codes, names and kinds.

Codes and names are the Ministry of Home Affairs' (snapshot in context/: 38 provinces, 514 regencies and cities, taken
from the idn-area data, MIT). Permenkominfo 28/2006 names the sites `<name>prov|kab|kota.go.id`.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_KINDS = {"Provinsi": "prov", "Kabupaten": "kab", "Kota": "kota"}
_WORDS = {"provinsi": "province", "prov": "province", "kabupaten": "regency", "kab": "regency", "kota": "city"}


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
        return compact_name(self.name.split(maxsplit=1)[1])

    @property
    def id(self) -> str:
        """An id that is stable while the official code is."""
        return f"{self.kind}-{self.code.replace('.', '')}"

    @property
    def usual_address(self) -> str:
        """The address that Permenkominfo 28/2006 gives it."""
        return f"https://{self.bare_name}{self.kind}.go.id"


@cache
def national_governments() -> tuple[RegionalGovernment, ...]:
    """The 552 governments by code."""
    text = files("tinjau.packs").joinpath("context/regional_governments_id.csv").read_text(encoding="utf-8")
    return tuple(RegionalGovernment(row["code"], row["name"]) for row in csv.DictReader(text.splitlines()))


@cache
def provinces() -> tuple[tuple[str, str], ...]:
    """Code (two digits) and name of each province, without the word for it."""
    found = (each for each in national_governments() if each.kind == "prov")
    return tuple((each.code, each.name.split(maxsplit=1)[1]) for each in found)


def kind_of(name: str) -> str:
    """What a government is, from the first word of its Indonesian name: province, regency, city; empty where unsaid."""
    words = name.lower().replace("pemerintah", "").split()
    first = words[0].rstrip(".") if words else ""
    return _WORDS.get(first, "")


def compact_name(name: str) -> str:
    """Small letters and digits of a name only, as addresses are made of."""
    return "".join(character for character in name.lower() if character.isascii() and character.isalnum())
