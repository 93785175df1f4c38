"""The addresses of next year: a cycle made from the last one, and what moved."""

from typing import Any

from django.urls import path

from tinjau.web.views.years import beginning, comparing

WEB: list[Any] = []
OFFICE: list[Any] = []
CYCLE: list[Any] = [
    path("next/", beginning.following, name="next-year"),
    path("years/", comparing.years, name="years"),
    path("years/join/", beginning.join, name="years-join"),
    path("years/files/<slug:form>/", comparing.file, name="years-file"),
]
