"""Accessibility rules by their W3C ACT id, as pure functions of a page's markup."""

from collections.abc import Iterable, Mapping

from tinjau.model import Outcome
from tinjau.observe.act.document import Document
from tinjau.observe.act.rules import RULES, Verdicts

__all__ = ["RULES", "outcome_for", "outcomes"]


def outcome_for(rule_id: str, html: bytes | str) -> Outcome:
    """The outcome of one rule on one page.

    Failed where one target fails, cantTell where none fails and one cannot be told, passed where all pass, inapplicable
    where there is no target, untested for a rule that is not implemented.
    """
    rule = RULES.get(rule_id)
    return Outcome.UNTESTED if rule is None else _outcome(rule(Document(html)))


def outcomes(html: bytes | str, rules: Iterable[str] = tuple(RULES)) -> Mapping[str, Outcome]:
    """The same for several rules, the page parsed once."""
    page = Document(html)
    return {each: _outcome(RULES[each](page)) for each in rules if each in RULES}


def _outcome(verdicts: Verdicts) -> Outcome:
    found = list(verdicts)
    if not found:
        return Outcome.INAPPLICABLE
    if False in found:
        return Outcome.FAILED
    return Outcome.CANT_TELL if None in found else Outcome.PASSED
