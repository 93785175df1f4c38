"""The sentences of changing factors, strategies, conclusions, actions and the settings of an evaluation."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {}
