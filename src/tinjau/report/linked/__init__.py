"""Results for machines: EARL assertions, and the service inventory as CPSV-AP and schema.org, all as JSON-LD."""

from tinjau.report.linked.earl import earl
from tinjau.report.linked.inventory import cpsv_services, schema_services

__all__ = ["cpsv_services", "earl", "schema_services"]
