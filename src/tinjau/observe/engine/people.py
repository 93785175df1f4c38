"""People with an office, as pages show them: a position beside a name, academic titles, a staff number."""

from collections.abc import Sequence

import re2

from tinjau.observe.engine.facts import Block

_POSITION = re2.compile(
    r"(?i)\b(?:kepala|sekretaris|sekretariat|camat|lurah|bupati|wakil|wali ?kota|gubernur|kasi|kaur|kasubag|"
    r"kasubbag|kabid|"
    r"bendahara|ketua|anggota|direktur|staf|operator|kadus|kades|sekdes|kepala dusun|plt\.?|menteri|"
    r"sindaco|vicesindaco|assessore|assessora|consigliere|consigliera|presidente|segretario|dirigente|"
    r"responsabile|direttore|"
    r"maire|adjoint|adjointe|conseiller|conseillère|président|présidente|directeur|directrice|préfet|"
    r"ministre|secrétaire|"
    r"alcalde|alcaldesa|vicealcalde|concejal|concejala|regidor|regidora|director|directora|jefe|jefa|"
    r"secretario|secretaria|"
    r"ministro|ministra|síndico|síndica|coordinador|coordinadora|gerente|encargado|encargada|vicepresidente|tesorero|"
    r"mayor|vice mayor|deputy|council ?member|board member|member|trustee|supervisor|alderman|"
    r"undersecretary|assistant secretary|commissioner|administrator|chairman|chairperson|chairwoman|chair|"
    r"president|secretary|minister|commissioner|councillor|governor|"
    r"district \d{1,2}|ward \d{1,2}|at[- ]large|"
    r"chief executive|ceo|member of|head of|permanent secretary|manager|officer)\b"
)
_DEGREE = re2.compile(
    r"\b\p{Lu}[\p{L}'’]+,?\s+(?:Sp\.?\s?[A-Z][A-Za-z]{0,4}\b|S\.?\s?(?:H|E|T|Sos|Pd|Kom|IP|STP|AP|Ag|Si|Kep|KM|Pt|Adm|Hut|Farm|I\.?\s?Kom)|"
    r"M\.?\s?(?:Si|M|AP|Kom|Pd|H|T|Kes|Sc|Hum|Eng|IP)|A\.?\s?Md|SE|SH|ST|MM|SSTP|S\.?ST\.?P|Ph\.?\s?D)\b"
)
_TITLED = re2.compile(
    r"\b(?:Drs|Dra|Ir|H|Hj|Prof|Dr|dr|Dott|Dott\.ssa|Avv|Ing|Arch|Geom|Lic|Licda|Sr|Sra|Don|Doña|Mr|Mrs|"
    r"Ms|Mme|Hon|Arq|Atty|"
    r"Engr|Dato'|Datuk)\.?\s+(?:[A-Z][\w'’.-]*\s*){1,4}"
)
_PLURAL = re2.compile(
    r"(?i)\b(?:concejales|concejalas|regidores|ediles|consejeros|directores|autoridades|"
    r"consiglieri|assessori|componenti|capigruppo|dirigenti|"
    r"adjoints|adjointes|conseillers|conseillères|élus|vice-présidents|"
    r"councillors|councilors|councilmembers|members|trustees|commissioners|supervisors|aldermen|selectmen|officers|"
    r"anggota|pengurus|perangkat)\b"
)
_PARTY = re2.compile(r"\s*\([^()]{1,40}\)$")
_NUMBER = re2.compile(r"\bNIP\b\W{0,3}\d{4}")
_NAME = re2.compile(r"^(?:\p{Lu}[\p{L}.'’`-]+,?\s+){1,4}\p{Lu}[\p{L}.'’`-]*(?:,.{0,30})?$")
_AFTER = re2.compile(r"[:\-–—]\s*\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’,-]*){0,4}")
_COMMON = re2.compile(
    r"(?i)\b(?:struktur|organisasi|profil|visi|misi|kantor|dinas|bidang|pelayanan|layanan|desa|kecamatan|"
    r"kabupaten|kota|"
    r"comune|ufficio|servizi|amministrazione|mairie|ville|service|services|ayuntamiento|municipalidad|"
    r"oficina|department|"
    r"office|council|agency|home|contact|news|about|latest|berita|galeri|tugas|fungsi|seksi|subbagian|umum|keuangan|"
    r"area|settore|direzione|leggi|read|more|selengkapnya|contatti|pubblico|conseil|municipal|pleno|"
    r"gobierno|board|ministry)\b"
)
_SHORT = 160
_START = 12  # characters before a position that a text begins with
_LABEL = 80  # characters of a text that is a name or a position alone


def people_among(blocks: Sequence[Block], most: int = 5) -> list[str]:
    """Texts that name a person in office, at most `most`."""
    found: list[str] = []
    before = ""  # a short text with a position and nothing else
    named = ""  # a text that is a name, waiting for a position
    for block in blocks:
        text = block.text
        if len(text) > _SHORT:
            before = named = ""
            if "NIP" in text and _NUMBER.search(text):
                found.append(text[:_SHORT])
            continue
        positioned = _POSITION.search(text) is not None or (len(text) <= _LABEL and _PLURAL.search(text) is not None)
        if _titled(text, positioned=positioned) or (positioned and _named_after(text)):
            found.append(text)
            before = named = ""
        elif positioned:
            if named:
                found.append(f"{named}, {text}")
            before, named = ("", "") if named or len(text) > _LABEL else (text, "")
        else:
            name = text if _is_name(text) else ""
            if name and before:
                found.append(f"{before}: {name}")
                name = ""
                if _PLURAL.search(before):
                    continue  # all who are listed below hold it
            before, named = "", name
        if len(found) >= most:
            break
    return found


def _titled(text: str, *, positioned: bool) -> bool:
    """A staff number, an academic degree, or a title before a name."""
    if "NIP" in text and _NUMBER.search(text):
        return True
    if "." not in text and "," not in text:
        return False
    return _DEGREE.search(text) is not None or (_TITLED.search(text) is not None and (positioned or _is_name(text)))


def _named_after(text: str) -> bool:
    """A name beside the position: after a colon or dash, or before a comma."""
    before, comma, _ = text.partition(",")
    if comma and _is_name(before):
        return True
    position = _POSITION.search(text)
    rest = text[position.end() :].strip(" ,:-–.") if position and position.start() <= _START else ""
    if rest and _is_name(rest.partition(",")[0]):
        return True
    after = _AFTER.search(text)
    return after is not None and not _COMMON.search(after.group(0))


def _is_name(text: str) -> bool:
    """Two to five capitalised words that are nobody's department."""
    text = _PARTY.sub("", text)
    if len(text) > _LABEL or not text[:1].isupper() or not 1 <= text.count(" ") <= 6:
        return False
    if any(map(str.isdigit, text)) or _NAME.match(text) is None:
        return False
    return _COMMON.search(text) is None
