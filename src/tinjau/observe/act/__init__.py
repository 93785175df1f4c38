"""Accessibility rules by their W3C ACT id, as pure functions of a page."""
