"""The addresses of focus groups."""

from typing import Any

WEB: list[Any] = []
OFFICE: list[Any] = []
CYCLE: list[Any] = []
