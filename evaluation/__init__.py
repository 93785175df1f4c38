"""How far the detectors can be trusted: their answers against a person's reading of the same sites (PROTOCOL.md)."""
