"""The addresses of an office's own evaluation."""

from django.urls import path

from tinjau.web.views import criteria, cycles, evidence, home, inventory, members, results, runs, sharing

CYCLE = [
    path("", cycles.show, name="cycle"),
    path("submit/", cycles.submit, name="submit"),
    path("accept/", cycles.accept, name="accept"),
    path("return/", cycles.send_back, name="return"),
    path("services/", inventory.services, name="services"),
    path("services/preview/", inventory.preview, name="services-preview"),
    path("services/apply/", inventory.apply, name="services-apply"),
    path("evidence/", evidence.files, name="evidence"),
    path("evidence/<slug:digest>/", evidence.get, name="evidence-file"),
    path("criteria/<slug:instrument>/<slug:criterion>/", criteria.criterion, name="criterion"),
    path("check/", results.check, name="check"),
    path("runs/", runs.start, name="run-start"),
    path("runs/<int:run>/", runs.show, name="run"),
    path("runs/<int:run>/cancel/", runs.cancel, name="run-cancel"),
    path("phase/", results.phase, name="phase"),
    path("files/<slug:form>/", results.file, name="file"),
    path("history/", results.history, name="history"),
    path("links/", sharing.links, name="links"),
    path("links/<int:link>/revoke/", sharing.revoke, name="link-revoke"),
]
WEB = [
    path("", home.tasks, name="tasks"),
    path("health/", home.health, name="health"),
    path("language/<slug:lang>/", home.language, name="language"),
    path("s/<str:secret>/", sharing.shared, name="shared"),
    path("s/<str:secret>/report/", sharing.shared_report, name="shared-report"),
]
OFFICE = [
    path("", home.office, name="office"),
    path("members/", members.members, name="members"),
    path("members/<int:member>/remove/", members.remove, name="member-remove"),
    path("new/", cycles.new, name="cycle-new"),
    path("import/", cycles.import_folder, name="cycle-import"),
]
