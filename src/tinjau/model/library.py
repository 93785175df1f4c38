"""What the packs know beforehand: strategies that others tried, and what lies outside a government's reach.

Both are data of `packs/strategies` and `packs/context`; each says where it comes from and how far that was checked.
Field names are the keys of the YAML files; a text is {id, en}; every list may be left out.
"""

from dataclasses import dataclass

from tinjau.model.text import Text
from tinjau.model.vocabulary import FactorKind

THEMES = (
    "people", "process", "platform", "security", "regulation", "budget",
    "outreach", "design", "data", "leadership", "participation", "measurement",
)  # fmt: skip
COST_CLASSES = ("low", "medium", "high")
ACTORS = ("government", "staff", "citizens", "business", "leadership", "outside")


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a template or context factor comes from. `source` is a citation, `says` what was taken from it.

    `verified` is "true", "copy", "partly" or "false": how far it was checked against the source. `date` is the
    source's own date or year, as written.
    """

    source: str
    says: str = ""
    verified: str = "false"
    date: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """What calls for a strategy: any one clause is enough.

    A factor calls when its kind is in `kinds`, one of its themes in `themes`, its actor in `actors` (any actor where
    the list is empty) and one of `signals` begins a word of its text or the word's stem (any text where the list is
    empty; a signal of several words asks for each of them). A finding calls when its id is in `findings`
    (services-lacking, guides-missing, ...) or when it is the failure of one of `indicators` (instrument/indicator or
    instrument/criterion).
    """

    kinds: tuple[FactorKind, ...] = ()
    themes: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstStep:
    """What to do on Monday, and whom to ask."""

    do: Text
    ask: Text


@dataclass(frozen=True, slots=True)
class StrategyTemplate:
    """A strategy that a rule may propose: what calls for it, what it needs, and which indicators should move.

    `needs` are conditions in words; `moves` are instrument/indicator (or instrument/criterion) ids; `cost` is a class
    (low: within current budgets; medium: an own budget line; high: an investment over several years), never a sum.
    """

    id: str
    title: Text
    text: Text
    themes: tuple[str, ...]
    calls: tuple[Call, ...]
    needs: tuple[Text, ...]
    moves: tuple[str, ...]
    cost: str
    first_step: FirstStep
    citation: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ContextFactor:
    """An opportunity or threat that holds for every government of a country. People pick, edit or leave it."""

    id: str
    kind: FactorKind
    text: Text
    themes: tuple[str, ...]
    citation: tuple[Citation, ...]
    actor: str = "outside"
    country: str = ""
