"""Outcomes of the accessibility rules that the detectors' room implements, by the id of the W3C ACT rule."""

from collections.abc import Mapping

from tinjau.observe import act


def outcomes(body: bytes, url: str) -> Mapping[str, str]:
    """passed, failed, inapplicable or cantTell for every rule that is implemented."""
    del url  # a rule judges the markup alone
    return {rule: outcome.value for rule, outcome in act.outcomes(body).items()}
