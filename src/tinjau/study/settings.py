"""study.yaml: who, when, which instruments, which sources."""

from dataclasses import dataclass
from typing import Any

from tinjau.model import Government, InputError, Lang, Source, Text
from tinjau.study.fields import Fields, entries, refuse_twice, text_of
from tinjau.study.names import check_id

KEYS = (
    "government",
    "period",
    "language",
    "title",
    "instruments",
    "sites",
    "archives",
    "previous",
    "sources",
    "ladder_share",
)
GOVERNMENT_KEYS = ("name", "country", "level", "site", "sites", "code", "online_since")
DEFAULT_INSTRUMENTS = ("sitokdana-7", "wb-4")
_MAX_SITES = 50  # project choice: one government's sites
_LANGUAGES: dict[str, Lang] = {"id": "id", "en": "en"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What study.yaml says."""

    government: Government
    period: str
    language: Lang
    title: Text
    instruments: tuple[str, ...]
    sites: tuple[str, ...]
    archives: tuple[str, ...]
    previous: str
    sources: tuple[Source, ...]
    ladder_share: float | None


def read_settings(data: Any, file: str) -> Settings:
    """The settings of one study; raises InputError where a key is unknown or a value cannot be used."""
    fields = Fields(data, file, "", KEYS)
    written = fields.string("language", "id").lower()
    if written not in _LANGUAGES:
        raise fields.fault("language", f"'{written[:20]}' is not a language of tinjau", "Write id or en")
    language = _LANGUAGES[written]
    government, own_sites = _government(fields, file)
    sites = fields.strings("sites") or own_sites
    for site in sites:
        if not site.startswith(("http://", "https://")):
            raise fields.fault("sites", f"'{site[:80]}' is not an address", "Write it as https://name.go.id")
    if len(sites) > _MAX_SITES:
        raise fields.fault("sites", f"more than {_MAX_SITES} addresses", "Keep the ones that belong to this government")
    instruments = fields.strings("instruments") or DEFAULT_INSTRUMENTS
    for name in instruments:
        check_id(name, file, "instruments")
    return Settings(
        government=Government(
            name=government.name,
            country=government.country,
            level=government.level,
            sites=sites,
            code=government.code,
            online_since=government.online_since,
        ),
        period=fields.string("period"),
        language=language,
        title=text_of(fields.raw("title"), file, "title", language),
        instruments=instruments,
        sites=sites,
        archives=fields.strings("archives"),
        previous=fields.string("previous"),
        sources=read_sources(fields.raw("sources"), file, language),
        ladder_share=fields.share("ladder_share"),
    )


def read_sources(data: Any, file: str, language: Lang) -> tuple[Source, ...]:
    """Documents and passages that factors may rest on: a list, or a mapping from id to text."""
    found: list[Source] = []
    seen: dict[str, str] = {}
    for place, entry in entries(data, file, "sources"):
        fields = Fields(entry, file, place, ("id", "text", "kind"), language)
        name = fields.identifier("id")
        refuse_twice(seen, name, file, place)
        found.append(Source(name, fields.text("text"), fields.string("kind", "literature").lower()))
    return tuple(found)


def _government(fields: Fields, file: str) -> tuple[Government, tuple[str, ...]]:
    data = fields.raw("government")
    if data is None or data == "":
        raise InputError(file, "government", "this is missing", "Write government: and its name")
    if isinstance(data, str | int):
        return Government(str(data).strip()), ()
    own = Fields(data, file, "government", GOVERNMENT_KEYS)
    sites = own.strings("sites") or own.strings("site")
    return Government(
        name=own.need("name"),
        country=own.string("country").upper(),
        level=own.string("level").lower(),
        code=own.string("code"),
        online_since=own.integer("online_since"),
    ), sites
