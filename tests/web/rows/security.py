"""Who may open the addresses of sessions and erasure."""

from tests.web.rows.roles import ADMIN

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {
    "web:sessions": ("any", "get"), "web:erase": (ADMIN, "get"), "web:member-sessions": (ADMIN, "post"),
}  # fmt: skip
ARGUMENTS: dict[str, object] = {}
