"""How Indonesian offices name one service in many ways, and when two names mean the same."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

# Words that say that something is a service, not which one. Project choice, from names of regional applications.
_LIGHT = frozenset({
    "administrasi", "aplikasi", "app", "berbasis", "dalam", "dan", "daring", "di", "digital", "elektronik", "for",
    "informasi", "information", "kab", "kabupaten", "kota", "layanan", "melalui", "of", "online", "pada",
    "pelayanan", "pemda", "pemerintah", "pemkab", "pemko", "pemkot", "pencatatan", "pendaftaran", "penerbitan",
    "pengajuan", "pengurusan", "perekaman", "permohonan", "portal", "prov", "provinsi", "secara", "service",
    "services", "sistem", "situs", "system", "the", "untuk", "web", "website",
})  # fmt: skip

# One spelling for words that are written in several ways.
_SPELLINGS = {
    "akte": "akta", "ijin": "izin", "perijinan": "izin", "perizinan": "izin", "ektp": "ktp", "ktpel": "ktp",
    "dokumen": "dokumentasi", "pengaduan": "aduan", "complaint": "aduan", "raga": "olahraga", "online": "daring",
    "berusaha": "usaha", "kependudukan": "penduduk", "laporan": "lapor",
}  # fmt: skip

# What an abbreviation stands for, in words as they are after the two steps above. An abbreviation equals its long form.
_LONG_FORMS = (
    ("ak1", "kartu pencari kerja"), ("ak1", "kartu kuning"), ("atcs", "area traffic control"),
    ("bphtb", "bea perolehan hak atas tanah bangunan"), ("imb", "izin mendirikan bangunan"),
    ("jdih", "jaringan dokumentasi hukum"), ("kia", "kartu identitas anak"), ("kk", "kartu keluarga"),
    ("kb", "keluarga berencana"), ("ktp", "kartu tanda penduduk"), ("lpse", "pengadaan"),
    ("lpse", "pengadaan barang jasa"), ("lapor", "sp4n lapor"), ("nib", "nomor induk usaha"),
    ("oss", "one single submission"),
    ("oss", "izin usaha terintegrasi"), ("pbb", "pajak bumi bangunan"), ("pbg", "persetujuan bangunan gedung"),
    ("ppdb", "penerimaan peserta didik baru"), ("ppdb", "spmb"), ("ppdb", "penerimaan murid baru"),
    ("ppid", "pejabat pengelola dokumentasi"), ("sig", "geografis"), ("simpeg", "kepegawaian"),
    ("sirup", "rencana umum pengadaan"), ("siup", "surat izin usaha perdagangan"),
    ("skck", "surat keterangan catatan kepolisian"), ("umkm", "usaha mikro kecil menengah"), ("webmail", "surel"),
    ("webmail", "email"),
)  # fmt: skip
_LONGEST_FIRST = sorted(((tuple(long.split()), short) for short, long in _LONG_FORMS), key=lambda p: (-len(p[0]), p))
_WORD = re.compile(r"[a-z0-9]+")
_MAX_NAME = 200  # project choice: characters of a name that are read
_TYPO_LENGTH = 7  # shorter words differ in meaning by one letter too often; project choice
_TYPO_RATIO = 0.9


def aliases_of(name: str) -> tuple[frozenset[str], ...]:
    """The word sets by which a name may be known: the whole name, then what stands in brackets.

    Empty sets are left out, so a name of nothing but light words has the light words themselves.
    """
    text = name[:_MAX_NAME]
    inner = re.findall(r"\(([^()]{2,60})\)", text)
    outer = re.sub(r"\([^()]*\)", " ", text)
    found = [words_of(each) for each in (outer, *inner)]
    return tuple(dict.fromkeys(each for each in found if each))


def words_of(text: str) -> frozenset[str]:
    """The words that tell this service from others, in one spelling, abbreviations for long forms."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"\b(?:e-?ktp|ktp-?el)\b", "ktp", plain)
    plain = re.sub(r"\bak[ -]?(?:1|i)\b", "ak1", plain)
    plain = re.sub(r"\be-(?=[a-z])", "e", plain)
    plain = plain.replace("olah raga", "olahraga").replace("dan/atau", " ")
    words = _WORD.findall(plain)
    kept = [_SPELLINGS.get(word, word) for word in words if word not in _LIGHT]
    if not kept:
        return frozenset(words)
    return frozenset(_shortened(kept))


def _shortened(words: list[str]) -> list[str]:
    for long, short in _LONGEST_FIRST:
        if set(long) <= set(words):
            words = [short, *(word for word in words if word not in long)]
    return words


def same_words(one: frozenset[str], other: frozenset[str], ignored: Iterable[str] = ()) -> bool:
    """Whether two word sets name the same thing: equal but for `ignored` words (places) and slips in long words."""
    places = frozenset(ignored)
    left, right = (one - places or one), (other - places or other)
    if left == right:
        return True
    only_left, only_right = left - right, right - left
    if len(only_left) != len(only_right):
        return False
    return all(any(_slip(word, each) for each in only_right) for word in only_left)


def _slip(word: str, other: str) -> bool:
    """One letter more, less or exchanged, so that metrologi and meteorologi stay two."""
    if min(len(word), len(other)) < _TYPO_LENGTH or word[:1] != other[:1] or abs(len(word) - len(other)) > 1:
        return False
    return difflib.SequenceMatcher(None, word, other, autojunk=False).ratio() >= _TYPO_RATIO
