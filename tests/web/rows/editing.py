"""Who may open the addresses of changing factors, strategies, actions and the settings of an evaluation."""

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {}
ARGUMENTS: dict[str, object] = {}
