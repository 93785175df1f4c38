"""The addresses of several assessors: blind scores, agreement, reconciliation."""

from typing import Any

WEB: list[Any] = []
OFFICE: list[Any] = []
CYCLE: list[Any] = []
