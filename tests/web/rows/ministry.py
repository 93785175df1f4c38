"""Who may open the addresses of a ministry's rounds, reply, publication and league."""

from tests.web.rows.roles import ALL, COORDINATE

from tinjau.web.models import Role

GOVERN = frozenset({Role.NATIONAL_ADMIN})
EVALUATE = frozenset({Role.NATIONAL_ADMIN, Role.NATIONAL_EVALUATOR})

EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {
    "web:rounds": (EVALUATE, "get"), "web:round-new": (GOVERN, "get"), "web:round": (EVALUATE, "get"),
    "web:round-windows": (GOVERN, "get"), "web:round-governments": (GOVERN, "get"),
    "web:round-file": (EVALUATE, "get"), "web:round-government": (EVALUATE, "get"),
    "web:round-letter": (EVALUATE, "get"), "web:round-step": (EVALUATE, "post"), "web:round-league": (GOVERN, "get"),
    "web:round-publish": (GOVERN, "post"), "web:round-league-file": (GOVERN, "get"), "web:fleets": (GOVERN, "get"),
    "web:fleet": (GOVERN, "get"), "web:fleet-government": (GOVERN, "get"), "web:fleet-file": (GOVERN, "get"),
    "web:public-leagues": ("open", "get"), "web:public-league": ("open", "get"),
    "web:public-league-version": ("open", "get"), "web:public-league-file": ("open", "get"),
    "web:public-result": ("open", "get"),
    "web:cycle-round": (ALL, "get"), "web:cycle-round-letter": (ALL, "get"),
    "web:cycle-round-step": (COORDINATE, "post"),
}  # fmt: skip
ARGUMENTS: dict[str, object] = {
    "the_round": "no-such-round", "government": "own", "step": "hand-in", "folder": "no-such-folder", "version": 1,
}  # fmt: skip
