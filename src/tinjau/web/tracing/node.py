"""One thing of an evaluation, as the trace shows it."""

from dataclasses import dataclass, field

KINDS = (
    "observation", "answer", "indicator", "criterion", "phase", "service", "finding", "source", "factor", "strategy",
    "conclusion", "action", "proposal", "nowhere",
)  # fmt: skip


@dataclass(slots=True)
class Fact:
    """A labelled line: `label` is the id of a sentence; `word` the group of words that `value` belongs to, if any."""

    label: str
    value: str
    word: str = ""
    who: str = ""


@dataclass(slots=True)
class Node:
    """A thing: its id, kind and title (in the reader's language, or as people wrote it), facts, and where it was read.

    `rests_on` are ids, in their order. `count` and `of` are numbers that pages show of it, where they do.
    """

    id: str
    kind: str
    title: str
    rests_on: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    excerpt: str = ""
    url: str = ""
    record: str = ""
    digest: str = ""
    entry: tuple[str, str] | None = None  # kind and key, where people wrote it
    outcome: str = ""
