"""A pack's `calculation:` section, read: named nodes out of the closed list of aggregators."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tinjau.model import Text
from tinjau.scoring.tabular.finish import Finish
from tinjau.scoring.tabular.gates import Gate
from tinjau.scoring.tabular.scores import Step
from tinjau.scoring.tabular.values import Cell

ASSESSOR_RULES = ("mean", "median", "respondents")
SCORES = ("mean", "weighted_sum", "lookup", "count_at_least", "newest_within")
ROLL_UPS = ("weighted_mean", "strata_mean", "minimum", "share_reaching")
LADDERS = ("cumulative_level",)
GIVEN = ("number",)
NO_TEXT = Text("", "")
AS_IT_IS = Finish()


@dataclass(frozen=True, slots=True)
class Question:
    """What may be answered: by words (each with its cell) or by a number on a scale. `unit` is its level."""

    id: str
    unit: str
    words: Mapping[str, Cell] = field(default_factory=dict)
    low: float = 0.0
    high: float = 0.0
    whole: bool = False
    numeric: bool = False
    allowed: str = ""  # what may be written, for messages


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property of a unit that steers its scoring, the words it may have, and what else they may be called."""

    id: str
    unit: str
    values: tuple[str, ...]
    default: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DerivedCell:
    """A cell made of others: any_of, all_of, or map (one question through a table)."""

    id: str
    how: str
    of: tuple[str, ...]
    table: Mapping[float, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NodeKey:
    """A node's published id and the level of its units."""

    id: str
    unit: str


@dataclass(frozen=True, slots=True)
class Term:
    """What goes into a node with which weight: a question or derived cell (`node` None), or another node."""

    id: str
    weight: float = 1.0
    node: NodeKey | None = None


@dataclass(frozen=True, slots=True)
class Repeats:
    """How several answers of one assessor for one unit are merged: one policy, or one by an attribute's word."""

    policy: str = "single"
    attribute: str = ""
    by_word: Mapping[str, str] = field(default_factory=dict)

    def for_unit(self, attributes: Mapping[str, str]) -> str:
        """The policy for a unit with these attributes."""
        return self.by_word.get(attributes.get(self.attribute, ""), self.policy) if self.attribute else self.policy


ONE_ANSWER = Repeats()


@dataclass(frozen=True, slots=True)
class Select:
    """Only units whose attribute is one of these words get a score."""

    attribute: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One named step of a calculation. `kind` is score, roll_up, ladder or given (a number that is only handed in);
    `how` is the aggregator."""

    key: NodeKey
    kind: str
    how: str
    terms: tuple[Term, ...]
    missing: str
    title: Text = NO_TEXT
    publish: bool = True
    select: Select | None = None
    gates: tuple[Gate, ...] = ()
    repeats: Repeats = ONE_ANSWER
    finish: Finish = AS_IT_IS
    minimum_coverage: float = 0.0
    settings: Mapping[str, float] = field(default_factory=dict)
    steps: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)  # by the word of `steps_by`, "" for all
    steps_by: str = ""
    strata_by: str = ""
    strata: Mapping[str, float] = field(default_factory=dict)
    rungs: tuple[tuple[Term, ...], ...] = ()
    alternative_to: str = ""  # the id of the node of which this is another reading (SKM's printed weights)


@dataclass(frozen=True, slots=True)
class Sample:
    """How many respondents are needed: the question that states the population, and the method."""

    population: str
    method: str = "krejcie-morgan"


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole calculation, ready to be evaluated. `units` maps a level to its column names, widest first."""

    instrument: str
    units: Mapping[str, tuple[str, ...]]
    questions: Mapping[str, Question]
    attributes: Mapping[str, Attribute]
    derived: Mapping[str, DerivedCell]
    nodes: tuple[Node, ...]
    assessors: str = "mean"
    agreement: str = "ordinal"
    sample: Sample | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the unit columns from the widest level to the narrowest."""
        return max(self.units.values(), key=len)

    def level_of(self, depth: int) -> str:
        """The level whose units have so many names; empty where none has."""
        return next((name for name, columns in self.units.items() if len(columns) == depth), "")
