"""Who may open the addresses of next year: a cycle made from the last one, and what moved."""

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {}
ARGUMENTS: dict[str, object] = {}
