"""Personal data out of excerpts: identity numbers, telephone numbers and mail of private persons.

UU 27/2022 on personal data protection calls for no more than is needed; an excerpt proves a fact of a site, and for
that nobody's number is needed. What an office publishes so that people can reach it stays: mail at the site's own
domain or at a government's, and numbers that stand beside an office's word. In doubt a number goes.
"""

import re

_GONE_NIK, _GONE_PHONE, _GONE_MAIL = "[NIK]", "[telepon]", "[surel]"

# Sixteen digits, with or without separators in groups as people write them. Possessive: linear on any text.
_NIK = re.compile(r"(?<![\d])(\d(?:[ .\-]?\d){15})(?![ .\-]?\d)")
_MAIL = re.compile(
    r"(?<![\w.+\-])([\w.+\-]{1,64}+)(?:@|\s?\[at\]\s?|\s?\(at\)\s?)((?:[A-Za-z0-9\-]{1,63}\.){1,6}[A-Za-z]{2,24})(?![\w\-])"
)
_PHONE = re.compile(r"(?<![\d/.\-])(?:\+?62[ .\-]?|\(?0)[\d)](?:[ .\-()]{0,2}\d){6,12}(?![\d])")

_AROUND = 60  # characters before a number in which an office's word makes it an office's; project choice
_GOVERNMENT = (".go.id", ".desa.id", ".mil.id", ".gov", ".gov.sg", ".gov.it", ".gov.uk", ".europa.eu")
_OFFICE = re.compile(
    r"\b(?:kantor|dinas|badan|kecamatan|kelurahan|pemkab|pemkot|pemprov|pemerintah|sekretariat|bagian|call ?center"
    r"|hotline|pengaduan|layanan|ppid|humas|puskesmas|rsud|faks?|fax|hubungi kami|kontak kami|contact us|office"
    r"|department|municipality|comune|ufficio|halo|sp4n|telp\. kantor)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:nama|bapak|ibu|sdr|saudara|saudari|pemohon|pelapor|warga|penduduk|korban|hp|wa|whatsapp|no\.? ?hp"
    r"|pribadi|nik|ktp|alamat rumah|siswa|pasien|penerima|pelamar|peserta)\b",
    re.IGNORECASE,
)
_LINE = re.compile(r"\b(?:telepon|telpon|telp|tel|phone|telephone)\b", re.IGNORECASE)
_DAYS_FEMALE = 40  # added to the day of birth in a woman's NIK (Permendagri: the number's sixth pair)
_PROVINCES = range(11, 98)


def redact(text: str, site_hosts: tuple[str, ...]) -> str:
    """`text` without what identifies private persons; pure, and linear in its length.

    NIK: sixteen digits whose date part can be a date. Telephone numbers in Indonesian form, except where an office's
    word stands before them and no person's word stands nearer, and except a fixed line after a word such as "Telepon"
    where nobody is spoken of. Mail, except at the domain of one of `site_hosts` or of
    a government.
    """
    text = _NIK.sub(_nik, text)
    text = _MAIL.sub(lambda hit: hit.group() if _is_official(hit.group(2), site_hosts) else _GONE_MAIL, text)
    return _PHONE.sub(_phone, text)


def _nik(hit: "re.Match[str]") -> str:
    digits = "".join(char for char in hit.group(1) if char.isdecimal())
    return _GONE_NIK if _can_be_nik(digits) else hit.group()


def _can_be_nik(digits: str) -> bool:
    """Province, district, sub-district, day (women: plus 40), month, year, serial."""
    day = int(digits[6:8])
    day -= _DAYS_FEMALE if day > _DAYS_FEMALE else 0
    return int(digits[:2]) in _PROVINCES and 1 <= day <= 31 and 1 <= int(digits[8:10]) <= 12 and digits[12:] != "0000"


def _phone(hit: "re.Match[str]") -> str:
    digits = sum(char.isdecimal() for char in hit.group())
    if digits < 9:
        return hit.group()
    before = hit.string[max(0, hit.start() - _AROUND) : hit.start()]
    office = _last(_OFFICE, before)
    person = _last(_PERSON, before)
    if _is_landline(hit.group()) and person < 0 and _LINE.search(before):
        return hit.group()  # "Telepon: (061) …": a fixed line that nobody is named beside
    return hit.group() if office >= 0 and office > person else _GONE_PHONE


def _is_landline(number: str) -> bool:
    """Whether the number is none of a mobile network: those begin with 8 after the trunk 0 or the country's 62."""
    digits = "".join(char for char in number if char.isdecimal())
    return not digits.removeprefix("62").lstrip("0").startswith("8")


def _last(pattern: "re.Pattern[str]", text: str) -> int:
    return max((hit.start() for hit in pattern.finditer(text)), default=-1)


def _is_official(domain: str, site_hosts: tuple[str, ...]) -> bool:
    name = domain.lower()
    if name.endswith(_GOVERNMENT):
        return True
    sites = (host.lower().removeprefix("www.") for host in site_hosts)
    return any(name == site or site.endswith(f".{name}") or name.endswith(f".{site}") for site in sites if "." in site)
