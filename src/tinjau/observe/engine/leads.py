"""Words that lead on to a thing and are no part of its name: "Download", "How to apply for", "Persyaratan"."""

import re2

TAKE = (
    "unduh", "download", "lihat", "buka", "view", "open", "scarica", "apri", "télécharger", "consulter", "descargar",
    "ver",
    "pdf", "get",
)  # fmt: skip
_LEADS = (
    "requirements for ", "how to get ", "how to apply for ", "how to obtain ", "applying for ", "apply for ",
    "information on ", "information about ", "guide to ", "persyaratan ", "syarat ", "cara mengurus ", "cara membuat ",
    "tata cara ", "prosedur ", "informasi ", "mengurus ",
)  # fmt: skip
_KIND = re2.compile(r"(?i)\s*[\[(][^\])]{0,20}\b(?:pdf|docx?|xlsx?|csv|kb|mb)\b[^\])]{0,20}[\])]\s*$")  # "[PDF, 150kb]"
_LONGEST = 80  # characters of a text in which they matter; project choice


def named_part(text: str) -> int:
    """How many characters of a short text name the thing, the words that lead on to it left out."""
    if len(text) > _LONGEST:
        return len(text)
    kind = _KIND.search(text)
    if kind is not None:
        text = text[: kind.start()]
    start = next((each for each in _LEADS if text[: len(each)].lower() == each), "")
    return len(text) - len(start)
