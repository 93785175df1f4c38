"""What is compared, with the names that readers know things by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tinjau.model import Instrument, Lang, Text
from tinjau.report.content.totals import total_titles
from tinjau.report.document import Mark, Words
from tinjau.report.hostile import one_line
from tinjau.scoring.comparing import Comparison, CriterionRow
from tinjau.texts import known, number, say
from tinjau.texts.sentences import Parameter


@dataclass(frozen=True)
class Sides:
    """What is compared, with the names that readers know things by."""

    comparison: Comparison
    documents: Sequence[Mapping[str, Any]]
    lang: Lang
    instruments: Sequence[Instrument]

    def say(self, key: str, **values: Parameter) -> str:
        """A sentence in the page's language."""
        return say(key, self.lang, **values)

    def text(self, text: Text) -> Words:
        """A text, marked with the other language where only that was written."""
        own = text.id if self.lang == "id" else text.en
        return Words(text.get(self.lang), None if own else ("en" if self.lang == "id" else "id"))

    def criterion(self, instrument: str, criterion: str) -> Words:
        """A criterion's title; its id where the pack is not at hand."""
        found = next(
            (c.title for p in self.instruments if p.id == instrument for c in p.criteria if c.id == criterion), None
        )
        totals = (total_titles(pack) for pack in self.instruments if pack.id == instrument)
        title = found or next((each[criterion] for each in totals if criterion in each), None)
        return self.text(title) if title else Words(criterion, "")

    def instrument(self, instrument: str) -> str:
        """An instrument's title; its id where the pack is not at hand."""
        found = next((pack.title for pack in self.instruments if pack.id == instrument), None)
        return self.text(found).text if found else one_line(instrument, 60)

    def question(self, instrument: str, indicator: str) -> Words:
        """An indicator's question; its id where the pack is not at hand."""
        found = next(
            (i.question for p in self.instruments if p.id == instrument for i in p.indicators if i.id == indicator),
            None,
        )
        return self.text(found) if found else Words(indicator, "")

    def phase(self, phase: str | None) -> Words:
        """A phase's title."""
        if phase is None:
            return Words(self.say("word.phase-none"))
        gates = (gate for pack in self.instruments if pack.ladder for gate in pack.ladder.gates)
        found = next((gate.title for gate in gates if gate.phase == phase), None)
        return self.text(found) if found else Words(phase, "")

    def value(self, value: str | float | None) -> Mark | str:
        """A verdict's or outcome's mark; a score written out."""
        if isinstance(value, int | float):
            return number(value, self.lang)
        written = value or "none"
        return Mark("verdict", written, self.say(f"verdict.{written}")) if known(f"verdict.{written}") else written

    @property
    def labels(self) -> tuple[str, ...]:
        """What each side is called: governments by their names where these tell them apart, else as the caller said."""
        names = tuple(one_line(str(each["government"]["name"]), 80) for each in self.documents)
        distinct = all(names) and len(set(names)) == len(names)
        return names if distinct and not self.comparison.same_government else self.comparison.labels

    @property
    def judged(self) -> list[CriterionRow]:
        """Rows of instruments that judged at least one criterion somewhere."""
        rows = self.comparison.criteria
        judging = {row.instrument for row in rows if any(value is not None for value in row.values)}
        return [row for row in rows if row.instrument in judging]
