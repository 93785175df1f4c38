"""What a machine found beside a question: which answer it comes to, and whether people set it aside."""

from collections.abc import Mapping
from typing import Any

from tinjau.model import Indicator

_KNOWN = frozenset({"passed", "failed", "inapplicable"})
_ANSWERS: Mapping[str, tuple[str, ...]] = {"passed": ("yes",), "failed": ("no",), "inapplicable": ("na",)}
_MOST = 3  # observations that an accepted answer cites
_LONGEST_EXCERPT = 300


def machine_said(result: Mapping[str, Any]) -> str:
    """The outcome that was read, whoever decided since; empty where nothing was."""
    if result.get("proposed"):
        return str(result["proposed"])
    return str(result["outcome"]) if result.get("decided_by") in {"rule", ""} else ""


def can_decide(result: Mapping[str, Any]) -> bool:
    """Whether the machine came to an outcome that people can take or set aside."""
    return machine_said(result) in _KNOWN


def answer_of(result: Mapping[str, Any], indicator: Indicator) -> str:
    """The answer's value that the machine's outcome comes to; empty where the question has no such value."""
    value = str(result.get("value") or "")
    if result.get("decided_by") == "rule" and value in indicator.values and result.get("outcome") == "passed":
        return value
    return next((each for each in _ANSWERS.get(machine_said(result), ()) if each in indicator.values), "")


def cited(result: Mapping[str, Any]) -> tuple[str, str]:
    """(evidence, note) of an answer that takes the machine's word: where it was read, and what stood there."""
    seen = [each for each in result["evidence"] if not each["observation"].startswith(("answer:", "service:"))][:_MOST]
    evidence = "; ".join(" ".join(each for each in (one["url"], f"[{one['observation']}]") if each) for one in seen)
    excerpt = next((one["excerpt"] for one in seen if one["excerpt"]), "")
    return evidence[:4_000], excerpt[:_LONGEST_EXCERPT]


def subject_of(instrument: str, indicator: str, unit: str) -> str:
    """The subject of a decision on an outcome (contract: decisions.csv)."""
    tail = "" if unit in {"", "site"} else f"/{unit}"
    return f"outcome:{instrument}/{indicator}{tail}"
