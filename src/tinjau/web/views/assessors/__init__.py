"""Pages of several assessors."""
