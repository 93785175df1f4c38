"""Who may open which address with which method: a row for each, a module for each part of the application.

`EXPECTED`: name of the address → (roles that may, method that is tried); "open" is also without an account, "any" is
every account. `ARGUMENTS`: what stands in the address where it is tried.
"""

from tests.web.rows import assessors, editing, first, focus, ministry, notices, security, years

_PARTS = (first, editing, security, assessors, focus, years, ministry, notices)
EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {
    name: row for part in _PARTS for name, row in part.EXPECTED.items()
}
ARGUMENTS: dict[str, object] = {name: value for part in _PARTS for name, value in part.ARGUMENTS.items()}
