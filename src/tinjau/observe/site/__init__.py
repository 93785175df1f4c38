"""Detectors of facts about the whole site, each read page by page."""
