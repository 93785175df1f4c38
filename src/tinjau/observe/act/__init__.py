"""Part of observing."""
