"""Pages of sessions and of erasure."""
