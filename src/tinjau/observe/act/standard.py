"""WAI-ARIA 1.2 and HTML as data, read from `standard.yaml`: attributes, their values, roles, autofill fields,
languages.
"""

from importlib import resources

import yaml

_DATA = yaml.safe_load(resources.files("tinjau.observe.act").joinpath("standard.yaml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_DATA[name].split())


BOOLEAN, OPTIONAL, TRISTATE = _words("boolean"), _words("optional"), _words("tristate")
INTEGER, NUMBER, STRING = _words("integer"), _words("number"), _words("string")
REFERENCE, REFERENCES = _words("reference"), _words("references")
TOKENS: dict[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in _DATA["tokens"].items()}
LISTS = frozenset({"aria-relevant", "aria-dropeffect"})  # take several tokens
ATTRIBUTES = BOOLEAN | OPTIONAL | TRISTATE | INTEGER | NUMBER | STRING | REFERENCE | REFERENCES | frozenset(TOKENS)
REQUIRED_REFERENCES = frozenset({("combobox", "aria-controls"), ("scrollbar", "aria-controls")})
LINKS = frozenset({"link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref"})
ROLES, LANGUAGES = _words("roles"), _words("languages")
AUTOFILL, CONTACT, PLACES = _words("autofill"), _words("contact"), _words("places")
