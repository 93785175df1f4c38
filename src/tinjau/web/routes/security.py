"""The addresses of accounts, idle sessions and erasure."""

from typing import Any

WEB: list[Any] = []
OFFICE: list[Any] = []
CYCLE: list[Any] = []
