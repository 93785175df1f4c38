"""Several assessors: what of it needs no request."""
