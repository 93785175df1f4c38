"""The Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """tinjau's own tables and pages."""

    name = "tinjau.web"
    label = "tinjau_web"
    verbose_name = "tinjau"
