"""Whether a note says that a service is for staff only: a small grammar of words, in Indonesian and English."""

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_CLAUSE = re.compile(r"[.;!?\n]")
_ONLY = frozenset({
    "hanya", "khusus", "terbatas", "sebatas", "only", "solely", "exclusively", "restricted",
    "limited", "reserved",
})
_CLOSED = frozenset({"khusus", "terbatas", "restricted", "limited", "reserved", "exclusively"})
_STAFF = frozenset({
    "pegawai", "asn", "pns", "pppk", "karyawan", "aparatur", "aparat", "staf", "petugas", "internal", "opd", "pejabat",
    "instansi", "skpd", "operator", "staff", "employee", "employees", "official", "officials", "personnel", "servants",
    "workers",
})
_PUBLIC = frozenset({
    "warga", "masyarakat", "umum", "publik", "penduduk", "pengunjung", "citizens", "citizen", "public", "people",
    "residents", "everyone", "anyone",
})
_NOT = frozenset({"bukan", "tidak", "tak", "not", "no", "longer", "lagi", "never"})
_FOR = frozenset({
    "untuk", "bagi", "oleh", "kepada", "buat", "diakses", "dipakai", "digunakan", "dibuka", "diperuntukkan",
    "diperuntukan", "dimanfaatkan", "to", "for", "by", "open", "used", "available", "accessible",
})
_TOWARDS = frozenset({"untuk", "bagi", "kepada", "to", "for"})
_OPENED = frozenset({
    "dibuka", "terbuka", "diperuntukkan", "diperuntukan", "ditujukan", "dimaksudkan",
    "open", "available", "accessible", "meant", "intended",
})
_BETWEEN = frozenset({"the", "own", "city", "municipal", "government", "local", "internal", "authorised", "authorized"})
_ENTER = frozenset({
    "membuka", "mengakses", "akses", "memakai", "menggunakan", "masuk", "login", "access", "use", "sign", "log", "open",
    "enter", "view", "allowed",
})
_NEED = frozenset({"memerlukan", "perlu", "butuh", "wajib", "harus", "requires", "needs", "must", "needed", "required"})
_ACCOUNT = frozenset({"akun", "login", "sso", "account", "accounts"})
_REACH = 6  # words after "only" in which the staff must be named (project choice)
_BACK = 3  # words before "only" in English ("for staff only")


def staff_only(note: str) -> bool:
    """Whether the note restricts a service to staff, or says that it is not for the public.

    "not only for staff", "only one officer" and "only for staff and citizens" do not.
    """
    return any(_restricts(_WORD.findall(clause.casefold())) for clause in _CLAUSE.split(note))


def _restricts(words: Sequence[str]) -> bool:
    if _addressed(words) or _needs_account(words):
        return True
    return any(
        (word in _ONLY and not _NOT & set(words[max(0, at - 2) : at]) and (_ahead(words, at) or _behind(words, at)))
        or (word in _NOT and _denied(words[at + 1 : at + 5]))
        for at, word in enumerate(words)
    )


def _ahead(words: Sequence[str], at: int) -> bool:
    """'hanya untuk pegawai', 'khusus ASN', 'only staff may', 'limited to officials'."""
    after = words[at + 1 : at + 1 + _REACH]
    staff = next((place for place, word in enumerate(after) if word in _STAFF), None)
    if staff is None:
        return False
    between, rest = set(after[:staff]) - _BETWEEN, words[at + 2 + staff :]
    if between & _PUBLIC or (between and words[at] not in _CLOSED and not between & _FOR):
        return False
    if not between and words[at] not in _CLOSED and len(rest) > 1 and not _ENTER & set(rest[:_REACH]):
        return False  # "only staff answer" says who works there, not who may come in
    return not _opened(after[staff + 1 :])


def _behind(words: Sequence[str], at: int) -> bool:
    """'staff only', 'for internal use only'."""
    named = _STAFF & set(words[max(0, at - _BACK) : at])
    return words[at] == "only" and bool(named) and not _opened(words[at + 1 : at + 4])


def _addressed(words: Sequence[str]) -> bool:
    """'Untuk pegawai pemerintah kota', 'for employees': a note that begins with whom the service is for."""
    if not words or words[0] not in {"untuk", "bagi", "for", *_OPENED}:
        return False
    return bool(_STAFF & set(words[1:5])) and not _PUBLIC & set(words)


def _needs_account(words: Sequence[str]) -> bool:
    """'memerlukan akun pegawai', 'requires a staff account'."""
    for at, word in enumerate(words):
        if word in _ACCOUNT and _STAFF & set(words[max(0, at - 1) : at + 2]) and _NEED & set(words):
            return not _PUBLIC & set(words)
    return False


def _opened(rest: Sequence[str]) -> bool:
    """Whether the public is named after the staff and not shut out again ('dan warga', 'and citizens')."""
    for place, word in enumerate(rest):
        if word in _NOT:
            return False
        if word in _PUBLIC:
            return bool({"dan", "serta", "atau", "and", "or"} & set(rest[:place]))
    return False


def _denied(rest: Sequence[str]) -> bool:
    """'bukan untuk masyarakat', 'not open to the public'; never 'tidak ada petugas untuk warga'."""
    joining = next((place for place, word in enumerate(rest) if word in _TOWARDS), None)
    if joining is None or not set(rest[:joining]) <= _OPENED:
        return False
    after = [word for word in rest[joining + 1 :] if word not in {"the", "general", "kalangan"}]
    return bool(after) and after[0] in _PUBLIC
