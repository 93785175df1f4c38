"""Groups of roles, as the rows name them."""

from tinjau.web.models import Role

OFFICE_ROLES = (
    Role.OPERATOR, Role.COORDINATOR, Role.VERIFIER, Role.OBSERVER, Role.ASSESSOR, Role.OFFICE_ADMIN,
)  # fmt: skip
ALL = frozenset(Role.values) - {Role.ASSESSOR}  # who may read an evaluation: an assessor opens an own sheet alone
ASSESS = frozenset({Role.OPERATOR, Role.COORDINATOR, Role.VERIFIER, Role.ASSESSOR, Role.OFFICE_ADMIN})
FILL = frozenset({Role.OPERATOR, Role.COORDINATOR, Role.OFFICE_ADMIN})
COORDINATE = frozenset({Role.COORDINATOR, Role.OFFICE_ADMIN})
VERIFY = frozenset({Role.VERIFIER})
ADMIN = frozenset({Role.OFFICE_ADMIN, Role.NATIONAL_ADMIN})
