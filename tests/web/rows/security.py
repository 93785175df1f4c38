"""Who may open the addresses of accounts, idle sessions and erasure."""

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {}
ARGUMENTS: dict[str, object] = {}
