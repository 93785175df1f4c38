"""The addresses of focus groups: the facilitator's under a cycle, the room's without an account."""

from typing import Any

from django.urls import path

from tinjau.web.views.focus import deciding, moderating, outcomes, paper, room, running, sessions

WEB: list[Any] = [
    path("f/<str:invitation>/", room.enter, name="focus-enter"),
    path("g/<int:room>/join/", room.join, name="focus-join"),
    path("g/<int:room>/", room.show, name="focus-room"),
    path("g/<int:room>/pulse/", room.pulse, name="focus-pulse"),
    path("g/<int:room>/propose/", room.propose, name="focus-propose"),
    path("g/<int:room>/withdraw/", room.withdraw, name="focus-withdraw"),
    path("g/<int:room>/vote/", room.vote, name="focus-vote"),
]
OFFICE: list[Any] = []
CYCLE: list[Any] = [
    path("focus/", sessions.listed, name="focus-list"),
    path("focus/new/", sessions.new, name="focus-new"),
    path("focus/<int:group>/", running.show, name="focus"),
    path("focus/<int:group>/state/", running.state, name="focus-state"),
    path("focus/<int:group>/screen/", running.screen, name="focus-screen"),
    path("focus/<int:group>/do/", running.act, name="focus-do"),
    path("focus/<int:group>/people/", running.people, name="focus-people"),
    path("focus/<int:group>/agenda/", sessions.agenda, name="focus-agenda"),
    path("focus/<int:group>/ideas/", moderating.show, name="focus-ideas"),
    path("focus/<int:group>/paper/", paper.typed, name="focus-paper"),
    path("focus/<int:group>/paper/sheet/", paper.sheet, name="focus-sheet"),
    path("focus/<int:group>/decisions/", deciding.decide, name="focus-decide"),
    path("focus/<int:group>/results/", outcomes.results, name="focus-results"),
    path("focus/<int:group>/minutes/", outcomes.minutes, name="focus-minutes"),
    path("focus/<int:group>/log/", outcomes.log, name="focus-log"),
]
