"""Outcomes of the accessibility rules that the detectors hold a page to, by the id of the W3C ACT rule."""

from collections.abc import Mapping

import re2

from tinjau.observe.act.viewport import outcome_of_viewport
from tinjau.observe.engine.facts import Fault, PageFacts
from tinjau.observe.engine.reading import read_page

_TAG = re2.compile(r"^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$")
_NO_FIELDS = frozenset({"hidden", "submit", "button", "reset", "image"})
_COUNTED = ("23a2a8", "c487ae", "97a4e1", "cae760", "ffd0e9")


def outcomes(body: bytes, url: str) -> Mapping[str, str]:
    """passed, failed, inapplicable or cantTell for every rule that is implemented."""
    facts = read_page(body, url)
    found = {rule: _counted(facts.faults.get(rule)) for rule in _COUNTED}
    found["e086e5"] = _fields(facts)
    found["b5c3f8"] = "passed" if facts.lang.strip() else "failed"
    found["bf051a"] = _language(facts)
    found["2779a5"] = "passed" if facts.title else "failed"
    content = facts.metas.get("viewport")
    found["b4f0c3"] = "inapplicable" if content is None else outcome_of_viewport(content)
    return found


def _counted(fault: Fault | None) -> str:
    if fault is None or not fault.applied:
        return "inapplicable"
    return "failed" if fault.failed else "cantTell" if fault.unsure else "passed"


def _fields(facts: PageFacts) -> str:
    """A placeholder is a name by HTML's rules (HTML-AAM 1.0, 4.1.1), though no label: axe-core and ACT take it."""
    fields = [field for form in facts.forms for field in form.fields if field.type not in _NO_FIELDS]
    if not fields:
        return "inapplicable"
    return "failed" if any(not field.named and not field.placeholder for field in fields) else "passed"


def _language(facts: PageFacts) -> str:
    if not facts.lang.strip():
        return "inapplicable"
    return "passed" if _TAG.match(facts.lang) else "failed"
