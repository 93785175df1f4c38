"""Results for machines, all as JSON-LD: EARL assertions, a WCAG-EM evaluation, the inventory in two vocabularies."""

from tinjau.report.linked.earl import earl
from tinjau.report.linked.inventory import cpsv_services, schema_services
from tinjau.report.linked.wcag_em import wcag_em

__all__ = ["cpsv_services", "earl", "schema_services", "wcag_em"]
