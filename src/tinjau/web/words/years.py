"""The sentences of next year: a cycle made from the last one, and what moved."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {}
