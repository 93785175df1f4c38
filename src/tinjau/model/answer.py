"""What a person said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """One assessor's answer to one indicator (or criterion) for one unit; `unit` is empty for the whole site.

    `where` names file and line, so that an objection can point at it.
    """

    instrument: str
    indicator: str
    value: str
    unit: str = ""
    assessor: str = ""
    evidence: str = ""
    note: str = ""
    date: str = ""
    where: str = ""

    @property
    def id(self) -> str:
        """The id by which factors name this answer: `answer:instrument/indicator[/unit]`."""
        tail = f"/{self.unit}" if self.unit else ""
        return f"answer:{self.instrument}/{self.indicator}{tail}"


@dataclass(frozen=True, slots=True)
class Decision:
    """What people decided about a proposal or an answer. Never written by a run."""

    subject: str
    verdict: str
    by: str = ""
    at: str = ""
    reason: str = ""
