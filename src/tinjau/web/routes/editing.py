"""The addresses of changing factors, strategies, conclusions, actions and the settings of an evaluation."""

from typing import Any

WEB: list[Any] = []
OFFICE: list[Any] = []
CYCLE: list[Any] = []
