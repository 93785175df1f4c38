"""Who may open the addresses of due dates, notices and comments."""

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {}
ARGUMENTS: dict[str, object] = {}
