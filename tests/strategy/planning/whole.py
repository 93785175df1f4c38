"""A study folder taken through stages 1 to 3 and lint, as the pipeline does."""

from dataclasses import dataclass
from pathlib import Path

import tinjau.demo
from tinjau import observe, packs, pipeline
from tinjau.lint import lint_study
from tinjau.model import Assessment, Instrument, LintFinding, Plan, Study
from tinjau.strategy import make_plan
from tinjau.study import read_study

STUDIES = Path(tinjau.demo.__file__).with_name("studies")


@dataclass(frozen=True)
class Whole:
    study: Study
    instruments: tuple[Instrument, ...]
    assessment: Assessment
    plan: Plan
    lint: tuple[LintFinding, ...]

    def found(self, code: str) -> list[tuple[str, ...]]:
        return [each.ids for each in self.lint if each.code == code]


def whole(folder: Path) -> Whole:
    return evaluated(read_study(folder))


def evaluated(study: Study) -> Whole:
    instruments = tuple(packs.load_instrument(each) for each in study.instruments)
    assessment = pipeline.assess(study, instruments, observe.nothing_observed())
    plan = make_plan(
        study,
        assessment,
        packs.load_strategy_templates(),
        context=packs.load_context(study.government.country),
        instruments=instruments,
    )
    return Whole(study, instruments, assessment, plan, lint_study(study, assessment, plan, frozenset(), instruments))
