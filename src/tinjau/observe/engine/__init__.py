"""The machinery under the detectors: one walk of the tree, one scan for terms, one pass over the archive."""
