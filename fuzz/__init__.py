"""Mutated pages through all detectors: no crash, no slow page, flat memory, the same answer twice."""
