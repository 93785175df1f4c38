"""Who may open the addresses of due dates, comments and calendars."""

from tests.web.rows.roles import ALL, COORDINATE

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {
    "web:own-dates": ("any", "get"), "web:calendar": ("open", "get"), "web:due": (ALL, "get"),
    "web:due-file": (ALL, "get"), "web:due-remove": (COORDINATE, "post"), "web:comment": (ALL, "post"),
    "web:note": (ALL, "post"), "web:notices": ("any", "get"), "web:notices-confirm": ("any", "get"),
    "web:notices-stop": ("open", "get"),
}  # fmt: skip
ARGUMENTS: dict[str, object] = {"due": 999_999, "token": "none"}
