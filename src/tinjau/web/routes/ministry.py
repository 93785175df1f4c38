"""The addresses of a ministry's rounds, reply, publication and league."""

from typing import Any

from django.urls import path

from tinjau.web.views.ministry import fleets, government, league, own, public, rounds

WEB: list[Any] = [
    path("m/", rounds.rounds, name="rounds"),
    path("m/new/", rounds.new, name="round-new"),
    path("m/r/<slug:the_round>/", rounds.show, name="round"),
    path("m/r/<slug:the_round>/windows/", rounds.windows, name="round-windows"),
    path("m/r/<slug:the_round>/governments/", rounds.governments, name="round-governments"),
    path("m/r/<slug:the_round>/files/<slug:form>/", rounds.export, name="round-file"),
    path("m/r/<slug:the_round>/g/<slug:government>/", government.show, name="round-government"),
    path("m/r/<slug:the_round>/g/<slug:government>/letter/", government.letter, name="round-letter"),
    path("m/r/<slug:the_round>/g/<slug:government>/<slug:step>/", government.step, name="round-step"),
    path("m/r/<slug:the_round>/league/", league.show, name="round-league"),
    path("m/r/<slug:the_round>/league/publish/", league.publish, name="round-publish"),
    path("m/r/<slug:the_round>/league/files/<slug:form>/", league.file, name="round-league-file"),
    path("m/fleets/", fleets.folders, name="fleets"),
    path("m/fleets/<str:folder>/", fleets.show, name="fleet"),
    path("m/fleets/<str:folder>/<str:government>/", fleets.government, name="fleet-government"),
    path("m/fleets/<str:folder>/<str:government>/<slug:form>/", fleets.file, name="fleet-file"),
    path("p/", public.leagues, name="public-leagues"),
    path("p/<slug:the_round>/", public.league, name="public-league"),
    path("p/<slug:the_round>/v<int:version>/", public.league, name="public-league-version"),
    path("p/<slug:the_round>/files/<slug:form>/", public.file, name="public-league-file"),
    path("p/<slug:the_round>/g/<slug:government>/", public.result, name="public-result"),
]
OFFICE: list[Any] = []
CYCLE: list[Any] = [
    path("round/", own.show, name="cycle-round"),
    path("round/letter/", own.letter, name="cycle-round-letter"),
    path("round/do/<slug:step>/", own.step, name="cycle-round-step"),
]
