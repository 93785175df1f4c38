"""Services out of linked data: cpsv:PublicService and schema.org's GovernmentService become rows of an inventory."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from tinjau.model import Access, Audience, Guide, InputError, Lang, Service, Text
from tinjau.study.fields import refuse_twice
from tinjau.study.linked.document import Thing, read_things
from tinjau.study.linked.vocabulary import (
    CPSV,
    CV,
    DCT,
    FOAF,
    OWN,
    OWN_AUTHORITY,
    OWN_SERVICE,
    SCHEMA,
    SKOS,
)
from tinjau.study.names import MAX_ID, check_id
from tinjau.study.tables import MAX_ROWS

E = TypeVar("E", bound=StrEnum)
Texts = Mapping[str, str]
"""Texts by language; the empty language where none is stated."""

_KINDS = frozenset({f"{CPSV}PublicService", f"{SCHEMA}GovernmentService", f"{SCHEMA}GovernmentPermit"})
_LONGEST = 2_000  # characters of one text (project choice)
_UNFIT = re.compile(r"[^\w.:/@-]+")
_LONGEST_LANGUAGE = 8


def read_linked_services(path: Path, language: Lang = "id") -> tuple[Service, ...]:
    """The services of a CPSV-AP or schema.org file in its order. Texts that state no language are in `language`.

    What neither vocabulary says (access, guide) is unknown unless tinjau wrote the file. Nothing is fetched.
    Raises InputError, with file and place, for a file that cannot be read, holds no service, or names one twice.
    """
    label = path.name
    things, known = read_things(path, label)
    # A place that only points to a service (an id and a type) is none.
    offered = [each for each in things if each.types & _KINDS and each.values]
    if not offered:
        mend = "Give a CPSV-AP catalogue (cpsv:PublicService) or schema.org GovernmentService"
        raise InputError(label, "", "the file holds no public service", mend)
    if len(offered) > MAX_ROWS:
        raise InputError(label, "", f"more than {MAX_ROWS} services", "Split the catalogue")
    seen: dict[str, str] = {}
    services = []
    for each in offered:
        made = _Reading(each, known, label, language).service()
        refuse_twice(seen, made.id, label, each.place)
        services.append(made)
    return tuple(services)


class _Reading:
    """One service of a file."""

    def __init__(self, thing: Thing, known: Mapping[str, Thing], label: str, language: Lang) -> None:
        self.thing, self.known, self.label, self.language = thing, known, label, language
        self.own = thing.id.startswith(OWN_SERVICE)
        self.schema = not thing.types & {f"{CPSV}PublicService"}

    def service(self) -> Service:
        """The service; raises InputError at what cannot be used."""
        name = self._name()
        return Service(
            id=self._id(name),
            name=name,
            audience=self._choice(Audience, Audience.UNSTATED, self._audience()),
            access=self._choice(Access, Access.UNKNOWN, self._extra("access")),
            guide=self._choice(Guide, Guide.UNKNOWN, self._extra("guide")),
            url=self._url(),
            owner=self._owner(),
            contact=self._contact(),
            notes=self._notes(name),
        )

    def _fault(self, what: str, problem: str, mend: str) -> InputError:
        return InputError(self.label, f"{self.thing.place}, {what}", problem, mend)

    def _name(self) -> Text:
        keys = (f"{SCHEMA}name", f"{SCHEMA}alternateName") if self.schema else (f"{DCT}title",)
        texts: dict[str, str] = {}
        for key in keys:
            texts = {**self._texts(self.thing, key), **texts}
        plain = texts.get("", "")
        indonesian = texts.get("id", "") or (plain if self.language == "id" else "")
        english = texts.get("en", "") or (plain if self.language == "en" else "")
        if not indonesian and not english:
            others = ", ".join(sorted(each for each in texts if each))
            problem = f"the name stands only in {others}" if others else "the service has no name"
            raise self._fault("name" if self.schema else "title", problem, "Add its name in Indonesian or English")
        return Text(indonesian, english)

    def _id(self, name: Text) -> str:
        key = f"{SCHEMA}identifier" if self.schema else f"{DCT}identifier"
        for each in self.thing.values.get(key, ()):
            written = self._literal(each) or self._literal_of(each, f"{SCHEMA}value")
            if written:
                return self._fit(written)
        if self.own:
            return self._fit(self.thing.id.removeprefix(OWN_SERVICE))
        last = re.split(r"[/#]", self.thing.id.rstrip("/#"))[-1]
        usable = last and not self.thing.id.startswith("_:")
        return self._fit(last if usable else (name.id or name.en).lower())

    def _fit(self, written: str) -> str:
        """The id with a hyphen for whatever an id cannot hold."""
        fit = _UNFIT.sub("-", written.strip()).strip("-.:/@")[:MAX_ID]
        return check_id(fit, self.label, f"{self.thing.place}, identifier")

    def _audience(self) -> str:
        if not self.schema:
            return next((self._literal(each) for each in self.thing.values.get(f"{DCT}audience", ())), "")
        found = (self._literal_of(each, f"{SCHEMA}audienceType") for each in self._linked(f"{SCHEMA}audience"))
        return next(found, "")

    def _extra(self, name: str) -> str:
        """What tinjau added to its own files."""
        for each in self.thing.values.get(f"{OWN}{name}", ()):
            return self._literal(each)
        for each in self._linked(f"{SCHEMA}additionalProperty"):
            if self._literal_of(each, f"{SCHEMA}propertyID") == name:
                return self._literal_of(each, f"{SCHEMA}value")
        return ""

    def _choice(self, kind: type[E], otherwise: E, written: str) -> E:
        """A value of ours; what another vocabulary says there is not read as one."""
        return kind(written) if written in [each.value for each in kind] else otherwise

    def _url(self) -> str:
        found = [self._literal(each) for each in self.thing.values.get(f"{SCHEMA}url", ())]
        channels = self._linked(f"{CV}hasChannel" if not self.schema else f"{SCHEMA}availableChannel")
        if not (self.own and self.schema):
            for channel in channels:
                found.append(self._literal_of(channel, f"{SCHEMA}serviceUrl"))
                if isinstance(channel, Thing) and channel.id.startswith(("http://", "https://")):
                    found.append(channel.id)
        if not self.own:
            found += [self._literal(each) for each in self.thing.values.get(f"{FOAF}page", ())]
        written = next((each for each in found if each), "")
        if written and not written.startswith(("http://", "https://")):
            mend = "Write it as https://name.go.id/page, or leave it out"
            raise self._fault("address", f"'{written[:80]}' is not an address", mend)
        return written

    def _owner(self) -> str:
        keys = (f"{SCHEMA}serviceOperator", f"{SCHEMA}provider") if self.schema else (f"{CV}hasCompetentAuthority",)
        for key in keys:
            for each in self._linked(key):
                if isinstance(each, Thing) and each.id != OWN_AUTHORITY:
                    name = self._label(each)
                    if name:
                        return name
        return ""

    def _label(self, thing: Thing) -> str:
        for key in (f"{SKOS}prefLabel", f"{DCT}title", f"{SCHEMA}name"):
            texts = self._texts(thing, key)
            if texts:
                return self._read(texts)
        return ""

    def _contact(self) -> str:
        parts: list[str] = []
        for each in self._linked(f"{CV}contactPoint"):
            for key in (f"{CV}email", f"{CV}telephone", f"{DCT}description"):
                parts += [self._literal(value) for value in each.values.get(key, ())] if isinstance(each, Thing) else []
        return ", ".join(dict.fromkeys(each for each in parts if each)) or self._extra("contact")

    def _notes(self, name: Text) -> str:
        """The description, unless it only says the name again."""
        texts = self._texts(self.thing, f"{SCHEMA}description" if self.schema else f"{DCT}description")
        written = self._read(texts) if texts else ""
        return "" if written in {name.id, name.en} else written

    def _read(self, texts: Texts) -> str:
        """One of the texts: in the reader's language where there is one."""
        order = (self.language, "", "id", "en", *texts)
        return next((texts[each] for each in order if texts.get(each)), "")

    def _linked(self, key: str) -> list[Thing | Any]:
        """The things that a value points to or holds."""
        found: list[Thing | Any] = []
        for each in self.thing.values.get(key, ()):
            name = self._reference(each)
            if name in self.known:
                found.append(self.known[name])
            elif isinstance(each, dict):
                found.append(self._inside(each))
            elif name.startswith(("http://", "https://")):
                found.append(Thing(self.thing.place, name, frozenset(), {}, self.thing.names))
        return found

    def _inside(self, node: Mapping[str, Any]) -> Thing:
        names = self.thing.names
        values = {
            names.whole(key): tuple(value) if isinstance(value, list) else (value,) for key, value in node.items()
        }
        name = node.get("@id")
        whole = names.whole(name) or name if isinstance(name, str) else ""
        return Thing(self.thing.place, whole, frozenset(), {k: v for k, v in values.items() if k[:1] != "@"}, names)

    def _reference(self, value: Any) -> str:
        name = value.get("@id") if isinstance(value, dict) else value
        return (self.thing.names.whole(name) or name) if isinstance(name, str) else ""

    def _literal_of(self, thing: Any, key: str) -> str:
        holder = self._inside(thing) if isinstance(thing, dict) else thing
        return next(map(self._literal, holder.values.get(key, ())), "") if isinstance(holder, Thing) else ""

    def _literal(self, value: Any) -> str:
        if isinstance(value, dict):
            value = value.get("@value", value.get("@id", ""))
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return ""
        return self._short(str(value))

    def _short(self, written: str) -> str:
        """One line of printable text; raises InputError for one that is too long for a cell."""
        line = " ".join("".join(each if each.isprintable() else " " for each in written).split())
        if len(line) > _LONGEST:
            raise self._fault("text", f"a text has {len(line)} characters, more than {_LONGEST}", "Shorten it")
        return line

    def _texts(self, thing: Thing, key: str) -> dict[str, str]:
        """The texts of a property by the first part of their language."""
        found: dict[str, str] = {}
        for each in thing.values.get(key, ()):
            if isinstance(each, dict) and key in thing.names.by_language and "@value" not in each:
                for lang, value in each.items():
                    listed = value if isinstance(value, list) else [value]
                    _keep(found, lang, " ".join(filter(None, map(self._literal, listed))))
            elif isinstance(each, dict):
                lang = each.get("@language", "")
                _keep(found, lang if isinstance(lang, str) else "", self._literal(each))
            else:
                _keep(found, thing.names.language, self._literal(each))
        return found


def _keep(found: dict[str, str], lang: str, text: str) -> None:
    code = lang.lower().split("-")[0][:_LONGEST_LANGUAGE]
    code = "" if code in {"und", "@none"} else code
    if text:
        found.setdefault(code, text)
