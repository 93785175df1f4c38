"""Who may open the addresses of next year: a cycle made from the last one, and what moved."""

from tests.web.rows.roles import ALL, COORDINATE

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {
    "web:next-year": (COORDINATE, "get"), "web:years": (ALL, "get"), "web:years-join": (COORDINATE, "post"),
    "web:years-file": (ALL, "get"),
}  # fmt: skip
ARGUMENTS: dict[str, object] = {}
