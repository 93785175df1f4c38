"""Pages of following years."""
