"""The addresses of due dates, notices and comments."""

from typing import Any

WEB: list[Any] = []
OFFICE: list[Any] = []
CYCLE: list[Any] = []
