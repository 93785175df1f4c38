"""What people changed since the last evaluation, so that a page can say what is out of date."""

from tinjau.web.models import Cycle, Entry, Result

# The kinds that a study is made of; events, comments and what else stands in the history make no result old.
STUDY_KINDS = (
    "settings", "service", "answer", "factor", "strategy", "conclusion", "claims", "decision", "judgement", "action",
    "options", "source",
)  # fmt: skip


def changed_since(cycle: Cycle, result: Result | None) -> dict[str, int]:
    """How many things of each kind were changed after the result was made; empty where it is up to date."""
    if result is None:
        return {}
    found: dict[str, set[str]] = {}
    rows = Entry.objects.filter(cycle=cycle, sequence__gt=result.entries_sequence, kind__in=STUDY_KINDS)
    for kind, key in rows.values_list("kind", "key"):
        found.setdefault(kind, set()).add(key)
    return {kind: len(found[kind]) for kind in STUDY_KINDS if kind in found}
