"""The addresses of changing factors, strategies, conclusions, actions and the settings of an evaluation."""

from typing import Any

from django.urls import path

from tinjau.web.views.editing import (
    actions,
    conclusions,
    exporting,
    factors,
    findings,
    overview,
    proposed,
    settings,
    strategies,
    traces,
)

WEB: list[Any] = []
OFFICE: list[Any] = []
CYCLE: list[Any] = [
    path("settings/", settings.settings, name="settings"),
    path("export/", exporting.export, name="export"),
    path("export/file/", exporting.download, name="export-file"),
    path("criteria/<slug:instrument>/<slug:criterion>/finding/", findings.finding, name="finding"),
    path("swot/", overview.swot, name="swot"),
    path("plan/", overview.plan, name="plan"),
    path("decide/", proposed.decide, name="decide"),
    path("trace/<path:observation>", traces.trace, name="trace"),
    path("archived/<path:observation>", traces.archived, name="archived"),
    path("factors/new/", factors.new, name="factor-new"),
    path("factors/<str:factor>/", factors.change, name="factor"),
    path("strategies/new/", strategies.new, name="strategy-new"),
    path("strategies/<str:strategy>/", strategies.change, name="strategy"),
    path("conclusions/new/", conclusions.new, name="conclusion-new"),
    path("conclusions/<str:conclusion>/", conclusions.change, name="conclusion"),
    path("actions/new/", actions.new, name="action-new"),
    path("actions/<int:action>/", actions.change, name="action"),
]
