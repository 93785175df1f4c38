"""Detectors of single pages, summed over the site."""
