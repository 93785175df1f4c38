"""Small studies and assessments in code."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tests.strategy.planning.whole import STUDIES, Whole, evaluated

from tinjau.model import (
    Call,
    Citation,
    Factor,
    FactorKind,
    FirstStep,
    Judgement,
    Strategy,
    StrategyTemplate,
    Study,
    Text,
    Use,
)
from tinjau.study import read_study


def medan_study(**changes: Any) -> Study:
    return replace(read_study(STUDIES / "medan"), **changes)


def medan(**changes: Any) -> Whole:
    return evaluated(medan_study(**changes))


def factor(name: str, text: str = "", themes: tuple[str, ...] = (), **more: Any) -> Factor:
    return Factor(name, Text(text or name, text or name), themes, **more)


def strategy(name: str, uses: tuple[str, ...] = (), text: str = "", themes: tuple[str, ...] = ()) -> Strategy:
    return Strategy(name, Text(text or name, text or name), tuple(Use(each, "person") for each in uses), themes)


def template(
    name: str, calls: tuple[Call, ...], text: str = "", themes: tuple[str, ...] = ("people",)
) -> StrategyTemplate:
    words = Text(text or name, text or name)
    step = FirstStep(words, words)
    return StrategyTemplate(name, words, words, themes, calls, (), (), "low", step, (Citation("tinjau"),))


def weakness_call(*themes: str, **more: Any) -> Call:
    return Call(kinds=(FactorKind.W,), themes=themes, **more)


def judged(kind: str, table: Mapping[str, Mapping[str, object]], round_: str = "") -> tuple[Judgement, ...]:
    """By rater, then subject."""
    return tuple(
        Judgement(rater, subject, kind, str(value), round_)
        for rater, own in table.items()
        for subject, value in own.items()
    )
