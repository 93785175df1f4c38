"""Who may open the addresses of changing factors, strategies, actions and the settings of an evaluation."""

from tests.web.rows.roles import ALL, COORDINATE, FILL

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {
    "web:settings": (COORDINATE, "get"), "web:export": (ALL, "get"), "web:export-file": (ALL, "get"),
    "web:finding": (FILL, "post"), "web:swot": (ALL, "get"), "web:plan": (ALL, "get"),
    "web:decide": (COORDINATE, "post"),
    "web:trace": (ALL, "get"), "web:archived": (ALL, "get"), "web:factor-new": (COORDINATE, "get"),
    "web:factor": (COORDINATE, "get"), "web:strategy-new": (COORDINATE, "get"), "web:strategy": (COORDINATE, "get"),
    "web:conclusion-new": (COORDINATE, "get"), "web:conclusion": (COORDINATE, "get"),
    "web:action-new": (COORDINATE, "get"), "web:action": (COORDINATE, "get"),
}  # fmt: skip
ARGUMENTS: dict[str, object] = {"factor": "S1", "strategy": "SO1", "conclusion": "1", "action": 1}
