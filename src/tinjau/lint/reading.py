"""What every objector looks at: the study, what was judged and planned, and the findings behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tinjau.model import Assessment, Factor, Instrument, Plan, Strategy, Study, Text
from tinjau.strategy import Finding, evidence_ids, findings_of
from tinjau.texts import both, known


@dataclass(frozen=True, slots=True)
class Case:
    """One study under examination."""

    study: Study
    assessment: Assessment
    plan: Plan
    instruments: tuple[Instrument, ...]
    findings: tuple[Finding, ...]
    evidence: frozenset[str]

    def file(self, name: str, place: str = "") -> str:
        """A file of the study as messages give it: with the study folder's name, and the place inside it."""
        folder = self.study.folder.rstrip("/").rpartition("/")[2]
        path = f"{folder}/{name}" if folder else name
        return f"{path}, {place}" if place else path


def case_of(
    study: Study,
    assessment: Assessment,
    plan: Plan,
    known_observations: frozenset[str],
    instruments: Sequence[Instrument],
) -> Case:
    """Everything that objectors look at, computed once."""
    findings = findings_of(study, assessment, instruments)
    evidence = evidence_ids(study, assessment, findings, known_observations)
    proposed = {each.id for each in plan.factor_proposals}
    return Case(study, assessment, plan, tuple(instruments), findings, evidence | proposed)


def in_words(kind: str, names: Iterable[str]) -> Text:
    """Themes or actors as people call them, by their ids; an id without a name stays as it is."""
    known_names = [both(f"{kind}.{each}") if known(f"{kind}.{each}") else Text(each, each) for each in names]
    return Text(", ".join(each.id for each in known_names), ", ".join(each.en for each in known_names))


def quoted(text: Text) -> Text:
    """A text as messages quote it, each language on its own."""
    return Text(f"“{text.get('id')}”", f"“{text.get('en')}”")


def told(case: Case, name: str) -> Text:
    """What an id names, in words, with the id beside it; the id alone where nothing of that name has words."""
    words = _words(case, name)
    if words is None:
        return Text(repr(name[:80]), repr(name[:80]))
    said = quoted(words)
    return Text(f"{said.id} ({name})", f"{said.en} ({name})")


def _words(case: Case, name: str) -> Text | None:
    """`criterion:pack/id`, `indicator:pack/id[/unit]`, `answer:…`, or a factor, strategy, proposal or service by id."""
    plan = case.plan
    texts = {each.id: each.text for each in plan.factor_proposals}
    texts |= {each.id: each.text for each in plan.strategy_proposals}
    texts |= {each.id: each.text for each in plan.factors}
    texts |= {each.id: each.text for each in plan.strategies}
    found = texts.get(name)
    if found is not None:
        return found
    service = next((each.name for each in case.study.services if name in {each.id, f"service:{each.id}"}), None)
    if service is not None:
        return service
    instrument, _, which = name.rpartition(":")[2].partition("/")
    wanted = which.partition("/")[0]
    for pack in case.instruments:
        if pack.id == instrument:
            titles = [each.title for each in pack.criteria if each.id == wanted]
            return next(iter([*titles, *(each.question for each in pack.indicators if each.id == wanted)]), None)
    return None


def named(thing: Factor | Strategy) -> Text:
    """A factor or strategy with its id and words."""
    words = quoted(thing.text)
    return Text(f"{thing.id} {words.id}", f"{thing.id} {words.en}")
