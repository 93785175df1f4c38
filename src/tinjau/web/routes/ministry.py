"""The addresses of a ministry's rounds, reply, publication and league."""

from typing import Any

WEB: list[Any] = []
OFFICE: list[Any] = []
CYCLE: list[Any] = []
