"""One government in one period, as its folder says."""

from dataclasses import dataclass, field
from typing import Any

from tinjau.model.answer import Answer, Decision
from tinjau.model.government import Government, Service
from tinjau.model.plan import Action, Conclusion, Factor, Strategy
from tinjau.model.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Claim:
    """What the study's text says and its data can contradict; `kind` is count, name, order or phase.

    `id` (or `subject` where given) names what is claimed about: a count's name, a service, a phase.
    """

    id: str
    kind: str
    value: Any
    where: str = ""
    subject: str = ""
    at: str = ""  # file and place, for messages


@dataclass(frozen=True, slots=True)
class Source:
    """A document or passage that factors may rest on."""

    id: str
    text: Text
    kind: str = "literature"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One rater's weight, rating, rank or vote on a factor, pair or strategy."""

    assessor: str
    subject: str
    kind: str
    value: str
    round: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """What the history of a study's inputs comes to, where one is kept: no names, and the hash that fixes it all.

    `first` and `last` are days (ISO 8601); `head` is the hash of the newest entry, which covers every one before it.
    """

    entries: int
    people: int
    roles: int
    first: str
    last: str
    head: str


@dataclass(frozen=True, slots=True)
class Study:
    """All inputs of one evaluation. No run writes to any of them."""

    folder: str
    government: Government
    period: str = ""
    language: Lang = "id"
    instruments: tuple[str, ...] = ("sitokdana-7", "wb-4")
    sites: tuple[str, ...] = ()
    archives: tuple[str, ...] = ()
    previous: str = ""
    title: Text = Text("", "")
    services: tuple[Service, ...] = ()
    answers: tuple[Answer, ...] = ()
    claims: tuple[Claim, ...] = ()
    factors: tuple[Factor, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    sources: tuple[Source, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    ladder_share: float | None = None
    history: History | None = None
