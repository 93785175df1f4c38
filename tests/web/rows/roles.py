"""Groups of roles, as the rows name them."""

from tinjau.web.models import Role

OFFICE_ROLES = (Role.OPERATOR, Role.COORDINATOR, Role.VERIFIER, Role.OBSERVER, Role.OFFICE_ADMIN)
ALL = frozenset(Role.values)
FILL = frozenset({Role.OPERATOR, Role.COORDINATOR, Role.OFFICE_ADMIN})
COORDINATE = frozenset({Role.COORDINATOR, Role.OFFICE_ADMIN})
VERIFY = frozenset({Role.VERIFIER})
ADMIN = frozenset({Role.OFFICE_ADMIN, Role.NATIONAL_ADMIN})
