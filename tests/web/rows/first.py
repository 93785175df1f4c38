"""Who may open the addresses of an office's own evaluation."""

from tests.web.rows.roles import ADMIN, ALL, COORDINATE, FILL, VERIFY

# name: (who may, method that is tried). "open": also without an account; "any": every account.
EXPECTED: dict[str, tuple[frozenset[str] | str, str]] = {
    "web:tasks": ("any", "get"), "web:health": ("open", "get"), "web:language": ("open", "post"),
    "web:shared": ("open", "get"), "web:shared-report": ("open", "get"),
    "web:office": (ALL, "get"), "web:members": (ADMIN, "get"), "web:member-remove": (ADMIN, "post"),
    "web:cycle-new": (COORDINATE, "get"), "web:cycle-import": (COORDINATE, "post"),
    "web:cycle": (ALL, "get"), "web:submit": (FILL, "post"), "web:accept": (VERIFY, "post"),
    "web:return": (VERIFY, "post"), "web:services": (ALL, "get"), "web:services-preview": (FILL, "post"),
    "web:services-apply": (FILL, "post"), "web:evidence": (ALL, "get"), "web:evidence-file": (ALL, "get"),
    "web:criterion": (ALL, "get"), "web:check": (ALL, "get"), "web:run-start": (COORDINATE, "post"),
    "web:run": (ALL, "get"), "web:run-cancel": (COORDINATE, "post"), "web:phase": (ALL, "get"),
    "web:file": (ALL, "get"),
    "web:history": (ALL, "get"), "web:links": (COORDINATE, "get"), "web:link-revoke": (COORDINATE, "post"),
    "api:schema": ("any", "get"), "api:offices": ("any", "get"), "api:cycles": (ALL, "get"),
    "api:entries": (ALL, "get"),
    "api:runs": (ALL, "get"), "api:result": (ALL, "get"),
}  # fmt: skip
ARGUMENTS: dict[str, object] = {
    "lang": "en", "secret": "no-such-secret", "member": 999_999, "run": 999_999, "link": 999_999, "form": "html",
    "digest": "0" * 64, "observation": "none", "instrument": "sitokdana-7", "criterion": "services",
}  # fmt: skip
