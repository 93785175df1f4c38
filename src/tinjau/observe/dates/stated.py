"""The day that a text says something was updated, reviewed or put in force on."""

import datetime

import re2

from tinjau.observe.dates.grammar import dates_in

_NEAR = 40  # characters between the word and its date; project choice
_LONG = 600  # characters of a text that are read; project choice
_WORDS = re2.compile(  # linear: re2 never goes back
    r"(?i)\b(?:updated?|modified|reviewed|revised|amended|prepared on|published|effective|"
    r"in force|valid from|as (?:of|at)|last change|"
    r"diperbarui|dimutakhirkan|pembaruan|pemutakhiran|diubah|direvisi|ditinjau|berlaku|ditetapkan|diterbitkan|"
    r"dipublikasikan|tanggal terbit|diunggah|"
    r"aggiornat[aoie]|aggiornamento|ultima modifica|modificat[ao]|redatt[ao]|revisione|rivist[ao]|pubblicat[ao]|"
    r"in vigore|effettuat[ao]|"
    r"mise? à jour|mises? à jour|révisée?|publiée?|en vigueur|modifiée?|actualisée?|"
    r"actualizad[ao]s?|actualización|preparad[ao]|revisad[ao]|revisión|publicad[ao]|vigente|vigencia|modificad[ao]|"
    r"en vigor)|établie?"  # no boundary of words stands before a letter with an accent
)


def stated_day(text: str) -> datetime.date | None:
    """The newest date that stands within 40 characters after a word of updating; None where there is none."""
    text = text[:_LONG]
    dates = dates_in(text)
    if not dates:
        return None
    ends = [match.end() for match in _WORDS.finditer(text)]
    return max((found.day for found in dates if any(0 <= found.start - end <= _NEAR for end in ends)), default=None)
