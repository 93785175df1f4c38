"""The addresses of sessions and erasure."""

from typing import Any

from django.urls import path

from tinjau.web.views.security import erasing, standing

WEB: list[Any] = [path("account/sessions/", standing.own, name="sessions")]
OFFICE: list[Any] = [
    path("erase/", erasing.erase, name="erase"),
    path("members/<int:member>/sessions/", standing.of_member, name="member-sessions"),
]
CYCLE: list[Any] = []
