"""The addresses of several assessors: blind scores, agreement, reconciliation, the package for others."""

from typing import Any

from django.urls import path

from tinjau.web.views.assessors import deciding, packages, rounds, sheets

WEB: list[Any] = []
OFFICE: list[Any] = []
CYCLE: list[Any] = [
    path("rounds/", rounds.listed, name="assess-rounds"),
    path("rounds/new/", rounds.new, name="assess-new"),
    path("rounds/<int:assessment>/", rounds.show, name="assess-round"),
    path("rounds/<int:assessment>/change/", rounds.change, name="assess-change"),
    path("rounds/<int:assessment>/open/", rounds.start, name="assess-open"),
    path("rounds/<int:assessment>/close/", rounds.close, name="assess-close"),
    path("rounds/<int:assessment>/questions/<int:item>/", deciding.item, name="assess-item"),
    path("sheets/<int:assessment>/", sheets.sheet, name="assess-sheet"),
    path("sheets/<int:assessment>/workbook/", sheets.workbook, name="assess-workbook"),
    path("sheets/<int:assessment>/preview/", sheets.preview, name="assess-preview"),
    path("sheets/<int:assessment>/apply/", sheets.apply, name="assess-apply"),
    path("sheets/<int:assessment>/finish/", sheets.finish, name="assess-finish"),
    path("sheets/<int:assessment>/files/<slug:digest>/", sheets.file, name="assess-file"),
    path("sheets/<int:assessment>/<slug:instrument>/<slug:criterion>/", sheets.criterion, name="assess-criterion"),
    path("package/", packages.package, name="package"),
]
