"""Read what a reader found on a site: facts with both passes, extents, sampled pages and services."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tinjau.model import InputError, State

FOLDER = Path(__file__).with_name("annotations")


@dataclass(frozen=True, slots=True)
class Fact:
    """One site fact as read. `state` is what stands after both passes and any correction."""

    detector: str
    passes: tuple[State, State]
    state: State
    at: str = ""
    value: str = ""
    why: str = ""
    resolution: str = ""
    corrected: str = ""

    @property
    def asked(self) -> tuple[str, str]:
        """The detector that answers, and of what: "site", or a kind where the question names one after a slash."""
        name, _, kind = self.detector.partition("/")
        return name, f"kind:{kind}" if kind else "site"

    @property
    def contested(self) -> bool:
        """Whether the two passes differed."""
        return self.passes[0] != self.passes[1]


@dataclass(frozen=True, slots=True)
class Extent:
    """On how many pages something is right, of those where the question arises."""

    right: int
    pages: int


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page of the sample: `answers` by detector are "yes", "no" or "none" (the question does not arise)."""

    at: str
    date: str | None
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SiteService:
    """A service that the site names, and the stage its pages show."""

    name: str
    at: str
    stage: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that was read on one site. `archive` is empty for the sample city, whose `sha256` is over its content.

    `later` answers questions that were asked after the invented sites were written: those answer them only where they
    say so themselves.
    """

    site: str
    language: str
    archive: str
    sha256: str
    host: str
    facts: tuple[Fact, ...]
    extents: Mapping[str, Extent]
    sampled_from: int
    pages: tuple[SitePage, ...]
    services: tuple[SiteService, ...]
    later: tuple[Fact, ...] = ()


def load(path: Path) -> Annotation:
    """The annotation in one file. Raises InputError for a state or shape that the protocol does not know."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        return _annotation(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(str(path), "", f"is no annotation: {error!r}", "See evaluation/PROTOCOL.md") from error


def load_all(folder: Path = FOLDER) -> tuple[Annotation, ...]:
    """Every annotation of the folder, by site name."""
    return tuple(load(path) for path in sorted(folder.glob("*.yaml")))


def _annotation(data: Mapping[str, Any]) -> Annotation:
    return Annotation(
        site=data["site"],
        language=data["language"],
        archive=data.get("archive", ""),
        sha256=data.get("sha256") or data["site_sha256"],
        host=data.get("host", ""),
        facts=tuple(_fact(name, each) for name, each in data["facts"].items()),
        extents={name: Extent(int(each["right"]), int(each["pages"])) for name, each in data["extents"].items()},
        sampled_from=int(data["sampled_from"]),
        pages=tuple(_page(each) for each in data["pages"]),
        services=tuple(SiteService(each["name"], each["at"], each["stage"]) for each in data["services"]),
        later=tuple(_fact(name, each) for name, each in (data.get("later") or {}).items()),
    )


def _fact(name: str, data: Mapping[str, Any]) -> Fact:
    first, second = (State(each) for each in data["passes"])
    if first != second and not data.get("resolution"):
        raise ValueError(f"{name}: the passes differ and nothing says which one stands")
    state = State(data.get("state", second.value))
    if state not in (first, second) and not data.get("corrected"):
        raise ValueError(f"{name}: the state is that of neither pass and no correction says why")
    texts = {key: str(data.get(key, "")) for key in ("at", "value", "why", "resolution", "corrected")}
    return Fact(name, (first, second), state, **texts)


def _page(data: Mapping[str, Any]) -> SitePage:
    answers = {key: str(value) for key, value in data.items() if key not in ("at", "date")}
    if unknown := set(answers.values()) - {"yes", "no", "none"}:
        raise ValueError(f"{data['at']}: {sorted(unknown)}")
    return SitePage(data["at"], data["date"], answers)
