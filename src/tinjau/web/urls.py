"""Every address of the application, put together of its parts. A test keeps a row of expectations for each."""

from django.urls import include, path, re_path

from tinjau.web import api
from tinjau.web.routes import assessors, editing, first, focus, ministry, notices, security, years
from tinjau.web.views import faults

_PARTS = (first, editing, security, assessors, focus, years, ministry, notices)
_WEB = [
    *(each for part in _PARTS for each in part.WEB),
    path("o/<slug:office>/", include([each for part in _PARTS for each in part.OFFICE])),
    path("o/<slug:office>/c/<slug:cycle>/", include([each for part in _PARTS for each in part.CYCLE])),
]
urlpatterns = [
    path("", include((_WEB, "web"))),
    path("api/", include((api.urlpatterns, "api"))),
    # allauth's pages for mail and sign-up have no place here: nobody signs up alone, and mail opens no account.
    re_path(r"^accounts/(?:signup|email|confirm-email|password/reset|3rdparty/signup)/", faults.closed),
    path("accounts/", include("allauth.urls")),
]
handler400 = "tinjau.web.views.faults.bad_request"
handler403 = "tinjau.web.views.faults.forbidden"
handler404 = "tinjau.web.views.faults.not_found"
handler500 = "tinjau.web.views.faults.server_error"
