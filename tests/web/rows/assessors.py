"""Who may open the addresses of several assessors: blind scores, agreement, reconciliation."""

from tests.web.rows.roles import ALL, ASSESS, COORDINATE

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {
    "web:assess-rounds": (ALL, "get"), "web:assess-new": (COORDINATE, "get"), "web:assess-round": (ALL, "get"),
    "web:assess-change": (COORDINATE, "get"), "web:assess-open": (COORDINATE, "post"),
    "web:assess-close": (COORDINATE, "post"), "web:assess-item": (ALL, "get"), "web:assess-sheet": (ASSESS, "get"),
    "web:assess-criterion": (ASSESS, "get"), "web:assess-workbook": (ASSESS, "get"),
    "web:assess-preview": (ASSESS, "post"), "web:assess-apply": (ASSESS, "post"), "web:assess-finish": (ASSESS, "post"),
    "web:assess-file": (ASSESS, "get"), "web:package": (COORDINATE, "get"),
}  # fmt: skip
ARGUMENTS: dict[str, object] = {"assessment": 999_999, "item": 999_999}
