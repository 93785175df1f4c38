"""Services: what was found on a site, matched to the inventory. Judges nothing."""

from tinjau.services.matching import LEAST, match_services

__all__ = ["LEAST", "match_services"]
