"""Who may open the addresses of focus groups."""

from tests.web.rows.roles import ALL, COORDINATE

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {
    "web:focus-enter": ("open", "get"), "web:focus-join": ("open", "post"), "web:focus-room": ("open", "get"),
    "web:focus-pulse": ("open", "get"), "web:focus-propose": ("open", "post"), "web:focus-withdraw": ("open", "post"),
    "web:focus-vote": ("open", "post"),
    "web:focus-list": (ALL, "get"), "web:focus-new": (COORDINATE, "get"), "web:focus": (ALL, "get"),
    "web:focus-state": (COORDINATE, "get"), "web:focus-screen": (COORDINATE, "get"),
    "web:focus-do": (COORDINATE, "post"), "web:focus-people": (COORDINATE, "post"),
    "web:focus-agenda": (COORDINATE, "post"), "web:focus-ideas": (COORDINATE, "get"),
    "web:focus-paper": (COORDINATE, "get"), "web:focus-sheet": (COORDINATE, "get"),
    "web:focus-decide": (COORDINATE, "get"), "web:focus-results": (ALL, "get"), "web:focus-minutes": (ALL, "get"),
    "web:focus-log": (COORDINATE, "get"),
}  # fmt: skip
ARGUMENTS: dict[str, object] = {"group": 999_999, "room": 999_999, "invitation": "no-such-invitation"}
