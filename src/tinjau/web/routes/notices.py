"""The addresses of due dates, comments, private notes, mail and calendars."""

from typing import Any

from django.urls import path

from tinjau.web.views.notices import dates, mail, talking

WEB: list[Any] = [
    path("account/dates/", dates.own, name="own-dates"),
    path("account/notices/", mail.own, name="notices"),
    path("account/notices/confirm/<str:token>/", mail.confirm, name="notices-confirm"),
    path("s/notices/<str:token>/", mail.stop, name="notices-stop"),
    path("s/calendar/<str:secret>.ics", dates.calendar, name="calendar"),
]
OFFICE: list[Any] = []
CYCLE: list[Any] = [
    path("due/", dates.due, name="due"),
    path("due/calendar.ics", dates.download, name="due-file"),
    path("due/<int:due>/remove/", dates.remove, name="due-remove"),
    path("comments/", talking.comment, name="comment"),
    path("note/", talking.note, name="note"),
]
