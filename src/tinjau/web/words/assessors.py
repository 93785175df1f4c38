"""The sentences of several assessors: blind scores, agreement, reconciliation."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {}
