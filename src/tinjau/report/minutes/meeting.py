"""What the minutes of a focus group are made from: counted elsewhere, only said here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A step with its kind and when it began and ended (ISO, local time; empty where it did not)."""

    title: str
    kind: str
    opened: str = ""
    closed: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A factor or strategy that stands; `merged` are the wordings that became one in it, `uses` its factors."""

    label: str
    box: str
    text: str
    merged: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    from_study: bool = False


@dataclass(frozen=True, slots=True)
class Removed:
    """A proposal that was hidden: its box and why. What it said is left out on purpose."""

    box: str
    reason: str


@dataclass(frozen=True, slots=True)
class VoteItem:
    """One item's result in one round. `interval` is of the mean, 95 %; `change` since the round before."""

    label: str
    text: str
    count: int
    median: float | None
    lower: float | None
    upper: float | None
    mean: float | None
    interval: tuple[float, float] | None
    rank: int | None
    change: float | None


@dataclass(frozen=True, slots=True)
class VoteRound:
    """One closed round. `clear`: whether one item leads; `leaders` share the first place."""

    number: int
    ballots: int
    paper: int
    unread: int
    w: float | None
    p: float | None
    items: tuple[VoteItem, ...]
    leaders: tuple[str, ...]
    clear: bool | None
    stop: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """A step that was voted on. `kind` is weight, rating or rank; `scale` how it was voted; `rule` of quartiles."""

    kind: str
    scale: str
    low: int
    high: int
    rule: str
    rounds: tuple[VoteRound, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of the meeting with its reason and the strategies that it rests on."""

    text: str
    why: str = ""
    strategies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What came of one step of the agenda: whichever of these it left. `mergers` counts the common wordings made."""

    title: str
    kind: str
    note: str = ""
    proposals: tuple[Proposal, ...] = ()
    removed: tuple[Removed, ...] = ()
    vote: Vote | None = None
    decisions: tuple[Decided, ...] = ()
    mergers: int = 0


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session. `date` is ISO; `codes` are of people with a telephone, `paper` counts paper ballots' numbers.

    `names` is the list of attendance by alphabet, apart from the codes. `invented` marks a demonstration.
    """

    government: str
    cycle: str
    title: str
    purpose: str
    place: str
    date: str
    started: str
    ended: str
    facilitator: str
    codes: tuple[str, ...]
    paper: tuple[str, ...]
    names: tuple[str, ...]
    agenda: tuple[AgendaItem, ...]
    parts: tuple[Part, ...]
    invented: bool = False
    closed: bool = True
    corrections: tuple[str, ...] = ()
