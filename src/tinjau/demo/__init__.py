"""The demonstration: two built-in studies, and an invented city whose site is served on loopback."""
