"""One report in one language: the results, and the names that its readers know things by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tinjau.model import (
    Assessment,
    Criterion,
    CriterionResult,
    Evidence,
    Factor,
    Gate,
    Indicator,
    IndicatorResult,
    Instrument,
    Lang,
    LintFinding,
    Observation,
    Outcome,
    Plan,
    Service,
    Severity,
    Study,
    Text,
    Verdict,
)
from tinjau.report.content.totals import total_titles
from tinjau.report.document import Mark, Quote, Words
from tinjau.report.hostile import one_line
from tinjau.texts import known, say
from tinjau.texts.sentences import Parameter

# Facts for the owner alone, never in a published page: they would help attackers or shame a victim (project choice).
OWNER_DETECTORS = frozenset({"injected_spam", "hidden_links", "end_of_life_software"})
WITHHELD = "kept-from-publication"  # the source that stands for such facts in a published study
_ANSWER = "answer:"
WHOLE = frozenset({"", "site", "services"})  # units of a result that speaks of the whole site or inventory


@dataclass(frozen=True)
class Edition:
    """What a report is made from. `public` leaves out what only the site's owner may read.

    `observations` are those of the capture where they are at hand; the accessibility evaluation rests on them.
    """

    assessment: Assessment
    plan: Plan
    study: Study
    lang: Lang
    instruments: tuple[Instrument, ...]
    public: bool = True
    observations: Sequence[Observation] = ()

    def say(self, key: str, **values: Parameter) -> str:
        """A sentence of the catalogue in this edition's language."""
        return say(key, self.lang, **values)

    def word(self, family: str, value: str) -> str:
        """The catalogue's word for a value of a closed vocabulary; the value itself where it has none."""
        key = f"{family}.{value}"
        return say(key, self.lang) if known(key) else value

    def passage(self, text: Text, *, strong: bool = False, quiet: bool = False) -> Words:
        """A text in this edition's language, marked with the other language where only that was written."""
        own = text.id if self.lang == "id" else text.en
        other = None if own else ("en" if self.lang == "id" else "id")
        return Words(text.get(self.lang), other, strong=strong, quiet=quiet)

    def assessor(self, name: str) -> str:
        """Who judged, as readers know them: 'paper' and 'inventory' have words, people keep their names."""
        written = one_line(name, 120)
        return self.word("assessor", written) if written else say("word.unnamed", self.lang)

    @property
    def page_lang(self) -> str:
        """The language that fetched pages are most likely in, as far as the country tells; empty: not known."""
        return "id" if self.assessment.government.country.upper() == "ID" else ""

    def quote(self, text: str) -> Quote:
        """Words of a page or an answer, as a quotation."""
        return Quote(text, self.page_lang)

    @cached_property
    def _criteria(self) -> dict[tuple[str, str], Criterion]:
        return {(pack.id, each.id): each for pack in self.instruments for each in pack.criteria}

    @cached_property
    def _indicators(self) -> dict[tuple[str, str], Indicator]:
        return {(pack.id, each.id): each for pack in self.instruments for each in pack.indicators}

    @cached_property
    def gates(self) -> tuple[Gate, ...]:
        """The rungs of the first ladder among the instruments, lowest first; empty where none has one."""
        for pack in self.instruments:
            if pack.ladder is not None:
                return tuple(sorted(pack.ladder.gates, key=lambda gate: gate.ordinal))
        return ()

    @cached_property
    def ladder_instrument(self) -> str:
        """The id of the instrument whose ladder gives the phase; empty where none has one."""
        return next((pack.id for pack in self.instruments if pack.ladder is not None), "")

    def instrument_title(self, instrument: str) -> Words:
        """The instrument's title; its id where neither the packs nor the assessment name it."""
        titles = {used.id: used.title for used in self.assessment.instruments}
        titles |= {pack.id: pack.title for pack in self.instruments}
        return self.passage(titles[instrument]) if instrument in titles else Words(instrument, "")

    @cached_property
    def services(self) -> dict[str, Service]:
        """The services of the inventory by id."""
        return {each.id: each for each in self.assessment.services.items}

    @cached_property
    def proposed(self) -> dict[str, Text]:
        """The text of every proposal by its id."""
        texts = {factor.id: factor.text for factor in self.plan.factor_proposals}
        return texts | {strategy.id: strategy.text for strategy in self.plan.strategy_proposals}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """What each id of the plan names: factor, proposal, strategy or conclusion."""
        plan = self.plan
        named = {conclusion.id: "conclusion" for conclusion in plan.conclusions}
        named |= {strategy.id: "strategy" for strategy in plan.strategies}
        named |= dict.fromkeys([each.id for each in plan.factor_proposals], "proposal")
        named |= dict.fromkeys([each.id for each in plan.strategy_proposals], "proposal")
        return named | {factor.id: "factor" for factor in plan.factors}

    def criterion_title(self, instrument: str, criterion: str) -> Words:
        """The title of a criterion or of a total that the pack calculates; its id where the pack is not at hand."""
        found = self._criteria.get((instrument, criterion))
        title = found.title if found else self._totals.get((instrument, criterion))
        return self.passage(title) if title else Words(criterion, "")

    @cached_property
    def _totals(self) -> dict[tuple[str, str], Text]:
        """The titles of what packs calculate beside criteria, such as an index."""
        return {(pack.id, name): title for pack in self.instruments for name, title in total_titles(pack).items()}

    def criterion(self, instrument: str, criterion: str) -> Criterion | None:
        """The criterion as its pack describes it."""
        return self._criteria.get((instrument, criterion))

    def indicator(self, instrument: str, indicator: str) -> Indicator | None:
        """The indicator as its pack describes it."""
        return self._indicators.get((instrument, indicator))

    def question(self, instrument: str, indicator: str) -> Words:
        """The indicator's question; its id where the pack is not at hand."""
        found = self._indicators.get((instrument, indicator))
        return self.passage(found.question) if found else Words(indicator, "")

    def phase_title(self, phase: str | None) -> Words:
        """A phase's title; 'not shown' for none."""
        if phase is None:
            return Words(self.say("word.phase-none"))
        found = next((gate for gate in self.gates if gate.phase == phase), None)
        return self.passage(found.title) if found else Words(phase, "")

    def verdict(self, verdict: Verdict | None) -> Mark:
        """A verdict's mark; null reads 'not assessed'."""
        value = verdict.value if verdict else "none"
        return Mark("verdict", value, self.say(f"verdict.{value}"))

    def outcome(self, outcome: Outcome | None) -> Mark:
        """An outcome's mark; null reads 'not assessed'."""
        value = outcome.value if outcome else "none"
        return Mark("outcome", value, self.say(f"outcome.{value}"))

    def severity(self, severity: Severity) -> Mark:
        """An objection's mark."""
        return Mark("severity", severity.value, self.say(f"severity.{severity.value}"))

    @cached_property
    def judged(self) -> tuple[CriterionResult, ...]:
        """The criteria of instruments that judge criteria: those with verdicts or scores; rungs of a ladder are not."""
        ladders = {pack.id for pack in self.instruments if pack.ladder is not None and pack.verdicts is None}
        return tuple(
            each
            for each in self.assessment.criteria
            if each.instrument not in ladders or each.verdict is not None or each.score is not None
        )

    def of_instrument(self, instrument: str) -> tuple[CriterionResult, ...]:
        """The judged criteria of one instrument, in its order."""
        return tuple(each for each in self.judged if each.instrument == instrument)

    @cached_property
    def judging(self) -> tuple[str, ...]:
        """The ids of instruments that judge criteria, in order."""
        return tuple(dict.fromkeys(each.instrument for each in self.judged))

    @cached_property
    def indicators(self) -> tuple[IndicatorResult, ...]:
        """The indicators' results that this edition may show."""
        return tuple(each for each in self.assessment.indicators if self._showable(each))

    @cached_property
    def _by_criterion(self) -> dict[tuple[str, str], list[IndicatorResult]]:
        found: dict[tuple[str, str], list[IndicatorResult]] = {}
        for each in self.indicators:
            found.setdefault((each.instrument, each.criterion), []).append(each)
        return found

    def results_under(self, instrument: str, criterion: str) -> Sequence[IndicatorResult]:
        """The indicators' results under one criterion, in their order."""
        return self._by_criterion.get((instrument, criterion), ())

    @cached_property
    def placed_criteria(self) -> frozenset[tuple[str, str]]:
        """Criteria that stand in the report with an anchor, by instrument and id."""
        return frozenset((each.instrument, each.id) for each in self.judged)

    @cached_property
    def placed_indicators(self) -> frozenset[tuple[str, str]]:
        """Questions that stand in the report for the whole site, by instrument and id."""
        return frozenset((each.instrument, each.id) for each in self.indicators if each.unit in WHOLE)

    @cached_property
    def objections(self) -> tuple[LintFinding, ...]:
        """Objections to assessment and plan, errors first, each once; none that only the owner may read."""
        order = list(Severity)
        seen: dict[tuple[str, str, str], LintFinding] = {}
        for each in (*self.plan.lint, *self.assessment.lint):
            if not (self.public and _owners(each.ids)):
                seen.setdefault((each.code, each.where, each.message.en or each.message.id), each)
        return tuple(sorted(seen.values(), key=lambda finding: order.index(finding.severity)))

    def hidden(self, name: str) -> bool:
        """Whether an id names something that only the site's owner may read."""
        return self.public and _owners((name,))

    def public_support(self, factor: Factor) -> tuple[str, ...]:
        """What a factor rests on, with one id for all that only the owner may read, where it was supported by it.

        So a factor whose ground is kept back is not taken for one without any.
        """
        kept = (WITHHELD,) if factor.id in self.plan.supported else ()
        parts = [kept if self.hidden(each) else (each,) for each in factor.support]
        return tuple(dict.fromkeys(one for each in parts for one in each))

    def _showable(self, result: IndicatorResult) -> bool:
        if not self.public:
            return True
        described = self._indicators.get((result.instrument, result.id))
        if described is not None and described.extra.get("audience") == "owner":
            return False
        if described is not None and any(OWNER_DETECTORS & set(rule.detectors) for rule in described.settled):
            return False
        return not _owners(each.observation for each in result.evidence)

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """Every piece of evidence by its observation's id, the fullest where several indicators name it."""
        found: dict[str, Evidence] = {}
        for result in self.indicators:
            for each in result.evidence:
                kept = found.get(each.observation)
                if kept is None or len(each.excerpt) > len(kept.excerpt):
                    found[each.observation] = each
        return found


def _owners(ids: Iterable[str]) -> bool:
    return any(each.split(":", 1)[0] in OWNER_DETECTORS for each in ids)


def is_answer(observation: str) -> bool:
    """Whether evidence is a person's answer rather than something a server sent."""
    return observation.startswith(_ANSWER)
