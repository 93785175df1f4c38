"""The addresses of next year: a cycle made from the last one, and what moved."""

from typing import Any

WEB: list[Any] = []
OFFICE: list[Any] = []
CYCLE: list[Any] = []
