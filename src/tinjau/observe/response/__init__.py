"""Detectors of what servers answered: statuses, headers, redirects."""
