"""Inventories that others keep as linked data (CPSV-AP, schema.org), read into the services of a study."""

from tinjau.study.linked.offered import read_linked_services

__all__ = ["read_linked_services"]
