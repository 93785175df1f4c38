"""The Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """tinjau's own tables and pages."""

    name = "tinjau.web"
    label = "tinjau_web"
    verbose_name = "tinjau"

    def ready(self) -> None:
        """What is noted by the way listens from now on."""
        from tinjau.web import noting  # needs the loaded tables
        from tinjau.web.ministry import following  # needs the loaded tables

        del noting, following
