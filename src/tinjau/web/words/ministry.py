"""The sentences of a ministry's rounds, reply, publication and league."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {}
