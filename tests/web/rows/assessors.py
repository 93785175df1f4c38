"""Who may open the addresses of several assessors: blind scores, agreement, reconciliation."""

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {}
ARGUMENTS: dict[str, object] = {}
