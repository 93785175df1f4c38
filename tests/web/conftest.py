"""Django on a database of its own: SQLite in a temporary folder, or PostgreSQL where TINJAU_DATABASE names one."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("django", reason="the extra `web` is not installed")

_HOME = tempfile.mkdtemp(prefix="tinjau-web-test-")
os.environ["TINJAU_HOME"] = _HOME
os.environ["DJANGO_SETTINGS_MODULE"] = "tinjau.web.settings"

import django

django.setup()

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.test.utils import setup_test_environment

import tinjau
from tinjau.web import mapping, running
from tinjau.web.history import Author
from tinjau.web.management.commands.backup import models_kept
from tinjau.web.models import Cycle, Membership, Office, Role, models_of_the_moment

STUDIES = Path(tinjau.__file__).parent / "demo" / "studies"
PASSWORD = "kata-sandi-uji-9"


@pytest.fixture(scope="session")
def _django() -> None:
    setup_test_environment()
    settings.AUTHENTICATION_BACKENDS = [each for each in settings.AUTHENTICATION_BACKENDS if "axes" not in each]
    settings.LIMITS = False  # tests ask more often than people; those of the limits turn them on
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast: these passwords guard nothing
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture(autouse=True)
def _light_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """The web's own tests need no PDF of every run; the report's tests make them."""
    monkeypatch.setattr(running, "FORMATS", ("html", "json"))


@pytest.fixture
def db(_django: None) -> Iterator[None]:
    """A database that forgets: everything of the test is rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def committed_db(_django: None) -> Iterator[None]:
    """A database that keeps what is committed (for threads and other processes), emptied afterwards."""
    yield
    for model in (*models_of_the_moment(), *reversed(models_kept())):
        model.objects.all().delete()


@pytest.fixture
def home() -> Path:
    """TINJAU_HOME."""
    return Path(_HOME)


@pytest.fixture
def person() -> Callable[..., Any]:
    """Make a person with a role: `person("sari", Role.OPERATOR, office)`."""

    def make(name: str, role: str | None = None, office: Office | None = None) -> Any:
        user, _ = get_user_model().objects.get_or_create(username=name)
        user.set_password(PASSWORD)
        user.save()
        if role is not None:
            Membership.objects.create(user=user, role=role, office=None if role == Role.NATIONAL_ADMIN else office)
        return user

    return make


@pytest.fixture
def browser() -> Callable[[Any], Client]:
    """A signed-in client of a person."""

    def make(user: Any) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return make


@pytest.fixture
def medan_cycle() -> Callable[[str], Cycle]:
    """The Medan study in an office of this slug."""

    def make(slug: str = "medan") -> Any:
        office = Office.objects.create(slug=slug, name=f"Kota {slug}")
        cycle = Cycle.objects.create(office=office, slug="2026", title=f"Studi {slug}", period="2026")
        mapping.read_folder(STUDIES / "medan", cycle, Author(None, "test"))
        return cycle

    return make
