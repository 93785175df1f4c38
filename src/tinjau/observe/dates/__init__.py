"""Dates as people and machines write them, in five languages, without guessing."""
