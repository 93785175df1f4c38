"""People with an office, as pages show them: a position beside a name, academic titles, a staff number."""

from collections.abc import Sequence

import re2

from tinjau.observe.engine.facts import Block

_POSITION = re2.compile(
    r"(?i)\b(?:kepala|sekretaris|sekretariat|camat|lurah|bupati|wakil|wali ?kota|gubernur|kasi|kaur|kasubag|"
    r"kasubbag|kabid|"
    r"bendahara|ketua|anggota|direktur|staf|operator|kadus|kades|sekdes|kepala dusun|plt\.?|menteri|"
    r"sindaco|vicesindaco|assessore|assessora|consigliere|consigliera|presidente|segretario|dirigente|"
    r"responsabile|direttore|direttrice|sindaca|vicesindaca|segretaria|capogruppo|prefetto|commissari[oa]|"
    r"amministratore|amministratrice|revisore|capo ?dicastero|municipale|governatore|comandante|referente|"
    r"maire|adjoint|adjointe|conseiller|conseillère|président|présidente|directeur|directrice|préfet|"
    r"ministre|secrétaire|mairesse|bourgmestre|échevine?|syndic|syndique|municipale?|préfète|sous-préfet|greffière?|"
    r"trésorière?|gouverneure?|préposée?|médiat(?:eur|rice)|responsable|"
    r"coordonnat(?:eur|rice)|inspect(?:eur|rice)|receveure?|administrat(?:eur|rice)|percepteur|"
    r"chef(?:fe)? d[eu]|vice-présidente?|"
    r"alcalde|alcaldesa|vicealcalde|concejal|concejala|regidor|regidora|director|directora|jefe|jefa|"
    r"secretario|secretaria|"
    r"ministro|ministra|síndico|síndica|coordinador|coordinadora|gerente|encargado|encargada|vicepresidente|tesorero|"
    r"intendente|intendenta|subsecretari[oa]|subdirectora?|subgerente|edila?|teniente|consejer[oa]|contralora?|"
    r"tesorera|prefect[oa]|viceprefect[oa]|comisari[oa]|presidenta|vicepresidenta|vicealcaldesa|asesora?|"
    r"procuradora?|personer[oa]|gobernadora?|administradora?|titular|interventora?|oficial mayor|vocal|portavoz|"
    r"mayor|vice mayor|deputy|council ?member|board member|member|trustee|supervisor|alderman|"
    r"undersecretary|assistant secretary|commissioner|administrator|chairman|chairperson|chairwoman|chair|"
    r"president|secretary|minister|commissioner|councillor|councilman|councilwoman|councilmember|councilperson|"
    r"governor|"
    r"selectman|selectwoman|selectperson|alderwoman|alderperson|reeve|provost|cathaoirleach|leader of the|speaker|"
    r"treasurer|clerk|assessor|auditor|sheriff|coroner|magistrate|collector|superintendent|tehsildar|"
    r"chief of|fire chief|police chief|attorney|controller|comptroller|registrar|"
    r"district \d{1,2}|ward \d{1,2}|at[- ]large|"
    r"chief executive|ceo|member of|head of|permanent secretary|manager|officer)\b"
)
_DEGREE = re2.compile(
    r"\b\p{Lu}[\p{L}'’]+,?\s+(?:Sp\.?\s?[A-Z][A-Za-z]{0,4}\b|S\.?\s?(?:H|E|T|Sos|Pd|Kom|IP|STP|AP|Ag|Si|Kep|KM|"
    r"Pt|Adm|Hut|Farm|I\.?\s?Kom)|"
    r"M\.?\s?(?:Si|M|AP|Kom|Pd|H|T|Kes|Sc|Hum|Eng|IP)|A\.?\s?Md|SE|SH|ST|MM|SSTP|S\.?ST\.?P|Ph\.?\s?D)\b"
)
_TITLED = re2.compile(
    r"\b(?:Drs|Dra|Ir|H|Hj|Prof|Dr|dr|[Dd]ott|[Dd]ott\.ssa|[Aa]vv|[Ii]ng|[Aa]rch|[Gg]eom|[Rr]ag|"
    r"[Ss]ig|[Ss]ig\.ra|Lic|Cra?|Abg|Tec|Mtr[oa]|C\.P|M|MM|Licda|Sr|Sra|Don|Doña|Mr|Mrs|"
    r"Ms|Mme|Hon|Arq|Atty|"
    r"Engr|Dato'|Datuk)\.?\s+(?:[A-Z][\w'’.-]*\s*){1,4}"
)
_PLURAL = re2.compile(
    r"(?i)\b(?:concejales|concejalas|regidores|ediles|consejeros|directores|autoridades|"
    r"consiglieri|assessori|componenti|capigruppo|dirigenti|revisori|municipali|commissari|"
    r"adjoints|adjointes|conseillers|conseillères|élus|vice-présidents|échevins|échevines|municipaux|"
    r"councillors|councilors|councilmembers|members|trustees|commissioners|supervisors|aldermen|selectmen|officers|"
    r"anggota|pengurus|perangkat)\b"
)
_BRACKET = re2.compile(  # "Anna Zeni (consigliera)", "Valérie Lecomte, échevine"
    r"((?:\p{Lu}[\p{L}.'’-]*\s){1,3}\p{Lu}[\p{L}'’-]+)(?:,\s|\s\()([^().,;]{4,40})"
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
_SPOKEN = re2.compile(  # a title right before a name, in running text
    r"\b(?:Vice |Deputy |Executive |Acting )?(?:Mayor|Governor|Reeve|Provost|President|Speaker|Councillor|"
    r"Cllr\.?|Councilmember|"
    r"Commissioner|Alderman|Bupati|Wali ?[Kk]ota|Gubernur|Camat|Lurah|Kepala (?:Dinas|Badan|Desa)|"
    r"Sekretaris(?: Daerah)?|"
    r"Manager|Executive|Clerk|Treasurer|Chairman|Chairperson|Chairwoman|Chair|Director|Officer|Ketua|Plt\.)"
    r"(?:[,:]? (?:is|adalah|dijabat oleh|:) |[:,]? )"
    r"(?:(?:Hon|Dr|dr|drg|Drs|Dra|Ir|Mr|Mrs|Ms|H|Hj|Cllr|Prof|Smt|Shri)\.? )*"
    r"(?:\p{Lu}[\p{L}.'’-]*[ ,]){1,3}\p{Lu}[\p{L}'’-]+"
)
_ROMANCE = re2.compile(  # "la directrice, Claire Vial", "il sindaco Aldo Ferretti", "la Intendenta, Ing. Ana Ruiz"
    r"\b(?i:(?:vice[- ]?)?président[e]?|(?:vice)?president[ea]|(?:vice)?sindac[oa]|mair(?:e|esse)|bourgmestre|"
    r"syndi(?:c|que)|direct(?:eur|rice)|dirett(?:ore|rice)|director[a]?|alcalde(?:sa)?|intendent[ea]|secretari[oa]|"
    r"segretari[oa]|secrétaire|"
    r"gerente|síndic[oa]|assessor[ea]|ministr[oae]|préfète?|responsable|responsabile)"
    r"(?i: (?:générale?|generale?|municipal|comunale?|communale?|sanitario|amministrativo|general))?"
    r"(?:,? (?:es|est|è|:) |[,:]? )"
    r"(?:(?:M|Mme|Sr|Sra|Ing|Agr|Arq|Abg?|Lic|Cra?|Esc|Dra?|dott|dott\.ssa|avv|ing)\.? ){0,2}"
    r"((?:\p{Lu}[\p{L}.'’-]*[ ]){1,3}\p{Lu}[\p{L}'’-]+)"
)
_LIST = re2.compile(  # "Councillors: Ana Ruiz, Joe Orr and Sue Ray"
    r"(?i:\b(?:councillors|councilors|councilmembers|members|trustees|commissioners|supervisors|selectmen|"
    r"aldermen|anggota))"
    r"(?: (?:are|is))?:? ((?:\p{Lu}[\p{L}.'’-]*[ ,]{1,2}|and |dan )+)"
)
_AND = re2.compile(r",| and | dan ")
_PROSE, _LINE = 700, 40  # characters of a text in running prose; of one that may name several; project choice
_SHORT = 160
_START = 12  # characters before a position that a text begins with
_LABEL = 80  # characters of a text that is a name or a position alone


def people_among(blocks: Sequence[Block], most: int = 5) -> list[str]:
    """Texts that name a person in office, at most `most`."""
    found: list[str] = []
    before = ""  # a short text with a position and nothing else
    named = ""  # a text that is a name, waiting for a position
    group = ""  # a name of many, such as "Councillors": all who are listed below hold it
    for block in blocks:
        text = block.text
        if len(text) > _SHORT:
            before = named = group = ""
            found += _in_prose(text)
        else:
            plural = len(text) <= _LABEL and _PLURAL.search(text) is not None
            positioned = plural or _POSITION.search(text) is not None
            several = _in_prose(text) if positioned and len(text) > _LINE else []
            if plural or block.level:
                group = text if plural else ""
            if len(several) > 1:
                found += several
                before = named = ""
            elif _titled(text, positioned=positioned or bool(before)) or (positioned and _named_after(text)):
                found.append(text)
                before = named = ""
            elif positioned:
                if named:
                    found.append(f"{named}, {text}")
                before, named = ("", "") if named or len(text) > _LABEL else (text, "")
            else:
                name = text if _is_name(text) else ""
                holds = before or group
                if name and holds:
                    found.append(f"{holds}: {name}")
                    name = ""
                before, named = "", name
        if len(found) >= most:
            break
    return found[:most]


def _in_prose(text: str) -> list[str]:
    """Who is named with a title in a paragraph, and who is listed after a name of many."""
    if "NIP" in text and _NUMBER.search(text):
        return [text[:_SHORT]]
    if len(text) > _PROSE:
        return []
    found = [each.strip() for each in _SPOKEN.findall(text)]
    found += [match.group(1) for match in _ROMANCE.finditer(text) if _is_name(match.group(1))]
    found += [match.group(1) for match in _BRACKET.finditer(text)
              if _POSITION.search(match.group(2)) and _is_name(match.group(1))]  # fmt: skip
    for match in _LIST.finditer(text):
        found += [each for each in (part.strip(" .") for part in _AND.split(match.group(1))) if _is_name(each)]
    return [each for each in found if not _COMMON.search(each)]


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
    text = _PARTY.sub("", text) if text.endswith(")") else text
    if len(text) > _LABEL or not text[:1].isupper() or not 1 <= text.count(" ") <= 6:
        return False
    if _NAME.match(text) is None or any(map(str.isdigit, text)):
        return False
    return _COMMON.search(text) is None
