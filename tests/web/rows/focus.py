"""Who may open the addresses of focus groups."""

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {}
ARGUMENTS: dict[str, object] = {}
