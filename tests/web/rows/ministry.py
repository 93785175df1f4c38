"""Who may open the addresses of a ministry's rounds, reply, publication and league."""

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {}
ARGUMENTS: dict[str, object] = {}
